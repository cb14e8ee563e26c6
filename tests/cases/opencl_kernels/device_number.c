// A kernel knows its device's number, and whether a team works there.
// expect: device 1, parallel 0 1 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int number = -2, inside = -1, before = -1, after = -1, league[8];
	#pragma omp target map(from: number)
	number = omp_get_device_num();
	#pragma omp target map(from: before, inside, after)
	{
		before = omp_in_parallel();
		#pragma omp parallel num_threads(2)
		{
			#pragma omp single
			inside = omp_in_parallel() == (omp_get_num_threads() > 1);
		}
		after = omp_in_parallel();
	}
	printf("device %d, parallel %d %d %d\n", number == omp_get_default_device(), before, inside, after);
	/* Each iteration may run anywhere, but no team has more than its first thread here. */
	#pragma omp target teams distribute map(from: league)
	for (int i = 0; i < 8; i++)
		league[i] = omp_in_parallel();
	for (int i = 0; i < 8; i++)
		if (league[i])
			printf("parallel at %d\n", i);
}
