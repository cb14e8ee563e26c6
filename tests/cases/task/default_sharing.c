// task: locals of the creating code are firstprivate by default, shared ones of the region stay shared, file-scope ones are shared.
// expect: copies 0 shared 30 static 10
#include <stdio.h>

static int total;

int main(void)
{
	int shared_sum = 0, wrong = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		int out[10];
		for (int i = 0; i < 10; i++) {
			int local = i * 3;
			int *slot = &out[i];
			#pragma omp task
			{
				*slot = local + i;
				local = -1;
				#pragma omp atomic
				shared_sum += 3;
				#pragma omp atomic
				total++;
			}
			wrong += local != i * 3;
			local = -2;
		}
		#pragma omp taskwait
		for (int i = 0; i < 10; i++)
			wrong += out[i] != 4 * i;
	}
	printf("copies %d shared %d static %d\n", wrong, shared_sum, total);
	return 0;
}
