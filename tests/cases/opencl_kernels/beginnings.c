// Loops that do not begin at 0: the numbers of the work-items do not either.
//
// env-also: PPCC_OPENCL_TEAM=32
// expect: up 1 98 4851
// expect: below -5 4 -5
// expect: down 99 0 4950
// expect: until 10 1 55
// expect: unequal 20 3 207
// expect: narrow -3 120 7254
// expect: unsigned 4294967290 4294967294 5
// expect: long -4 5 5
// expect: grid 2 3 9 7 1200
// expect: none 0
// expect: parallel 1 98 4851
// expect: threads 1 4
#include <omp.h>
#include <stdio.h>

struct seen {
	long first, last, sum;
};

/* Each iteration writes its number to its place. */
static struct seen look(const long *of, int count)
{
	struct seen seen = {of[0], of[count - 1], 0};
	for (int i = 0; i < count; i++)
		seen.sum += of[i];
	return seen;
}

static void show(const char *name, struct seen seen)
{
	printf("%s %ld %ld %ld\n", name, seen.first, seen.last, seen.sum);
}

static void one_way(int n, int low)
{
	long of[200];
	#pragma omp target teams distribute parallel for map(from : of)
	for (int i = 1; i < n - 1; i++)
		of[i - 1] = i;
	show("up", look(of, n - 2));
	#pragma omp target teams distribute parallel for map(from : of)
	for (int i = low; i < low + 10; i++)
		of[i - low] = i;
	show("below", look(of, 10));
}

static void other_way(int n, int end)
{
	long of[200];
	#pragma omp target teams distribute parallel for map(from : of)
	for (int i = n - 1; i >= 0; i--)
		of[n - 1 - i] = i;
	show("down", look(of, n));
	#pragma omp target teams loop map(from : of)
	for (int i = 10; i > end; i--)
		of[10 - i] = i;
	show("until", look(of, 10 - end));
	#pragma omp target teams loop map(from : of)
	for (int i = 20; i != end + 2; --i)
		of[20 - i] = i;
	show("unequal", look(of, 18 - end));
}

static void types(int low, unsigned high, long far)
{
	long of[200];
	#pragma omp target teams distribute parallel for map(from : of)
	for (signed char i = (signed char)low; i <= 120; i++)
		of[i - low] = i;
	show("narrow", look(of, 121 - low));
	#pragma omp target teams distribute parallel for map(from : of)
	for (unsigned i = high; i < 4294967295u; i++)
		of[i - high] = i;
	printf("unsigned %ld %ld %u\n", of[0], of[4], 4294967295u - high);
	#pragma omp target teams distribute parallel for map(from : of)
	for (long i = far; i < 6; i++)
		of[i - far] = i;
	show("long", look(of, (int)(6 - far)));
}

static void grid(int low)
{
	int x[12][12] = {{0}}, sum = 0, none = 0;
	#pragma omp target teams distribute parallel for collapse(2) map(tofrom : x)
	for (int i = low; i < 10; i++)
		for (int j = 7; j >= 3; j--)
			x[i][j] = i * 2 + j * 4 - 1;
	int i = 0, j = 0, last_i = 0, last_j = 0;
	for (i = 11; i >= 0; i--)
		for (j = 11; j >= 0; j--)
			if (x[i][j] != 0)
				low = i, none = j;
	for (i = 0; i < 12; i++)
		for (j = 0; j < 12; j++) {
			sum += x[i][j];
			if (x[i][j] != 0)
				last_i = i, last_j = j;
		}
	printf("grid %d %d %d %d %d\n", low, none, last_i, last_j, sum);
}

static void none(int low)
{
	int any = 0;
	#pragma omp target teams distribute parallel for map(tofrom : any)
	for (int i = low; i < low - 3; i++)
		any = 1;
	#pragma omp target teams distribute parallel for map(tofrom : any)
	for (int i = low; i > low + 2; i--)
		any = 1;
	printf("none %d\n", any);
}

/* Without teams the iterations may run anywhere, unless it shows that one team runs them. */
static void parallel(int n)
{
	long of[200];
	int count = 0, team = 0;
	#pragma omp target parallel for map(from : of)
	for (int i = 1; i < n - 1; i++)
		of[i - 1] = i;
	show("parallel", look(of, n - 2));
	#pragma omp target parallel for num_threads(4) reduction(+ : count) map(from : team)
	for (int i = 0; i < n; i++) {
		count += omp_get_num_threads() <= 4 && omp_get_num_teams() == 1;
		if (i == 0)
			team = omp_get_team_num();
	}
	printf("threads %d", count == n && team == 0);
	count = 0;
	#pragma omp target parallel num_threads(4) map(tofrom : count)
	{
		#pragma omp atomic
		count++;
	}
	printf(" %d\n", count);
}

int main(void)
{
	one_way(100, -5);
	other_way(100, 0);
	types(-3, 4294967290u, -4);
	grid(2);
	none(4);
	parallel(100);
	return 0;
}
