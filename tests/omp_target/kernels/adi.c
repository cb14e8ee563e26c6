/* Alternating directions: sweeps along columns and along rows, each in parallel over the other direction. */
// offloads: 2
// moves: 8 copies, 14400 bytes
#include <stdio.h>

enum { N = 15, STEPS = 4 };

static double u[N][N], v[N][N], p[N][N], q[N][N];

static void adi(void)
{
	for (int t = 0; t < STEPS; t++) {
		#pragma omp parallel for
		for (int i = 1; i < N - 1; i++) {
			v[0][i] = 1;
			p[i][0] = 0;
			q[i][0] = v[0][i];
			for (int j = 1; j < N - 1; j++) {
				p[i][j] = 0.5 / (2 - 0.5 * p[i][j - 1]);
				q[i][j] = (u[j][i - 1] + u[j][i] + u[j][i + 1] + 0.5 * q[i][j - 1]) / (4 - p[i][j - 1]);
			}
			v[N - 1][i] = 1;
			for (int j = N - 2; j >= 1; j--)
				v[j][i] = p[i][j] * v[j + 1][i] + q[i][j];
		}
		#pragma omp parallel for
		for (int i = 1; i < N - 1; i++) {
			u[i][0] = 1;
			p[i][0] = 0;
			q[i][0] = u[i][0];
			for (int j = 1; j < N - 1; j++) {
				p[i][j] = 0.25 / (2 - 0.25 * p[i][j - 1]);
				q[i][j] = (v[i - 1][j] + v[i][j] + v[i + 1][j] + 0.25 * q[i][j - 1]) / (4 - p[i][j - 1]);
			}
			u[i][N - 1] = 1;
			for (int j = N - 2; j >= 1; j--)
				u[i][j] = p[i][j] * u[i][j + 1] + q[i][j];
		}
	}
}

int main(void)
{
	double sum = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			u[i][j] = (i + N - j) / (double)N;
	adi();
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++)
			sum += (i + 2 * j) * u[i][j];
	printf("%.12g\n", sum);
	return 0;
}
