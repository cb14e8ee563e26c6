// Mistakes in threadset.
int main(void)
{
	int x = 0;
#pragma omp task threadset(omp_all) // error: 'omp_all' in 'threadset' is neither omp_team nor omp_pool
	x++;
	return x;
}
