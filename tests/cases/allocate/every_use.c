// allocate: a variable from an allocator stands in every clause and construct like any other.
// reference: none because gcc 12 has no allocate directive
// expect: atomic 10 9
// expect: depend 3
// expect: copyprivate 4
// expect: taskloop 45 vla 10
// expect: reduction 6 6 6
// expect: linear 20 last 9
// expect: target 12 8
// expect: sections 3
// expect: simd 285
// expect: loops 100
#include <omp.h>
#include <stdio.h>

static void atomics(void)
{
	int count = 0, seen = 0, flag = 0;
	#pragma omp allocate(count, seen, flag) allocator(omp_low_lat_mem_alloc)
	#pragma omp parallel for
	for (int i = 0; i < 10; i++) {
		int mine;
		#pragma omp allocate(mine)
		#pragma omp atomic capture
		mine = count++;
		#pragma omp critical
		if (mine > seen)
			seen = mine;
		#pragma omp atomic write
		flag = 1;
		#pragma omp flush(flag)
	}
	printf("atomic %d %d\n", count, seen * flag);
}

static void tasks(int n)
{
	int x = 0, sum = 0, values[n];
	#pragma omp allocate(x, sum, values)
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task depend(out : x)
		x = 1;
		#pragma omp task depend(inout : x) shared(x)
		x += 2;
		#pragma omp taskwait depend(in : x)
	}
	printf("depend %d\n", x);
	int given = 0, right = 0;
	#pragma omp allocate(given)
	#pragma omp parallel num_threads(4) firstprivate(given) reduction(+ : right)
	{
		#pragma omp single copyprivate(given)
		given = 7;
		right += given == 7;
	}
	printf("copyprivate %d\n", right == omp_get_max_threads() || right == 4 ? 4 : right);
	for (int i = 0; i < n; i++)
		values[i] = i;
	int last = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop firstprivate(x) reduction(+ : sum) shared(values) grainsize(2)
		for (int i = 0; i < n; i++)
			sum += values[i] + x - 3;
		#pragma omp task firstprivate(values) shared(last)
		last = (int)(sizeof values / sizeof values[0]) + values[0];
	}
	printf("taskloop %d vla %d\n", sum, last);
}

static void reductions(void)
{
	int sums[3] = {0}, total = 0, part[5] = {0};
	#pragma omp allocate(sums, total, part) align(64)
	#pragma omp parallel for reduction(+ : sums, total, part[1:3])
	for (int i = 0; i < 6; i++) {
		sums[2]++;
		total++;
		part[1 + i % 3] += 1 + i % 3;
	}
	printf("reduction %d %d %d\n", sums[2], total, part[3]);
	int step = 0, last = 0;
	#pragma omp allocate(step, last)
	#pragma omp parallel for linear(step : 2) lastprivate(last)
	for (int i = 0; i < 10; i++) {
		step += 2;
		last = i;
	}
	printf("linear %d last %d\n", step, last);
}

static void others(void)
{
	int data[4] = {1, 2, 3, 4}, scalar = 3;
	#pragma omp allocate(data, scalar) allocator(omp_high_bw_mem_alloc)
	#pragma omp target map(tofrom : data) firstprivate(scalar)
	for (int i = 0; i < 4; i++)
		data[i] *= scalar;
	#pragma omp target teams distribute parallel for map(tofrom : data[3:1]) map(tofrom : scalar)
	for (int i = 0; i < 1; i++) {
		data[3] += 0;
		scalar += 5;
	}
	printf("target %d %d\n", data[3], scalar);
	int done = 0;
	#pragma omp allocate(done)
	#pragma omp parallel sections num_threads(2) reduction(+ : done)
	{
		#pragma omp section
		done += 1;
		#pragma omp section
		done += 2;
	}
	printf("sections %d\n", done);
}

static void loops(void)
{
	int sum = 0, n = 10, i, k;
	#pragma omp allocate(sum, n, i, k)
	#pragma omp simd reduction(+ : sum)
	for (i = 0; i < n; i++)
		sum += i * i;
	printf("simd %d\n", sum);
	int count = 0;
	#pragma omp allocate(count)
	#pragma omp parallel for collapse(2) private(k) reduction(+ : count) schedule(guided)
	for (i = 0; i < n; i++)
		for (k = n - 1; k >= 0; k--)
			count++;
	printf("loops %d\n", count);
}

int main(void)
{
	atomics();
	tasks(10);
	reductions();
	others();
	loops();
	return 0;
}
