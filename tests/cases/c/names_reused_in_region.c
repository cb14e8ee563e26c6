// A region whose outermost block declares an enumerator or a typedef with the name of a variable that it used before.
// expect: 7 7
#include <stdio.h>

int main(void)
{
	int n = 2, t = 2, first = 0, second = 0;
	#pragma omp parallel num_threads(1)
	{
		int y = n;
		enum { n = 5 };
		first = n + y;
	}
	#pragma omp parallel num_threads(1)
	{
		int y = t;
		typedef int t;
		t z = 5;
		second = z + y;
	}
	printf("%d %d\n", first, second);
	return 0;
}
