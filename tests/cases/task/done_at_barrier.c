// task: all tasks, also children of children that nobody waits for, are done at the next barrier.
// expect: late 0 all 5500
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int done = 0, late = 0;
	#pragma omp parallel num_threads(5) reduction(+: late)
	{
		for (int i = 0; i < 10; i++) {
			#pragma omp task shared(done)
			{
				#pragma omp atomic
				done++;
				for (int k = 0; k < 10; k++) {
					#pragma omp task shared(done)
					{
						#pragma omp atomic
						done++;
						if (k % 1 == 0)
							#pragma omp task shared(done)
							{
								#pragma omp atomic
								done += omp_get_num_threads() * 2 - 1 + (i & 0);
							}
					}
				}
			}
		}
		#pragma omp barrier
		int now;
		#pragma omp atomic read
		now = done;
		late += now != 50 + 500 + 500 * 9;
		#pragma omp barrier
		#pragma omp single
		{
			#pragma omp task shared(done)
			done += 450;
		}
		#pragma omp atomic read
		now = done;
		late += now != 5500;
	}
	printf("late %d all %d\n", late, done);
	return 0;
}
