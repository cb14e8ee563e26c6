#include <omp.h>

int global, other;
#pragma omp allocate(global) // error: 'global' has static storage: its 'allocate' directive needs an 'allocator' clause
#pragma omp allocate(other) allocator(omp_thread_mem_alloc) // error: not supported: 'omp_thread_mem_alloc' for 'other', which has static storage

static void wrong_place(int parameter)
{
	int y = 0, used = 1;
	#pragma omp allocate(parameter) // error: 'parameter' in 'allocate' is a parameter: it has its storage already
	used++; // error: 'used' is used before the 'allocate' directive that names it
	#pragma omp allocate(used)
	#pragma omp allocate(y)
	#pragma omp allocate(y) // error: 'y' is already in an 'allocate' directive
	y = parameter;
	(void)y;
}

static void wrong_allocator(void)
{
	int x;
	omp_allocator_handle_t late = omp_large_cap_mem_alloc;
	#pragma omp allocate(x) allocator(late) // error: 'late' in 'allocator' must be declared before 'x', which gets its storage when it is declared
	omp_allocator_handle_t changed = omp_large_cap_mem_alloc;
	int z;
	changed = omp_default_mem_alloc;
	#pragma omp allocate(z) allocator(changed) // error: 'changed' in 'allocator' must not change between the declaration of 'z' and the directive
	x = z = 1;
	(void)x;
}

static int jumps(int n)
{
	if (n)
		goto inside;
	{
		int x;
		#pragma omp allocate(x) // error: not supported: 'x' in 'allocate': a jump leads past its declaration into its scope
	inside:
		x = 1;
		n = x;
	}
	switch (n) {
		int y;
		#pragma omp allocate(y) // error: not supported: 'y' in 'allocate': a jump leads past its declaration into its scope
	case 1:
		y = 1;
		return y;
	}
	return n;
}

void all(int n)
{
	wrong_place(jumps(n));
	wrong_allocator();
}
