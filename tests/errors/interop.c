// What is wrong in interop.
#include <omp.h>
int main(void)
{
	omp_interop_t object = omp_interop_none;
	int x = 0;
#pragma omp interop // error: 'interop' needs an 'init', 'use' or 'destroy' clause
#pragma omp interop nowait // error: 'interop' needs an 'init', 'use' or 'destroy' clause
#pragma omp interop init(object) // error: expected 'init(target : object)' or 'init(targetsync : object)'
#pragma omp interop init(gpu : object) // error: 'gpu' in 'init' is none of target, targetsync and prefer_type
#pragma omp interop init(prefer_type("cuda") : object) // error: expected 'init(target : object)' or 'init(targetsync : object)'
	return x;
}
