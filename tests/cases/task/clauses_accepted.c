// task: untied, mergeable, priority, private and allocate-free combinations run each task once with the right data.
// expect: sum 450 x 5
#include <stdio.h>

int main(void)
{
	int sum = 0, x = 5, p = 3;
	#pragma omp parallel num_threads(4)
	#pragma omp single
	for (int i = 0; i < 10; i++) {
		#pragma omp task untied shared(sum)
		{
			#pragma omp taskyield
			#pragma omp atomic
			sum += i;
		}
		#pragma omp task mergeable priority(p + i) shared(sum)
		{
			#pragma omp atomic
			sum += i;
		}
		#pragma omp task private(x) mergeable final(i == 3) if(i != 4) priority(0) shared(sum)
		{
			x = i;
			#pragma omp atomic
			sum += 8 * x;
		}
	}
	printf("sum %d x %d\n", sum, x);
	return 0;
}
