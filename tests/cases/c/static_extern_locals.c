// Static and extern locals and local function declarations, outside and inside the region.
// expect: 100 100 300 7 4950
#include <stdio.h>

int global = 7;

int main(void)
{
	static int calls;
	static int inner_total_copy;
	extern int global;
	extern int puts(const char *);
	int square(int);
	int seen = 0;
	long sum = 0;

#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < 100; i++) {
		static int inner;
		static const int weights[3] = {1, 1, 1};
		extern int global;
		int square(int);
#pragma omp critical
		{
			calls++;
			inner += weights[i % 3];
			inner_total_copy = inner;
			seen = global;
		}
		sum += square(i) / (i ? i : 1);
	}
#pragma omp parallel for
	for (int i = 0; i < 100; i++) {
		static int inner = 200;
#pragma omp critical
		{
			inner++;
			global = inner;
		}
	}
	printf("%d %d %d %d %ld\n", calls, inner_total_copy, global, seen, sum);
	return 0;
}

int square(int x)
{
	return x * x;
}
