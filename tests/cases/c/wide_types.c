// long double and __int128 captured, reduced and private.
// libs: -latomic
// expect: 4950.0 18446744073709551616 * 4950 99 0.25
#include <stdio.h>

int main(void)
{
	__extension__ typedef __int128 wide;
	long double sum = 0, quarter = 0.25L, last = 0;
	wide total = 0, unit = (wide)1 << 64;

#pragma omp parallel for reduction(+ : sum, total) firstprivate(quarter)
	for (int i = 0; i < 100; i++) {
		sum += i * 4 * quarter;
		total += i * unit;
	}
#pragma omp parallel for lastprivate(last)
	for (int i = 0; i < 100; i++)
		last = i;
	printf("%.1Lf %s * %d %.0Lf %.2Lf\n", sum, unit == (wide)1 << 64 ? "18446744073709551616" : "?", (int)(total >> 64), last,
	       quarter);
	return 0;
}
