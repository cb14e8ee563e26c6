// environment: blanks around the parts of OMP_SCHEDULE are accepted.
// reference: gcc because libomp rejects the value
// env: OMP_SCHEDULE= Guided , 5
// expect: kind 3 chunk 5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_sched_t kind;
	int chunk;
	omp_get_schedule(&kind, &chunk);
	printf("kind %d chunk %d\n", (int)(kind & 0xff), chunk);
	return 0;
}
