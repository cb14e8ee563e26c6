// OMP_DISPLAY_AFFINITY: a line for each thread when its team is new, in the format of OMP_AFFINITY_FORMAT, and none when nothing changed.
// env: OMP_DISPLAY_AFFINITY=TRUE
// env: OMP_AFFINITY_FORMAT=thread %0.3n of %N, level %{nesting_level}
// reference: none because gcc and clang differ in which teams count as new
// expect-any-order
// expect: thread 000 of 3, level 1
// expect: thread 001 of 3, level 1
// expect: thread 002 of 3, level 1
// expect: first
// expect: again
// expect: thread 000 of 2, level 1
// expect: thread 001 of 2, level 1
// expect: other
#include <omp.h>
#include <stdio.h>

static void region(int threads, const char *name)
{
	#pragma omp parallel num_threads(threads)
	{
		#pragma omp barrier
		#pragma omp master
		puts(name);
	}
}

int main(void)
{
	omp_set_dynamic(0);
	region(3, "first");
	region(3, "again");
	region(2, "other");
	return 0;
}
