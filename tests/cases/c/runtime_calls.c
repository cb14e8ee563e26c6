// omp_* calls in regions, in clauses, in bounds and through a function pointer.
// expect: 1 1 1 1 1 1
#include <omp.h>
#include <stdio.h>

static int numbered(void)
{
	return omp_get_thread_num() < omp_get_num_threads();
}

int main(void)
{
	int ok = 1, sizes = 1, (*question)(void) = omp_in_parallel, inside = 0, clause = 1, covered = 0;
	int most = omp_get_max_threads();
	double begin = omp_get_wtime();

#pragma omp parallel reduction(& : ok, sizes)
	{
		ok &= numbered();
		sizes &= omp_get_num_threads() == most;
#pragma omp single
		inside = question();
		for (int i = omp_get_thread_num(); i < 70; i += omp_get_num_threads())
#pragma omp atomic
			covered++;
	}
#pragma omp parallel num_threads(omp_get_max_threads() > 1 ? 2 : 1) if (!omp_in_parallel())
#pragma omp master
	clause = omp_get_num_threads() == (most > 1 ? 2 : 1);
	printf("%d %d %d %d %d %d\n", ok, sizes, inside == (most > 1), clause, covered == 70, omp_get_wtime() >= begin && !omp_in_parallel());
	return 0;
}
