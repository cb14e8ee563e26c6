// ordered in kernels: one thread runs the iterations in their order, on the device, where there is one.
// libs: -lm
// reference: none because gcc 12 and clang 19 do not know doacross
// expect: 0 1 2 3 4 5 6 7 8 9 | 45 9
// expect: 3 17 28 45
// expect: 12 24 36 48 60 72
// expect: 10 9 8 7 6 5 4 3 2 1 0 100
// expect: 110 1
#include <stdio.h>
#include <omp.h>

static int host;

static void print(const int *a, int n, const char *end)
{
	for (int i = 0; i < n; i++)
		printf("%d%s", a[i], i + 1 < n ? " " : end);
}

int main(void)
{
	int seen[10], count = 0, sum = 0, last = -1;
	#pragma omp target parallel for ordered schedule(dynamic) map(tofrom: seen, count, host) reduction(+: sum) lastprivate(last)
	for (int i = 0; i < 10; i++) {
		sum += i;
		last = i;
		if (i == 0)
			host |= omp_is_initial_device();
		#pragma omp ordered
		seen[count++] = i;
	}
	print(seen, 10, " | ");
	printf("%d %d\n", sum, last);

	int a[4] = {3, 14, 11, 17}; /* each needs the one before */
	#pragma omp target parallel map(tofrom: a)
	{
		#pragma omp for ordered(1)
		for (int i = 1; i < 4; i++) {
			#pragma omp ordered doacross(sink: i - 1)
			a[i] += a[i - 1];
			#pragma omp ordered doacross(source:)
		}
	}
	print(a, 4, "\n");

	int grid[3][4] = {{0}}, rows[6] = {12, 12, 12, 12, 12, 12};
	#pragma omp target map(tofrom: grid, rows)
	{
		int done = 0;
		#pragma omp parallel for collapse(2) ordered
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 4; j++) {
				#pragma omp ordered threads
				grid[i][j] = ++done;
			}
		for (int k = 1; k < 6; k++)
			rows[k] = rows[k - 1] + grid[2][3] * (done == 12);
	}
	print(rows, 6, "\n");

	int down[11], next = 0, extra = 0;
	#pragma omp target teams distribute map(tofrom: down, next, extra) num_teams(1)
	for (int t = 0; t < 1; t++) {
		#pragma omp parallel for ordered
		for (int i = 10; i >= 0; i--) {
			#pragma omp ordered
			down[next++] = i;
		}
		extra = 100;
	}
	print(down, 11, " ");
	printf("%d\n", extra);

	int chain = 0;
	#pragma omp target simd map(tofrom: chain)
	for (int i = 1; i <= 10; i++) {
		#pragma omp ordered simd
		chain = chain * (i % 5 != 0) + i * 11;
	}
	printf("%d %d\n", chain, host == 0 || omp_get_num_devices() == 0);
	return 0;
}
