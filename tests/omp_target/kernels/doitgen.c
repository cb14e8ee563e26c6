/* Each plane of a cube times a matrix; the sums are written before they are read, on the device only. */
// offloads: 2
// moves: 3 copies, 12320 bytes
#include <stdio.h>

enum { R = 8, Q = 9, P = 10 };

int main(void)
{
	double a[R][Q][P], c4[P][P], sum[R][Q][P], total = 0;
	for (int r = 0; r < R; r++)
		for (int q = 0; q < Q; q++)
			for (int p = 0; p < P; p++)
				a[r][q][p] = (r * q + p) % 6;
	for (int s = 0; s < P; s++)
		for (int p = 0; p < P; p++)
			c4[s][p] = (s * p) % 4;
	#pragma omp parallel for collapse(2)
	for (int r = 0; r < R; r++)
		for (int q = 0; q < Q; q++)
			for (int p = 0; p < P; p++) {
				double x = 0;
				for (int s = 0; s < P; s++)
					x += a[r][q][s] * c4[s][p];
				sum[r][q][p] = x;
			}
	#pragma omp parallel for collapse(3)
	for (int r = 0; r < R; r++)
		for (int q = 0; q < Q; q++)
			for (int p = 0; p < P; p++)
				a[r][q][p] = sum[r][q][p];
	for (int r = 0; r < R; r++)
		for (int q = 0; q < Q; q++)
			for (int p = 0; p < P; p++)
				total += (r + q + p) * a[r][q][p];
	printf("%.17g\n", total);
	return 0;
}
