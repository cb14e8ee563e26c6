/* Different work for different threads. */
double minimum(const double *v, int n);
double maximum(const double *v, int n);

double range(const double *v, int n)
{
	double low, high;

	#pragma omp parallel sections
	{
		#pragma omp section
		low = minimum(v, n);

		#pragma omp section
		high = maximum(v, n);
	}
	return high - low;
}
