// firstprivate: the same variable may be firstprivate and lastprivate; it starts with the old value and ends with the last.
// expect: wrong 0
// expect: x 1019 s 1019 a 7 20
#include <stdio.h>

struct box {
	int v;
};

int main(void)
{
	int x = 1000, wrong = 0, a[2] = {7, 8};
	struct box s = {1000};
	#pragma omp parallel for num_threads(4) firstprivate(x, s, a) lastprivate(x, s, a) reduction(+: wrong) schedule(static, 3)
	for (int i = 0; i < 20; i++) {
		wrong += x < 1000 || (i < 12 && i % 3 == 0 && x != 1000) || s.v != x || a[0] != 7;
		x = 1000 + i;
		s.v = x;
		a[1] = i + 1;
	}
	printf("wrong %d\n", wrong);
	printf("x %d s %d a %d %d\n", x, s.v, a[0], a[1]);
	return 0;
}
