// goto forwards and backwards, labels before declarations' blocks, and loops made of goto, all inside regions.
// expect: 4950 50 100
#include <stdio.h>

int main(void)
{
	long sum = 0;
	int even = 0, retried = 0;

#pragma omp parallel for reduction(+ : sum, even, retried)
	for (int i = 0; i < 100; i++) {
		int j = 0, tries = 0;
	again:
		if (j < i) {
			sum++;
			j++;
			goto again;
		}
		if (i % 2)
			goto odd;
		even++;
		goto end;
	odd:
		tries++;
		if (tries < 2) {
			retried++;
			goto odd;
		}
		retried++;
	end:;
	}
	printf("%ld %d %d\n", sum, even, retried);
	return 0;
}
