// A worksharing construct directly inside another one.
int main(void)
{
	int x = 0;
#pragma omp parallel for
	for (int i = 0; i < 4; i++) {
#pragma omp for // error: 'for' may not be nested in 'parallel for'
		for (int j = 0; j < 4; j++)
			;
	}
#pragma omp parallel
#pragma omp single
	{
#pragma omp sections // error: 'sections' may not be nested in 'single'
		{
			x = 1;
		}
	}
#pragma omp task
#pragma omp single // error: 'single' may not be nested in 'task'
	x = 1;
	return x;
}
