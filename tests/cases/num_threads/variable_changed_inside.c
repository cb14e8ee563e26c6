// num_threads: the variable of the clause may be captured and changed in the region without changing the team.
// expect: size 4 n 40
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 4, size = 0;
	#pragma omp parallel num_threads(n) shared(n)
	{
		#pragma omp barrier
		#pragma omp single
		n *= 10;
		#pragma omp atomic
		size++;
	}
	printf("size %d n %d\n", size, n);
	return 0;
}
