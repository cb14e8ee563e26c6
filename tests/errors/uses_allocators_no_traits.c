#include <omp.h>

void wrong(int x)
{
	omp_allocator_handle_t mine = omp_null_allocator;
	#pragma omp target uses_allocators(mine) // error: 'mine' in 'uses_allocators' is not predefined: it needs traits
	x++;
}
