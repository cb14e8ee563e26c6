/* Means, differences and covariances: the means are not needed on the host. */
// offloads: 3
// moves: 2 copies, 6392 bytes
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int n = 30, m = 17;
	double *data = malloc(sizeof(double) * n * m), *mean = malloc(sizeof(double) * m), *cov = malloc(sizeof(double) * m * m), sum = 0;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			data[i * m + j] = i * j % 19;
	#pragma omp parallel for
	for (int j = 0; j < m; j++) {
		double s = 0;
		for (int i = 0; i < n; i++)
			s += data[i * m + j];
		mean[j] = s / n;
	}
	#pragma omp parallel for collapse(2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			data[i * m + j] -= mean[j];
	#pragma omp parallel for
	for (int i = 0; i < m; i++)
		for (int j = 0; j < m; j++) {
			double s = 0;
			for (int k = 0; k < n; k++)
				s += data[k * m + i] * data[k * m + j];
			cov[i * m + j] = s / (n - 1);
		}
	for (int i = 0; i < m * m; i++)
		sum += i % 5 * cov[i];
	printf("%.12g\n", sum);
	free(data), free(mean), free(cov);
	return 0;
}
