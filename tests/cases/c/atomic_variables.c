// C11 _Atomic variables, shared, in a struct, in an array and as a pointer's target, updated by all threads.
// expect: 4950 100 100 50 50
#include <stdatomic.h>
#include <stdio.h>

struct counters {
	_Atomic long sum;
	atomic_int calls;
};

int main(void)
{
	struct counters c = {0, 0};
	_Atomic(int) plain = 0;
	atomic_uint parity[2] = {0, 0};
	_Atomic int *target = &plain;

#pragma omp parallel for
	for (int i = 0; i < 100; i++) {
		c.sum += i;
		atomic_fetch_add(&c.calls, 1);
		if (i & 1)
			plain++;
		else
			++*target;
		parity[i % 2]++;
	}
	printf("%ld %d %d %u %u\n", (long)c.sum, c.calls, plain, parity[0], parity[1]);
	return 0;
}
