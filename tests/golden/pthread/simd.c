/* simd is left to the compiler; ppcc writes the threads. */
#pragma omp declare simd
static double square(double x)
{
	return x * x;
}

double norm2(const double *v, int n)
{
	double sum = 0;

	#pragma omp parallel for simd reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += square(v[i]);
	return sum;
}

void add(double *restrict a, const double *b, int n)
{
	#pragma omp simd
	for (int i = 0; i < n; i++)
		a[i] += b[i];
}
