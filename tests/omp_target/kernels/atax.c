/* y = A' (A x), as arrays of variable length. */
// offloads: 2
// moves: 4 copies, 5808 bytes
#include <stdio.h>

static double atax(int m, int n)
{
	double a[m][n], x[n], y[n], t[m], sum = 0;
	for (int j = 0; j < n; j++)
		x[j] = 1 + j % 4;
	for (int i = 0; i < m; i++)
		for (int j = 0; j < n; j++)
			a[i][j] = (i + j) % 6;
	#pragma omp parallel for
	for (int i = 0; i < m; i++) {
		double row = 0;
		for (int j = 0; j < n; j++)
			row += a[i][j] * x[j];
		t[i] = row;
	}
	#pragma omp parallel for
	for (int j = 0; j < n; j++) {
		double column = 0;
		for (int i = 0; i < m; i++)
			column += a[i][j] * t[i];
		y[j] = column;
	}
	for (int j = 0; j < n; j++)
		sum += j * y[j];
	return sum;
}

int main(void)
{
	printf("%.17g\n", atax(30, 22));
	return 0;
}
