// depobj without its object, and with two locators.
#include <omp.h>

int main(void)
{
	int x = 0, y = 0;
	omp_depend_t o;
#pragma omp depobj(o) // error: 'depobj' needs one of the clauses depend, init, update and destroy
#pragma omp depobj depend(in : x) // error: 'depobj' needs its object, as in depobj(object)
#pragma omp depobj init(in(x, y) : o) // error: a depend object holds one dependence
	return x + y;
}
