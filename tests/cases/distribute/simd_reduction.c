// expect: 45 45 28 6 1.5
// A reduction of distribute simd whose variable the teams share: one team, so that nobody else adds.
#include <stdio.h>

static int add(int *total, int n)
{
	#pragma omp distribute simd reduction(+ : total[0 : 1])
	for (int i = 0; i < n; i++)
		total[0] += i;
	return *total;
}

int main(void)
{
	int sum = 0, mapped = 0, orphaned = 0;
	double a[4] = {0}, least = 9;
	#pragma omp teams num_teams(1)
	#pragma omp distribute simd reduction(+ : sum)
	for (int i = 0; i < 10; i++)
		sum += i;
	#pragma omp target teams num_teams(1) map(tofrom : mapped)
	#pragma omp distribute simd reduction(+ : mapped)
	for (int i = 0; i < 10; i++)
		mapped += i;
	#pragma omp teams num_teams(1)
	{
		int n = 4;
		#pragma omp distribute simd reduction(+ : a) reduction(min : least)
		for (int i = 0; i < 6; i++) {
			a[i % n] += i > 1;
			a[3] += i == 3 ? 5 : 0;
			if (i + 1.5 < least)
				least = i + 1.5;
		}
		add(&orphaned, 8);
	}
	printf("%d %d %d %g %g\n", sum, mapped, orphaned, a[3], least);
	return 0;
}
