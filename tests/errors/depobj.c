// Mistakes in the clauses of depobj.
#include <omp.h>

int main(void)
{
	omp_depend_t o, p;
	int x = 0;
#pragma omp depobj(o) update(x) // error: 'x' in 'update' is none of in, out, inout, mutexinoutset and inoutset
#pragma omp depobj(o) destroy(p) // error: 'p' in 'destroy' is not the object 'o' of the directive
#pragma omp depobj init(x : o) // error: expected a dependence and its object in 'init', as in init(inout(x) : object)
#pragma omp atomic update(in) // error: 'update' takes no argument on 'atomic'
	x++;
	return p != o;
}
