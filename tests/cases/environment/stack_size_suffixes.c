// environment: OMP_STACKSIZE without a suffix counts KiB.
// env: OMP_STACKSIZE=40000
// expect: 2
#include <omp.h>
#include <stdio.h>
#include <string.h>

__attribute__((noinline)) static int use(char seed)
{
	char block[30 * 1000 * 1000];
	memset(block, seed, sizeof block);
	volatile char *p = block;
	return p[0] + p[sizeof block - 1];
}

int main(void)
{
	int result = 2;
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked filter(1)
		result = use((char)(omp_get_num_threads() - 1));
	}
	printf("%d\n", result);
	return 0;
}
