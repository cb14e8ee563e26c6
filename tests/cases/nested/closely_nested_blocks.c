// nested: worksharing inside critical-free single, tasks in masked, a region inside a section: each binds to the innermost team.
// expect: 4 10 6
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0;
	omp_set_max_active_levels(3);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp single
		{
			#pragma omp parallel num_threads(4)
			{
				#pragma omp atomic
				a++;
			}
		}
		#pragma omp sections
		{
			#pragma omp section
			{
				#pragma omp parallel for num_threads(2) reduction(+: b)
				for (int i = 0; i < 5; i++)
					b += i;
			}
			#pragma omp section
			{
				#pragma omp parallel num_threads(3)
				{
					#pragma omp critical(c)
					c += 2;
				}
			}
		}
	}
	printf("%d %d %d\n", a, b, c);
	return 0;
}
