// threadprivate: arrays, structs, pointers and function pointers have a copy with its own address in every thread.
// expect: wrong 0 addresses 4
#include <omp.h>
#include <stdio.h>

struct buffer {
	int n;
	char text[16];
};

static int one(void) { return 1; }
static int two(void) { return 2; }

static int a[10] = {1, 2, 3};
static struct buffer b = {2, "hi"};
static int *p;
static int (*f)(void) = one;
#pragma omp threadprivate(a, b, p, f)

int main(void)
{
	int wrong = 0, addresses = 0;
	int *seen[4];
	#pragma omp parallel num_threads(4) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		wrong += a[0] != 1 || a[2] != 3 || a[9] != 0 || b.n != 2 || b.text[1] != 'i' || f() != 1;
		p = a;
		p[9] = me;
		b.n = me;
		f = me % 2 ? one : two;
		seen[me] = p;
		#pragma omp barrier
		wrong += a[9] != me || b.n != me || f() != 2 - me % 2 || p != a;
	}
	for (int i = 0; i < 4; i++) {
		addresses++;
		for (int k = 0; k < i; k++)
			if (seen[i] == seen[k])
				addresses--;
	}
	printf("wrong %d addresses %d\n", wrong, addresses);
	return 0;
}
