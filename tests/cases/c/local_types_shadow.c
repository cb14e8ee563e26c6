// Local types and enumerators that shadow file-scope ones keep their own meaning inside the region.
// expect: 8 4 3 30
// expect: 16 400 1
#include <stdio.h>

struct item {
	char a;
};
typedef char number;
enum { LIMIT = 1, OTHER = 3 };

static void narrow(void)
{
	struct item {
		int a, b;
	};
	typedef int number;
	enum { LIMIT = 10 };
	struct item it = {1, 2};
	unsigned long sizes[2] = {0, 0};
	number sum = 0;

#pragma omp parallel for firstprivate(it) reduction(+ : sum)
	for (int i = 0; i < LIMIT; i++) {
		struct item mine = it;
		number n = mine.a + mine.b;
		sum += n;
#pragma omp critical
		{
			sizes[0] = sizeof(struct item);
			sizes[1] = sizeof(number);
		}
	}
	printf("%lu %lu %d %d\n", sizes[0], sizes[1], OTHER, sum);
}

static void wide(void)
{
	struct item {
		long a, b;
	} it = {4, 0};
	long sum = 0;
	unsigned long size = 0;
#pragma omp parallel
	{
		enum { LIMIT = 100 };
#pragma omp for reduction(+ : sum)
		for (int i = 0; i < LIMIT; i++)
			sum += it.a;
#pragma omp single
		size = sizeof(struct item);
	}
	printf("%lu %ld %d\n", size, sum, LIMIT);
}

int main(void)
{
	narrow();
	wide();
	return 0;
}
