// A detached task, one that depends on it, and one with a dependence for each value of an iterator.
#include <omp.h>

void start_copy(double *to, int n, omp_event_handle_t event);

void pipeline(double *v, int n)
{
	#pragma omp parallel
	#pragma omp single
	{
		omp_event_handle_t copied;
		#pragma omp task detach(copied) depend(out : v[0 : n])
		start_copy(v, n, copied);
		#pragma omp task depend(inout : v[0 : n])
		v[0] = 1;
		#pragma omp task depend(iterator(i = 0 : n), in : v[i])
		v[1] = 2;
	}
}
