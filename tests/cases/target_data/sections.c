// target data, target enter data, target exit data, target update: members, sections, pointers to pointers, device names.
// reference: clang because gcc 12 has no present modifier
// expect: data 45 13 7 enter 21 105 update 9 strides 5
// expect: device 1 1 1 pointers 6 member 12 3
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include "../shares.h"

#define N 10
#define BACK(x) map(from : x)
struct inner {
	int count;
	double *values;
};
struct outer {
	int id;
	struct inner in, array[3];
	struct inner *more;
};

static double sum(const double *p, int n)
{
	double total = 0;
	for (int i = 0; i < n; i++)
		total += p[i];
	return total;
}

int main(void)
{
	int n = N, matrix[4][N], flag = 7;
	double *p = malloc(N * sizeof *p), vla[n], result = 0;
	struct outer s = {.id = 3, .in = {N, p}, .more = &s.array[1]};
	for (int i = 0; i < n; i++)
		p[i] = vla[i] = i;
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < N; j++)
			matrix[i][j] = i * j;

	#pragma omp target data map(to : p[0:n], n) BACK(result) map(alloc : flag) if(n > 3)
	{
		#pragma omp target map(always, from : result)
		result = sum(p, n);
	}
	printf("data %.0f", result);
	#pragma omp target data map(tofrom : s.in.count, s.id) map(to : s.in.values[0:s.in.count]) device(omp_get_initial_device())
	{
		#pragma omp target map(tofrom : s.in.count) map(to : s.id)
		s.in.count += s.id;
	}
	printf(" %d %d", s.in.count, flag);
	s.in.count = N;

	#pragma omp target enter data map(to : s, s.in.values[:N], matrix[1:2]) map(alloc : vla)
	#pragma omp target map(tofrom : result) map(to : s)
	result = s.in.values[1] + s.in.values[2] + matrix[2][9];
	#pragma omp target exit data map(release : s) map(delete : matrix[1:2]) map(from : vla)
	printf(" enter %.0f", result);
	#pragma omp target enter data map(to : matrix)
	int all = 0;
	#pragma omp target map(tofrom : all) map(present, alloc : matrix)
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < N; j++)
			all += matrix[i][j] * (i == 2) + (i == 1 && j == 9 ? 15 : 0);
	#pragma omp target exit data map(delete : matrix)
	printf(" %d", all);

	#pragma omp target data map(tofrom : p[0:n])
	{
		p[3] = 9;
		#pragma omp target update to(p[3:1])
		#pragma omp target map(from : result)
		result = p[3];
		#pragma omp target
		for (int i = 0; i < n; i += 2)
			p[i] = 1;
		#pragma omp target update from(present : p[0:n / 2:2]) if(n > 0)
		#pragma omp target update from(p[0:n])
	}
	int strides = 0;
	for (int i = 0; i < n; i++)
		strides += p[i] == 1 && i % 2 == 0;
	printf(" update %.0f strides %d\n", result, strides);

	double *q = p, *before = p;
	int same = 0, address = 0, has = 0, value = 1;
	#pragma omp target data map(tofrom : p[0:n], value) use_device_ptr(q)
	same = (q == before) == shares();
	#pragma omp target data map(tofrom : value, vla) use_device_addr(value)
	{
		int *where = &value;
		#pragma omp target is_device_ptr(where) map(from : address)
		address = *where;
		#pragma omp target has_device_addr(value) map(from : has)
		has = value;
	}
	int rows[3] = {1, 2, 3}, *pointers[3] = {&rows[0], &rows[1], &rows[2]}, total = 0;
	#pragma omp target map(to : rows, pointers[0:3]) map(tofrom : total)
	for (int i = 0; i < 3; i++)
		total += *pointers[i];
	printf("device %d %d %d pointers %d", same, address, has, total);
	struct outer *ps = &s;
	#pragma omp target map(tofrom : ps->id, ps->more[0:1])
	{
		ps->id *= 4;
		ps->more->count = 3;
	}
	printf(" member %d %d\n", s.id, s.array[1].count);
	free(p);
	return 0;
}
