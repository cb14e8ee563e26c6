// if: `parallel:` and `simd:` name the part of a combined directive that the condition is for.
// expect: one 1 sum 4950
// expect: four 4 sum 4950
#include <omp.h>
#include <stdio.h>

static void run(const char *name, int big)
{
	int sum = 0, team = 0;
	#pragma omp parallel for simd if(parallel: big > 10) if(simd: big > 1000) num_threads(4) reduction(+: sum)
	for (int i = 0; i < 100; i++)
		sum += i;
	#pragma omp parallel if(parallel: big > 10) num_threads(4) reduction(+: team)
	team += 1;
	printf("%s %d sum %d\n", name, team, sum);
}

int main(void)
{
	run("one", 5);
	run("four", 50);
	return 0;
}
