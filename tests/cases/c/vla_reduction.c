// A VLA, and a section of one, as reduction variables.
// expect: 10 10 10 10 10 10 10 10 10 10
// expect: 0 968 968 968 0
#include <stdio.h>

int main(void)
{
	int n = 10, m = 5;
	int bins[n];
	long part[m];

	for (int i = 0; i < n; i++)
		bins[i] = 0;
	for (int i = 0; i < m; i++)
		part[i] = 0;
#pragma omp parallel for reduction(+ : bins)
	for (int i = 0; i < 100; i++)
		bins[i % n]++;
	for (int i = 0; i < n; i++)
		printf("%d%c", bins[i], i == n - 1 ? '\n' : ' ');
#pragma omp parallel for reduction(+ : part[1 : m - 2])
	for (int i = 0; i < 90; i++)
		for (int j = 1; j < m - 1; j++)
			part[j] += i / 4;
	printf("%ld %ld %ld %ld %ld\n", part[0], part[1], part[2], part[3], part[4]);
	return 0;
}
