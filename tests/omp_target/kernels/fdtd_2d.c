/* Electric and magnetic field in turns; the source of each step is the host's table. */
// offloads: 4
// moves: 6 copies, 13824 bytes
#include <stdio.h>

enum { X = 16, Y = 18, STEPS = 9 };

static double ex[X][Y], ey[X][Y], hz[X][Y], fict[STEPS];

int main(void)
{
	double sum = 0;
	for (int t = 0; t < STEPS; t++)
		fict[t] = t % 4;
	for (int i = 0; i < X; i++)
		for (int j = 0; j < Y; j++) {
			ex[i][j] = i * (j + 1) % 5;
			ey[i][j] = i * (j + 2) % 4;
			hz[i][j] = i * (j + 3) % 6;
		}
	for (int t = 0; t < STEPS; t++) {
		double source = fict[t];
		#pragma omp parallel for
		for (int j = 0; j < Y; j++)
			ey[0][j] = source;
		#pragma omp parallel for collapse(2)
		for (int i = 1; i < X; i++)
			for (int j = 0; j < Y; j++)
				ey[i][j] -= 0.5 * (hz[i][j] - hz[i - 1][j]);
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < X; i++)
			for (int j = 1; j < Y; j++)
				ex[i][j] -= 0.5 * (hz[i][j] - hz[i][j - 1]);
		#pragma omp parallel for collapse(2)
		for (int i = 0; i < X - 1; i++)
			for (int j = 0; j < Y - 1; j++)
				hz[i][j] -= 0.5 * (ex[i][j + 1] - ex[i][j] + ey[i + 1][j] - ey[i][j]);
	}
	for (int i = 0; i < X; i++)
		for (int j = 0; j < Y; j++)
			sum += (i + j) * (ex[i][j] + 2 * ey[i][j] + 3 * hz[i][j]);
	printf("%.17g\n", sum);
	return 0;
}
