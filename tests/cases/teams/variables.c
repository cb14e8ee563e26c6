// Where the number of teams and their limit of threads come from: variables of the environment, routines, clauses.
// env: OMP_NUM_TEAMS=4
// env: OMP_TEAMS_THREAD_LIMIT=3
// env: OMP_THREAD_LIMIT=6
// reference: none because clang 19 makes fewer teams on few processors, and gcc 12 does not know a range of teams
// expect: environment: 4 teams of 3, limit 3
// expect: routines: 2 teams of 2, limit 2
// expect: clauses: 5 teams of 4, limit 4
// expect: range: 4 teams of 1, limit 1
// expect: beyond the program's limit: 1 teams of 6, limit 6
// expect: afterwards: 2 2, limit 6, 6 threads
#include <omp.h>
#include <stdio.h>

static int teams, threads, limit;

static void measure(void)
{
	int n = 0;
	#pragma omp parallel num_threads(8) reduction(+ : n)
	n++;
	threads = n;
	limit = omp_get_thread_limit();
	teams = omp_get_num_teams();
}

static void show(const char *what)
{
	printf("%s: %d teams of %d, limit %d\n", what, teams, threads, limit);
}

int main(void)
{
	int n = 0;
	#pragma omp teams
	measure();
	show("environment");
	omp_set_num_teams(2);
	omp_set_teams_thread_limit(2);
	#pragma omp teams
	measure();
	show("routines");
	#pragma omp teams num_teams(5) thread_limit(4)
	measure();
	show("clauses");
	#pragma omp teams num_teams(3:4) thread_limit(1)
	measure();
	show("range");
	#pragma omp teams num_teams(1) thread_limit(100)
	measure();
	show("beyond the program's limit");
	#pragma omp parallel num_threads(8) reduction(+ : n)
	n++;
	printf("afterwards: %d %d, limit %d, %d threads\n", omp_get_max_teams(), omp_get_teams_thread_limit(), omp_get_thread_limit(), n);
	return 0;
}
