// routines: a program that uses only the routines, without any directive, links and runs.
// expect: 1 0 0 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_lock_t lock;
	omp_init_lock(&lock);
	omp_set_lock(&lock);
	omp_unset_lock(&lock);
	omp_destroy_lock(&lock);
	omp_set_num_threads(3);
	printf("%d %d %d %d\n", omp_get_num_threads(), omp_get_thread_num(), omp_in_parallel(), omp_get_max_threads() == 3);
	return 0;
}
