// interchange: the order of the loops, and the loops that a directive above shares out.
// reference: none because no other compiler here knows interchange
// expect: two: 00 10 01 11 02 12
// expect: three: 000 010 100 110 001 011 101 111
// expect: outer two of three: 000 001 100 101 010 011 110 111
// expect: rotated: 000 010 001 011 100 110 101 111
// expect: the inner loop is shared out: 1
// expect: collapsed: 66
// expect: variables outside: 00 10 01 11
// expect: applied: 02 12 01 11 00 10
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 2, rows = 4, owner[4][8], same = 1, sum = 0, i, j;

	printf("two:");
	#pragma omp interchange
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 3; j++)
			printf(" %d%d", i, j);

	printf("\nthree:");
	#pragma omp interchange permutation(3, 1, 2)
	for (int i = 0; i < n; i++) { // rows
		for (int j = 0; j < n; j++) { /* columns */
			for (int k = 0; k < n; k++) {
				printf(" %d%d%d", i, j, k);
			}
		}
	}

	printf("\nouter two of three:");
	#pragma omp interchange permutation(2, 1)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			for (int k = 0; k < n; k++)
				printf(" %d%d%d", i, j, k);

	printf("\nrotated:");
	#pragma omp interchange permutation(1, 3, 2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			for (int k = 0; k < n; k++)
				printf(" %d%d%d", i, j, k);

	#pragma omp parallel for schedule(static, 1)
	#pragma omp interchange
	for (i = 0; i < rows; i++)
		for (j = 0; j < 8; j++)
			owner[i][j] = omp_get_thread_num();
	for (i = 0; i < rows; i++)
		for (j = 0; j < 8; j++)
			same &= owner[i][j] == owner[0][j] && owner[i][j] == owner[i][j % omp_get_max_threads()];
	printf("\nthe inner loop is shared out: %d", same);

	#pragma omp parallel for collapse(3) reduction(+ : sum)
	#pragma omp interchange permutation(2, 3, 1)
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 3; j++)
			for (int k = 0; k < 2; k++)
				sum += i * 6 + j * 2 + k;
	printf("\ncollapsed: %d", sum);

	printf("\nvariables outside:");
	#pragma omp interchange
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			printf(" %d%d", i, j);

	printf("\napplied:");
	#pragma omp interchange apply(interchanged: reverse, nothing)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 3; j++)
			printf(" %d%d", i, j);
	printf("\n");
	return i + j - 4;
}
