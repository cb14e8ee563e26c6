#include <omp.h>

int used, member, initialised = 1, twice, listed, both, shadowed;
struct other {
	int member;
};
static int before(void)
{
	return used; // error: 'used' is used before the 'groupprivate' directive that names it
}
#pragma omp groupprivate(used)
#pragma omp groupprivate(member, shadowed)
#pragma omp groupprivate(initialised) // error: 'initialised' is groupprivate: its copies begin without a value, so it cannot have an initializer
#pragma omp groupprivate(twice)
#pragma omp groupprivate(twice) // error: 'twice' is already in a 'groupprivate' directive
#pragma omp groupprivate(listed) device_type(gpu) // error: 'gpu' in 'device_type' is none of host, nohost and any
#pragma omp groupprivate(nowhere) // error: 'nowhere' in 'groupprivate' is not a variable that is declared here
#pragma omp threadprivate(both)
#pragma omp groupprivate(both) // error: 'both' cannot be both threadprivate and groupprivate

int main(void)
{
	int local = 0;
	struct other o = {before()};
	#pragma omp groupprivate(local) // error: 'local' in 'groupprivate' must have static storage: declare it static or at file scope
	local = o.member; // error: not supported: 'member' is groupprivate, and its name is used for something else here
	#pragma omp parallel private(listed) // error: 'listed' is groupprivate: it cannot be in 'private'
	{
		int shadowed = 1; // error: not supported: 'shadowed' is groupprivate, and its name is used for something else here
		listed = shadowed;
	}
	return local;
}
