// reduction with nowait: the threads go on, and after the next barrier every sum is complete.
// reference: gcc because clang 19 crashes on scope
// expect: loops 0
// expect: sections 24 7
// expect: scope 0
// expect: teams 2 3 1 2
// expect: arrays 90 45 waited 60
#include <omp.h>
#include <stdio.h>

struct pair {
	double a;
	int b;
};
#pragma omp declare reduction(add : struct pair : omp_out.a += omp_in.a, omp_out.b += omp_in.b) initializer(omp_priv = (struct pair){0, 0})

static long orphaned(const int *v, int n, long *sum)
{
	long before = *sum;
	#pragma omp for reduction(+ : sum[0 : 1]) schedule(dynamic, 3) nowait
	for (int i = 0; i < n; i++)
		sum[0] += v[i];
	return before;
}

static int loops(void)
{
	long s = 0;
	int most = -1, bad = 0, all = 1;
	struct pair p = {0, 0};
	char c = 1;
	#pragma omp parallel
	{
		for (int r = 0; r < 200; r++) {
			#pragma omp for reduction(+ : s) reduction(max : most) nowait
			for (int i = 0; i < 100; i++) {
				s += i;
				most = i > most ? i : most;
			}
			#pragma omp for reduction(add : p) schedule(dynamic, 7) nowait
			for (int i = 0; i < 10; i++) {
				p.a += 0.5;
				p.b++;
			}
			#pragma omp for simd reduction(&& : all) reduction(* : c) nowait
			for (int i = 0; i < 20; i++) {
				all = all && i < 20;
				c *= 1;
			}
		}
		#pragma omp barrier
		#pragma omp atomic
		bad += s != 4950L * 200 || most != 99 || p.a != 1000 || p.b != 2000 || !all || c != 1;
		#pragma omp barrier
	}
	return bad;
}

int main(void)
{
	int x = 0, ones = 0, v[60], teams[2] = {0, 0}, counts[2] = {0, 0}, wrong = 0;
	long whole = 0, part[2] = {0, 0};
	for (int i = 0; i < 60; i++)
		v[i] = 1;
	printf("loops %d\n", loops());

	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections reduction(+ : x, ones) nowait
		{
			#pragma omp section
			x += 4, ones += 1;
			#pragma omp section
			x += 8, ones += 2;
			#pragma omp section
			x += 12, ones += 4;
		}
	}
	printf("sections %d %d\n", x, ones);

	ones = 0;
	#pragma omp parallel
	{
		#pragma omp scope reduction(+ : ones) nowait
		ones++;
		#pragma omp barrier
		if (ones != omp_get_num_threads()) {
			#pragma omp atomic
			wrong++;
		}
	}
	printf("scope %d\n", wrong);

	#pragma omp parallel num_threads(2)
	{
		int me = omp_get_thread_num(), mine = 0;
		#pragma omp parallel num_threads(3 - me)
		{
			#pragma omp for reduction(+ : mine) nowait
			for (int i = 0; i < 6; i++)
				mine++;
			#pragma omp single nowait
			counts[me] = 1;
		}
		teams[me] = mine - 4 + me;
	}
	printf("teams %d %d %d %d\n", teams[0], teams[1], counts[0], counts[0] + counts[1]);

	#pragma omp parallel num_threads(4)
	{
		#pragma omp for reduction(+ : part) nowait
		for (int i = 0; i < 90; i++) {
			part[0]++;
			part[1] += i % 2;
		}
		(void)orphaned(v, 60, &whole);
	}
	printf("arrays %ld %ld waited %ld\n", part[0], part[1], whole);
	return 0;
}
