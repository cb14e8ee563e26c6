// switch with fall-through, ranges, a default in the middle, a Duff-like loop and nested breaks inside a region.
// expect: 510 100 1050
#include <stdio.h>

int main(void)
{
	int weight = 0, copied = 0, mixed = 0;
	int source[100], target[100] = {0};

	for (int i = 0; i < 100; i++)
		source[i] = 1;
#pragma omp parallel for reduction(+ : weight)
	for (int i = 0; i < 100; i++) {
		switch (i % 10) {
		case 0:
			weight += 1; /* falls through */
			__attribute__((fallthrough));
		case 1:
			weight += 10;
			break;
		default:
			weight += 5;
			break;
		case 5:
		case 6: {
			if (i > 50)
				break;
			weight += 0;
			break;
		}
		}
	}
#pragma omp parallel
#pragma omp single
	{
		int *from = source, *to = target, n = 100, rounds = (n + 3) / 4;
		switch (n % 4) {
		case 0: do { *to++ = *from++; __attribute__((fallthrough));
		case 3: *to++ = *from++; __attribute__((fallthrough));
		case 2: *to++ = *from++; __attribute__((fallthrough));
		case 1: *to++ = *from++;
			} while (--rounds > 0);
		}
	}
#pragma omp parallel for reduction(+ : copied, mixed)
	for (int i = 0; i < 100; i++) {
		copied += target[i];
		for (int j = 0;; j++) {
			switch (j) {
			case 3:
				goto next;
			case 1:
				continue;
			}
			mixed += i % 5 ? 5 : 5 + 1 / 2;
			if (j > 4)
				break;
		}
	next:
		mixed += i % 2;
	}
	printf("%d %d %d\n", weight, copied, mixed);
	return 0;
}
