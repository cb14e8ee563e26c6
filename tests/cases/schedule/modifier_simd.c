// schedule: the modifier simd, alone and with monotonic or nonmonotonic, runs each iteration once.
// reference: gcc because clang-19 repeats iterations of a chunked loop with the simd modifier
// expect: wrong 0 team 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int seen[97] = {0}, wrong = 0, team = 0;
	#pragma omp parallel num_threads(4) reduction(+: team)
	{
		team++;
		#pragma omp for simd schedule(simd: static, 5)
		for (int i = 0; i < 97; i++)
			seen[i]++;
		#pragma omp for simd schedule(monotonic, simd: dynamic, 5)
		for (int i = 0; i < 97; i++)
			seen[i]++;
		#pragma omp for simd schedule(simd, nonmonotonic: guided)
		for (int i = 0; i < 97; i++)
			seen[i]++;
	}
	for (int i = 0; i < 97; i++)
		wrong += seen[i] != 3;
	printf("wrong %d team %d\n", wrong, team);
	return 0;
}
