/* Which loops of a nest are divided together. */
#include <stdio.h>

enum { ROWS = 6, COLUMNS = 5, DEPTH = 4 };

static double cube[ROWS][COLUMNS][DEPTH], plane[ROWS][COLUMNS], row[ROWS];

static void all(int n, int m, int p, double *restrict a, const double *restrict b)
{
	int i, j, k;
	#pragma omp parallel for private(j, k)
	for (i = 0; i < ROWS; i++)
		for (j = 0; j < COLUMNS; j++) {
			for (k = 0; k < DEPTH; k++)
				cube[i][j][k] = i + j * k;
		}
	#pragma omp parallel for private(j, k)
	for (i = 0; i < n; i++)
		for (j = 0; j < m; j++)
			for (k = 0; k < p; k += 1)
				a[(i * m + j) * p + k] = b[(i * m + j) * p + k] + 1;
	#pragma omp parallel for
	for (int x = 0; x < n; x++)
		for (int y = 0; y < m; y++) {
			double sum = 0;
			for (int z = 0; z < p; z++)
				sum += b[(x * m + y) * p + z];
			a[x * m + y] = sum;
		}
}

/* The loops inside have an order, or more than a loop. */
static long none(int n, int *restrict a)
{
	long sum = 0, count = 0, last = 0;
	double total = 0;
	/* each iteration uses what the one before has left */
	#pragma omp parallel for
	for (int i = 0; i < ROWS; i++)
		for (int j = 1; j < COLUMNS; j++)
			plane[i][j] += plane[i][j - 1];
	/* all of them change one element */
	#pragma omp parallel for
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			row[i] += plane[i][j];
	/* where n is less than 4, iterations of j share elements */
	#pragma omp parallel for
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < ROWS; j++)
			for (int k = 0; k < 4; k++)
				a[(i * ROWS + j) * n + k] = k;
	/* a triangle */
	#pragma omp parallel for
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < i; j++)
			a[i * ROWS + j] = j;
	/* more than a loop */
	#pragma omp parallel for
	for (int i = 0; i < ROWS; i++) {
		row[i] = 0;
		for (int j = 0; j < COLUMNS; j++)
			plane[i][j] = j;
	}
	/* numbers whose sum depends on the order, and the last of an order */
	#pragma omp parallel for reduction(+ : total)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			total += plane[i][j];
	#pragma omp parallel for lastprivate(last)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < n - 6; j++)
			last = i + j;
	/* a value that is kept from one iteration to the next: this loop stays */
	#pragma omp parallel for firstprivate(count)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			plane[i][j] += count++ < 0;
	/* an integer sum is the same in any order */
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			sum += (long)plane[i][j] * (i + 1);
	return sum + last + (long)total;
}

int main(void)
{
	double a[ROWS * COLUMNS * DEPTH] = {0}, b[ROWS * COLUMNS * DEPTH];
	int few[ROWS * ROWS * 6] = {0};
	for (int i = 0; i < ROWS * COLUMNS * DEPTH; i++)
		b[i] = i;
	all(ROWS, COLUMNS, DEPTH, a, b);
	printf("%ld %g %g %g\n", none(6, few), a[7], cube[5][4][3], row[3]);
	return 0;
}
