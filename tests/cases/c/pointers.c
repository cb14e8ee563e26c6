// Pointers and pointers to pointers: reassigned, stepped, private, in tables, to captured variables, compared.
// expect: 4950 3 7 1 5
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	int **rows = malloc(10 * sizeof *rows), x = 0, *px = &x, **ppx = &px, other = 3;
	const char *word = "hello";
	char *buffer = NULL;
	long sum = 0;
	int same = 0, length = 0;

	if (!rows)
		return 1;
#pragma omp parallel for
	for (int i = 0; i < 10; i++) {
		rows[i] = malloc(10 * sizeof **rows);
		if (!rows[i])
			exit(1);
		for (int *p = rows[i], j = 0; j < 10; p++, j++)
			*p = i * 10 + j;
	}
#pragma omp parallel for collapse(2) reduction(+ : sum)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 10; j++)
			sum += *(*(rows + i) + j);
#pragma omp parallel
	{
#pragma omp single
		{
			**ppx = 7;
			*ppx = &other;
			same = &other == px && ppx == &px;
			buffer = calloc(8, 1);
		}
#pragma omp single
		for (const char *p = word; *p; p++)
			buffer[length++] = *p;
	}
	printf("%ld %d %d %d %d\n", sum, *px, x, same, length);
#pragma omp parallel for
	for (int i = 0; i < 10; i++)
		free(rows[i]);
	free(rows);
	free(buffer);
	return 0;
}
