// Orphaned worksharing and synchronisation in functions that a target region calls: by a team, and by one thread.
// expect: for 4950 single 1 masked 1 sections 7 7 7
// expect: ordered 0 1 2 3 4 5 6 7
// expect: last 99 198 sum 4950 max 99
// expect: alone 4950 1 1 7
// expect: alone last 99 198 sum 4950 max 99
// expect: deeper 285 nested 1
#include <stdio.h>

enum { N = 100 };

#define EACH(i, n) for (int i = 0; i < (n); i++)

static void add_all(const int *a, long *total, int n)
{
	#pragma omp for
	EACH(i, n)
	{
		#pragma omp atomic
		*total += a[i];
	}
}

static void once(int *singles, int *masks)
{
	#pragma omp single
	*singles += 1;
	#pragma omp barrier
	#pragma omp masked
	*masks += 1;
	#pragma omp barrier
	if (*singles == 1 && *masks == 1) {
		#pragma omp barrier
		#pragma omp single nowait
		*singles *= *masks;
	}
	#pragma omp barrier
}

static void some_sections(int *a)
{
	#pragma omp sections
	{
		a[0] = 7;
		#pragma omp section
		a[1] = 7;
		#pragma omp section
		a[2] = 7;
	}
}

static void in_turn(int *order, int *next, int i)
{
	#pragma omp ordered
	order[(*next)++] = i;
}

int value = -1, most;
long whole;
#pragma omp declare target(value, most, whole)

static void results(const int *a, int *last, long *twice, long *sum, int *max, int n)
{
	#pragma omp for lastprivate(value)
	for (int i = 0; i < n; i++)
		value = a[i];
	#pragma omp single
	{
		*last = value;
		*sum = *max = 0;
		whole = most = 0;
	}
	#pragma omp for reduction(+ : whole) reduction(max : most)
	for (int i = 0; i < n; i++) {
		whole += a[i];
		most = a[i] > most ? a[i] : most;
	}
	#pragma omp masked
	{
		*twice = 2L * value;
		*sum = whole - 4950;
		*max = most;
	}
	#pragma omp barrier
}

static void shared_results(const int *a, long *sum, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		*sum += a[i];
	}
}

static void inner(long *total, int i)
{
	#pragma omp atomic
	*total += i * i;
}

static void deeper(long *total, int n)
{
	#pragma omp for schedule(dynamic, 2)
	for (int i = 0; i < n; i++)
		inner(total, i);
}

static void deepest(long *total, int n)
{
	deeper(total, n);
}

static void nested(int *threads)
{
	#pragma omp parallel num_threads(1)
	{
		#pragma omp for
		for (int i = 0; i < 1; i++)
			*threads = 1;
		#pragma omp barrier
	}
}

int main(void)
{
	int a[N], b[3] = {0}, singles = 0, masks = 0, order[8] = {0}, next = 0, last = 0, max = 0, threads = 0;
	long total = 0, twice = 0, sum = 0;
	for (int i = 0; i < N; i++)
		a[i] = i;

	#pragma omp target parallel num_threads(4) map(tofrom : total, singles, masks, b)
	{
		add_all(a, &total, N);
		once(&singles, &masks);
		some_sections(b);
	}
	printf("for %ld single %d masked %d sections %d %d %d\n", total, singles, masks, b[0], b[1], b[2]);

	#pragma omp target parallel for ordered map(tofrom : order, next)
	for (int i = 0; i < 8; i++)
		in_turn(order, &next, i);
	printf("ordered");
	for (int i = 0; i < 8; i++)
		printf(" %d", order[i]);
	printf("\n");

	#pragma omp target parallel map(from : last, twice) map(tofrom : sum, max)
	{
		results(a, &last, &twice, &sum, &max, N);
		#pragma omp barrier
		shared_results(a, &sum, N);
	}
	printf("last %d %ld sum %ld max %d\n", last, twice, sum, max);

	total = singles = masks = b[2] = 0;
	#pragma omp target map(tofrom : total, singles, masks, b)
	{
		add_all(a, &total, N);
		once(&singles, &masks);
		some_sections(b);
	}
	printf("alone %ld %d %d %d\n", total, singles, masks, b[2]);

	last = max = 0;
	twice = sum = 0;
	#pragma omp target teams num_teams(1) thread_limit(1) map(from : last, twice) map(tofrom : sum, max)
	{
		results(a, &last, &twice, &sum, &max, N);
		shared_results(a, &sum, N);
	}
	printf("alone last %d %ld sum %ld max %d\n", last, twice, sum, max);

	total = 0;
	#pragma omp target map(tofrom : total, threads)
	{
		int n = 10;
		#pragma omp parallel
		deepest(&total, n);
		nested(&threads);
	}
	printf("deeper %ld nested %d\n", total, threads);

	return 0;
}
