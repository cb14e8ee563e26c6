#include <omp.h>

void wrong(const omp_alloctrait_t *pointer)
{
	const omp_alloctrait_t traits[] = {{omp_atk_alignment, 64}};
	omp_allocator_handle_t mine = omp_null_allocator;
	int x = 0;
	#pragma omp target uses_allocators(omp_const_mem_alloc(traits)) // error: 'omp_const_mem_alloc' is predefined: it has its traits already
	x++;
	#pragma omp target uses_allocators(memspace(omp_const_mem_space), sort(traits) : mine) // error: expected memspace(...) or traits(...) before ':' in 'uses_allocators'
	x++;
	#pragma omp parallel uses_allocators(mine) // error: clause 'uses_allocators' is not allowed on 'parallel'
	x++;
	(void)pointer;
}
