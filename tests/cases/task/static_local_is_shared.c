// task: a static variable declared in the enclosing region is shared by the tasks, not firstprivate.
// reference: clang-19 because gcc 12 makes it firstprivate
// expect: 10 team 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int total = 0, team = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		static int count;
		for (int i = 0; i < 10; i++) {
			#pragma omp task
			{
				#pragma omp atomic
				count++;
			}
		}
		#pragma omp taskwait
		total = count;
		team = omp_get_num_threads();
	}
	printf("%d team %d\n", total, team);
	return 0;
}
