// combined: parallel for with clauses of both constructs, each reaching the construct it belongs to.
// expect: sum 14850 last 99 n 4 wrong 0 p 7
#include <omp.h>
#include <stdio.h>

static int kept = 1;
#pragma omp threadprivate(kept)

int main(void)
{
	int sum = 0, last = 0, n = 0, wrong = 0, p = 7, start = 5, yes = 1;
	kept = 3;
	#pragma omp parallel for if(yes) num_threads(4) default(none) shared(n) private(p) firstprivate(start, yes) lastprivate(last) \
		copyin(kept) reduction(+: sum, wrong) schedule(static, 5) collapse(1) proc_bind(close)
	for (int i = 0; i < 100; i++) {
		p = i;
		last = p;
		sum += p * kept;
		wrong += start != 5 || omp_get_num_threads() != 4 || omp_get_thread_num() != i / 5 % 4;
		if (i % 5 == 0 && i < 20) {
			#pragma omp atomic
			n++;
		}
	}
	printf("sum %d last %d n %d wrong %d p %d\n", sum, last, n, wrong, p);
	return 0;
}
