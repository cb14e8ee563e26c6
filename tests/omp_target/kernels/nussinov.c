/* A table filled along its diagonals, each of which is one loop on the device. */
// offloads: 1
// moves: 3 copies, 5434 bytes
#include <stdio.h>

enum { N = 26 };

static int table[N][N];
static char bases[N];

int main(void)
{
	long sum = 0;
	for (int i = 0; i < N; i++)
		bases[i] = (char)((i * 7 + 1) % 4);
	for (int d = 1; d < N; d++) {
		#pragma omp parallel for
		for (int i = 0; i < N - d; i++) {
			int j = i + d;
			int best = table[i][j - 1] > table[i + 1][j] ? table[i][j - 1] : table[i + 1][j];
			int pair = table[i + 1][j - 1] + (d > 1 && bases[i] + bases[j] == 3);
			best = pair > best ? pair : best;
			for (int k = i + 1; k < j; k++)
				best = table[i][k] + table[k + 1][j] > best ? table[i][k] + table[k + 1][j] : best;
			table[i][j] = best;
		}
	}
	for (int i = 0; i < N; i++)
		for (int j = i; j < N; j++)
			sum += (i + j) * table[i][j];
	printf("%ld\n", sum);
	return 0;
}
