// private: the index of a worksharing loop declared before the region is private without being listed.
// expect: visits 60 wrong 0
// expect: i -1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int i = -1, visits = 0, wrong = 0;
	int seen[60] = {0};

	#pragma omp parallel num_threads(4) default(none) shared(seen, visits)
	{
		#pragma omp for private(i)
		for (i = 0; i < 60; i++) {
			int before = i;
			#pragma omp atomic
			visits++;
			seen[before] += i == before;
		}
	}
	#pragma omp parallel for num_threads(4) schedule(static, 1)
	for (i = 0; i < 60; i++)
		seen[i] += omp_get_thread_num() == i % 4;
	for (int k = 0; k < 60; k++)
		wrong += seen[k] != 2;
	printf("visits %d wrong %d\n", visits, wrong);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp for
		for (i = 0; i < 4; i++)
			;
	}
	i = -1;
	printf("i %d\n", i);
	return 0;
}
