// task: 20000 small tasks from one thread, and from a loop shared by the team, all run.
// expect: 20000 20000
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp single
		for (int i = 0; i < 20000; i++)
			#pragma omp task shared(a)
			#pragma omp atomic
			a++;
		#pragma omp for
		for (int i = 0; i < 20000; i++) {
			#pragma omp task shared(b)
			{
				#pragma omp atomic
				b++;
			}
		}
	}
	printf("%d %d\n", a, b);
	return 0;
}
