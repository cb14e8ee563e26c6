// Compound literals and designated initialisers in regions: of captured values, as arguments, as lvalues.
// expect: 4950 6 12 3 9
#include <stdio.h>

struct point {
	int x, y, z;
};

static int total(struct point p)
{
	return p.x + p.y + p.z;
}

static int sum_of(const int *v, int n)
{
	int sum = 0;
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

int main(void)
{
	int a = 1, b = 2, c = 3, six = 0, twelve = 0, third = 0;
	struct point points[100], chosen = {0, 0, 0};
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		points[i] = (struct point){.z = i, .x = a - 1};
		sum += total(points[i]);
	}
#pragma omp parallel
#pragma omp single
	{
		six = sum_of((int[]){a, b, c}, 3);
		twelve = sum_of((int[4]){[1] = a + b, [3] = c * c}, 4);
		chosen = *&(struct point){.y = c};
		int local[] = {[2] = c, [0] = a};
		third = local[2] * (int)(sizeof local / sizeof *local);
	}
	printf("%ld %d %d %d %d\n", sum, six, twelve, chosen.y, third);
	return 0;
}
