// ordered regions in loops without the ordered clause, and twice in one iteration's nest.
int main(void)
{
	int x = 0;
#pragma omp parallel for
	for (int i = 0; i < 4; i++) {
#pragma omp ordered // error: 'ordered' needs an enclosing loop with the 'ordered' clause
		x++;
	}
#pragma omp parallel for ordered
	for (int i = 0; i < 4; i++) {
#pragma omp critical
		{
#pragma omp ordered // error: 'ordered' may not be nested in 'critical'
			x++;
		}
	}
	return x;
}
