// declare reduction: an array and an array section of structs are combined element by element.
// expect: 6 12 18 section 1 9 9 1
#include <stdio.h>

struct cell {
	int v;
};

#pragma omp declare reduction(+: struct cell: omp_out.v += omp_in.v) initializer(omp_priv = (struct cell){0})

int main(void)
{
	struct cell a[3] = {{0}, {0}, {0}}, b[4] = {{1}, {1}, {1}, {1}};
	#pragma omp parallel for num_threads(3) reduction(+: a) schedule(static, 1)
	for (int i = 0; i < 6; i++)
		for (int k = 0; k < 3; k++)
			a[k].v += k + 1;
	#pragma omp parallel for num_threads(4) reduction(+: b[1:2])
	for (int i = 0; i < 8; i++) {
		b[1].v++;
		b[2].v++;
	}
	printf("%d %d %d section %d %d %d %d\n", a[0].v, a[1].v, a[2].v, b[0].v, b[1].v, b[2].v, b[3].v);
	return 0;
}
