// threadprivate: static locals of functions and blocks; each thread counts its own calls.
// expect: wrong 0 primary 6
#include <omp.h>
#include <stdio.h>

static int count(void)
{
	static int calls;
	#pragma omp threadprivate(calls)
	return ++calls;
}

static int inner(int x)
{
	{
		static long seen = 10;
		#pragma omp threadprivate(seen)
		seen += x;
		return (int)seen;
	}
}

int main(void)
{
	int wrong = 0;
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		for (int i = 1; i <= 5; i++) {
			wrong += count() != i;
			#pragma omp barrier
		}
		wrong += inner(omp_get_thread_num()) != 10 + omp_get_thread_num();
	}
	printf("wrong %d primary %d\n", wrong, count());
	return 0;
}
