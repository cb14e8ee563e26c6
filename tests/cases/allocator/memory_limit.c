// The system has no more memory: each fallback does what it is for, and smaller blocks are still to be had.
// reference: none because the address space that is left depends on the runtime
// no-sanitizer because a sanitizer needs the address space that the case takes away
// expect: null 1
// expect: other 1
// expect: small 1 1
// expect: still 1
// expect-stderr: its fallback is to abort
// exit: 1
#include <omp.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

enum { MEGABYTE = 1 << 20 };

int main(void)
{
	struct rlimit limit;
	omp_alloctrait_t null_trait = {omp_atk_fallback, omp_atv_null_fb}, abort_trait = {omp_atk_fallback, omp_atv_abort_fb};
	omp_allocator_handle_t null = omp_init_allocator(omp_default_mem_space, 1, &null_trait);
	omp_allocator_handle_t strict = omp_init_allocator(omp_default_mem_space, 1, &abort_trait);
	omp_alloctrait_t to_null[] = {{omp_atk_fallback, omp_atv_allocator_fb}, {omp_atk_fb_data, (omp_uintptr_t)null}};
	omp_allocator_handle_t other = omp_init_allocator(omp_high_bw_mem_space, 2, to_null);
	int failed = 0;
	#pragma omp parallel reduction(+ : failed)
	failed += omp_get_num_threads() < 1;
	getrlimit(RLIMIT_AS, &limit);
	limit.rlim_cur = 2048ul * MEGABYTE;
	setrlimit(RLIMIT_AS, &limit);
	printf("null %d\n", omp_alloc(3000ul * MEGABYTE, null) == NULL && !failed);
	printf("other %d\n", omp_alloc(3000ul * MEGABYTE, other) == NULL);
	char *small = omp_alloc(MEGABYTE, null), *next = omp_alloc(MEGABYTE, other);
	printf("small %d %d\n", small != NULL, next != NULL);
	memset(small, 1, MEGABYTE);
	printf("still %d\n", omp_realloc(small, 3000ul * MEGABYTE, null, null) == NULL && small[MEGABYTE - 1] == 1);
	omp_free(small, null);
	omp_free(next, other);
	fflush(stdout);
	omp_alloc(3000ul * MEGABYTE, strict);
	printf("not reached\n");
	return 0;
}
