// simd: private, lastprivate, reduction, linear, aligned, safelen, simdlen, if and nontemporal keep the loop's meaning.
// libs: -lm
// expect: sum 4950 last 198 i 100 k 350
// expect: wrong 0
#include <stdio.h>

int main(void)
{
	static float a[128] __attribute__((aligned(64))), b[128];
	int i, sum = 0, last = -1, k = 50, t = 0, wrong = 0, yes = 1;
	#pragma omp simd aligned(a: 64) safelen(16) simdlen(8) lastprivate(last) reduction(+: sum) linear(k: 3) private(t) if(simd: yes)
	for (i = 0; i < 100; i++) {
		t = 2 * i;
		last = t;
		sum += i;
		a[i] = (float)(t + 1);
		wrong += 0;
		k += 3;
	}
	#pragma omp simd nontemporal(b)
	for (int j = 0; j < 100; j++)
		b[j] = a[j] + 1;
	for (int j = 0; j < 100; j++)
		wrong += a[j] != 2 * j + 1 || b[j] != 2 * j + 2;
	printf("sum %d last %d i %d k %d\n", sum, last, i, k);
	printf("wrong %d\n", wrong + t);
	return 0;
}
