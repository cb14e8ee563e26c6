// declare reduction: a struct with an expression initializer; combiner uses omp_in and omp_out.
// expect: 0 99 4950 100
#include <stdio.h>

struct stats {
	int min, max;
	long sum;
	int n;
};

#pragma omp declare reduction(merge: struct stats: omp_out.min = omp_in.min < omp_out.min ? omp_in.min : omp_out.min, \
	omp_out.max = omp_in.max > omp_out.max ? omp_in.max : omp_out.max, omp_out.sum += omp_in.sum, omp_out.n += omp_in.n) \
	initializer(omp_priv = {2147483647, -2147483647, 0, 0})

int main(void)
{
	struct stats s = {1000, -1000, 0, 0};
	#pragma omp parallel for num_threads(4) reduction(merge: s)
	for (int i = 0; i < 100; i++) {
		if (i < s.min)
			s.min = i;
		if (i > s.max)
			s.max = i;
		s.sum += i;
		s.n++;
	}
	printf("%d %d %ld %d\n", s.min, s.max, s.sum, s.n);
	return 0;
}
