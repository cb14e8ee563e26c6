// reduction: && and || treat every non-zero value as true, on int, float, pointers' truth and negative numbers, and give 0 or 1.
// expect: 1 0 1 0 1 1
#include <stdio.h>

int main(void)
{
	int all = 256, none = 256, any = 0, nothing = 0;
	float f = 0.25f;
	long long big = 1LL << 40;
	#pragma omp parallel for num_threads(3) reduction(&&: all, none, f) reduction(||: any, nothing, big)
	for (int i = 0; i < 12; i++) {
		all = all && (i - 100);
		none = none && (i - 7);
		any = any || i == 11;
		nothing = nothing || i == 12;
		f = f && i + 1;
		big = big || 0;
	}
	printf("%d %d %d %d %g %lld\n", all, none, any, nothing, f, big);
	return 0;
}
