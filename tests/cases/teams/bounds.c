// num_teams with a lower bound, thread_limit, and what is true inside: a league has at least the lower and at most the upper number of teams.
// reference: gcc because clang 19 has no lower bound of num_teams
// expect: teams 1 limit 1 restored 1 1 nested 1 shared 12 order 1 max 1
#include <omp.h>
#include <stdio.h>

static int lower(void)
{
	return 2;
}

/* Of the initial thread of a team; gcc allows no other calls right inside a teams region. */
static int alone(int most)
{
	return omp_get_thread_limit() <= most && omp_get_thread_num() == 0 && omp_get_num_threads() == 1;
}

static int settings(void)
{
	return omp_get_max_teams() == 2 && omp_get_teams_thread_limit() == 2;
}

int main(void)
{
	int teams = 1, limit = 1, shared = 0, nested = 1, order = 1, max = 1;
	#pragma omp teams num_teams(lower() : 2 * lower()) thread_limit(3) reduction(min : teams, limit, nested) shared(shared)
	{
		teams = omp_get_num_teams() >= 2 && omp_get_num_teams() <= 4 && omp_get_team_num() < omp_get_num_teams();
		limit = alone(3);
		#pragma omp parallel num_threads(8) reduction(&& : nested)
		nested = omp_get_num_threads() <= 3 && omp_get_level() == 1;
		#pragma omp distribute parallel for dist_schedule(static, 2) schedule(static, 1) num_threads(2)
		for (int i = 0; i < 12; i++) {
			#pragma omp atomic
			shared++;
		}
	}
	int owner[12];
	#pragma omp teams distribute num_teams(3) dist_schedule(static)
	for (int i = 0; i < 12; i++)
		owner[i] = omp_get_team_num();
	for (int i = 1; i < 12; i++)
		order &= owner[i] >= owner[i - 1];
	omp_set_num_teams(2);
	omp_set_teams_thread_limit(2);
	#pragma omp teams reduction(min : max)
	max = omp_get_num_teams() <= 2 && alone(2) && settings();
	printf("teams %d limit %d restored %d %d nested %d shared %d order %d max %d\n", teams, limit, omp_get_num_teams(), omp_get_team_num() + 1, nested, shared,
	       order, max);
	return 0;
}
