// combined: stacked directives without braces: parallel, single, task, critical on one statement.
// expect: 1 8 20
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0;
	#pragma omp parallel num_threads(4)
	#pragma omp single
	#pragma omp task shared(a)
	#pragma omp critical
	a++;

	#pragma omp parallel num_threads(4)
	#pragma omp critical(b)
	b += 2;

	#pragma omp parallel num_threads(2)
	#pragma omp for
	for (int i = 0; i < 20; i++)
		#pragma omp critical
		if (i >= 0)
			c++;
		else
			c--;
	printf("%d %d %d\n", a, b, c);
	return 0;
}
