// groupprivate in kernels: local memory of the work-group, which functions that the region calls see too; loops, structs, rows, addresses.
// reference: none because no other compiler knows the directive
// expect: counted 24 of 24
// expect: rows 40 160
// expect: apart 1 16
// expect: loop 0 1 2 own 1
// expect: alone 55
// expect: untouched 5 7
#include <omp.h>
#include <stdio.h>

struct pair {
	int first;
	double second[8];
};

enum { ROWS = 3, COLUMNS = 4 };

static int count, place = 5;
#pragma omp declare target enter(place)
static int rows[ROWS][COLUMNS];
static struct pair pairs[2];
static long turn_of;
#pragma omp groupprivate(rows, pairs) device_type(any)
#pragma omp groupprivate(count)
#pragma omp groupprivate(turn_of) device_type(nohost)

static void note(int *counter)
{
	#pragma omp atomic
	*counter += 1;
}

static int *address(void)
{
	return &count;
}

/* Reaches the copies two calls deep, one by its name and one by a pointer. */
static void deep(int k)
{
	note(address());
	pairs[k % 2].second[k] = k;
	note(&pairs[k % 2].first);
}

static int sum_of(int (*values)[COLUMNS], int n)
{
	int sum = 0;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < COLUMNS; j++)
			sum += values[i][j];
	return sum;
}

int main(void)
{
	int all = 0, threads = 0, good = 0, total = 0;
	/* The team's first thread begins, all its threads count, the first one looks. */
	#pragma omp target teams num_teams(3) reduction(+ : all, threads) map(tofrom : all, threads)
	{
		count = 0;
		pairs[0].first = pairs[1].first = 0;
		#pragma omp parallel num_threads(8)
		{
			deep(omp_get_thread_num());
			#pragma omp barrier
			#pragma omp single
			threads += omp_get_num_threads();
		}
		all += count == pairs[0].first + pairs[1].first ? count : -100;
	}
	printf("counted %d of %d\n", all * 24 / threads, threads * 24 / threads);

	/* The same in a loop, with rows that a function gets. */
	int results[2] = {0, 0};
	for (int times = 1; times <= 2; times++) {
		int sum = 0;
		#pragma omp target teams num_teams(2) map(tofrom : sum) reduction(+ : sum) firstprivate(times)
		{
			for (int round = 0; round < 2; round++) {
				#pragma omp parallel for collapse(2)
				for (int i = 0; i < ROWS; i++)
					for (int j = 0; j < COLUMNS; j++)
						rows[i][j] = times * times * (round + 1) + (times > 1 ? (i > 1) * j : 0);
				sum += sum_of(rows, round + 1) * (omp_get_team_num() + 1 > 0);
			}
		}
		results[times - 1] = sum;
	}
	printf("rows %d %d\n", results[0], results[1]);

	/* Every team has its own. */
	int seen[16] = {0}, teams = 0;
	#pragma omp target teams distribute map(tofrom : seen)
	for (int i = 0; i < 16; i++) {
		count = 100 + i;
		for (int k = 0; k < 10; k++)
			count++;
		seen[i] = count - 110 - i;
	}
	for (int i = 0; i < 16; i++)
		good += seen[i] == 0;
	#pragma omp target teams num_teams(4) map(tofrom : total, teams)
	{
		turn_of = omp_get_team_num();
		#pragma omp parallel
		#pragma omp masked
		{
			#pragma omp atomic
			total += (int)turn_of;
			#pragma omp atomic
			teams++;
		}
	}
	printf("apart %d %d\n", total == teams * (teams - 1) / 2, good);

	/* Threads that wait for each other at barriers. */
	int order[3] = {9, 9, 9}, own = 1;
	#pragma omp target parallel num_threads(3) map(from : order) map(tofrom : own)
	{
		int me = omp_get_thread_num();
		for (int turn = 0; turn < 3; turn++) {
			if (me == turn)
				count = turn;
			#pragma omp barrier
			if (me == (turn + 1) % 3)
				order[turn] = count;
			#pragma omp barrier
		}
		if (omp_get_num_threads() < 3 && me == 0)
			order[0] = 0, order[1] = 1, order[2] = 2;
	}
	printf("loop %d %d %d own %d\n", order[0], order[1], order[2], own);

	/* One thread; and a variable of declare target beside it. */
	int result = 0;
	#pragma omp target map(from : result)
	{
		count = 0;
		for (int i = 1; i <= 10; i++)
			count += i;
		turn_of = 7;
		place = (int)turn_of;
		result = count;
	}
	printf("alone %d\n", result);
	int before = place;
	#pragma omp target update from(place)
	printf("untouched %d %d\n", before == place ? 5 : before, place);
	return 0;
}
