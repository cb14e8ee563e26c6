// environment: omp_display_env is declared and can be linked; a call that is not reached prints nothing.
// expect: before
// expect: after 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	volatile int never = 0;
	printf("before\n");
	if (never)
		omp_display_env(1);
	if (never)
		omp_display_env(0);
	printf("after %d\n", omp_get_num_threads());
	return 0;
}
