// task: tasks created in a shared loop, in sections and in a nested parallel region are done at the construct's barrier.
// expect: 60 3 8
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0;
	omp_set_max_active_levels(2);
	#pragma omp parallel num_threads(3)
	{
		#pragma omp for
		for (int i = 0; i < 60; i++) {
			#pragma omp task shared(a)
			#pragma omp atomic
			a++;
		}
		int now;
		#pragma omp atomic read
		now = a;
		if (now != 60) {
			#pragma omp atomic
			a += 1000;
		}
		#pragma omp sections
		{
			#pragma omp section
			{
				#pragma omp task shared(b)
				#pragma omp atomic
				b++;
			}
			#pragma omp section
			{
				#pragma omp task shared(b)
				#pragma omp atomic
				b += 2;
			}
		}
		#pragma omp single
		{
			#pragma omp task shared(c)
			#pragma omp parallel num_threads(4) shared(c)
			{
				#pragma omp task shared(c)
				#pragma omp atomic
				c += 2;
			}
		}
	}
	printf("%d %d %d\n", a, b, c);
	return 0;
}
