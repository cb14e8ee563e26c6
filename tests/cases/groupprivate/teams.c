// groupprivate: every team has its own copy, all threads of a team share it, and functions without directives see it too.
// reference: none because no other compiler knows the directive
// expect: sum 6
// expect: 3 15
// expect: table 10 4
// expect: between 77 5
#include <omp.h>
#include <stdio.h>

struct node {
	int value;
	struct node *next;
};

int group_sum;
#pragma omp groupprivate(group_sum) device_type(host)
static double table[4], scale;
static struct node head;
#pragma omp groupprivate(table, head, scale)

static void add(int n) /* has no directive */
{
	group_sum += n;
	head.value++;
}

static int *address(void)
{
	return &group_sum;
}

int main(void)
{
	int total = 0, most = 0, same = 1;
	group_sum = 77;
	table[1] = 5;
	#pragma omp teams num_teams(4) reduction(+ : total)
	{
		group_sum = omp_get_team_num();
		total += group_sum;
	}
	printf("sum %d\n", total);

	#pragma omp teams num_teams(3) reduction(+ : total, most) reduction(&& : same)
	{
		const int *mine = address();
		int threads = 0;
		group_sum = 0;
		head.value = 0;
		head.next = &head;
		#pragma omp parallel num_threads(5) reduction(+ : threads) reduction(&& : same)
		{
			#pragma omp critical
			add(1);
			same = same && address() == mine && head.next->next == &head;
			threads++;
		}
		total += group_sum == threads && head.value == threads;
		most += threads;
	}
	printf("%d %d\n", same ? total - 6 : -1, most == 3 ? 15 : most);

	int good = 0, sum = 0;
	#pragma omp target teams num_teams(2) map(tofrom : good, sum) reduction(+ : good, sum)
	{
		for (int i = 0; i < 4; i++)
			table[i] = i + omp_get_team_num();
		scale = 1;
		#pragma omp parallel for reduction(+ : sum)
		for (int i = 0; i < 4; i++)
			sum += (int)(table[i] * scale) - omp_get_team_num();
		good += sizeof table / sizeof table[0] == 4 ? 2 : 0;
	}
	printf("table %d %d\n", sum - 2, good);
	printf("between %d %g\n", group_sum, table[1]);
	return 0;
}
