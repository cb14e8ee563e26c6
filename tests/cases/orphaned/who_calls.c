// Functions with orphaned directives that macros call, that a team and one thread call, and whose names are used otherwise.
// expect: macro 100 100
// expect: both 100 100
// expect: chosen 100
// expect: inner 3 3 1
// host-runs because no kernel can be made: 'for' in a function that is called by one thread and by all, or from another file
#include <omp.h>
#include <stdio.h>

static void add_ones(int *total, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		*total += 1;
	}
}

static void add_tens(int *total, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		*total += 10;
	}
}

static void add_by_both(int *total, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		*total += 1;
	}
}

static void add_chosen(int *total, int n)
{
	#pragma omp for
	for (int i = 0; i < n; i++) {
		#pragma omp atomic
		*total += 1;
	}
}

static int number(void)
{
	return omp_get_thread_num();
}

#define ADD(ones, tens) add_ones(ones, 100); add_tens(tens, 10)

int main(void)
{
	int ones = 0, tens = 0, team = 0, alone = 0, chosen = 0, own = 0, inner = 0, k = 0;
	#pragma omp target parallel map(tofrom : ones, tens)
	{
		ADD(&ones, &tens);
	}
	printf("macro %d %d\n", ones, tens);
	#pragma omp target map(tofrom : team, alone)
	{
		add_by_both(&alone, 100);
		#pragma omp parallel
		add_by_both(&team, 100);
	}
	printf("both %d %d\n", team, alone);
	#pragma omp target parallel map(tofrom : chosen) map(to : k)
	(k == 0 ? add_chosen : add_by_both)(&chosen, 100);
	printf("chosen %d\n", chosen);
	#pragma omp target parallel num_threads(3) map(tofrom : own, inner, k)
	{
		#pragma omp parallel
		{
			#pragma omp atomic
			own += number() == 0;
			#pragma omp atomic
			inner += omp_get_thread_num() == 0 && omp_get_num_threads() == 1;
			#pragma omp atomic write
			k = omp_get_num_threads();
		}
	}
	printf("inner %d %d %d\n", own, inner, k);
	return 0;
}
