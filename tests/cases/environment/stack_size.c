// environment: with OMP_STACKSIZE=64M every thread that the runtime starts can use 24 MiB of stack.
// env: OMP_STACKSIZE=64M
// env: OMP_WAIT_POLICY=passive
// expect: depth 3072 3
#include <stdio.h>
#include <string.h>

__attribute__((noinline)) static int deep(int n, const char *above)
{
	char block[8192];
	memset(block, n & 0x7f, sizeof block);
	if (above[100] != ((n + 1) & 0x7f))
		return -1000000;
	return n == 0 ? 0 : 1 + deep(n - 1, block) + (block[4000] != (n & 0x7f));
}

int main(void)
{
	int good = 0;
	#pragma omp parallel num_threads(3) reduction(+: good)
	{
		int n = 3072;
		#pragma omp for schedule(static, 1)
		for (int i = 0; i < 3; i++) {
			char first[8192];
			int levels = i == 0 ? 300 : n;
			memset(first, (levels + 1) & 0x7f, sizeof first);
			good += deep(levels, first) == levels;
		}
	}
	printf("depth 3072 %d\n", good);
	return 0;
}
