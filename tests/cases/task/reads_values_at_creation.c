// task: values of firstprivate variables are those at creation even when the task runs much later.
// expect: 0 1 2 3 4 5 6 7
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int out[8], go = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		int i = 0;
		while (i < 8) {
			#pragma omp task firstprivate(i) shared(out, go)
			{
				int ready = 1;
				#pragma omp atomic read
				ready = go;
				out[i] = i + 0 * ready;
			}
			i++;
		}
		#pragma omp atomic write
		go = 1;
		i = -1;
	}
	for (int k = 0; k < 8; k++)
		printf("%d%c", out[k], k < 7 ? ' ' : '\n');
	return 0;
}
