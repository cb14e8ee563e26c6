// nothing and requires, and atomic_default_mem_order, which orders what is published by plain atomic constructs.
// expect: 0 stale, 7
// reference: none because native compilers without a device refuse these requirements
#include <stdio.h>

#pragma omp requires atomic_default_mem_order(seq_cst) unified_address unified_shared_memory
#pragma omp requires reverse_offload, dynamic_allocators

int main(void)
{
	int stale = 0, x = 0;
	for (int round = 0; round < 200; round++) {
		int data = 0, ready = 0;
		#pragma omp parallel num_threads(2) shared(data, ready, stale)
		{
			#pragma omp sections nowait
			{
				#pragma omp section
				{
					data = 1;
					#pragma omp atomic write
					ready = 1;
				}
				#pragma omp section
				{
					int seen;
					#pragma omp atomic read
					seen = ready;
					if (seen && !data)
						stale++;
				}
			}
		}
	}
	#pragma omp nothing
	x += 7;
	if (x) {
		#pragma omp nothing
	}
	printf("%d stale, %d\n", stale, x);
	return 0;
}
