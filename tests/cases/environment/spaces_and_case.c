// environment: blanks around numbers and upper-case letters are accepted.
// env: OMP_NUM_THREADS= 3 , 2
// env: OMP_SCHEDULE=DYNAMIC,5
// env: OMP_DYNAMIC=FALSE
// expect: 3 kind 2 chunk 5 dynamic 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk;
	omp_get_schedule(&kind, &chunk);
	printf("%d kind %d chunk %d dynamic %d\n", omp_get_max_threads(), (int)(kind & 0xff), chunk, omp_get_dynamic());
	return 0;
}
