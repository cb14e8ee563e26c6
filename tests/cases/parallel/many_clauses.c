// parallel: one directive with most of its clauses at once, in an unusual order.
// expect: in 1
// expect: seen 3 sum 36 first 7 last 7
#include <omp.h>
#include <stdio.h>

static int kept = 9;
#pragma omp threadprivate(kept)

int main(void)
{
	int a = 7, b = 1, sum = 0, seen = 0, four = 3, in = 1;

	kept = 11;
	#pragma omp parallel reduction(+: sum), default(none) copyin(kept) proc_bind(close) firstprivate(a) private(b) \
		shared(seen, in) if(parallel: four > 1) num_threads(four)
	{
		b = kept;
		sum += b + 1;
		a++;
		#pragma omp atomic
		seen++;
		#pragma omp critical
		in &= a == 8 && b == 11;
	}
	printf("in %d\n", in);
	printf("seen %d sum %d first %d last %d\n", seen, sum, a, a);
	return b - 1;
}
