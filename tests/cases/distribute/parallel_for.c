// distribute parallel for: chunks for teams, then for threads; bounds, schedules, collapse, lastprivate, reduction, modifiers.
// reference: gcc because clang 19 leaves out iterations of chunks in chunks
// expect: once 1 1 1 1 1 1 teams 1 threads 1
// expect: last 0 i 1000 both 891 count 1
// expect: sum 499500 max 999 section 250 250 250 250
// expect: orphan 1 conditions 1 1 nested 24
#include <omp.h>
#include <stdio.h>
#include <string.h>

#define N 1000
#define HITS(array) (++(array))
static int hits[N], team_of[N], thread_of[N];
static double global_sum;

static int once(void)
{
	int good = 1;
	for (int i = 0; i < N; i++)
		good &= hits[i] == 1;
	memset(hits, 0, sizeof hits);
	return good;
}

static int every(int step)
{
	int good = 1;
	for (int i = 0; i < N; i++)
		good &= hits[i] == (i % step == 0);
	memset(hits, 0, sizeof hits);
	return good;
}

static int bound(int *calls)
{
	++*calls;
	return N;
}

static void orphan(int n, unsigned step)
{
	#pragma omp distribute parallel for schedule(dynamic, 3)
	for (unsigned i = 0; i < (unsigned)n; i += step) {
		#pragma omp atomic
		hits[i]++;
	}
}

int main(void)
{
	int n = N, chunk = 7, good[6], teams = 1, threads = 1, calls = 0;

	#pragma omp teams distribute parallel for num_teams(3) num_threads(4) dist_schedule(static, 10) schedule(static, 1)
	for (int i = 0; i < n; i++) {
		HITS(hits[i]);
		team_of[i] = omp_get_team_num();
		thread_of[i] = omp_get_thread_num() * 1000 + omp_get_num_threads();
	}
	int count = 0;
	for (int i = 0; i < N; i++)
		count = team_of[i] >= count ? team_of[i] + 1 : count;
	for (int i = 0; i < N; i++) {
		teams &= team_of[i] == i / 10 % count;
		int size = thread_of[i] % 1000;
		threads &= thread_of[i] / 1000 == i % 10 % size;
	}
	good[0] = once();
	#pragma omp teams distribute parallel for simd num_teams(2) schedule(guided) safelen(8)
	for (int i = n - 1; i >= 0; --i)
		hits[i]++;
	good[1] = once();
	#pragma omp teams num_teams(3)
	{
		#pragma omp distribute parallel for schedule(runtime)
		for (int i = 0; i < bound(&calls); i += 4)
			hits[i]++;
	}
	good[2] = every(4);
	#pragma omp teams distribute parallel for collapse(3) schedule(dynamic) num_teams(7)
	for (int i = 0; i < 10; i++)
		for (long j = 0; j < 10; j++)
			for (unsigned char k = 10; k > 0; k--)
				hits[i * 100 + j * 10 + k - 1]++;
	good[3] = once();
	#pragma omp teams distribute parallel for schedule(static, chunk) default(none) shared(hits, n, chunk, team_of)
	for (int j = 0; j < n; j++)
		HITS(hits[j]), team_of[j] = j;
	good[4] = once();
	#pragma omp teams distribute parallel for num_teams(100) num_threads(3)
	for (int i = 0; i < 5; i++) /* more teams than iterations */
		hits[i * 200]++;
	good[5] = every(200);
	printf("once %d %d %d %d %d %d teams %d threads %d\n", good[0], good[1], good[2], good[3], good[4], good[5], teams, threads);

	int last = -1, i, both = 3, private_one = 5;
	#pragma omp teams distribute parallel for num_teams(3) lastprivate(last, i) private(private_one)
	for (i = 0; i < n; i++) {
		private_one = i;
		last = N - 1 - private_one;
	}
	#pragma omp teams distribute parallel for collapse(2) lastprivate(both) firstprivate(chunk)
	for (int j = 0; j < 10; j++)
		for (int k = 0; k < 100; k++)
			both = j * k + chunk - 7;
	printf("last %d i %d both %d count %d\n", last, i, both, calls > 0);

	long sum = 0;
	int max = -1, section[4] = {0};
	#pragma omp teams distribute parallel for reduction(+ : sum, section) reduction(max : max) num_teams(4) reduction(+ : global_sum)
	for (int k = 0; k < n; k++) {
		sum += k;
		max = k > max ? k : max;
		section[k % 4]++;
		global_sum += 0.5;
	}
	if (global_sum != 500)
		max = 0;
	printf("sum %ld max %d section %d %d %d %d\n", sum, max, section[0], section[1], section[2], section[3]);

	#pragma omp teams num_teams(3)
	orphan(N, 2);
	int whole = every(2), few = 1, one = 1, nested = 0;
	#pragma omp teams distribute parallel for if(parallel : n < 0) num_threads(4)
	for (int k = 0; k < n; k++)
		if (omp_get_num_threads() != 1) {
			#pragma omp atomic write
			few = 0;
		}
	#pragma omp teams distribute parallel for num_teams(2) reduction(+ : nested)
	for (int k = 0; k < 4; k++) {
		int inner = 0;
		#pragma omp parallel for reduction(+ : inner)
		for (int m = 0; m <= k; m++)
			inner += m + 1;
		nested += inner + 1;
	}
	printf("orphan %d conditions %d %d nested %d\n", whole, few, one, nested);
	return 0;
}
