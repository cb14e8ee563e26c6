// task: final makes the task and all its descendants run at once in one thread; omp_in_final tells.
// expect: in final 1 0 order 1 2 3 4 same 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int final = -1, not = -1, order[4] = {0}, at = 0, same = 1, two = 2;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		#pragma omp task final(two > 1) shared(final, order, at, same) firstprivate(two)
		{
			int me = omp_get_thread_num();
			final = omp_in_final();
			order[at++] = 1;
			#pragma omp task shared(order, at, same)
			{
				order[at++] = 2;
				#pragma omp task shared(order, at, same)
				{
					order[at++] = 3;
					same &= omp_in_final() && omp_get_thread_num() == me;
				}
			}
			order[at++] = 4;
		}
		#pragma omp task final(two > 2) shared(not)
		not = omp_in_final();
	}
	printf("in final %d %d order %d %d %d %d same %d\n", final, not, order[0], order[1], order[2], order[3], same);
	return 0;
}
