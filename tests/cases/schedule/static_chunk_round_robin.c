// schedule(static, c): chunk k goes to thread k modulo the team size, with a chunk size given by an expression.
// expect: wrong 0 0 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int wrong[3] = {0}, by[100], c = 2;
	#pragma omp parallel num_threads(4)
	#pragma omp for schedule(static, 1)
	for (int i = 0; i < 100; i++)
		by[i] = omp_get_thread_num();
	for (int i = 0; i < 100; i++)
		wrong[0] += by[i] != i % 4;
	#pragma omp parallel for num_threads(3) schedule(static, 2 * c + 1)
	for (int i = 0; i < 100; i++)
		by[i] = omp_get_thread_num();
	for (int i = 0; i < 100; i++)
		wrong[1] += by[i] != i / 5 % 3;
	#pragma omp parallel for num_threads(3) schedule(static, 60)
	for (int i = 99; i >= 0; i--)
		by[i] = omp_get_thread_num();
	for (int i = 0; i < 100; i++)
		wrong[2] += by[i] != (99 - i) / 60;
	printf("wrong %d %d %d\n", wrong[0], wrong[1], wrong[2]);
	return 0;
}
