// A variable of which only private copies are used, and those by constructs inside: no warning about the original.
// expect: 10 0
#include <stdio.h>

int main(void)
{
	int m, sum = 0, last = 0;
	#pragma omp parallel private(m) num_threads(2)
	{
		#pragma omp single copyprivate(m)
		m = 5;
		#pragma omp single
		{
			#pragma omp task firstprivate(m) shared(sum)
			sum += m;
			#pragma omp taskwait
			#pragma omp parallel num_threads(1) shared(m)
			sum += m;
		}
	}
	printf("%d %d\n", sum, last);
	return 0;
}
