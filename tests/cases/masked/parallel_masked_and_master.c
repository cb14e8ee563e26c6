// masked: parallel masked (with filter) and parallel master start a team in which one thread runs the block.
// expect: masked 1 of 3 by 2 master 1 of 3 by 0 sum 13
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int masked = 0, by = -1, size = 0, master = 0, master_by = -1, master_size = 0, sum = 10, k = 1;
	#pragma omp parallel masked filter(k + 1) num_threads(3) firstprivate(k)
	{
		masked++;
		by = omp_get_thread_num();
		size = omp_get_num_threads();
		k++;
	}
	#pragma omp parallel master num_threads(3) reduction(+: sum)
	{
		master++;
		master_by = omp_get_thread_num();
		master_size = omp_get_num_threads();
		sum += 3;
	}
	printf("masked %d of %d by %d master %d of %d by %d sum %d\n", masked, size, by, master, master_size, master_by, sum);
	return k - 1;
}
