// schedule(auto): every iteration once, shared out over a team.
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int seen[77] = {0}, wrong = 0;
	#pragma omp parallel for schedule(auto) num_threads(5)
	for (int i = 0; i < 77; i++)
		seen[i] += omp_get_num_threads();
	for (int i = 0; i < 77; i++)
		wrong += seen[i] != 5;
	printf("wrong %d\n", wrong);
	return 0;
}
