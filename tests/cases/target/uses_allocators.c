// target uses_allocators: predefined ones, ones with traits that the region makes for itself, in both spellings.
// reference: none because gcc 12 lacks the clause and clang 19 the newer spellings
// expect: own 1 1
// expect: newer 1 7
// expect: in parallel 10
// expect: outer untouched 1
#include <omp.h>
#include <stdint.h>
#include <stdio.h>

#define ALIGNED(x, n) ((uintptr_t)(x) % (n) == 0)

static const omp_alloctrait_t wide[] = {{omp_atk_alignment, 256}, {omp_atk_pool_size, 4096}};

int main(void)
{
	const omp_alloctrait_t traits[2] = {{omp_atk_alignment, 512}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t own = omp_null_allocator, other = omp_null_allocator;
	int x = 1, aligned = 0, value = 0;
	#pragma omp target uses_allocators(own(traits), omp_default_mem_alloc) allocate(own : x) firstprivate(x) map(tofrom : aligned, value)
	{
		int *p = omp_alloc(100, omp_default_mem_alloc);
		aligned = ALIGNED(&x, 512) && p;
		value = x;
		omp_free(p, omp_default_mem_alloc);
	}
	printf("own %d %d\n", aligned, value);

	#pragma omp target uses_allocators(memspace(omp_high_bw_mem_space), traits(wide) : other; omp_thread_mem_alloc) map(from : aligned, value)
	{
		int *p = omp_alloc(7 * sizeof *p, other);
		aligned = ALIGNED(p, 256);
		for (int i = 0; i < 7; i++)
			p[i] = i + 1;
		value = p[6];
		omp_free(p, other);
	}
	printf("newer %d %d\n", aligned, value);

	int sum = 0;
	#pragma omp target parallel num_threads(4) reduction(+ : sum) firstprivate(x) map(tofrom : sum) uses_allocators(omp_low_lat_mem_alloc) allocate(omp_low_lat_mem_alloc : x)
	{
		x += omp_get_thread_num();
		sum += omp_get_num_threads() == 4 ? x : 10;
	}
	printf("in parallel %d\n", sum);
	printf("outer untouched %d\n", own == omp_null_allocator && other == omp_null_allocator);
	return 0;
}
