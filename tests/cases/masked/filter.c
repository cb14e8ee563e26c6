// masked filter: the expression chooses the thread, may be evaluated to another number by each thread, or to none of the team.
// expect: constant 2 variable 3 none 0 each 4
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int constant = -1, variable = -1, none = 0, each = 0, which = 1;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp masked filter(2)
		constant = omp_get_thread_num();
		#pragma omp masked filter(which * 2 + 1)
		variable = omp_get_thread_num();
		#pragma omp masked filter(64)
		none++;
		#pragma omp masked filter(omp_get_thread_num())
		{
			#pragma omp atomic
			each++;
		}
	}
	printf("constant %d variable %d none %d each %d\n", constant, variable, none, each);
	return 0;
}
