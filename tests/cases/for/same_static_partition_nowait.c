// for: two nowait static loops with the same bounds give the same iterations to the same thread, so the second may rely on the first.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a[101], by[101], wrong = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		#pragma omp for schedule(static) nowait
		for (int i = 0; i < 101; i++) {
			a[i] = i;
			by[i] = omp_get_thread_num();
		}
		#pragma omp for schedule(static) nowait
		for (int i = 0; i < 101; i++)
			wrong += a[i] != i || by[i] != omp_get_thread_num() || omp_get_num_threads() != 4;
	}
	printf("wrong %d\n", wrong);
	return 0;
}
