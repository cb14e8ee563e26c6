// The variables of transformed loops are private, wherever they are declared; simd and orphaned worksharing over tiles.
// reference: none because clang 19 shares such variables, and has no tile in simd; gcc 12 has no tile
// expect: loop variables outside: each once
// expect: simd: 4950
// expect: orphaned: each once
// expect: in a region: each once
// expect: listed: each once 23
// expect: global: each once
#include <stdio.h>
#include <string.h>

enum { ROWS = 23, COLUMNS = 31 };

static int count[ROWS][COLUMNS], row;

static const char *each_once(void)
{
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			if (count[i][j] != 1)
				return "wrong";
	memset(count, 0, sizeof count);
	return "each once";
}

static void orphaned(int rows)
{
	int i, j;
	#pragma omp for schedule(dynamic)
	#pragma omp tile sizes(2, 3)
	for (i = 0; i < rows; i++)
		for (j = COLUMNS - 1; j >= 0; j--)
			count[i][j]++;
}

int main(void)
{
	int rows = ROWS;
	int i, j;
	#pragma omp parallel for default(none) shared(rows, count)
	#pragma omp tile sizes(3, 7)
	for (i = 0; i < rows; i++)
		for (j = 0; j < COLUMNS; j++)
			count[i][j]++;
	printf("loop variables outside: %s\n", each_once());

	int sum = 0;
	#pragma omp simd reduction(+ : sum)
	#pragma omp tile sizes(8)
	for (int k = 0; k < 100; k++)
		sum += k;
	printf("simd: %d\n", sum);

	#pragma omp parallel
	orphaned(ROWS);
	printf("orphaned: %s\n", each_once());

	int r = 0, c = 0;
	#pragma omp parallel
	#pragma omp critical
	{
		#pragma omp tile sizes(5)
		for (r = 0; r < ROWS; r++)
			for (int k = 0; k < COLUMNS; k++)
				count[r][k] += k % 2;
		#pragma omp tile sizes(4)
		for (c = 0; c < COLUMNS; c += 2)
			for (int k = 0; k < ROWS; k++)
				count[k][c] = 1;
	}
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			count[i][j] = count[i][j] > 0;
	printf("in a region: %s\n", each_once());

	#pragma omp parallel for lastprivate(i) private(j) // a comment
	#pragma omp tile sizes(2, 2)
	for (i = 0; i < ROWS; i++)
		for (j = 0; j < COLUMNS; j++)
			count[i][j]++;
	printf("listed: %s %d\n", each_once(), i);

	#pragma omp parallel for /* another comment */
	#pragma omp tile sizes(3)
	for (row = 0; row < ROWS; row++)
		for (int j = 0; j < COLUMNS; j++)
			count[row][j]++;
	printf("global: %s\n", each_once());
	return r + c < 0;
}
