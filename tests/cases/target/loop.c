// target loop, in each of its bindings; teams with an if clause.
// reference: none because gcc 12 and clang 19 have neither
// expect: 100 100 4950 99
// expect: 1
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>

static int count(const int *x)
{
	int sum = 0;
	for (int i = 0; i < 100; i++)
		sum += x[i] == 1;
	return sum;
}

int main(void)
{
	int a[100] = {0}, b[100] = {0}, sum = 0, last = -1, n = 100, teams = 0;
	#pragma omp target loop map(tofrom : a)
	for (int i = 0; i < n; i++)
		a[i]++;
	#pragma omp target loop bind(thread) collapse(2) order(concurrent)
	for (int i = 0; i < 10; i++)
		for (int j = 9; j >= 0; j--)
			b[10 * i + j]++;
	#pragma omp target loop reduction(+ : sum) lastprivate(last)
	for (last = 0; last < n; last++)
		sum += last;
	printf("%d %d %d %d\n", count(a), count(b), sum, last - 1);
	#pragma omp teams num_teams(4) if(n < 0) reduction(+ : teams)
	teams += omp_get_num_teams();
	printf("%d\n", teams);
	return 0;
}
