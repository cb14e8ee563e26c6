// loops: int loops that end at INT_MIN and INT_MAX, upward and downward, visit each value once.
// expect: top 10 45
// expect: bottom 9 45
// expect: up to max 7 1
// expect: almost all 21 1
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int n = 0, last = 0;
	long long sum = 0;
	int step = 100000000;

	#pragma omp parallel for reduction(+: n, sum)
	for (int i = INT_MAX - 10; i < INT_MAX; i++)
		n++, sum += i - (INT_MAX - 10);
	printf("top %d %lld\n", n, sum);
	n = 0, sum = 0;
	#pragma omp parallel for reduction(+: n, sum) schedule(dynamic, 2)
	for (int i = INT_MIN + 9; i > INT_MIN; i--)
		n++, sum += (long long)i - INT_MIN;
	printf("bottom %d %lld\n", n, sum);
	n = 0;
	#pragma omp parallel for reduction(+: n, last) schedule(static, 2)
	for (int i = INT_MAX - 7; i != INT_MAX; ++i)
		n++, last += i == INT_MAX - 1;
	printf("up to max %d %d\n", n, last);
	n = last = 0;
	#pragma omp parallel for reduction(+: n, last) schedule(guided)
	for (int i = 0; i < 2000000001; i += step)
		n++, last += i == 2000000000;
	printf("almost all %d %d\n", n, last);
	return 0;
}
