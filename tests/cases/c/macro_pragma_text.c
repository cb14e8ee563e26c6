// Macros in the text of a pragma: schedule, number of threads, a variable list, an operator and a whole clause.
// expect: 4950 4950 15 1
#include <omp.h>
#include <stdio.h>

#define SCHEDULE dynamic, CHUNK
#define CHUNK 3
#define THREADS 2
#define SUMS first, second
#define CLAUSES num_threads(THREADS) default(shared)
#define OP |
#define WHERE for schedule(SCHEDULE)

int main(void)
{
	int first = 0, second = 0, bits = 0, ok = 1;

#pragma omp parallel CLAUSES
	{
		if (omp_get_num_threads() > THREADS)
#pragma omp atomic write
			ok = 0;
#pragma omp WHERE reduction(+ : SUMS)
		for (int i = 0; i < 100; i++) {
			first += i;
			second += 99 - i;
		}
	}
#pragma omp parallel for schedule(SCHEDULE) num_threads(THREADS + 1) reduction(OP : bits)
	for (int i = 0; i < 4; i++)
		bits |= 1 << i;
	printf("%d %d %d %d\n", first, second, bits, ok);
	return 0;
}
