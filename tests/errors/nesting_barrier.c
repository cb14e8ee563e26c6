// Barriers where not all threads of the team can come.
int main(void)
{
	int x = 0;
#pragma omp parallel
	{
#pragma omp single
		{
#pragma omp barrier // error: 'barrier' may not be nested in 'single'
		}
#pragma omp critical
		{
#pragma omp barrier // error: 'barrier' may not be nested in 'critical'
			x++;
		}
#pragma omp master
		{
#pragma omp barrier // error: 'barrier' may not be nested in 'master'
		}
	}
	return x;
}
