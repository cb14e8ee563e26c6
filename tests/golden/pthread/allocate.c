/* The allocate directive: pointers to what was declared, freed on every way out of their scope. */
#include <omp.h>
#include <stdio.h>

static int search(const int *values, int count, int wanted)
{
	int found = -1, seen[count];
	#pragma omp allocate(found, seen) allocator(omp_large_cap_mem_alloc)
	double scale = 0.5;
	#pragma omp allocate(scale) align(64)
	#pragma omp parallel for firstprivate(scale) allocate(allocator(omp_thread_mem_alloc), align(64) : scale)
	for (int i = 0; i < count; i++)
		seen[i] = values[i] * scale > wanted;
	for (int i = 0; i < count; i++)
		if (seen[i])
			return i;
	return found;
}

int main(void)
{
	int values[] = {1, 20, 3};
	printf("%d\n", search(values, 3, 2));
	return 0;
}
