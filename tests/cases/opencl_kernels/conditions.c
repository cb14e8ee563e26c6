// if clauses of teams and parallel in target regions: whether there is more than one team or thread.
// reference: none because neither gcc 12 nor clang 19 takes if on teams
// expect: alone 1 1, inside 0 0
// expect: chosen 1 1 1, sum 45 45 45
// expect: teams 1 1, spread 8 1
// expect: own construct 1 1
// expect: without a name 20 20
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int threads = 0, number = -1, inside = -1, active = -1, n = 10;
	#pragma omp target map(from: threads, number, inside, active)
	{
		int all = 0;
		#pragma omp parallel for reduction(+: all) num_threads(4)
		for (int i = 0; i < 8; i++)
			all++;
		#pragma omp parallel if(0)
		{
			threads = omp_get_num_threads();
			active = omp_in_parallel();
			number = omp_get_thread_num();
			inside = all == 8 ? number : -2;
		}
	}
	printf("alone %d %d, inside %d %d\n", threads, number + 1, active, inside);

	int good[3] = {0}, sum[3] = {0};
	#pragma omp target map(tofrom: good, sum)
	for (int k = 0; k < 3; k++) {
		int limit = 4 * k, s = 0, seen = 0;
		#pragma omp parallel for reduction(+: s) if(limit > 4) num_threads(4) lastprivate(seen)
		for (int i = 0; i < 10; i++) {
			s += i;
			seen = limit > 4 || omp_get_num_threads() == 1;
		}
		sum[k] = s;
		good[k] = seen;
	}
	printf("chosen %d %d %d, sum %d %d %d\n", good[0], good[1], good[2], sum[0], sum[1], sum[2]);

	int teams[2] = {0}, many = 0, one = 0;
	for (int k = 0; k < 2; k++) {
		int seen = 0;
		#pragma omp target teams num_teams(8) thread_limit(1) if(teams: k == 0) map(tofrom: seen)
		if (omp_get_team_num() == 0)
			seen = omp_get_num_teams();
		if (k == 0)
			many = seen >= 1 && seen <= 8 ? 8 : 0;
		else
			one = seen;
		teams[k] = seen > 0;
	}
	printf("teams %d %d, spread %d %d\n", teams[0], teams[1], many, one);

	int separate[2] = {0};
	for (int k = 0; k < 2; k++) {
		int seen = 0;
		#pragma omp target map(tofrom: seen)
		#pragma omp parallel if(k + n > 10) num_threads(4)
		{
			#pragma omp single
			seen = omp_get_num_threads();
		}
		separate[k] = k == 0 ? seen == 1 : seen >= 1;
	}
	printf("own construct %d %d\n", separate[0], separate[1]);

	int total[2] = {0};
	for (int k = 0; k < 2; k++) {
		int t = 0;
		#pragma omp target teams distribute parallel for if(k) reduction(+: t) map(tofrom: t)
		for (int i = 0; i < 2 * n; i++)
			t++;
		total[k] = t;
	}
	printf("without a name %d %d\n", total[0], total[1]);
}
