// loop: one that binds to teams is shared by the threads of each team, too.
// expect: sum 499500 last 1000
// expect: pairs 450
// reference: gcc because clang 19 loses lastprivate of the loop variable
#include <stdio.h>

int main(void)
{
	int n = 1000, i;
	long sum = 0, pairs = 0;
	#pragma omp target teams loop reduction(+: sum) lastprivate(i)
	for (i = 0; i < n; i++)
		sum += i;
	printf("sum %ld last %d\n", sum, i);
	#pragma omp teams loop num_teams(3) collapse(2) reduction(+: pairs)
	for (int k = 0; k < 10; k++)
		for (int j = 0; j < 10; j++)
			pairs += j;
	int squares[50];
	#pragma omp teams num_teams(2)
	{
		#pragma omp loop bind(teams)
		for (int k = 0; k < 50; k++)
			squares[k] = k * k;
	}
	pairs += squares[49] - 2401;
	printf("pairs %ld\n", pairs);
	return 0;
}
