// barrier: stand-alone directives stand between statements, last in a block, and after a label or declaration.
// expect: 4 8 12
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, seen[3] = {0};
	#pragma omp parallel num_threads(4)
	{
		#pragma omp atomic
		a++;
		#pragma omp barrier
		#pragma omp masked
		seen[0] = a;
		{
			int two = 2;
			#pragma omp barrier
			#pragma omp atomic
			b += two;
			#pragma omp barrier
		}
		#pragma omp masked
		seen[1] = b;
		#pragma omp atomic
		c += 3;
		if (b > 0) {
			#pragma omp barrier
		}
		#pragma omp masked
		seen[2] = c;
	}
	printf("%d %d %d\n", seen[0], seen[1], seen[2]);
	return 0;
}
