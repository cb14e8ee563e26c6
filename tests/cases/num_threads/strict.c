// num_threads(strict: n) (OpenMP 6.0): n threads, or a message as severity and message say.
// env: OMP_THREAD_LIMIT=3
// env: OMP_DYNAMIC=true
// reference: none because gcc 12 and clang 19 do not know strict
// expect: strict 2
// expect: serial 1
// expect: warned 3
// expect-stderr: too few for task 4
// expect-stderr: num_threads(strict: 9)
// exit: 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 2, threads = 0;
	char words[40];
	omp_set_dynamic(0);
	#pragma omp parallel num_threads(strict: n)
	#pragma omp masked
	threads = omp_get_num_threads();
	printf("strict %d\n", threads);
	#pragma omp parallel num_threads(strict: 9) if (n > 2) shared(threads)
	threads = omp_get_num_threads();
	printf("serial %d\n", threads);
	snprintf(words, sizeof words, "too few for task %d", n + 2);
	#pragma omp parallel num_threads(strict: n + 2, 1) severity(warning) message(words)
	#pragma omp masked
	threads = omp_get_num_threads();
	printf("warned %d\n", threads);
	fflush(stdout);
	#pragma omp parallel num_threads(strict: 9) severity(fatal)
	#pragma omp masked
	printf("not reached %d\n", omp_get_num_threads());
	return 0;
}
