// teams: their number, their initial threads, clauses, parallel regions inside, reduction; distribute shares iterations.
// expect: teams 5 numbers 10 threads 1 level 1 in 1 limit 1 sum 15 x 7
// reference: gcc because clang 19 makes fewer teams on few processors
// expect: distribute 100 chunks 100 collapse 24 parts 1 last 99 reduction 4950
#include <omp.h>
#include <stdio.h>

static int once(const int *hits, int n)
{
	int count = 0;
	for (int i = 0; i < n; i++)
		count += hits[i] == 1;
	return count;
}

int main(void)
{
	int teams = 0, numbers = 0, threads = 0, level = 0, in = 0, limit = 1, sum = 0, x = 7;
	#pragma omp teams num_teams(5) thread_limit(2) firstprivate(x) reduction(+ : sum, numbers) reduction(max : teams, threads, level, in) default(none) shared(limit)
	{
		x += omp_get_team_num();
		sum += x - 6;
		numbers += omp_get_team_num();
		teams = omp_get_num_teams();
		#pragma omp parallel num_threads(3) default(none) shared(limit) reduction(max : threads, level, in)
		{
			level = omp_get_level();
			in = omp_in_parallel();
			threads = omp_get_num_threads() < 3;
			if (omp_get_num_threads() > 2 || omp_get_num_teams() != 5) {
				#pragma omp atomic write
				limit = 0;
			}
		}
	}
	if (omp_get_num_teams() != 1 || omp_get_team_num() != 0)
		limit = 2;
	printf("teams %d numbers %d threads %d level %d in %d limit %d sum %d x %d\n", teams, numbers, threads, level, in, limit, sum, x);

	int a[100] = {0}, b[100] = {0}, c[24] = {0}, owner[100], parts = 1, last = -1, total = 0;
	#pragma omp teams distribute num_teams(4)
	for (int i = 0; i < 100; i++) {
		a[i]++;
		owner[i] = omp_get_team_num();
	}
	for (int i = 1; i < 100; i++)
		parts &= owner[i] == owner[i - 1] || owner[i] == owner[i - 1] + 1;
	parts &= owner[0] == 0 && owner[99] == 3;
	#pragma omp teams num_teams(3)
	{
		#pragma omp distribute dist_schedule(static, 7) lastprivate(last)
		for (int i = 0; i < 100; i++) {
			b[i]++;
			last = i;
			if (omp_get_team_num() != i / 7 % 3)
				b[i] = 100;
		}
		#pragma omp distribute simd safelen(8)
		for (int i = 0; i < 100; i++)
			a[i] -= i % 2;
		#pragma omp distribute simd
		for (int i = 0; i < 100; i++)
			a[i] += i % 2;
		#pragma omp distribute collapse(2)
		for (int i = 0; i < 4; i++)
			for (int j = 5; j >= 0; j--)
				c[6 * i + j]++;
	}
	#pragma omp teams distribute simd reduction(+ : total)
	for (int i = 0; i < 100; i++)
		total += i;
	printf("distribute %d chunks %d collapse %d parts %d last %d reduction %d\n", once(a, 100), once(b, 100), once(c, 24), parts, last, total);
	return 0;
}
