// Shared VLAs of one, two and three dimensions are read and written in a region by their own names.
// expect: 4950 328350 10680
#include <stdio.h>

int main(void)
{
	int n = 100, m = 10, k = 4;
	int line[n], plane[n][m], box[n][k][m];
	long a = 0, b = 0, c = 0;

#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		line[i] = i;
		for (int j = 0; j < m; j++) {
			plane[i][j] = j ? 0 : i * i;
			for (int l = 0; l < k; l++)
				box[i][l][j] = (i % 12) * (j == l);
		}
	}
	for (int i = 0; i < n; i++) {
		a += line[i];
		for (int j = 0; j < m; j++) {
			b += plane[i][j];
			for (int l = 0; l < k; l++)
				c += 5 * box[i][l][j];
		}
	}
	printf("%ld %ld %ld\n", a, b, c);
	return 0;
}
