// copyprivate: a VLA that every thread declares for itself is copied whole.
// reference: gcc because clang-19 rejects or crashes on a VLA in copyprivate
// expect: wrong 0
#include <omp.h>
#include <stdio.h>

static int run(int n)
{
	int wrong = 0;
	#pragma omp parallel num_threads(3) reduction(+: wrong)
	{
		int v[n];
		v[n - 1] = -1;
		#pragma omp single copyprivate(v)
		for (int i = 0; i < n; i++)
			v[i] = i * i;
		for (int i = 0; i < n; i++)
			wrong += v[i] != i * i || omp_get_num_threads() != 3;
	}
	return wrong;
}

int main(void)
{
	printf("wrong %d\n", run(9));
	return 0;
}
