// sections: the first section needs no section directive and may have several statements in later ones.
// expect: 1 2 3 7
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, n = 0;
	#pragma omp parallel num_threads(4) reduction(+: n)
	{
		n++;
		#pragma omp sections
		{
			a = 1;
			#pragma omp section
			{
				int t = 1;
				b = t + 1;
			}
			#pragma omp section
			c = 3;
		}
		#pragma omp sections
		{
			{
				a += 0;
			}
		}
	}
	printf("%d %d %d %d\n", a, b, c, n + 3);
	return 0;
}
