// return out of regions.
int f(int n)
{
#pragma omp parallel
	{
		if (n > 3)
			return 1; // error: 'return' leaves the 'parallel' region
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (i == 2)
			return 2; // error: 'return' leaves the 'parallel for' region
#pragma omp single
	return 3; // error: 'return' leaves the 'single' region
#pragma omp task
	{
		return 4; // error: 'return' leaves the 'task' region
	}
	return 0;
}
