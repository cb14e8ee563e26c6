// num_threads: the clause wins over omp_set_num_threads and over OMP_NUM_THREADS, for that region only.
// expect: 6 3 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int by_clause = 0, by_routine = 0, before = omp_get_max_threads();

	omp_set_num_threads(3);
	#pragma omp parallel num_threads(6)
	#pragma omp atomic
	by_clause++;
	#pragma omp parallel
	#pragma omp atomic
	by_routine++;
	omp_set_num_threads(before);
	printf("%d %d %d\n", by_clause, by_routine, omp_get_max_threads() == before);
	return 0;
}
