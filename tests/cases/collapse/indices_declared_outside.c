// collapse: indices declared outside are private and, when lastprivate, end with the values of the sequential loop.
// expect: i 7 j 5 k 1
// expect: untouched -1 -2
#include <stdio.h>

int main(void)
{
	int i = -1, j = -2, n = 0, a = -1, b = -2;
	long k = 0;
	#pragma omp parallel for collapse(3) lastprivate(i, j, k) reduction(+: n)
	for (i = 0; i < 7; i++)
		for (j = 0; j < 5; j += 2)
			for (k = 9; k > 3; k -= 4)
				n++;
	printf("i %d j %d k %ld\n", i, j - 1, k);
	#pragma omp parallel num_threads(3) firstprivate(a, b) reduction(+: n)
	{
		#pragma omp for collapse(2)
		for (a = 0; a < 3; a++)
			for (b = 0; b < 3; b++)
				n++;
	}
	printf("untouched %d %d\n", a, b * (n == 51));
	return 0;
}
