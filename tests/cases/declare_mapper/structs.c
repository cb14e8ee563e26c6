// declare mapper: default and named, nested types, used by map and update.
// reference: clang because gcc 12 has no declare mapper
// expect: 45 10 20 55 3
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>
#include <stdlib.h>

typedef struct {
	int n;
	double *p;
} vector;
#pragma omp declare mapper(vector v) map(v) map(v.p[0:v.n])
struct pair {
	vector first, second;
	int sum;
};
#pragma omp declare mapper(whole : struct pair s) map(tofrom : s.sum) map(to : s.first, s.second)

static vector make(int n)
{
	vector v = {n, malloc((size_t)n * sizeof *v.p)};
	for (int i = 0; i < n; i++)
		v.p[i] = i;
	return v;
}

int main(void)
{
	vector v = make(10);
	struct pair pair = {make(5), make(5), 0};
	double sum = 0;
	#pragma omp target map(tofrom : v) map(tofrom : sum)
	for (int i = 0; i < v.n; i++) {
		sum += v.p[i];
		v.p[i] += 1;
	}
	printf("%.0f %.0f", sum, v.p[9]);
	#pragma omp target map(mapper(whole), tofrom : pair)
	for (int i = 0; i < 5; i++)
		pair.sum += (int)(pair.first.p[i] + pair.second.p[i]);
	printf(" %d", pair.sum);
	#pragma omp target data map(to : v)
	{
		#pragma omp target update from(mapper(default) : v)
	}
	sum = 0;
	for (int i = 0; i < 10; i++)
		sum += v.p[i];
	printf(" %.0f", sum);
	{
		struct local {
			int *x;
		} local = {malloc(sizeof(int))};
		#pragma omp declare mapper(struct local l) map(l.x[0:1])
		#pragma omp target map(local)
		*local.x = 3;
		printf(" %d\n", *local.x);
		free(local.x);
	}
	free(v.p);
	free(pair.first.p);
	free(pair.second.p);
	return 0;
}
