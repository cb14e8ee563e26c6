// declare reduction: without an initializer the private copies of a static-like default are zero.
// expect: 31 60
#include <stdio.h>

typedef struct {
	int bits;
	int n;
} set;

#pragma omp declare reduction(join: set: omp_out.bits |= omp_in.bits, omp_out.n += omp_in.n)

int main(void)
{
	set s = {1, 30};
	#pragma omp parallel for num_threads(4) reduction(join: s) schedule(static, 1)
	for (int i = 0; i < 30; i++) {
		s.bits |= 1 << i % 5;
		s.n++;
	}
	printf("%d %d\n", s.bits, s.n);
	return 0;
}
