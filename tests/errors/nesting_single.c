// single, master and worksharing inside mutual exclusion and ordered regions.
int main(void)
{
	int x = 0;
#pragma omp parallel
	{
#pragma omp critical
		{
#pragma omp single // error: 'single' may not be nested in 'critical'
			x = 1;
		}
#pragma omp for
		for (int i = 0; i < 4; i++) {
#pragma omp master // error: 'master' may not be nested in 'for'
			x = 1;
		}
	}
	return x;
}
