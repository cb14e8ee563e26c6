// tile below worksharing, collapse and taskloop: every iteration runs once, and a thread has whole tiles.
// reference: clang because gcc 12 has no tile
// expect: for: each once, tiles whole
// expect: collapse: each once, tiles whole
// expect: taskloop: each once
#include <omp.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 23, COLUMNS = 31 };

static int count[ROWS][COLUMNS], owner[ROWS][COLUMNS];

static const char *each_once(void)
{
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			if (count[i][j] != 1)
				return "wrong";
	memset(count, 0, sizeof count);
	return "each once";
}

static const char *whole(int height, int width)
{
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			if (owner[i][j] != owner[i / height * height][j / width * width])
				return "tiles broken";
	return "tiles whole";
}

int main(void)
{
	int rows = ROWS;
	#pragma omp parallel for schedule(static, 1)
	#pragma omp tile sizes(4, 5)
	for (int i = 0; i < rows; i++)
		for (int j = 0; j < COLUMNS; j++) {
			count[i][j]++;
			owner[i][j] = omp_get_thread_num();
		}
	printf("for: %s, %s\n", each_once(), whole(4, COLUMNS));

	#pragma omp parallel
	#pragma omp for collapse(2) schedule(static, 1)
	#pragma omp tile sizes(5, 4)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++) {
			count[i][j]++;
			owner[i][j] = omp_get_thread_num();
		}
	printf("collapse: %s, %s\n", each_once(), whole(5, 4));

	#pragma omp parallel
	#pragma omp single
	#pragma omp taskloop grainsize(1)
	#pragma omp tile sizes(6)
	for (int r = 0; r < ROWS; r++)
		for (int c = 0; c < COLUMNS; c++)
			count[r][c]++;
	printf("taskloop: %s\n", each_once());

	return 0;
}
