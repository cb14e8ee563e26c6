// task: firstprivate of captured loop variables and pointers, with an explicit list, private and shared mixed on one task.
// expect: 285 wrong 0
#include <stdio.h>

int main(void)
{
	int squares[10] = {0}, sum = 0, wrong = 0, scratch = -7, offset = 3;
	#pragma omp parallel num_threads(4) shared(squares, wrong)
	#pragma omp single
	{
		for (int i = 0; i < 10; i++) {
			int *where = squares + i;
			#pragma omp task default(none) firstprivate(i, where, offset) private(scratch) shared(wrong)
			{
				scratch = i * i + offset;
				*where = scratch - offset;
				offset = 0;
				if (scratch - i * i != 3) {
					#pragma omp atomic
					wrong++;
				}
			}
		}
		#pragma omp taskwait
		for (int i = 0; i < 10; i++)
			sum += squares[i];
	}
	wrong += scratch != -7 || offset != 3;
	printf("%d wrong %d\n", sum, wrong);
	return 0;
}
