// linear: without a step it is 1 and it works with a static chunk and on parallel for.
// expect: wrong 0 k 107 m 27
#include <stdio.h>

int main(void)
{
	int wrong = 0;
	long k = 100;
	short m = 6;
	#pragma omp parallel for num_threads(3) linear(k) linear(m: 3) schedule(static, 2) reduction(+: wrong)
	for (int i = 0; i < 7; i++) {
		wrong += k != 100 + i || m != 6 + 3 * i;
		k++;
		m += 3;
	}
	printf("wrong %d k %ld m %d\n", wrong, k, m);
	return 0;
}
