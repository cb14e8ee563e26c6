// Data sharing of taskloop: private, firstprivate, lastprivate, shared, bounds evaluated once, nogroup, combined forms.
// expect: last 99 x 5 sum 4950 bounds 1 nogroup 10 array 99 101
// reference: gcc because clang 19 evaluates the bounds in every task
// expect: combined 100 100 100 100
#include <stdio.h>

static int calls;

static int bound(void)
{
	calls++;
	return 100;
}

int main(void)
{
	int last = -1, x = 5, sum = 0, scratch = 77, late = 0, ends[2] = {0, 0}, hits[4][100] = {{0}};
	#pragma omp parallel
	{
		#pragma omp single
		{
			#pragma omp taskloop lastprivate(last, ends) private(scratch) firstprivate(x) shared(sum) grainsize(3)
			for (int i = 0; i < bound(); i++) {
				scratch = i;
				x += 3;
				last = scratch;
				ends[0] = i;
				ends[1] = i + 2;
				#pragma omp atomic
				sum += scratch;
			}
			#pragma omp taskgroup
			{
				#pragma omp taskloop nogroup num_tasks(5) priority(1) untied mergeable if(x > 2) final(x > 200)
				for (int i = 0; i < 10; i++) {
					#pragma omp atomic
					late++;
				}
			}
		}
		#pragma omp master taskloop
		for (int i = 0; i < 100; i++)
			hits[0][i]++;
		#pragma omp master taskloop simd simdlen(4)
		for (int i = 0; i < 100; i++)
			hits[1][i]++;
	}
	#pragma omp parallel master taskloop
	for (int i = 0; i < 100; i++)
		hits[2][i]++;
	#pragma omp parallel master taskloop simd collapse(2)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 10; j++)
			hits[3][10 * i + j]++;
	printf("last %d x %d sum %d bounds %d nogroup %d array %d %d\n", last, x, sum, calls, late, ends[0], ends[1]);
	printf("combined");
	for (int k = 0; k < 4; k++) {
		int once = 0;
		for (int i = 0; i < 100; i++)
			once += hits[k][i] == 1;
		printf(" %d", once);
	}
	printf("\n");
	return 0;
}
