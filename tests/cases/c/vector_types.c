// GNU vector_size types: shared, private, firstprivate, in arrays, indexed and computed with.
// expect: 4950 9900 14850 19800
// expect: 10 26
#include <stdio.h>

typedef int vec __attribute__((vector_size(16)));
typedef double dvec __attribute__((vector_size(32)));

int main(void)
{
	vec weights = {1, 2, 3, 4}, rows[100], start = weights;
	dvec d = {1, 2, 3, 4};
	long sums[4] = {0, 0, 0, 0};
	int ten = 0;
	double norm = 0;

#pragma omp parallel for shared(rows, weights)
	for (int i = 0; i < 100; i++) {
		vec mine = {i, i, i, i};
		rows[i] = mine * weights;
	}
#pragma omp parallel for reduction(+ : sums)
	for (int i = 0; i < 100; i++)
		for (int j = 0; j < 4; j++)
			sums[j] += rows[i][j];
#pragma omp parallel firstprivate(start) private(d)
	{
		start = start + start;
		d = (dvec){2, 2, 3, 3};
#pragma omp single
		{
			ten = (start[0] + start[1] + start[2] + start[3]) / 2;
			for (int j = 0; j < 4; j++)
				norm += (d * d)[j];
		}
	}
	printf("%ld %ld %ld %ld\n%d %.0f\n", sums[0], sums[1], sums[2], sums[3], ten, norm);
	return 0;
}
