// Function-local struct, union, enum and typedef, used as types of captured and of inner variables in regions.
// expect: 14850 7 1 4 99
#include <stdio.h>

int main(void)
{
	struct point {
		int x, y;
	};
	union word {
		int i;
		char c[4];
	};
	enum state { idle, busy = 7, done };
	typedef struct point points[100];
	typedef long (*combine)(long, int);
	points p;
	union word w;
	enum state state = idle;
	combine f = NULL;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		struct point here = {i, 2 * i};
		p[i] = here;
		sum += p[i].x + p[i].y;
	}
#pragma omp parallel firstprivate(f)
#pragma omp single
	{
		enum state next = busy;
		union word copy = {.i = 1};
		state = next;
		w = copy;
		f = NULL;
	}
	printf("%ld %d %d %d %d\n", sum, state, w.i, (int)sizeof w, f ? 0 : p[99].x);
	return 0;
}
