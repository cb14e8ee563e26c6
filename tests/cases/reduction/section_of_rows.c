// reduction over sections that leave out part of a dimension after the first: what is outside stays as it is.
// reference: none because gcc 12 and clang 19 refuse sections whose contiguity the program alone knows
// expect: 1 2 3 4
#include <stdio.h>
#include <string.h>

enum { N = 64 };

static int table[4][5][6];

static int constants(void)
{
	int wrong = 0;
	memset(table, 0, sizeof table);
	#pragma omp parallel for reduction(+ : table[1][2 : 3][:])
	for (int i = 0; i < N; i++) {
		table[1][2][3] += i;
		table[1][4][0] -= 1;
		table[1][i % 3 + 2][i % 4] += 1000;
	}
	for (int i = 0; i < N; i++)
		table[1][i % 3 + 2][i % 4] -= 1000;
	for (int k = 0; k < 4 * 5 * 6; k++) {
		int a = k / 30, b = k / 6 % 5, c = k % 6;
		wrong += (&table[0][0][0])[k] != (a == 1 && b == 2 && c == 3 ? N * (N - 1) / 2 : a == 1 && b == 4 && c == 0 ? -N : 0);
	}
	return wrong == 0;
}

/* Other threads write beside the section while the loop runs. */
static int neighbours(int n, int from, int count, int (*rows)[n])
{
	int wrong = 0;
	for (int k = 0; k < count * n; k++)
		(&rows[0][0])[k] = -k;
	#pragma omp parallel
	{
		#pragma omp for reduction(max : rows[0 : count][from : n - 4]) nowait
		for (int i = 0; i < N; i++)
			for (int r = 0; r < count; r++)
				rows[r][from + i % (n - 4)] = i;
		#pragma omp single nowait
		for (int r = 0; r < count; r++)
			rows[r][0]++;
	}
	for (int k = 0; k < count * n; k++) {
		int in = k % n >= from && k % n < from + n - 4, c = k % n - from, most = -1;
		for (int i = 0; in && i < N; i++)
			most = i % (n - 4) == c && i > most ? i : most;
		wrong += (&rows[0][0])[k] != (in ? most : k % n == 0 ? -k + 1 : -k);
	}
	return wrong == 0;
}

static int single_elements(double (*p)[7], int column)
{
	#pragma omp parallel num_threads(3)
	#pragma omp sections reduction(+ : p[1][column : 2])
	{
		p[1][column] += 1;
		#pragma omp section
		p[1][column + 1] += 2;
		#pragma omp section
		p[1][column] += 4;
	}
	return p[1][column] == 5 && p[1][column + 1] == 2 && p[1][column - 1] == 0 && p[2][column] == 0;
}

/* The bounds have their values from before the loop. */
static int bounds_change(void)
{
	int grid[2][8] = {{0}}, from = 2, length = 3;
	#pragma omp parallel for reduction(+ : grid[1][from : length]) lastprivate(from) firstprivate(length)
	for (int i = 0; i < N; i++) {
		from = i;
		length = 1;
		grid[1][2 + i % 3] += length;
	}
	int all = 0;
	for (int k = 2; k < 5; k++)
		all += grid[0][k] + grid[1][k];
	return all == N && from == N - 1 && grid[0][2] == 0 && grid[1][5] == 0 && length == 3;
}

int main(void)
{
	int rows[3][9];
	double p[3][7] = {{0}};
	printf("%d ", constants());
	printf("%d ", 2 * (neighbours(9, 2, 1, rows) && neighbours(9, 2, 3, rows)));
	printf("%d ", 3 * single_elements(p, 4));
	printf("%d\n", 4 * bounds_change());
	return 0;
}
