// collapse: code between the loops (OpenMP 5.0) runs once for each iteration of the loop around it; inner variables are private.
// expect: rows 55 sum 2025 last 9 after 10
// expect: three 1000 100 10
// reference: none because gcc 12 and clang 19 want the loops perfectly nested
#include <stdio.h>

#define ROWS 10

static int count[3];

int main(void)
{
	int rows[ROWS] = {0}, table[ROWS][ROWS], i, j, k, before = -1, after = 0;
	long sum = 0;
	#pragma omp parallel for collapse(2) reduction(+: sum) lastprivate(before) reduction(+: after)
	for (i = 0; i < ROWS; i++) {
		int first = i; /* a declaration, too */
		before = first;
		rows[i] += first;
		for (j = 0; j < ROWS; j++) {
			if (j == 5)
				continue;
			table[i][j] = i * j;
			sum += table[i][j];
		}
		sum += i * 5;
		rows[i]++;
		after++;
	}
	int total = 0;
	for (i = 0; i < ROWS; i++)
		total += rows[i];
	printf("rows %d sum %ld last %d after %d\n", total, sum, before, after);

	#pragma omp parallel for collapse(3) schedule(dynamic, 7) private(k)
	for (i = 0; i < ROWS; i++)
		for (j = 0; j < ROWS; j++) {
			#pragma omp atomic
			count[1]++;
			for (k = 0; k < ROWS; k++) {
				#pragma omp atomic
				count[0]++;
			}
			if (j == 0)
				#pragma omp atomic
				count[2]++;
		}
	printf("three %d %d %d\n", count[0], count[1], count[2]);
	return 0;
}
