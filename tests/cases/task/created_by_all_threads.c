// task: every thread creates tasks, 5 times 200, and all run once.
// expect: 1000 ones 1000
#include <omp.h>
#include <stdio.h>

int main(void)
{
	static int ran[5][200];
	int total = 0, ones = 0;
	#pragma omp parallel num_threads(5)
	{
		int me = omp_get_thread_num();
		for (int i = 0; i < 200; i++) {
			#pragma omp task shared(total)
			{
				#pragma omp atomic
				ran[me][i]++;
				#pragma omp atomic
				total++;
			}
		}
	}
	for (int i = 0; i < 1000; i++)
		ones += ran[i / 200][i % 200] == 1;
	printf("%d ones %d\n", total, ones);
	return 0;
}
