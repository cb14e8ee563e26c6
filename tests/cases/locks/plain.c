// locks: a plain lock excludes; omp_test_lock fails while it is held and succeeds when it is free.
// expect: count 800 held 0 free 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_lock_t lock;
	int count = 0, held = -1, available = -1;
	omp_init_lock(&lock);
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 200; i++) {
		omp_set_lock(&lock);
		count++;
		omp_unset_lock(&lock);
	}
	omp_set_lock(&lock);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked filter(1)
		held = omp_test_lock(&lock);
	}
	omp_unset_lock(&lock);
	available = omp_test_lock(&lock) != 0;
	omp_unset_lock(&lock);
	omp_destroy_lock(&lock);
	printf("count %d held %d free %d\n", count, held, available);
	return 0;
}
