// private: file-scope and static variables can be private; functions called from the region still see the original.
// expect: inside 0
// expect: global 100 hidden 200
#include <omp.h>
#include <stdio.h>

static int global = 100;

static int read_global(void)
{
	return global;
}

int main(void)
{
	static int hidden = 200;
	int inside = 0;
	#pragma omp parallel num_threads(4) private(global, hidden) reduction(+: inside)
	{
		global = omp_get_thread_num();
		hidden = -global;
		#pragma omp barrier
		inside += global != omp_get_thread_num() || hidden != -global || read_global() != 100;
	}
	printf("inside %d\n", inside);
	printf("global %d hidden %d\n", global, hidden);
	return 0;
}
