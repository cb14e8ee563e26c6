// The name of a captured variable that stands for something else: an attribute, the operand of an asm statement, a tag.
// expect: 5 7 6 5 4
#include <stddef.h>
#include <stdio.h>

struct n {
	char bytes[3];
	int unused;
};

int main(void)
{
	int unused = 1, n = 1, value = 1, size = 0, threads = 0;
	#pragma omp parallel num_threads(2) shared(unused, n, value, size, threads)
	#pragma omp single
	{
		int spare __attribute__((unused));
		unused = 5;
		n = 7;
		__asm__("" : [value] "=r"(value) : "[value]"(6));
		size = (int)offsetof(struct n, unused) + 1;
		#pragma omp parallel num_threads((int)sizeof(struct n) / 2) reduction(+: threads)
		threads = 4;
	}
	printf("%d %d %d %d %d\n", unused, n, value, size, threads > 0 ? 4 : 0);
	return 0;
}
