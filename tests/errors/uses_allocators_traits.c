#include <omp.h>

void wrong(const omp_alloctrait_t *pointer)
{
	omp_allocator_handle_t mine = omp_null_allocator;
	const omp_alloctrait_t all[] = {{omp_atk_alignment, 64}};
	int x = 0;
	#pragma omp target uses_allocators(traits(pointer) : mine) // error: the traits of 'mine' must be an array of omp_alloctrait_t, 'pointer' is not
	x++;
	#pragma omp target uses_allocators(traits(all) : mine) firstprivate(mine) // error: 'mine' cannot be both
	x++;
	(void)pointer;
}
