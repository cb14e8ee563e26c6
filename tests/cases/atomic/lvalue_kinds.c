// atomic: the variable may be an array element, a struct member, a dereferenced pointer, a static, a volatile or an element by call-free index.
// expect: 100 100 100 100 100 100 100
#include <stdio.h>

struct inner {
	char tag;
	long count;
};
struct outer {
	struct inner in[2];
	short *p;
};

static int hidden;

int main(void)
{
	int a[4] = {0}, grid[2][3] = {{0}};
	short target = 0;
	struct outer o = {{{'a', 0}, {'b', 0}}, &target}, *q = &o;
	volatile unsigned v = 0;
	double d[2] = {0, 0}, *dp = d;
	#pragma omp parallel for num_threads(4)
	for (int i = 0; i < 100; i++) {
		#pragma omp atomic
		a[i % 4]++;
		#pragma omp atomic
		grid[i % 2][i % 3] += 1;
		#pragma omp atomic
		q->in[1].count += 1;
		#pragma omp atomic
		*q->p += 1;
		#pragma omp atomic
		hidden++;
		#pragma omp atomic
		v++;
		#pragma omp atomic
		*(dp + 1) += 1;
	}
	int sum = 0;
	for (int i = 0; i < 6; i++)
		sum += grid[i / 3][i % 3];
	printf("%d %d %ld %d %d %u %g\n", a[0] + a[1] + a[2] + a[3], sum, o.in[1].count, target, hidden, v, d[1]);
	return 0;
}
