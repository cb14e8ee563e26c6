// threadset: which threads may run a task; there are no free agents here.
// reference: none because no other compiler knows the clause yet
// expect: 100 100 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, agents = 0;
	#pragma omp parallel
	#pragma omp single
	{
		for (int i = 0; i < 100; i++) {
			#pragma omp task threadset(omp_pool) shared(a, agents)
			{
				#pragma omp atomic
				a++;
				if (omp_is_free_agent() || omp_ancestor_is_free_agent(omp_get_level())) {
					#pragma omp atomic
					agents++;
				}
			}
		}
		#pragma omp taskloop threadset(omp_team) shared(b)
		for (int i = 0; i < 100; i++) {
			#pragma omp atomic
			b++;
		}
	}
	printf("%d %d %d\n", a, b, agents);
	return 0;
}
