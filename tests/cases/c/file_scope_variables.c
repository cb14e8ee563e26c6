// File-scope variables: shared by default, private while a called function still sees the original, as loop index and reduced.
// expect: 4950 5050 11 45 5
#include <stdio.h>

static long total;
static int index_, bias = 5;
int table[100];
static struct {
	int n;
} counts = {0};
long wide = 0;

static int original(void)
{
	return bias;
}

int main(void)
{
	int same = 1, sum = 0;

#pragma omp parallel for
	for (index_ = 0; index_ < 100; index_++) {
		table[index_] = index_;
#pragma omp atomic
		counts.n++;
	}
#pragma omp parallel for reduction(+ : total, wide)
	for (int i = 0; i < 100; i++) {
		total += table[i];
		wide += table[i] + counts.n / 100;
	}
#pragma omp parallel private(bias)
	{
		bias = 11;
		if (original() != 5)
#pragma omp atomic write
			same = 0;
#pragma omp single
		sum = bias * same;
	}
	long first = 0;
#pragma omp parallel for firstprivate(bias) reduction(+ : first)
	for (int i = 0; i < 10; i++) {
		bias += 1;
		first += i;
	}
	printf("%ld %ld %d %ld %d\n", total, wide, sum, first, bias);
	return 0;
}
