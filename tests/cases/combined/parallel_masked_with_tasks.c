// combined: parallel masked creates a team whose other threads run the tasks; done at the end of the region.
// expect: 60 size 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int done = 0, size = 0;
	#pragma omp parallel masked num_threads(3) shared(done, size)
	{
		size = omp_get_num_threads();
		for (int i = 0; i < 30; i++) {
			#pragma omp task
			{
				#pragma omp atomic
				done++;
			}
		}
	}
	#pragma omp parallel master num_threads(3) firstprivate(size)
	for (int i = 0; i < 10 * size; i++)
		#pragma omp task shared(done)
		#pragma omp atomic
		done++;
	printf("%d size %d\n", done, size);
	return 0;
}
