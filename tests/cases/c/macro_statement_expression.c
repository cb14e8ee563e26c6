// Statement-expression min and max macros, nested in each other, use captured variables in a region.
// expect: -40 59 17
#include <stdio.h>

#define max(a, b) __extension__({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })
#define min(a, b) __extension__({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ < b_ ? a_ : b_; })
#define clamp(v, lo, hi) min(max(v, lo), hi)

int main(void)
{
	int offset = 40, low = 1000, high = -1000, found = 0;
	int lo = 3, hi = 17;

#pragma omp parallel for reduction(min : low) reduction(max : high)
	for (int i = 0; i < 100; i++) {
		low = min(low, i - offset);
		high = max(high, i - offset);
	}
#pragma omp parallel shared(found)
#pragma omp single
	found = clamp(offset, lo, hi);
	printf("%d %d %d\n", low, high, found);
	return 0;
}
