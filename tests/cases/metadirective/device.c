// metadirective: the device traits of a host; every line of a long one goes, and what is chosen keeps its clauses.
// reference: none because gcc 12 does not know metadirective and clang 19 takes the statement where no variant fits away
// expect: 3 6
// expect: 2
// expect: 1
// expect: 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 0, sum = 0, k = 0;
	#pragma omp metadirective \
		when(device = {kind(nohost)} : target teams distribute parallel for map(tofrom : sum)) /* not here */ \
		when(device = {kind(gpu)} : parallel for num_threads(7) reduction(+ : sum)) \
		when(device = {kind(host)} : parallel for num_threads(3) \
			reduction(+ : sum) reduction(max : n)) \
		otherwise(parallel for num_threads(5) reduction(+ : sum))
	for (int i = 1; i < 4; i++) {
		n = omp_get_num_threads();
		sum += i;
	}
	printf("%d %d\n", n, sum);

	#pragma omp metadirective when(device = {arch(nvptx, nvptx64)} : parallel) \
		when(device = {isa("sm_70")} : parallel) otherwise(parallel num_threads(2) reduction(+ : k))
	k++;
	printf("%d\n", k);

	if (k == 2)
		#pragma omp metadirective when(device = {kind(fpga)} : parallel num_threads(4))
		k = omp_get_num_threads();
	else
		k = 100;
	printf("%d\n", k);

	#pragma omp metadirective when(device = {kind(any)} : parallel num_threads(4))
	{
		#pragma omp metadirective when(device = {kind(cpu)} : single) otherwise(parallel)
		{
			k = omp_get_num_threads();
		}
	}
	printf("%d\n", k);
	return 0;
}
