// routines: OMP_CANCELLATION is reported by omp_get_cancellation.
// env: OMP_CANCELLATION=true
// expect: 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	printf("%d\n", omp_get_cancellation() != 0);
	return 0;
}
