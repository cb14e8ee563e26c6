#include <omp.h>

void wrong(int n)
{
	int x = 0, y = 0;
	#pragma omp parallel private(x) allocate(y) // error: 'y' in 'allocate' is in no private, firstprivate, lastprivate or reduction clause of the same directive
	x = n;
	#pragma omp parallel private(x) allocate(align(64) : y) // error: 'y' in 'allocate' is in no private, firstprivate, lastprivate or reduction clause of the same directive
	x = n;
}
