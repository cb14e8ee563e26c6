// taskloop: variables both firstprivate and lastprivate, lastprivate(conditional:), arrays of variable length, nests that are not rectangular.
// reference: none because gcc 12 and clang 19 refuse some of it
// expect: 16 1 12 1 110 0
// expect: 73 7 32 0 103
// expect: 714039 1182 90103 546
// expect: 708 509 25 334
#include <stdio.h>
static void both(int n)
{
	int x = 5, seen = 0, last = -1, never = 7, other = 0;
	double table[3] = {1, 2, 3}, v[n];
	for (int i = 0; i < n; i++) v[i] = i;
	struct { int a, b; } pair = {1, 2};
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop firstprivate(x, table, pair) lastprivate(x, table, pair) num_tasks(4) shared(seen)
		for (int i = 0; i < 12; i++) {
			if (x < 5) {
				#pragma omp atomic
				seen++;
			}
			x = 5 + i;
			table[1] = i + table[0];
			pair.b = i * 10;
		}
		#pragma omp taskloop lastprivate(conditional : last, never) grainsize(3)
		for (int i = 0; i < 100; i++) {
			if (i % 7 == 3 && i < 80)
				last = i;
			if (i > 1000)
				never = i;
		}
		#pragma omp taskloop firstprivate(v) shared(other) num_tasks(strict : 5)
		for (int i = 0; i < 10; i++) {
			v[i % n] += 1;
			#pragma omp atomic
			other += (int)v[n - 1];
		}
		#pragma omp taskloop firstprivate(v) lastprivate(v) num_tasks(strict : 2)
		for (int i = 0; i < n; i++)
			v[i] += 100;
	}
	printf("%d %g %g %d %d %d\n", x, table[0], table[1], pair.a, pair.b, seen);
	printf("%d %d %d %g %g\n", last, never, other, v[0], v[n - 1]);
}
static void triangle(int n)
{
	int i, j, count = 0, li, sum = 0;
	long cells[20][20] = {{0}};
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp taskloop collapse(2) private(i, j) shared(cells) num_tasks(7)
		for (i = 0; i < n; i++)
			for (j = i; j < n + (i & 1); j++)
				cells[i][j] += i * 100 + j;
		#pragma omp taskloop collapse(3) reduction(+ : count) lastprivate(li)
		for (int a = 1; a <= n; a++)
			for (int b = a; b >= 0; b -= 2)
				for (int c = b; c < b + n - 6; c++) {
					count += a + b + c;
					li = a * 10000 + b * 100 + c;
				}
		#pragma omp taskloop simd collapse(2) reduction(+ : sum)
		for (int a = 0; a < n; a++)
			for (int b = 0; b < a; b++)
				sum += a * b;
	}
	long total = 0;
	for (int r = 0; r < 20; r++) for (int c = 0; c < 20; c++) total = (total * 7 + cells[r][c]) % 1000003;
	printf("%ld %d %d %d\n", total, count, li, sum);
}
/* Numbers of iterations in nests that are not rectangular: the last that assigned, and linear variables. */
static void numbers(void)
{
	int last = -1, x = 5, sum = 0;
	#pragma omp parallel for collapse(2) lastprivate(conditional : last)
	for (int i = 0; i < 10; i++)
		for (int j = i; j < 10; j++)
			if ((i + j) % 5 == 0 && i < 8)
				last = i * 100 + j;
	printf("%d", last);
	#pragma omp parallel masked taskloop collapse(2) lastprivate(conditional : last) num_tasks(6)
	for (int i = 0; i < 10; i++)
		for (int j = i; j < 10; j++)
			if ((i + j) % 7 == 0 && i < 6)
				last = i * 100 + j;
	#pragma omp parallel for collapse(2) linear(x : 2) reduction(+ : sum) schedule(static, 1)
	for (int i = 0; i < 4; i++)
		for (int j = i; j < 4; j++)
			sum += x * (i + 1);
	printf(" %d %d %d\n", last, x, sum);
}

int main(void)
{
	both(4);
	triangle(9);
	numbers();
}
