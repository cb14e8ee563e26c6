// Inline assembly with operands that are captured variables, by value, read-write and in memory, with named operands.
// expect: 4950 7 12 3
#include <stdio.h>

int main(void)
{
	int seven = 7, out = 0, memory = 5, kept = 3, result = 0;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		int t = i;
		__asm__("" : "+r"(t) : "r"(seven));
		sum += t;
	}
#pragma omp parallel
#pragma omp single
	{
		__asm__ volatile("" : "=r"(out) : "0"(seven) : "memory");
		__asm__ volatile("" : [m] "+m"(memory) : [k] "r"(kept) : "cc");
		memory += seven;
		asm("# %0" : : "i"(3));
		__asm__ goto("" : : : : done);
		result = -1;
	done:
		result = kept;
	}
	printf("%ld %d %d %d\n", sum, out, memory, result);
	return 0;
}
