// Combined forms that end in simd, and target loop; variables of all kinds on one line.
// reference: gcc because clang 19 loses results of target and distribute
// expect: 100 100 100 4950 99 5 5050
// expect: team 3 0 3 2
// env-also: PPCC_HOST_DEVICES=1
#include <omp.h>
#include <stdio.h>

static int count(const int *x, int value)
{
	int sum = 0;
	for (int i = 0; i < 100; i++)
		sum += x[i] == value;
	return sum;
}

static void more(void);

int main(void)
{
	int a[100] = {0}, b[100] = {0}, c[100] = {0}, sum = 0, last = -1, n = 100, keep = 5, temporary = 1, total = 0;
	#pragma omp target parallel for simd private(temporary) map(tofrom : a[:n]) num_threads(3)
	for (int i = 0; i < n; i++) {
		temporary = i + keep;
		a[i] += temporary - i;
	}
	#pragma omp teams num_teams(4)
	#pragma omp distribute parallel for simd schedule(static, 2) private(temporary) simdlen(4)
	for (int i = 99; i >= 0; i -= 1) {
		temporary = 100 * i;
		b[i] += temporary / 100 - i + 1;
	}
	#pragma omp target teams distribute simd map(from : c) private(temporary) firstprivate(keep)
	for (int i = 0; i < n; i++) {
		temporary = keep;
		c[i] = temporary * 2;
	}
	#pragma omp target teams distribute parallel for reduction(+ : sum) lastprivate(last) firstprivate(keep) private(temporary) \
		num_teams(3) thread_limit(2)
	for (int i = 0; i < n; i++) {
		temporary = i;
		keep += temporary;
		sum += temporary;
		last = i;
	}
	#pragma omp target teams distribute parallel for reduction(+ : total) if(target : n > 1000) if(parallel : n > 10) num_threads(3)
	for (int i = 1; i <= n; i++)
		total += i;
	printf("%d %d %d %d %d %d %d\n", count(a, 5), count(b, 1), count(c, 10), sum, last, keep, total);
	more();
	return 0;
}

static void more(void)
{
	int teams = 0, parallel = 0, one = 0, few = 2;
	#pragma omp target teams num_teams(3) reduction(+ : teams)
	teams += omp_get_num_teams() <= 3 && omp_get_team_num() < 3;
	teams = teams > 0 && teams <= 3 ? 3 : teams;
	#pragma omp target map(tofrom : one)
	{
		#pragma omp teams num_teams(1)
		#pragma omp distribute parallel for reduction(+ : one)
		for (int i = 0; i < 3; i++)
			one++;
	}
	printf("team %d %d %d %d\n", teams, parallel, one, few);
}
