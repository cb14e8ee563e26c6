// allocate with task reductions: the tasks' copies are in the allocator's memory and are given back.
// reference: none because neither gcc 12 nor clang 19 takes them from there
// expect: taskgroup 45 1 1
// expect: taskloop 45 1
// expect: task modifier 45
// expect: given back 1
#include <omp.h>
#include <stdint.h>
#include <stdio.h>

enum { POOL = 1 << 16 };

int main(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, POOL}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t pool = omp_init_allocator(omp_default_mem_space, 2, traits);
	int sum = 0, table[100] = {0}, taken = 0, aligned = 1, loop = 0, loop_taken = 0, modified = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskgroup task_reduction(+ : sum, table) allocate(allocator(pool), align(256) : table) allocate(pool : sum)
		for (int i = 0; i < 10; i++) {
			#pragma omp task in_reduction(+ : sum, table) shared(taken, aligned)
			{
				sum += i;
				table[i] += i;
				if (i == 9) {
					void *rest = omp_alloc(POOL - sizeof table + 1, pool);
					taken = rest == NULL;
					omp_free(rest, pool);
					aligned = (uintptr_t)table % 256 == 0;
				}
			}
		}
		#pragma omp taskloop reduction(+ : loop, table) allocate(pool : table, loop) shared(loop_taken)
		for (int i = 0; i < 10; i++) {
			loop += i;
			table[0]++;
			if (i == 3) {
				void *rest = omp_alloc(POOL - sizeof table + 1, pool);
				loop_taken = rest == NULL;
				omp_free(rest, pool);
			}
		}
	}
	printf("taskgroup %d %d %d\n", table[9] == 9 ? sum : -1, taken, aligned);
	printf("taskloop %d %d\n", table[0] == 10 ? loop : -1, loop_taken);
	#pragma omp parallel num_threads(3) reduction(task, + : modified) allocate(pool : modified)
	{
		#pragma omp single
		for (int i = 0; i < 10; i++) {
			#pragma omp task in_reduction(+ : modified)
			modified += i;
		}
	}
	printf("task modifier %d\n", modified);
	void *all = omp_alloc(POOL, pool);
	printf("given back %d\n", all != NULL);
	omp_free(all, pool);
	omp_destroy_allocator(pool);
	return 0;
}
