// locks: threads that poll with omp_test_lock all get in, one at a time.
// expect: turns 200 most 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	omp_lock_t lock;
	int turns = 0, inside = 0, most = 0;
	omp_init_lock(&lock);
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 50; i++) {
		while (!omp_test_lock(&lock)) {
			#pragma omp taskyield
		}
		turns++;
		inside++;
		if (inside > most)
			most = inside;
		inside--;
		omp_unset_lock(&lock);
	}
	omp_destroy_lock(&lock);
	printf("turns %d most %d\n", turns, most);
	return 0;
}
