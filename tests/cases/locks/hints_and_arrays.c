// locks: locks initialised with hints, kept in an array and in structs, one per bucket.
// reference: clang-19 because libgomp 12 does not have omp_init_lock_with_hint
// expect: total 1000 even 1
#include <omp.h>
#include <stdio.h>

struct bucket {
	omp_lock_t lock;
	int n;
};

int main(void)
{
	struct bucket b[5];
	omp_nest_lock_t nest;
	int total = 0, even = 1, inside = 0;
	for (int i = 0; i < 5; i++) {
		omp_init_lock_with_hint(&b[i].lock, i % 2 ? omp_sync_hint_contended : omp_sync_hint_none);
		b[i].n = 0;
	}
	omp_init_nest_lock_with_hint(&nest, omp_sync_hint_uncontended);
	#pragma omp parallel for num_threads(4) schedule(dynamic, 10)
	for (int i = 0; i < 1000; i++) {
		struct bucket *which = &b[i * 7 % 5];
		omp_set_lock(&which->lock);
		which->n++;
		omp_unset_lock(&which->lock);
		if (i % 100 == 0) {
			omp_set_nest_lock(&nest);
			omp_set_nest_lock(&nest);
			inside += omp_get_num_threads() == 4;
			omp_unset_nest_lock(&nest);
			omp_unset_nest_lock(&nest);
		}
	}
	for (int i = 0; i < 5; i++) {
		total += b[i].n;
		even &= b[i].n == 200;
		omp_destroy_lock(&b[i].lock);
	}
	omp_destroy_nest_lock(&nest);
	printf("total %d even %d\n", total, even && inside == 10);
	return 0;
}
