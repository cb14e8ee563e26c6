// metadirective: of the variants that fit, the one with the highest score is chosen; the first of equals; not a subset.
// reference: none because gcc 12 does not know metadirective and clang 19 scores in another way
// expect: higher 3
// expect: first 2
// expect: larger selector 4
// expect: device before user 5
// expect: inner construct 6
#include <omp.h>
#include <stdio.h>

#define FITS condition(1 + 1 == 2 && !(3 > 4))

static void say(const char *what, int n)
{
	#pragma omp masked
	printf("%s %d\n", what, n);
}

int main(void)
{
	#pragma omp metadirective when(user = {condition(score(5) : 1)} : parallel num_threads(2)) \
		when(user = {condition(score(2 * 10) : 'a' == 97)} : parallel num_threads(3)) \
		when(user = {condition(score(100) : 0)} : parallel num_threads(4))
	say("higher", omp_get_num_threads());

	#pragma omp metadirective when(user = {FITS} : parallel num_threads(2)) when(user = {condition(2)} : parallel num_threads(3))
	say("first", omp_get_num_threads());

	/* {kind(host)} is part of the second selector, so it counts nothing */
	#pragma omp metadirective when(device = {kind(host)} : parallel num_threads(3)) \
		when(device = {kind(host)}, user = {FITS} : parallel num_threads(4))
	say("larger selector", omp_get_num_threads());

	#pragma omp metadirective when(user = {condition(1)} : parallel num_threads(3)) when(device = {kind(cpu)} : parallel num_threads(5)) \
		otherwise(error)
	say("device before user", omp_get_num_threads());

	#pragma omp teams num_teams(1)
	{
		#pragma omp parallel num_threads(1)
		{
			/* 1 for teams, 2 for parallel, 2 for the user's score */
			#pragma omp metadirective when(construct = {teams} : parallel num_threads(4)) \
				when(user = {condition(score(1) : 1)} : parallel num_threads(5)) when(construct = {parallel} : parallel num_threads(6))
			say("inner construct", omp_get_num_threads());
		}
	}
	return 0;
}
