// The allocate directive in kernels: scalars, arrays with values, structs, arrays of variable length; in serial code of teams, threads and functions.
// reference: none because gcc 12 lacks the directive in C and clang 19 wants uses_allocators for each
// expect: one 21 6
// expect: team 120 12
// expect: threads 60
// expect: function 42 40
#include <omp.h>
#include <stdio.h>

struct pair {
	int a;
	double b[2];
};

static int function(int n)
{
	int sum = n, parts[3] = {1, 2, 3};
	#pragma omp allocate(sum, parts)
	for (int i = 0; i < 3; i++)
		sum += parts[i] * n;
	return sum;
}

int main(void)
{
	int result = 0, size = 0, n = 6;
	#pragma omp target map(tofrom : result, size)
	{
		int x = 1, values[] = {1, 2, 3}, row[n];
		struct pair pair = {4, {5, 6}}, other = pair;
		#pragma omp allocate(x) allocator(omp_low_lat_mem_alloc)
		#pragma omp allocate(values, pair, other, row) allocator(omp_thread_mem_alloc)
		int *p = &x;
		*p += (int)pair.b[1];
		for (int i = 0; i < n; i++)
			row[i] = i;
		for (int i = 0; i < 3; i++)
			x += values[i];
		result = x + row[n - 1] - (int)other.b[0] + (int)(sizeof pair / sizeof(struct pair)) + 7;
		size = (int)(sizeof values / sizeof *values) * 2;
	}
	printf("one %d %d\n", result, size);

	int total = 0, teams = 0;
	#pragma omp target teams num_teams(2) reduction(+ : total, teams) map(tofrom : total, teams)
	{
		int shared[10], mine = 1;
		#pragma omp allocate(shared) allocator(omp_pteam_mem_alloc)
		#pragma omp allocate(mine) allocator(omp_cgroup_mem_alloc)
		for (int i = 0; i < 10; i++)
			shared[i] = 1;
		#pragma omp parallel for
		for (int i = 0; i < 10; i++) {
			int own = i;
			#pragma omp allocate(own) allocator(omp_thread_mem_alloc)
			shared[i] += own;
			#pragma omp atomic
			mine++;
		}
		for (int i = 0; i < 10; i++)
			total += shared[i];
		total += mine - 6;
		teams += 6;
	}
	printf("team %d %d\n", total * 12 / teams, teams * 12 / teams);

	int sum = 0;
	#pragma omp target teams distribute parallel for reduction(+ : sum)
	for (int i = 0; i < 4; i++) {
		double here[2] = {i, 4};
		#pragma omp allocate(here) allocator(omp_default_mem_alloc)
		here[0] *= 2;
		if (i == 3)
			continue;
		sum += (int)(here[0] + here[1]) * 3 + 2;
	}
	printf("threads %d\n", sum);

	int from = 0;
	#pragma omp target map(from : from)
	from = function(6);
	printf("function %d %d\n", from, function(6) - 2);
	return 0;
}
