// An allocator whose fallback is to abort ends the program when its pool is empty, on a device too, whose other threads go on until then.
// reference: none because gcc 12 lacks uses_allocators and clang 19 its newer spelling
// exit: 1
// expect: first 1
// expect-stderr: the allocator has no memory for 4096 bytes, and its fallback is to abort
#include <omp.h>
#include <stdio.h>

static const omp_alloctrait_t traits[] = {{omp_atk_pool_size, 5000}, {omp_atk_fallback, omp_atv_abort_fb}};

int main(void)
{
	omp_allocator_handle_t own = omp_null_allocator;
	int good = 0;
	for (int blocks = 1; blocks <= 2; blocks++) {
		#pragma omp target map(tofrom : good) uses_allocators(traits(traits) : own)
		for (int i = 0; i < blocks; i++) {
			int *p = omp_alloc(4096, own);
			good += p != NULL;
		}
		printf("first %d\n", good);
		fflush(stdout);
	}
	return 0;
}
