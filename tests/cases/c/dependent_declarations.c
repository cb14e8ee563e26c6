// Captured variables whose types need other captured variables or come after the region's function is used.
// expect: 4950 4950 6
#include <stdio.h>

static long sum_of(int n, int m, int (*rows)[n][m], int pick);
static long use(void);

int main(void)
{
	int n = 10, m = 10;
	int rows[2][n][m];
	int(*volatile again)[n][m] = rows;
	unsigned long inner = 0;

	for (int i = 0; i < n * m; i++)
		rows[1][i / m][i % m] = i;
#pragma omp parallel firstprivate(again)
	{
		int(*mine)[n][m] = again + 1;
		int(*first)[m] = *mine;
#pragma omp single
		inner = sizeof *mine / sizeof *first - 4 + (unsigned)first[0][0];
	}
	printf("%ld %ld %lu\n", sum_of(n, m, rows, 1), use(), inner);
	return 0;
}

static long sum_of(int n, int m, int (*rows)[n][m], int pick)
{
	long sum = 0;
#pragma omp parallel for collapse(2) reduction(+ : sum)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			sum += rows[pick][i][j];
	return sum;
}

static long use(void)
{
	long sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		extern int later(int);
		sum += later(i);
	}
	return sum;
}

int later(int x);
int later(int x)
{
	return x;
}
