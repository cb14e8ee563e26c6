/* Means and deviations in functions of their own, each with a loop for the device: what they share stays there between the calls. */
// offloads: 3
// moves: 6 copies, 5640 bytes
#include <math.h>
#include <stdio.h>

enum { N = 28, M = 15 };

static double data[N][M], mean[M], deviation[M], corr[M][M];

static void find_means(void)
{
	#pragma omp parallel for
	for (int j = 0; j < M; j++) {
		mean[j] = 0;
		for (int i = 0; i < N; i++)
			mean[j] += data[i][j] / N;
	}
}

static void find_deviations(void)
{
	#pragma omp parallel for
	for (int j = 0; j < M; j++) {
		double s = 0;
		for (int i = 0; i < N; i++)
			s += (data[i][j] - mean[j]) * (data[i][j] - mean[j]);
		deviation[j] = sqrt(s / N) + 0.125;
	}
}

static void correlate(void)
{
	#pragma omp parallel for
	for (int i = 0; i < M; i++)
		for (int j = 0; j < M; j++) {
			double s = 0;
			for (int k = 0; k < N; k++)
				s += (data[k][i] - mean[i]) * (data[k][j] - mean[j]);
			corr[i][j] = s / (N * deviation[i] * deviation[j]);
		}
}

int main(void)
{
	double sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < M; j++)
			data[i][j] = (i * j) % 11 + i / 3;
	find_means();
	find_deviations();
	correlate();
	for (int i = 0; i < M; i++)
		for (int j = 0; j < M; j++)
			sum += (i + 2 * j) * corr[i][j];
	printf("%.10g\n", sum);
	return 0;
}
