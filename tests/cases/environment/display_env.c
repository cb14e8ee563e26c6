// environment: omp_display_env can be called with both values and leaves the program's own output alone.
// threads: 1 2 7
// reference: none because the native runtimes print to stderr, which a case must leave empty
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
