// _Alignas variables keep their alignment as private, firstprivate, lastprivate, reduction and shared variables.
// expect: 1 1 1 1 1 4950 99
#include <stdint.h>
#include <stdio.h>

#define ALIGNED(v, n) ((uintptr_t)&(v) % (n) == 0)

int main(void)
{
	_Alignas(128) int a = 1;
	_Alignas(64) char b[3] = {1, 2, 3};
	_Alignas(256) long c = 0;
	_Alignas(64) int d = 0;
	_Alignas(512) int shared_one = 0;
	int ok[5] = {1, 1, 1, 1, 1};

#pragma omp parallel for private(a) firstprivate(b) lastprivate(d) reduction(+ : c) reduction(& : ok)
	for (int i = 0; i < 100; i++) {
		a = i;
		d = a;
		c += a + b[0] - 1;
		ok[0] &= ALIGNED(a, 128);
		ok[1] &= ALIGNED(b, 64);
		ok[2] &= ALIGNED(c, 256);
		ok[3] &= ALIGNED(d, 64);
		ok[4] &= ALIGNED(shared_one, 512);
	}
	printf("%d %d %d %d %d %ld %d\n", ok[0], ok[1], ok[2], ok[3], ok[4], c, d);
	return 0;
}
