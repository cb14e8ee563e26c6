// serial: code before, between and after regions runs once, in the initial thread, with the original variables.
// expect: 1 4 5 8 9 same 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int x = 0, seen[5], at = 0, *where = &x, same = 1;
	x++;
	seen[at++] = x;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp atomic
		x++;
	}
	seen[at++] = x;
	x++;
	same &= where == &x && omp_get_thread_num() == 0 && !omp_in_parallel();
	seen[at++] = x;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp atomic
		x++;
	}
	seen[at++] = x;
	x++;
	seen[at++] = x;
	printf("%d %d %d %d %d same %d\n", seen[0], seen[1], seen[2], seen[3], seen[4], same && where == &x);
	return 0;
}
