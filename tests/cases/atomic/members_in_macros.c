// atomic on members that a macro names: the type is the member's.
// expect: 1000.5 1000 -1000 99 1000 15
#include <stdio.h>

struct cell {
	char pad;
	float f;
	short c;
	long long wide;
	_Bool b;
	unsigned char bytes[3];
};

#define FLOAT(p) (p)->f
#define SHORT(p) ((p)->c)
#define WIDE(p, i) p[i].wide
#define BYTE(p, i) ((p)->bytes)[i]

int main(void)
{
	struct cell cells[2] = {{.f = 0.5f}, {.c = 7}}, *p = cells;
	int most = 0;
	#pragma omp parallel for reduction(max : most)
	for (int i = 0; i < 1000; i++) {
		short was;
		#pragma omp atomic
		FLOAT(p) += 1;
		#pragma omp atomic capture
		was = SHORT(p)++;
		most = was + 1 > most ? was + 1 : most;
		#pragma omp atomic update
		WIDE(p, 1) = WIDE(p, 1) - 1;
		#pragma omp atomic compare
		if (BYTE(p, 1) < i % 100) { BYTE(p, 1) = i % 100; }
		#pragma omp atomic write
		BYTE(p, 2) = 15;
	}
	printf("%g %d %lld %d %d %d\n", cells[0].f, cells[0].c, cells[1].wide, p->bytes[1], most, p->bytes[2] + p->bytes[0] + cells[1].c - 7);
	return 0;
}
