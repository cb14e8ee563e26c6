// Regions in static inline functions of a user header, included twice behind a guard.
// expect: 300 4950
#include "extra/inline_sum.h"
#include <stdio.h>
#include "extra/inline_sum.h"

int main(void)
{
	int v[100];

	inline_fill(v, 100, 3);
	printf("%ld ", inline_sum(v, 100));
	for (int i = 0; i < 100; i++)
		v[i] = i;
	printf("%ld\n", inline_sum(v, 100));
	return 0;
}
