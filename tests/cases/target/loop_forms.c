// target loops: continue, names that hide others, numbers of iterations that no group size divides, none, and zero.
// reference: gcc because clang 19 does not bring back what is lastprivate on a target construct
// expect: continue 9 hidden 5050 prime 1009 508536 none 0 rest 65 last 64
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>

enum { MOST = 1009 };

int main(void)
{
	int a[MOST], n = MOST, kept = 0, hidden[101], total = 0, prime = 0, none = 0, last = -1, rest[65];
	long sum = 0;
	#pragma omp target teams loop map(from : a)
	for (int i = 0; i < n; i++) {
		a[i] = 0;
		if (i % 3 != 0)
			continue;
		a[i] = 1;
	}
	for (int i = 0; i < 25; i++)
		kept += a[i];
	#pragma omp target teams distribute parallel for map(from : hidden)
	for (int i = 0; i <= 100; i++) {
		int n = i;
		hidden[n] = n;
	}
	for (int i = 0; i <= 100; i++)
		total += hidden[i];
	#pragma omp target teams loop map(from : a)
	for (int i = n - 1; i >= 0; i--)
		a[i] = i;
	for (int i = 0; i < n; i++) {
		prime++;
		sum += a[i];
	}
	#pragma omp target teams loop map(tofrom : none)
	for (int i = n; i < 3; i++)
		none = 1;
	#pragma omp target teams distribute parallel for lastprivate(last) map(from : rest)
	for (int i = 0; i < 65; i++) {
		rest[i] = 1;
		last = i;
	}
	int ones = 0;
	for (int i = 0; i < 65; i++)
		ones += rest[i];
	printf("continue %d hidden %d prime %d %ld none %d rest %d last %d\n", kept, total, prime, sum, none, ones, last);
	return 0;
}
