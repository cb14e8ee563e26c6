// depobj without what it needs.
#include <omp.h>

int main(void)
{
	omp_depend_t o, p;
	int x = 0;
#pragma omp depobj(o) depend(in : x) update(out) // error: 'depobj' needs one of the clauses
#pragma omp depobj(o) update // error: expected '(' after 'update'
#pragma omp depobj(o) depend(depobj : p) // error: unknown keyword 'depobj' in 'depend'
#pragma omp depobj(x) depend(in : x) // error: omp_depend_t
#pragma omp task depend(in : omp_all_memory) // error: reserved locator 'omp_all_memory' requires
	x++;
	return p != o;
}
