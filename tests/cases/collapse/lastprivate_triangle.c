// lastprivate of the loop variables of nests that are not rectangular: what a serial run leaves.
// reference: none because gcc 12 and clang 19 give other values to the inner variables
// expect: 10 12 9 sum 140
// expect: 5 7 11 none 3 0
// expect: teams 8 8
#include <stdio.h>

int main(void)
{
	int i = -1, j = -1, k = -1, n = 10, sum = 0;
	#pragma omp parallel for collapse(3) lastprivate(i, j, k) reduction(+ : sum) num_threads(3)
	for (i = 0; i < n; i++)
		for (j = 3; j < 12; j++)
			for (k = i; k < 9; k += 2)
				sum += j == 3 || j == 5 ? i : 0;
	printf("%d %d %d sum %d\n", i, j, k, sum);
	#pragma omp parallel for collapse(2) lastprivate(i, j)
	for (i = 2; i < 5; i++)
		for (j = i; j <= 6; j++) {
			#pragma omp atomic write
			k = 11;
		}
	printf("%d %d %d", i, j, k);
	j = 0;
	#pragma omp parallel for collapse(2) lastprivate(i)
	for (i = 0; i < 3; i++)
		for (int m = 0; m <= i; m++)
			;
	printf(" none %d %d\n", i, j);
	#pragma omp teams distribute parallel for collapse(2) lastprivate(i, j) num_teams(3)
	for (i = 0; i < 8; i += 4)
		for (j = i; j < 7; j += 2)
			;
	printf("teams %d %d\n", i, j);
	return 0;
}
