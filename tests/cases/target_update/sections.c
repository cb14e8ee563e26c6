// target update: in both directions, of sections with strides and of several dimensions, of what is not there, with if.
// expect: to 7 from 8 absent 1 row 0 41 42 43 0 column 0 11 0 1 21 column 31 stride 1 0 3 0 5 0 if 3
// reference: clang because gcc 12 refuses sections that are not contiguous
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include "../shares.h"

int main(void)
{
	const int shared = shares();
	int x = 1, absent = 1, a[4][5] = {{0}}, line[6] = {0}, cond = 3, seen = 0, n = 3;
	#pragma omp target enter data map(to : x, a, line, cond)
	x = 7;
	#pragma omp target update to(x)
	#pragma omp target map(from : seen)
	seen = x;
	#pragma omp target map(alloc : x)
	x = 8;
	#pragma omp target update from(x)
	#pragma omp target update to(absent)
	#pragma omp target map(alloc : a)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 5; j++)
			a[i][j] = 10 * (i + 1) + j;
	int first[4][5];
	for (int i = 0; i < 20; i++)
		first[i / 5][i % 5] = a[i / 5][i % 5];
	if (shared)
		for (int i = 0; i < 20; i++)
			a[i / 5][i % 5] = 0;
	#pragma omp target update from(a[3][1:n])
	#pragma omp target update from(a[0:3][1:1])
	if (shared) {
		for (int j = 1; j < 4; j++)
			a[3][j] = first[3][j];
		for (int i = 0; i < 3; i++)
			a[i][1] = first[i][1];
	}
	#pragma omp target map(alloc : line)
	for (int i = 0; i < 6; i++)
		line[i] = i + 1;
	if (shared)
		line[1] = line[3] = line[5] = 0;
	#pragma omp target update from(line[0:n:2])
	cond = 3;
	#pragma omp target map(alloc : cond)
	cond += !shared;
	#pragma omp target update from(cond) if (n > 5)
	printf("to %d from %d absent %d row %d %d %d %d %d column %d %d %d %d %d column %d stride %d %d %d %d %d %d if %d\n", seen, x, absent, a[3][0], a[3][1], a[3][2],
	       a[3][3], a[3][4], a[0][0], a[0][1], a[0][2], !a[0][3], a[1][1], a[2][1], line[0], line[1], line[2], line[3], line[4], line[5], cond);
	#pragma omp target exit data map(release : x, a, line, cond)
	return 0;
}
