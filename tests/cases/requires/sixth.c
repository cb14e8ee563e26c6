// requires: the clauses of 6.0 and their arguments, several directives that agree, and metadirectives that see them.
// reference: none because other compilers do not know these clauses
// expect: 1 0 1 2
#include <stdio.h>

#pragma omp requires self_maps device_safesync
#pragma omp requires unified_address(1) reverse_offload(2 > 3)
#pragma omp requires dynamic_allocators unified_shared_memory(0)
#pragma omp requires atomic_default_mem_order(acq_rel)
#pragma omp requires atomic_default_mem_order(acq_rel)

int main(void)
{
	int address = 0, shared = 0, maps = 0, n = 0;
	#pragma omp metadirective when(implementation = {unified_address} : atomic)
	address++;
	#pragma omp metadirective when(implementation = {unified_shared_memory} : error) when(implementation = {reverse_offload} : error)
	#pragma omp metadirective when(implementation = {requires(self_maps)} : target map(tofrom : maps)) otherwise(error)
	maps++;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp atomic
		n++;
	}
	printf("%d %d %d %d\n", address, shared, maps, n);
	return 0;
}
