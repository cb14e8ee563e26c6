// critical: under contention no update is lost, by an unnamed and by a named critical and by both kinds of lock.
// expect: 4000 4000 4000 4000
#include <omp.h>
#include <stdio.h>

int main(void)
{
	enum { EACH = 1000 };
	volatile int a = 0, b = 0, c = 0, d = 0;
	omp_lock_t lock;
	omp_nest_lock_t nest;
	omp_init_lock(&lock);
	omp_init_nest_lock(&nest);
	#pragma omp parallel num_threads(4)
	{
		#pragma omp barrier
		for (int i = 0; i < EACH; i++) {
			#pragma omp critical
			a = a + 1;
			#pragma omp critical(name)
			b = b + 1;
			omp_set_lock(&lock);
			c = c + 1;
			omp_unset_lock(&lock);
			omp_set_nest_lock(&nest);
			d = d + 1;
			omp_unset_nest_lock(&nest);
		}
	}
	omp_destroy_lock(&lock);
	omp_destroy_nest_lock(&nest);
	printf("%d %d %d %d\n", a, b, c, d);
	return 0;
}
