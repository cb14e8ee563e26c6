// routines: _OPENMP is defined as a date of at least OpenMP 5.0, usable in #if, and pragmas in dead branches are dropped.
// expect: openmp 1 team 3
#include <stdio.h>
#ifdef _OPENMP
#include <omp.h>
#endif

int main(void)
{
	int team = 0;
#if defined(_OPENMP) && _OPENMP >= 201511
	int openmp = 1;
	#pragma omp parallel num_threads(3) reduction(+: team)
#else
	int openmp = 0;
	#pragma omp this is not OpenMP
#endif
	team++;
	printf("openmp %d team %d\n", openmp, team);
	return 0;
}
