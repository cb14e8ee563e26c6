// A firstprivate variable of a target region is one object for all its threads; arrays and structs of any size are copied.
// reference: gcc because clang 19 gives each team a copy of its own
// expect: 1000 of 1000, was 0
// expect: last 7 7 7
// expect: array 4 6, was 1 2
// expect: large 499500, struct 34, first 0 99 0
// expect: pointer 5
#include <stdio.h>
#define N 1000

struct wide {
	int values[200];
	char name[8];
};

static int counted_by(int *count)
{
	int now;
	#pragma omp atomic read
	now = *count;
	return now;
}

int main(void)
{
	int count = 0, result = 0;
	#pragma omp target teams distribute parallel for map(from: result)
	for (int i = 0; i < N; i++) {
		int mine;
		#pragma omp atomic capture
		mine = ++count;
		if (mine == N)
			result = counted_by(&count);
	}
	printf("%d of %d, was %d\n", result, N, count);

	int flag = 3, seen[4] = {0};
	#pragma omp target map(tofrom: seen) firstprivate(flag)
	#pragma omp parallel num_threads(3)
	{
		#pragma omp single
		flag += 4;
		#pragma omp for
		for (int i = 0; i < 3; i++)
			seen[i] = flag;
	}
	printf("last %d %d %d\n", seen[0], seen[1], seen[2]);

	int pair[2] = {1, 2}, sums[2] = {0};
	#pragma omp target teams distribute parallel for firstprivate(pair) map(from: sums) num_teams(1) thread_limit(1)
	for (int i = 0; i < 2; i++) {
		pair[i] += 3;
		sums[i] = pair[i] + i;
	}
	printf("array %d %d, was %d %d\n", sums[0], sums[1], pair[0], pair[1]);

	int large[N], total = 0, first[3];
	struct wide wide = {{[17] = 17}, "wide"};
	for (int i = 0; i < N; i++)
		large[i] = i;
	int twice = 0;
	#pragma omp target parallel for firstprivate(large, wide) reduction(+: total) map(tofrom: twice)
	for (int i = 0; i < N; i++) {
		total += large[i];
		large[i] = 0;
		if (i == 17)
			twice = 2 * wide.values[i];
	}
	#pragma omp target teams distribute defaultmap(firstprivate: aggregate) map(from: first) thread_limit(1)
	for (int i = 0; i < 3; i++)
		first[i] = i == 1 ? large[99] : large[0];
	printf("large %d, struct %d, first %d %d %d\n", total, twice, first[0], first[1], first[2]);

	int x[4] = {1, 2, 5, 4}, *p = x, got = 0;
	#pragma omp target map(to: x) map(from: got)
	#pragma omp parallel num_threads(4)
	{
		#pragma omp single
		p += 2;
		#pragma omp masked
		got = *p;
	}
	printf("pointer %d\n", got);
}
