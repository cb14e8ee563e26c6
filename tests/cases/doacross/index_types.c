// doacross: loop variables of all types, up and down, with steps, != and bounds at the ends of the types.
// reference: none because gcc 12 and clang 19 wait for ever, each for some of these sinks
// expect: ok
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 300 };

static int order[MOST], faults;

/* What every loop does in iteration n: takes the value of the iteration two before it, which must be there. */
#define BEGIN() memset(order, -1, sizeof order)
#define RUN(n)                                                           \
	do {                                                                 \
		int before = (n) < 2 ? (n) : order[(n) - 2];                     \
		order[n] = before == -1 ? -100 : before + 1;                     \
	} while (0)

static void check(const char *what, int iterations)
{
	for (int n = 0; n < iterations; n++)
		if (order[n] != (n % 2) + n / 2 + 1) {
			printf("%s: %d is %d\n", what, n, order[n]);
			faults++;
			return;
		}
}

static void small_types(void)
{
	BEGIN();
	#pragma omp parallel for ordered(1) schedule(dynamic, 3)
	for (unsigned char c = 5; c < 255; c++) {
		#pragma omp ordered depend(sink: c - 2)
		RUN(c - 5);
		#pragma omp ordered depend(source)
	}
	check("unsigned char", 250);

	BEGIN();
	#pragma omp parallel for ordered(1)
	for (signed char c = 127; c > -128; c--) {
		#pragma omp ordered depend(sink: c + 2)
		RUN(127 - c);
		#pragma omp ordered depend(source)
	}
	check("signed char", 255);

	BEGIN();
	#pragma omp parallel for ordered(1) schedule(guided)
	for (short s = SHRT_MIN; s <= SHRT_MIN + 280; s += 4) {
		#pragma omp ordered depend(sink: s - 8)
		RUN((s - SHRT_MIN) / 4);
		#pragma omp ordered depend(source)
	}
	check("short", 71);
}

static void large_types(long step)
{
	BEGIN();
	#pragma omp parallel for ordered(1) schedule(static, 7)
	for (unsigned u = UINT_MAX; u > UINT_MAX - 200; u--) {
		#pragma omp ordered depend(sink: u + 2)
		RUN((int)(UINT_MAX - u));
		#pragma omp ordered depend(source)
	}
	check("unsigned", 200);

	BEGIN();
	#pragma omp parallel for ordered(1) schedule(dynamic)
	for (long long l = LLONG_MIN; l < LLONG_MIN + 290; l += step) {
		#pragma omp ordered depend(sink: l - 6)
		RUN((int)((l - LLONG_MIN) / step));
		#pragma omp ordered depend(source)
	}
	check("long long", 97);

	unsigned long long end = ULLONG_MAX - 600;
	BEGIN();
	#pragma omp parallel for ordered(1) schedule(dynamic, 2)
	for (unsigned long long l = ULLONG_MAX; l > end; l -= 3) {
		#pragma omp ordered depend(sink: l + 6)
		RUN((int)((ULLONG_MAX - l) / 3));
		#pragma omp ordered depend(source)
	}
	check("unsigned long long", 200);
}

static void pointers(void)
{
	double values[MOST] = {0}, *last = values + MOST;
	BEGIN();
	#pragma omp parallel for ordered(1) schedule(static)
	for (double *p = values; p < last; p++) {
		#pragma omp ordered depend(sink: p - 2)
		RUN((int)(p - values));
		#pragma omp ordered depend(source)
	}
	check("pointer", MOST);

	int n;
	BEGIN();
	#pragma omp parallel for ordered(1) schedule(dynamic, 5)
	for (n = 250; n != 0; n--) {
		#pragma omp ordered depend(sink: n + 2)
		RUN(250 - n);
		#pragma omp ordered depend(source)
	}
	check("!=", 250);
}

int main(void)
{
	small_types();
	large_types(3);
	pointers();
	puts(faults ? "wrong" : "ok");
	return 0;
}
