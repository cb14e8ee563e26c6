#include <stdio.h>

#define STEPS 1000000

static double f(double x)
{
	return 4 / (1 + x * x);
}

void axpy(int n, double a, const double *x, double *y)
{
	#pragma omp target teams distribute parallel for map(to: x[:n]) map(tofrom: y[:n])
	for (int i = 0; i < n; i++)
		y[i] += a * x[i]; /* one element */
}

/* a row for each team, its elements for the threads */
void scale_rows(int rows, int columns, double *m)
{
	#pragma omp target teams distribute map(tofrom: m[:rows * columns])
	for (int i = 0; i < rows; i++) {
		double sum = 0;
		#pragma omp parallel for reduction(+: sum)
		for (int j = 0; j < columns; j++)
			sum += m[i * columns + j];
		// the threads read sum
		#pragma omp parallel for
		for (int j = 0; j < columns; j++)
			m[i * columns + j] /= sum;
	}
}

int main(void)
{
	double pi = 0;
	int even = 0;
	#pragma omp target teams loop reduction(+: pi)
	for (int i = 0; i < STEPS; i++)
		pi += f((i + 0.5) / STEPS) / STEPS;
	#pragma omp target parallel for map(tofrom: even)
	for (int i = 0; i < 100; i += 2)
		#pragma omp atomic
		even++;
	printf("%.6f %d\n", pi, even);
	return 0;
}
