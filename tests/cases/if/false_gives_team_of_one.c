// if: a false condition gives a team of one thread, even with a num_threads clause; a true one the whole team.
// expect: 1 4 1 4 1
#include <omp.h>
#include <stdio.h>

static int team(int condition)
{
	int n = 0;
	#pragma omp parallel if(condition) num_threads(4)
	{
		#pragma omp atomic
		n++;
	}
	return n;
}

int main(void)
{
	double zero = 0.0;
	int other = 0;
	char *null = 0;
	#pragma omp parallel if(zero) num_threads(4)
	#pragma omp atomic
	other++;
	#pragma omp parallel if(null) num_threads(4)
	#pragma omp atomic
	other++;
	printf("%d %d %d %d %d\n", team(0), team(7), team(0), team(-1), other - 1);
	return 0;
}
