#include <omp.h>

int global, other;
#pragma omp allocate(other) allocator(omp_null_allocator + n) // error: 'n' is not declared

static void wrong_place(omp_allocator_handle_t heap)
{
	int x = 0;
	{
		#pragma omp allocate(x) // error: 'allocate' must stand in the scope where 'x' is declared
	}
	#pragma omp allocate(global) allocator(omp_default_mem_alloc) // error: 'allocate' must stand in the scope where 'global' is declared
	#pragma omp allocate(nowhere) // error: 'nowhere' is not declared
	static int kept;
	#pragma omp allocate(kept) allocator(heap) // error: only a predefined allocator can be the allocator of a variable with static storage
	int b[2];
	#pragma omp allocate(b) align(3) // error: the alignment must be a power of 2
	kept = x + b[0];
}
