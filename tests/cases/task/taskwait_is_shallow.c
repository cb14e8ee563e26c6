// taskwait: waits for the children of the current task, and inside a task only for that task's own children.
// expect: wrong 0
#include <stdio.h>

int main(void)
{
	int wrong = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	for (int i = 0; i < 20; i++) {
		int child = 0, other = 0;
		#pragma omp task shared(child)
		{
			int grandchild = 0;
			#pragma omp task shared(grandchild)
			grandchild = 7;
			#pragma omp taskwait
			child = grandchild + 1;
		}
		#pragma omp task shared(other)
		other = 2;
		#pragma omp taskwait
		wrong += child != 8 || other != 2;
	}
	printf("wrong %d\n", wrong);
	return 0;
}
