// Schedules that the program sees, loops with bounds that depend on outer ones, last values: in kernels, on the device, where there is one.
// reference: gcc because clang 19 has no collapse of such loops in target regions that it gets right
// expect: static 1 1 1
// expect: functions 1 1
// expect: teams 1 1
// expect: triangles 4950 161700 9870 55 3
// expect: last 99 9 7 30 12
// expect: host 1
#include <stdio.h>
#include <omp.h>

static int host;
#define ME omp_get_thread_num()

static int who(void)
{
	return ME;
}

/* Whether iterations went to threads in chunks, in turn. */
static int dealt(const int *by, int n, int chunk, int threads)
{
	for (int i = 0; i < n; i++)
		if (by[i] != i / chunk % threads)
			return 0;
	return 1;
}

/* Whether each thread has one piece, and pieces follow each other. */
static int pieces(const int *by, int n, int threads)
{
	int counts[1024] = {0}, least = n, most = 0;
	for (int i = 0; i < n; i++) {
		if (i > 0 && by[i] < by[i - 1])
			return 0;
		counts[by[i]]++;
	}
	for (int t = 0; t < threads; t++) {
		least = counts[t] < least ? counts[t] : least;
		most = counts[t] > most ? counts[t] : most;
	}
	return most * (threads - 1) <= n && most >= least;
}

static void schedules(int chunk)
{
	int by[100], other[100], wide[10][10], threads = 1, again = 0;
	#pragma omp target parallel for schedule(static, chunk) map(from: by, threads) num_threads(4) map(tofrom: host)
	for (int i = 0; i < 100; i++) {
		by[i] = omp_get_thread_num();
		if (i == 99)
			threads = omp_get_num_threads(), host |= omp_is_initial_device();
	}
	int good = dealt(by, 100, chunk, threads);
	#pragma omp target parallel for collapse(2) schedule(static) map(from: wide, threads) num_threads(3)
	for (int i = 0; i < 10; i++)
		for (int j = 0; j < 10; j++) {
			wide[i][j] = ME;
			if (i == 0 && j == 0)
				threads = omp_get_num_threads();
		}
	/* the same iterations for the same threads, so that none waits between the loops */
	#pragma omp target parallel map(tofrom: by, other, again) num_threads(5)
	{
		#pragma omp for schedule(static) nowait
		for (int i = 0; i < 100; i++)
			by[i] = i + 0 * ME;
		#pragma omp for schedule(static) reduction(+: again)
		for (int i = 0; i < 100; i++) {
			other[i] = by[i];
			again += other[i] == i;
		}
	}
	printf("static %d %d %d\n", good, pieces(wide[0], 100, threads), again == 100);
	int ids[60], threads_of = 1;
	#pragma omp target parallel for schedule(static, 5) map(from: ids, threads_of) num_threads(4)
	for (int i = 0; i < 60; i++) {
		ids[i] = who();
		if (i == 0)
			threads_of = omp_get_num_threads();
	}
	good = dealt(ids, 60, 5, threads_of);
	#pragma omp target teams distribute parallel for map(from: ids)
	for (int i = 0; i < 60; i++)
		ids[i] = who() >= 0 ? 1 : 0;
	printf("functions %d %d\n", good, ids[0] && ids[59]);
}

static void teams(void)
{
	int by[90], threads[90], teams = 0, size = 0, good = 1;
	#pragma omp target teams distribute dist_schedule(static, 7) num_teams(3) map(from: by, teams)
	for (int i = 0; i < 90; i++) {
		by[i] = omp_get_team_num();
		if (i == 0)
			teams = omp_get_num_teams();
	}
	printf("teams %d ", dealt(by, 90, 7, teams));
	#pragma omp target teams distribute parallel for dist_schedule(static, 30) schedule(static, 4) num_teams(2) thread_limit(4) map(from: by, threads, teams, size)
	for (int i = 0; i < 90; i++) {
		by[i] = omp_get_team_num();
		threads[i] = omp_get_thread_num();
		if (i == 0)
			teams = omp_get_num_teams(), size = omp_get_num_threads();
	}
	good &= dealt(by, 90, 30, teams);
	for (int i = 0; i < 3; i++)
		good &= dealt(threads + i * 30, 30, 4, size);
	printf("%d\n", good);
}

static void triangles(int n)
{
	int sum = 0, seen = 0, deep = 0, down = 0, few = 0, i, j;
	static int a[100][100];
	#pragma omp target teams distribute parallel for collapse(2) reduction(+: sum) map(tofrom: a, host)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < i; j++) {
			a[i][j] = i + 100 * j;
			sum++;
			if (i == 5 && j == 2)
				host |= omp_is_initial_device();
		}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			if (a[i][j] != (j < i ? i + 100 * j : 0))
				sum = -1;
	#pragma omp target parallel for collapse(3) reduction(+: deep)
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j += 1)
			for (int k = 0; k < 100 - j; k++)
				deep += i < j && j + k < 100;
	int total = 0;
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			total += 100 - j;
	#pragma omp target parallel for collapse(2) reduction(+: down)
	for (i = 140; i > 0; i -= 1)
		for (j = 2 * i; j >= i - 3; j -= 1)
			down += j >= i - 3;
	for (int i = 140; i > 0; i--)
		for (int j = 2 * i; j >= i - 3; j--)
			down--;
	#pragma omp target map(tofrom: seen, few)
	{
		int local = 0;
		#pragma omp parallel for collapse(2) reduction(+: local)
		for (int i = 1; i <= 10; i++)
			for (int j = i; j <= 10; j++)
				local++;
		seen = local;
		#pragma omp parallel for collapse(2) reduction(+: few)
		for (int i = 0; i < 3; i++)
			for (int j = i; j < i + 1; j++)
				few++;
	}
	printf("triangles %d %d %d %d %d\n", sum, deep == total ? 161700 : deep, down == 0 ? 9870 : down, seen, few);
}

static void last(void)
{
	int x = -1, y = -1, z = 5, i, out[2] = {0};
	#pragma omp target map(tofrom: x, y, z, out)
	{
		int i, inner = 0;
		#pragma omp parallel for lastprivate(x, i)
		for (i = 0; i < 100; i++)
			x = i;
		out[0] = i - 91; /* 9 */
		#pragma omp parallel sections lastprivate(y, inner) firstprivate(z)
		{
			y = 1;
			#pragma omp section
			{ y = 2 + z; inner = 3; }
			#pragma omp section
			{ y = z + 2; inner = 30; }
		}
		out[1] = inner;
		#pragma omp parallel
		{
			#pragma omp sections
			{
				#pragma omp section
				z += 7;
			}
		}
	}
	(void)i;
	printf("last %d %d %d %d %d\n", x, out[0], y, out[1], z);
}

int main(void)
{
	schedules(3);
	teams();
	triangles(100);
	last();
	printf("host %d\n", host == 0 || omp_get_num_devices() == 0);
	return 0;
}
