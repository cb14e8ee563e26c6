// allocate with cancellation: what a cancelled thread leaves behind is given back.
// env: OMP_CANCELLATION=true
// reference: none because gcc 12 has no allocate directive
// expect: 1 1
#include <omp.h>
#include <stdio.h>
int main(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, 1 << 20}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t pool = omp_init_allocator(omp_default_mem_space, 2, traits);
	int x[100], sum = 0;
	#pragma omp parallel private(x) allocate(pool: x) num_threads(3)
	{
		#pragma omp for private(x) allocate(pool: x) reduction(+:sum) allocate(pool: sum)
		for (int i = 0; i < 1000; i++) {
			int y[10] = {i};
			#pragma omp allocate(y) allocator(pool)
			x[i % 100] = y[0];
			sum++;
			#pragma omp cancel for if (i > 3)
		}
		x[1] = 1;
		#pragma omp cancel parallel
	}
	void *p = omp_alloc(1 << 20, pool);
	printf("%d %d\n", p != NULL, sum > 0);
	omp_free(p, pool);
	omp_destroy_allocator(pool);
	return 0;
}
