// default: on task, default(shared) makes a local shared, default(firstprivate) and no clause copy it at creation.
// reference: gcc because clang-19 ignores default(firstprivate) on task
// expect: shared 10 first 1 implicit 1
#include <stdio.h>

int main(void)
{
	int shared_seen = 0, first_seen = 0, implicit_seen = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		int x = 1, y = 1, z = 1;
		#pragma omp task default(shared)
		x += 9;
		#pragma omp task default(firstprivate) shared(first_seen)
		first_seen = y++;
		#pragma omp task shared(implicit_seen)
		implicit_seen = z++;
		#pragma omp taskwait
		shared_seen = x;
		first_seen *= y;
		implicit_seen *= z;
	}
	printf("shared %d first %d implicit %d\n", shared_seen, first_seen, implicit_seen);
	return 0;
}
