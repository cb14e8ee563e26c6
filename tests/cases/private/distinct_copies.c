// private: each thread has its own copy of scalars, arrays, structs and pointers, and the originals keep their values.
// expect: wrong 0
// expect: 5 1 2 3 8 1
#include <omp.h>
#include <stdio.h>

struct pair {
	int left, right;
};

int main(void)
{
	int x = 5, wrong = 0;
	int a[3] = {1, 2, 3};
	struct pair p = {8, 9};
	int *q = &x;

	#pragma omp parallel num_threads(4) private(x, a) private(p, q) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		x = me;
		q = &x;
		for (int i = 0; i < 3; i++)
			a[i] = me * 10 + i;
		p.left = p.right = me;
		#pragma omp barrier
		wrong += x != me || *q != me || a[0] != me * 10 || a[2] != me * 10 + 2 || p.left != me || p.right != me;
		#pragma omp barrier
	}
	printf("wrong %d\n", wrong);
	printf("%d %d %d %d %d %d\n", x, a[0], a[1], a[2], p.left, q == &x);
	return 0;
}
