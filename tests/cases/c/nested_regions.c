// Parallel regions nested four deep, each capturing variables of all the levels outside it.
// env: OMP_MAX_ACTIVE_LEVELS=4
// expect: 16 160 1111 16
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 1, leaves = 0, sum = 0, combined = 0, levels = 0;

#pragma omp parallel num_threads(2)
	{
		int b = 10;
#pragma omp parallel num_threads(2) firstprivate(b)
		{
			int c = 100;
			b += 0;
#pragma omp parallel num_threads(2) shared(c)
			{
				int d = 1000;
				int mine = 0;
#pragma omp parallel num_threads(2) reduction(+ : mine) firstprivate(d)
				{
					mine++;
					d += c + b + a;
#pragma omp critical
					{
						sum += b;
						combined = d;
						levels += omp_get_level() == 4;
					}
				}
#pragma omp atomic
				leaves += mine;
			}
		}
	}
	printf("%d %d %d %d\n", leaves, sum, combined, levels);
	return 0;
}
