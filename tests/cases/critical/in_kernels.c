// critical in kernels: teams, threads of one team, serial code, names, and what it protects; on the device, where there is one.
// expect: 49995000 10000 9999 20000
// expect: 4950 100 99
// expect: 3 2000 190
// expect: 45 10 1
#include <stdio.h>
#include <omp.h>

enum { N = 10000 };

struct best {
	double value;
	int at, changes;
};

static double x[N];
static int host;

static void teams(void)
{
	long sum = 0;
	int count = 0, order[2] = {0, 0};
	struct best best = {-1, -1, 0};
	#pragma omp target teams distribute parallel for map(tofrom: sum, count, best, order, host) map(to: x)
	for (int i = 0; i < N; i++) {
		if (i == 0)
			host |= omp_is_initial_device();
		#pragma omp critical
		{
			sum += i;
			count++;
		}
		if (x[i] > x[N / 2] || i % 100 == 0) {
			#pragma omp critical (best)
			if (x[i] > best.value) {
				best.value = x[i];
				best.at = i;
				best.changes++;
			}
		}
		#pragma omp critical (order) hint(omp_sync_hint_contended)
		{
			order[0]++;
			order[1] = order[0] * 2;
		}
	}
	printf("%ld %d %d %d\n", sum, count, best.at, order[1]);
}

/* A minimum with its place, found by each thread for itself first. */
static void team(void)
{
	int sum = 0, threads = 0, last = -1, used = 0;
	#pragma omp target parallel map(tofrom: sum, threads, last, used, host)
	{
		int own = 0, most = -1;
		#pragma omp for nowait
		for (int i = 0; i < 100; i++) {
			own += i;
			most = i;
		}
		#pragma omp critical
		{
			sum += own;
			threads += 1;
			if (most > last)
				last = most;
			host |= omp_is_initial_device();
		}
		#pragma omp barrier
		#pragma omp single
		used = threads == omp_get_num_threads() ? 100 : threads;
	}
	printf("%d %d %d\n", sum, used, last);
}

static void serial(void)
{
	int a = 0, b = 0, c = 0;
	#pragma omp target map(tofrom: a, b, c, host)
	{
		host |= omp_is_initial_device();
		#pragma omp critical
		a = 3;
		#pragma omp parallel for
		for (int i = 0; i < 20; i++) {
			int twice = i * 2;
			#pragma omp critical (c)
			{
				c += twice / 2;
				a = 3;
			}
			for (int j = 0; j < 100; j++)
				if (j >= 0)
					#pragma omp critical (b)
					b++;
				else
					twice = 1;
		}
	}
	printf("%d %d %d\n", a, b, c);
}

static void each_team(void)
{
	int sum = 0, teams = 0;
	#pragma omp target teams num_teams(10) map(tofrom: sum, teams)
	{
		#pragma omp distribute
		for (int i = 0; i < 10; i++) {
			#pragma omp critical
			sum += i;
		}
		#pragma omp parallel num_threads(1)
		#pragma omp critical
		teams++;
	}
	printf("%d %d %d\n", sum, teams >= 1 && teams <= 10 ? 10 : teams, host == 0 || omp_get_num_devices() == 0);
}

int main(void)
{
	for (int i = 0; i < N; i++)
		x[i] = i * 0.5;
	teams();
	team();
	serial();
	each_team();
	return 0;
}
