// firstprivate: copies of scalars, arrays, structs, unions, pointers and enums start with the original's value and are distinct.
// expect: wrong 0
// expect: 3 10 20 2.5 1
#include <omp.h>
#include <stdio.h>

enum colour { RED, GREEN, BLUE };
struct point {
	int x[2];
	double y;
};
union bits {
	unsigned u;
	unsigned char c[4];
};

int main(void)
{
	int n = 3, a[4] = {10, 11, 12, 13}, wrong = 0;
	struct point p = {{20, 21}, 2.5};
	union bits u = {.u = 0};
	enum colour e = BLUE;
	int *q = &a[1];
	_Bool flag = 1;

	#pragma omp parallel num_threads(4) firstprivate(n, a, p) firstprivate(u, e, q, flag) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		wrong += n != 3 || a[0] != 10 || a[3] != 13 || p.x[1] != 21 || p.y != 2.5 || u.u != 0 || e != BLUE || *q != 11 || !flag;
		#pragma omp barrier
		n += me;
		a[0] += me;
		p.x[0] += me;
		p.y += me;
		u.c[0] = (unsigned char)me;
		e = (enum colour)(me % 2);
		q += me % 2;
		flag = me & 1;
		#pragma omp barrier
		wrong += n != 3 + me || a[0] != 10 + me || p.x[0] != 20 + me || p.y != 2.5 + me || u.c[0] != me || (int)e != me % 2;
		wrong += *q != 11 + me % 2 || flag != (me & 1);
	}
	printf("wrong %d\n", wrong);
	printf("%d %d %d %g %d\n", n, a[0], p.x[0], p.y, flag);
	return 0;
}
