// Clauses with a condition (6.0): where it is false the clause is as if it were not there.
// reference: none because gcc 12 and clang 19 do not know the conditions
// expect: group 40
// expect: loose 40
// expect: order 0 1 2 3 4 5 6 7
// expect: sum 28 old 21
// expect: tasks 10
#include <stdio.h>

enum { OFF, ON };
#define YES (ON == 1)
#pragma omp requires unified_shared_memory(OFF) dynamic_allocators(sizeof(int) > 2) atomic_default_mem_order(seq_cst)

int main(void)
{
	int done[40] = {0}, sum = 0, old = 0, count = 0, order[8], steps = 0;

	#pragma omp parallel num_threads(4)
	#pragma omp single
	{
		#pragma omp taskloop nogroup(OFF) grainsize(1) untied(ON - 1)
		for (int i = 0; i < 40; i++)
			done[i] = 1;
		for (int i = 0; i < 40; i++) /* the taskloop is a group: all is done */
			sum += done[i];
		printf("group %d\n", sum);
	}

	sum = 0;
	#pragma omp parallel num_threads(4)
	#pragma omp single
	{
		#pragma omp taskloop nogroup(YES) grainsize(1) mergeable(YES)
		for (int i = 0; i < 40; i++) {
			#pragma omp atomic relaxed(ON)
			sum++;
		}
	}
	printf("loose %d\n", sum);

	#pragma omp parallel for ordered num_threads(4)
	for (int i = 0; i < 8; i++) {
		#pragma omp ordered threads(ON) simd(OFF)
		order[steps++] = i;
	}
	printf("order");
	for (int i = 0; i < 8; i++)
		printf(" %d", order[i]);
	printf("\n");

	sum = 0;
	#pragma omp unroll full(OFF)
	for (int i = 0; i < 8; i++) {
		#pragma omp atomic capture(ON) seq_cst(OFF) relaxed(ON)
		{
			old = sum;
			sum += i;
		}
	}
	printf("sum %d old %d\n", sum, old);

	#pragma omp parallel num_threads(3)
	#pragma omp single nowait(OFF)
	#pragma omp taskgroup
	for (int i = 0; i < 10; i++) {
		#pragma omp task untied(ON) mergeable(OFF) shared(count)
		{
			#pragma omp atomic
			count++;
		}
	}
	printf("tasks %d\n", count);
	return 0;
}
