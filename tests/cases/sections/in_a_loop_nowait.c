// sections: 50 constructs in a row with nowait each run their sections once.
// expect: 50 50 50 team 4
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, team = 0;
	#pragma omp parallel num_threads(4) reduction(+: team)
	{
		team++;
		for (int k = 0; k < 50; k++) {
			#pragma omp sections nowait
			{
				#pragma omp section
				{
					#pragma omp atomic
					a++;
				}
				#pragma omp section
				{
					#pragma omp atomic
					b++;
				}
				#pragma omp section
				{
					#pragma omp atomic
					c++;
				}
			}
		}
	}
	printf("%d %d %d team %d\n", a, b, c, team);
	return 0;
}
