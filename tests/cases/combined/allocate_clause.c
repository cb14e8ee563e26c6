// combined: the allocate clause is accepted on private, firstprivate and reduction variables.
// expect: sum 45 wrong 0 x 3
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int sum = 0, wrong = 0, x = 3, y = 0;
	#pragma omp parallel num_threads(3) private(y) firstprivate(x) allocate(omp_default_mem_alloc: x, y) reduction(+: wrong)
	{
		y = omp_get_thread_num();
		x += y;
		#pragma omp barrier
		wrong += y != omp_get_thread_num() || x != 3 + y || omp_get_num_threads() != 3;
	}
	#pragma omp parallel for reduction(+: sum) allocate(sum)
	for (int i = 0; i < 10; i++)
		sum += i;
	printf("sum %d wrong %d x %d\n", sum, wrong, x);
	return y;
}
