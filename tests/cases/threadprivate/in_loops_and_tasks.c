// threadprivate: worksharing loops, sections and undeferred tasks use the copy of the thread that runs them.
// expect: sum 4950 wrong 0
#include <omp.h>
#include <stdio.h>

static long partial;
static int depth;
#pragma omp threadprivate(partial, depth)

static void walk(int n)
{
	depth++;
	if (n > 0)
		walk(n - 1);
	depth--;
}

int main(void)
{
	long sum = 0;
	int wrong = 0;
	#pragma omp parallel num_threads(4) reduction(+: sum, wrong)
	{
		partial = 0;
		#pragma omp for schedule(dynamic, 7)
		for (int i = 0; i < 100; i++)
			partial += i;
		sum += partial;
		walk(50);
		wrong += depth != 0;
		depth = omp_get_thread_num() + 1;
		#pragma omp task if(0) shared(wrong)
		wrong += depth != omp_get_thread_num() + 1;
		#pragma omp barrier
		wrong += depth != omp_get_thread_num() + 1;
	}
	printf("sum %ld wrong %d\n", sum, wrong);
	return 0;
}
