// cancel for: threads leave the loop at its end, whatever its schedule and shape, and the barrier there still holds.
// env: OMP_CANCELLATION=true
// reference: clang because gcc 12 refuses cancel in a collapsed loop that is not rectangular
// expect: static left early, after 4000 = 4000
// expect: chunks left early, after 4000 = 4000
// expect: dynamic left early, after 4000 = 4000
// expect: guided left early, after 4000 = 4000
// expect: runtime left early, after 4000 = 4000
// expect: strided left early, after 4000 = 4000
// expect: down left early, after 4000 = 4000
// expect: collapse left early, after 4000 = 4000
// expect: triangle left early, after 4000 = 4000
// expect: copies left early, after 4000 = 4000
// expect: all at once 0
// expect: if clause 100
#include <omp.h>
#include <stdio.h>

enum { N = 4000 };

static int done, after, marks[N], always = 1;

static void step(void)
{
	#pragma omp atomic
	done++;
}

/* The team works on after a loop that was cancelled: every thread does its share of another one. */
static void check(const char *name)
{
	#pragma omp for
	for (int i = 0; i < N; i++)
		marks[i]++;
	#pragma omp single
	{
		for (int i = 0; i < N; i++)
			after += marks[i], marks[i] = 0;
		printf("%s left %s, after %d = %d\n", name, done < N / 2 ? "early" : "late", after, N);
		done = after = 0;
	}
}

/* Every thread cancels in its first iteration, so no more than one is done by each. */
#define BODY { step(); if (always) { _Pragma("omp cancel for") } step(); }

static void loops(int n, int one)
{
	#pragma omp for schedule(static)
	for (int i = 0; i < n; i++) {
		int scratch[i % 7 + one];
		scratch[0] = i;
		step();
		if (scratch[0] >= 0) {
			#pragma omp cancel for
		}
		done += N;
	}
	check("static");
	#pragma omp for schedule(static, 3)
	for (int i = 0; i < n; i++)
		BODY
	check("chunks");
	#pragma omp for schedule(dynamic)
	for (int i = 0; i < n; i++)
		BODY
	check("dynamic");
	#pragma omp for schedule(guided, 2)
	for (int i = 0; i < n; i++)
		BODY
	check("guided");
	#pragma omp for schedule(runtime)
	for (int i = 0; i < n; i++)
		BODY
	check("runtime");
	#pragma omp for schedule(dynamic, 5)
	for (long i = 0; i < 3L * n; i += 3)
		BODY
	check("strided");
	#pragma omp for
	for (unsigned char *p = (unsigned char *)marks + n; p > (unsigned char *)marks; --p)
		BODY
	check("down");
	#pragma omp for collapse(2) schedule(dynamic)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			BODY
	check("collapse");
	#pragma omp for collapse(2)
	for (int i = 0; i < n; i++)
		for (int j = i; j < n; j++)
			BODY
	check("triangle");
}

int main(void)
{
	int last = 0, first = 7, sum = 0, n = 100, late = 0;
	double total[3] = {0};
	#pragma omp parallel
	{
		loops(N, 1);
		#pragma omp for schedule(dynamic) firstprivate(first) lastprivate(last) reduction(+:sum, total)
		for (int i = 0; i < N; i++) {
			first++;
			last = i;
			sum += first;
			total[i % 3] += 1;
			step();
			if (first > 7) {
				#pragma omp cancel for
			}
			step();
		}
		check("copies");
	}
	for (int round = 0; round < 50; round++) {
		#pragma omp parallel for schedule(static, 1)
		for (int i = 0; i < 64; i++) {
			#pragma omp cancel for
			#pragma omp atomic
			late++;
		}
	}
	printf("all at once %d\n", late);
	int ran = 0;
	#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		#pragma omp cancel for if (cancel: i > n)
		#pragma omp cancellation point for
		#pragma omp atomic
		ran++;
	}
	printf("if clause %d\n", ran);
	return 0;
}
