// The environment's numbers of teams and threads for devices: of one device, of all but the host, of all; clauses are stronger.
// expect: league 1 1 asked 1 1
// expect: team 1 limit 1 clause 1
// expect: host 0
// env: OMP_NUM_TEAMS_DEV=3
// env: OMP_TEAMS_THREAD_LIMIT_DEV_0=2
// env: OMP_NUM_THREADS_DEV=5
// env: OMP_NUM_THREADS_DEV_0=4
// env: OMP_THREAD_LIMIT_DEV_7=1
// reference: none because native compilers read other variables here
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int host = 1, teams = 0, threads = 0, most = 0, limit = 0, team = 0, clause = 0, wide = 0;
	#pragma omp target teams map(tofrom : host, teams, threads, most, limit)
	{
		if (omp_get_team_num() == 0) {
			host = omp_is_initial_device();
			teams = omp_get_num_teams();
			most = omp_get_max_teams();
			limit = omp_get_teams_thread_limit();
		}
		#pragma omp parallel
		if (omp_get_team_num() == 0 && omp_get_thread_num() == 0)
			threads = omp_get_num_threads();
	}
	printf("league %d %d asked %d %d\n", host || (teams >= 1 && teams <= 3), host || (threads >= 1 && threads <= 2), host || most == 3, host || limit == 2);
	#pragma omp target parallel map(tofrom : team)
	{
		#pragma omp single
		team = omp_get_num_threads();
	}
	#pragma omp target teams num_teams(5) thread_limit(3) map(tofrom : clause, wide)
	{
		if (omp_get_team_num() == 0)
			clause = omp_get_num_teams();
		#pragma omp parallel num_threads(3)
		if (omp_get_team_num() == 0 && omp_get_thread_num() == 0)
			wide = omp_get_num_threads();
	}
	printf("team %d limit %d clause %d\n", host || team == 4, host || wide == 3, host || clause == 5);
	printf("host %d\n", omp_get_max_teams() + omp_get_teams_thread_limit());
	return 0;
}
