// locks: one task sets a lock before a barrier and unsets it after; the others wait exactly that long.
// expect: order 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_lock_t lock;
	int data = 0, wrong = 0;
	omp_init_lock(&lock);
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		if (omp_get_thread_num() == 0)
			omp_set_lock(&lock);
		#pragma omp barrier
		if (omp_get_thread_num() == 0) {
			data = 5;
			omp_unset_lock(&lock);
		} else {
			omp_set_lock(&lock);
			wrong += data != 5;
			omp_unset_lock(&lock);
		}
	}
	omp_destroy_lock(&lock);
	printf("order %d\n", wrong + (data != 5));
	return 0;
}
