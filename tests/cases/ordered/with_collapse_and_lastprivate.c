// ordered: on a collapsed loop the order is that of the nest; lastprivate and reduction work with it.
// expect: 00 01 02 10 11 12 20 21 22 30 31 32
// expect: last 32 sum 192
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int last = 0, sum = 0;
	#pragma omp parallel for collapse(2) ordered schedule(dynamic) lastprivate(last) reduction(+: sum) num_threads(4)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 3; j++) {
			last = i * 10 + j;
			sum += last * (omp_get_num_threads() == 4);
			#pragma omp ordered
			printf("%d%d%c", i, j, last == 32 ? '\n' : ' ');
		}
	printf("last %d sum %d\n", last, sum);
	return 0;
}
