/* Loops of a file that knows nothing of devices. */
void put(int n, int *x, int from);
int sum_of(int n, const int *x);
void add_twice(int n, const double *restrict a, const double *restrict b, double *restrict c);

void put(int n, int *x, int from)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		x[i] = from + i;
}

int sum_of(int n, const int *x)
{
	int sum = 0;
	#pragma omp parallel for reduction(+: sum)
	for (int i = 0; i < n; i++)
		sum += x[i];
	return sum;
}

void add_twice(int n, const double *restrict a, const double *restrict b, double *restrict c)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++)
		c[i] = a[i] + 2 * b[i];
}
