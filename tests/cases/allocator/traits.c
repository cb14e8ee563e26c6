// Allocators with traits: alignment, a pool that runs out, every way to go on then, and memory taken by many threads.
// reference: clang because libgomp's pools count its own bookkeeping too
// expect: aligned 1 1
// expect: pool 1 0 1 0
// expect: fallback null 1 default 0 other 0
// expect: moved 1 1
// expect: sum 9000
#include <omp.h>
#include <stdint.h>
#include <stdio.h>

#define ALIGNED(pointer, bytes) ((uintptr_t)(pointer) % (bytes) == 0)

static omp_allocator_handle_t pool(size_t bytes, omp_alloctrait_value_t fallback, omp_allocator_handle_t other)
{
	omp_alloctrait_t traits[] = {
		{omp_atk_pool_size, bytes},
		{omp_atk_fallback, fallback},
		{omp_atk_fb_data, (omp_uintptr_t)other},
		{omp_atk_sync_hint, omp_atv_contended},
		{omp_atk_access, omp_atv_all},
	};
	return omp_init_allocator(omp_default_mem_space, other == omp_null_allocator ? 2 : 5, traits);
}

int main(void)
{
	const omp_alloctrait_t wide[] = {{omp_atk_alignment, 512}, {omp_atk_partition, omp_atv_environment}};
	omp_allocator_handle_t aligned = omp_init_allocator(omp_large_cap_mem_space, 2, wide);
	double *a = omp_alloc(100 * sizeof *a, aligned), *b = omp_alloc(3, aligned);
	printf("aligned %d %d\n", ALIGNED(a, 512), ALIGNED(b, 512));
	omp_free(a, aligned);
	omp_free(b, omp_null_allocator);

	omp_allocator_handle_t null = pool(1 << 20, omp_atv_null_fb, omp_null_allocator);
	void *big = omp_alloc(900000, null), *more = omp_alloc(900000, null);
	omp_free(big, null);
	big = omp_alloc(900000, null);
	printf("pool %d %d %d %d\n", big != NULL, more != NULL, big != NULL, omp_alloc(1 << 21, null) != NULL);

	omp_allocator_handle_t ordinary = pool(1000, omp_atv_default_mem_fb, omp_null_allocator);
	omp_allocator_handle_t chained = pool(1000, omp_atv_allocator_fb, null);
	void *from_default = omp_alloc(5000, ordinary), *none = omp_alloc(900000, chained);
	omp_free(big, null);
	void *from_other = omp_alloc(900000, chained);
	printf("fallback null %d default %d other %d\n", none == NULL, from_default == NULL, from_other == NULL);
	omp_free(from_default, ordinary);
	omp_free(from_other, chained);

	int *list = omp_calloc(10, sizeof *list, aligned);
	for (int i = 0; i < 10; i++)
		list[i] += i;
	list = omp_realloc(list, 1000 * sizeof *list, aligned, aligned);
	printf("moved %d %d\n", list[0] == 0 && list[9] == 9, ALIGNED(list, 512));
	omp_free(list, aligned);

	long sum = 0;
	#pragma omp parallel for reduction(+ : sum) schedule(dynamic)
	for (int i = 0; i < 1000; i++) {
		omp_set_default_allocator(null);
		int *own = omp_aligned_alloc(64, 16 * sizeof *own, omp_null_allocator);
		own[15] = 9;
		sum += own[15] * ALIGNED(own, 64);
		omp_free(own, omp_null_allocator);
	}
	printf("sum %ld\n", sum);
	omp_destroy_allocator(aligned);
	omp_destroy_allocator(ordinary);
	omp_destroy_allocator(chained);
	omp_destroy_allocator(null);
	return 0;
}
