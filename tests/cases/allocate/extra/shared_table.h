/* Directives in a header: a variable that other files share, and a function with an allocated local. */
#ifndef SHARED_TABLE_H
#define SHARED_TABLE_H
#include <omp.h>

extern double shared_table[8];
#pragma omp allocate(shared_table) allocator(omp_large_cap_mem_alloc)

static inline int sum_squares(int n, omp_allocator_handle_t where)
{
	int squares[n], sum = 0;
	#pragma omp allocate(squares) allocator(where)
	for (int i = 0; i < n; i++)
		squares[i] = i * i;
	#pragma omp parallel for reduction(+ : sum) allocate(where : sum)
	for (int i = 0; i < n; i++)
		sum += squares[i];
	return sum;
}
#endif
