// atomic on every type that a device has: the built-in function, or a loop around compare and exchange.
// expect: 1073746774 -14850 50 25 -148 100 4950
// expect: 4950 99 1 64
#include <stdio.h>

int main(void)
{
	double y[100];
	unsigned u = 0;
	long big = 0;
	float fl = 0;
	double db = 0, least = 1e9;
	int order = 0, seen[100], all = 0;
	for (int i = 0; i < 100; i++)
		y[i] = 2 + 3 * (i - 50);
	#pragma omp target parallel for map(tofrom: u, big, fl, db, least, order) map(from: seen)
	for (int i = 0; i < 100; i++) {
		#pragma omp atomic
		u += i;
		#pragma omp atomic
		big -= 3L * i;
		#pragma omp atomic update
		fl += 0.5f;
		#pragma omp atomic
		db = db + 0.25;
		#pragma omp atomic compare
		if (y[i] < least) { least = y[i]; }
		#pragma omp atomic capture
		seen[i] = order++;
		#pragma omp atomic
		u |= 1u << 30;
		#pragma omp atomic
		db *= 1;
	}
	for (int i = 0; i < 100; i++)
		all += seen[i];
	printf("%u %ld %g %g %g %d %d\n", u, big, fl, db, least, order, all);

	int most = -1, swapped = 0, expected = 5, flag = 5;
	long long sum = 0;
	#pragma omp target teams distribute parallel for map(tofrom: most, sum, flag, swapped)
	for (int i = 0; i < 100; i++) {
		int done;
		long long before;
		#pragma omp atomic compare
		most = most < i ? i : most;
		#pragma omp atomic capture seq_cst
		{ before = sum; sum += i; }
		#pragma omp atomic compare capture
		{ done = flag == expected; if (done) { flag = 64; } }
		if (done || before < 0)
			#pragma omp atomic
			swapped++;
	}
	printf("%lld %d %d %d\n", sum, most, swapped, flag);
	return 0;
}
