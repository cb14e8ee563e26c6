// sections: two sections of one construct run in two threads at the same time.
// expect: met 2
#include <omp.h>
#include <stdio.h>

static int arrived;

static int meet(void)
{
	double until = omp_get_wtime() + 5;
	int n = 0;
	#pragma omp atomic
	arrived++;
	while (n < 2 && omp_get_wtime() < until) {
		#pragma omp atomic read
		n = arrived;
	}
	return n == 2;
}

int main(void)
{
	int met = 0;
	#pragma omp parallel sections num_threads(2) reduction(+: met)
	{
		#pragma omp section
		met += meet();
		#pragma omp section
		met += meet();
	}
	printf("met %d\n", met);
	return 0;
}
