// masked and master: only thread 0 runs the block, there is no barrier, and the block may be a single statement.
// expect: masked 1 0 master 1 0 statement 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int masked = 0, master = 0, by_masked = -1, by_master = -1, statement = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp masked
		{
			#pragma omp atomic
			masked++;
			by_masked = omp_get_thread_num();
		}
		#pragma omp master
		{
			#pragma omp atomic
			master++;
			by_master = omp_get_thread_num();
		}
		for (int i = 0; i < 3; i++)
			#pragma omp masked
			statement += omp_get_num_threads() == 4;
	}
	printf("masked %d %d master %d %d statement %d\n", masked, by_masked, master, by_master, statement);
	return 0;
}
