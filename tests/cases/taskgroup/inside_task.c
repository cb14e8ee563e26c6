// taskgroup: inside a task it waits for the tasks made in the group only, not for the siblings of the task.
// expect: done 1 released 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int flag = 0, done = 0, released = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		#pragma omp task shared(flag, released)
		{
			double until = omp_get_wtime() + 5;
			int seen = 0;
			while (!seen && omp_get_wtime() < until) {
				#pragma omp taskyield
				#pragma omp atomic read
				seen = flag;
			}
			released = seen;
		}
		#pragma omp task shared(flag, done)
		{
			int child = 0;
			#pragma omp taskgroup
			{
				#pragma omp task shared(child)
				child = 1;
			}
			done = child;
			#pragma omp atomic write
			flag = 1;
		}
	}
	printf("done %d released %d\n", done, released);
	return 0;
}
