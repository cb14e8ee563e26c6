// reduction with nowait(condition): where the condition is false the sum is there at once, else after the next barrier.
// reference: none because gcc 12 and clang 19 do not know the condition
// expect: at once 0 later 0
#include <stdio.h>

int main(int argc, char **argv)
{
	int at_once = 0, later = 0, rounds = 0;
	(void)argv;
	#pragma omp parallel reduction(+ : at_once, later)
	for (int r = 0; r < 300; r++) {
		static int s;
		static double most;
		#pragma omp single
		{
			s = 0;
			most = -1;
			rounds++;
		}
		#pragma omp for reduction(+ : s) reduction(max : most) nowait(r % 3 == 0 || argc > 5)
		for (int i = 0; i < 100; i++) {
			s += i;
			most = i > most ? i : most;
		}
		if (r % 3 != 0)
			at_once += s != 4950 || most != 99;
		#pragma omp barrier
		later += s != 4950 || most != 99;
		#pragma omp barrier
	}
	printf("at once %d later %d\n", at_once, later + (rounds != 300));
	return 0;
}
