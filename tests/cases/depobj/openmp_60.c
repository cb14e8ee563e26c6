// depobj in the spelling of 6.0: the object is in the clause.
// reference: none because no other compiler knows it yet
// expect: 3 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, seen = 0;
	omp_depend_t object, copy;
	#pragma omp depobj init(inout(x) : object)
	#pragma omp depobj(copy) depend(mutexinoutset : x)
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 3; i++) {
			#pragma omp task depend(depobj : object) shared(x)
			x++;
		}
		#pragma omp depobj update(in : object)
		#pragma omp task depend(depobj : object) shared(x, seen)
		seen = x;
		#pragma omp task depend(depobj : copy) shared(x)
		x++;
	}
	#pragma omp depobj destroy(object)
	#pragma omp depobj(copy) destroy(copy)
	printf("%d %d\n", seen, x);
	return 0;
}
