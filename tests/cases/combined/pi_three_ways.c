// combined: the tutorial's pi program as a loop with reduction, as SPMD with partial sums, and as divide and conquer with tasks.
// expect: loop 3.141593 spmd 3.141593 tasks 3.141593
#include <omp.h>
#include <stdio.h>

enum { STEPS = 65536, LEAF = 1024 };

static double loop(void)
{
	double sum = 0, x, step = 1.0 / STEPS;
	int i;
	#pragma omp parallel for private(x) reduction(+: sum)
	for (i = 0; i < STEPS; i++) {
		x = (i + 0.5) * step;
		sum += 4.0 / (1.0 + x * x);
	}
	return sum * step;
}

static double spmd(void)
{
	double partial[64] = {0}, sum = 0, step = 1.0 / STEPS;
	int threads = 1;
	#pragma omp parallel num_threads(omp_get_max_threads() < 64 ? omp_get_max_threads() : 64)
	{
		int me = omp_get_thread_num(), n = omp_get_num_threads();
		double mine = 0;
		#pragma omp single
		threads = n;
		for (int i = me; i < STEPS; i += n) {
			double x = (i + 0.5) * step;
			mine += 4.0 / (1.0 + x * x);
		}
		partial[me] = mine;
	}
	for (int t = 0; t < threads; t++)
		sum += partial[t];
	return sum * step;
}

static double part(int from, int to)
{
	double step = 1.0 / STEPS, sum = 0, left, right;
	if (to - from <= LEAF) {
		for (int i = from; i < to; i++) {
			double x = (i + 0.5) * step;
			sum += 4.0 / (1.0 + x * x);
		}
		return sum;
	}
	int middle = from + (to - from) / 2;
	#pragma omp task shared(left)
	left = part(from, middle);
	#pragma omp task shared(right)
	right = part(middle, to);
	#pragma omp taskwait
	return left + right;
}

static double tasks(void)
{
	double sum = 0;
	#pragma omp parallel
	#pragma omp single
	sum = part(0, STEPS);
	return sum / STEPS;
}

int main(void)
{
	printf("loop %.6f spmd %.6f tasks %.6f\n", loop(), spmd(), tasks());
	return 0;
}
