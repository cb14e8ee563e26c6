// Two translation units with regions, static functions and a named critical of the same names link together.
// needs: extra/second.c
// expect: 5050 10000 200
#include <stdio.h>

static int counter;
int shared_total;
int second(int n);

static int step(int i)
{
	return i;
}

static int first(int n)
{
	int sum = 0;
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		sum += step(i);
#pragma omp atomic
		counter++;
#pragma omp critical(two_units)
		shared_total++;
	}
	return sum + counter;
}

int main(void)
{
	int a = first(100), b = second(100);

	printf("%d %d %d\n", a, b, shared_total);
	return 0;
}
