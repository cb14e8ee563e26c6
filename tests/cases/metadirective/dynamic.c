// metadirective: conditions at execution time are tried in the order of their scores; the statement is there for each.
// reference: none because gcc 12 does not know metadirective and clang 19 does not choose at execution time
// expect: 45 3
// expect: 45 2
// expect: 45 1
// expect: 12
// expect: -1
// expect: line 71
// expect: both 1
// expect: both 4
#include <omp.h>
#include <stdio.h>

static int calls;

static int ask(int answer)
{
	calls++;
	return answer;
}

/* labels, goto, a switch and a local type in the statement */
static int sum(int n, int big, int medium, int *threads)
{
	int total = 0, team = 1;
	#pragma omp metadirective \
		when(user = {condition(medium)} : parallel for num_threads(2) reduction(+ : total) reduction(max : team)) \
		when(user = {condition(score(3) : ask(big) && \
			big)} : parallel for num_threads(3) reduction(+ : total) reduction(max : team))
	for (int i = 0; i < n; i++) {
		struct pair { int a, b; } p = {i, 0};
	again:
		switch (p.b) {
		case 0: p.b = 1; goto again;
		default: break;
		}
		total += p.a;
		team = omp_get_num_threads();
	}
	*threads = team;
	return total;
}

/* without braces around it, before an else */
static int choose(int yes, int n)
{
	int k = 0;
	if (yes)
		#pragma omp metadirective when(user = {condition(n > 2)} : parallel num_threads(3) reduction(+ : k)) \
			otherwise(parallel num_threads(4) reduction(+ : k))
		k += omp_get_num_threads() + (n > 2);
	else
		k = -1;
	return k;
}

int main(void)
{
	int threads, s, n = 3;
	s = sum(10, 1, 1, &threads);
	printf("%d %d\n", s, threads);
	s = sum(10, 0, 1, &threads);
	printf("%d %d\n", s, threads);
	s = sum(10, 0, 0, &threads);
	printf("%d %d\n", s, threads);
	printf("%d\n", choose(1, 3));
	printf("%d\n", calls == 3 ? choose(0, 3) : calls);

	#pragma omp metadirective when(user = {condition(n < 0)} : single) otherwise(masked)
	{
		printf("line %d\n", __LINE__); } /* what follows stays on this line */ for (n = 1; n < 5; n += 3) {
		/* one inside another, and a standalone directive */
		int many = 0;
		#pragma omp metadirective when(user = {condition(n > 1)} : parallel num_threads(n))
		{
			#pragma omp metadirective when(construct = {parallel}, user = {condition(n > 2)} : atomic) otherwise(nothing)
			many++;
			#pragma omp metadirective when(user = {condition(n > 1)} : barrier)
		}
		printf("both %d\n", many);
	}
	return 0;
}
