/* A loop with a private variable and a reduction: the body needs no edit. */
double integrate(long steps)
{
	double step = 1.0 / (double)steps;
	double x, sum = 0.0;

	#pragma omp parallel for private(x) reduction(+ : sum)
	for (long i = 0; i < steps; i++) {
		x = ((double)i + 0.5) * step;
		sum += 4.0 / (1.0 + x * x);
	}
	return step * sum;
}
