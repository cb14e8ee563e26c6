// Pragmas that are not OpenMP's are kept where they stand: diagnostics, unrolling, packing, weak symbols, in regions too.
// expect: 4950 5 3 100
#include <stdio.h>
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wunused-variable"
#pragma GCC poison never_use_this

#pragma pack(push, 1)
struct tight {
	char c;
	int i;
};
#pragma pack(pop)

int main(void)
{
	long sum = 0;
	int five = 0, three = 0, hundred = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
		int used = i ?: i;
#pragma GCC diagnostic pop
		sum += used;
	}
#pragma omp parallel shared(five, three)
	{
#pragma pack(push, 1)
		struct close {
			char c;
			short s;
		} pair = {'a', 1};
#pragma pack(pop)
		struct tight t = {'a', 1};
#pragma omp for
		for (int i = 0; i < 100; i++) {
#pragma GCC unroll 4
			for (int j = 0; j < 1; j++)
#pragma omp atomic
				hundred++;
		}
#pragma omp single
		{
			five = (int)sizeof t;
			three = (int)sizeof pair;
		}
	}
	printf("%ld %d %d %d\n", sum, five, three, hundred);
	return 0;
}
#pragma GCC diagnostic pop
