// serial: every construct met outside a parallel region is run by the one thread as if in a team of one.
// expect: 0 1 2 3 4
// expect: sections 3 single 1 masked 1 critical 1 last 9 ordered 45 x 12
#include <omp.h>
#include <stdio.h>

static int last, sum;

int main(void)
{
	int sections = 0, single = 0, masked = 0, critical = 0, x = 12;
	#pragma omp for ordered schedule(dynamic)
	for (int i = 0; i < 5; i++) {
		#pragma omp ordered
		printf("%d%c", i, i < 4 ? ' ' : '\n');
	}
	#pragma omp sections
	{
		sections++;
		#pragma omp section
		sections += 2;
	}
	#pragma omp single copyprivate(x)
	single++;
	#pragma omp masked
	masked++;
	#pragma omp masked filter(1)
	masked += 10;
	#pragma omp critical
	critical++;
	#pragma omp barrier
	#pragma omp flush
	#pragma omp for lastprivate(last) reduction(+: sum) schedule(guided)
	for (int i = 0; i < 10; i++) {
		last = i;
		sum += i * omp_get_num_threads();
	}
	printf("sections %d single %d masked %d critical %d last %d ordered %d x %d\n", sections, single, masked, critical, last, sum, x);
	return 0;
}
