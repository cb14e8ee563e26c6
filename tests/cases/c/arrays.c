// Multi-dimensional arrays, arrays of pointers and pointers to arrays, captured and written by element.
// expect: 1404 24 4950 9
#include <stdio.h>

int main(void)
{
	int cube[2][3][4], *pick[24], (*rows)[3][4] = cube;
	int flat[100] = {0};
	long sum = 0, flats = 0;
	int picked = 0;

#pragma omp parallel for collapse(2)
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 3; j++)
			for (int k = 0; k < 4; k++) {
				cube[i][j][k] = 100 * i + 10 * j + k;
				pick[(i * 3 + j) * 4 + k] = &rows[i][j][k];
			}
#pragma omp parallel for reduction(+ : sum, picked)
	for (int i = 0; i < 24; i++) {
		sum += *pick[i] - i % 4 - i / 12 * 5 + 1;
		picked += pick[i] == &cube[0][0][0] + i;
	}
#pragma omp parallel for shared(flat) reduction(+ : flats)
	for (int i = 0; i < 100; i++) {
		(flat + 1)[i - 1] = i;
		flats += *(flat + i);
		i[flat] += 0;
	}
	printf("%ld %d %ld %d\n", sum, picked, flats, flat[9]);
	return 0;
}
