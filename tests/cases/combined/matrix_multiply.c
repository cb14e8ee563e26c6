// combined: DGEMM in i-k-j order with parallel for private(j, k) agrees with the closed form.
// expect: 0.25 n^3 (n-1)^2 1
#include <stdio.h>

enum { N = 60 };

static double a[N][N], b[N][N], c[N][N];

int main(void)
{
	int i, j, k;
	double sum = 0, want = 0.25 * N * N * N * (N - 1.0) * (N - 1.0);
	#pragma omp parallel for private(j)
	for (i = 0; i < N; i++)
		for (j = 0; j < N; j++) {
			a[i][j] = i;
			b[i][j] = j;
		}
	#pragma omp parallel for private(j, k)
	for (i = 0; i < N; i++)
		for (k = 0; k < N; k++)
			for (j = 0; j < N; j++)
				c[i][j] += a[i][k] * b[k][j];
	#pragma omp parallel for collapse(2) reduction(+: sum)
	for (i = 0; i < N; i++)
		for (j = 0; j < N; j++)
			sum += c[i][j];
	printf("0.25 n^3 (n-1)^2 %d\n", sum == want);
	return 0;
}
