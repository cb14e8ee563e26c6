/*
 * heat_wrong.c - the same plate with one grid: what an iteration reads depends on how far the others have come.
 *
 *     heat_wrong
 */
#include <stdio.h>
#include <stdlib.h>

enum { N = 256 };

static double plate[N][N];

int main(void)
{
	for (int j = 0; j < N; j++)
		plate[0][j] = 100.0;

	for (int t = 0; t < 1000; t++) {
		#pragma omp parallel for
		for (int i = 1; i < N - 1; i++)
			for (int j = 1; j < N - 1; j++)
				plate[i][j] = 0.25 * (plate[i][j - 1] + plate[i][j + 1] +
						      plate[i - 1][j] + plate[i + 1][j]); /* wrong: of this step or of the one before? */
	}
	printf("%.6f in the middle, or not\n", plate[N / 2][N / 2]);
	return EXIT_SUCCESS;
}
