// for: clauses may be separated by commas, blanks, tabs and continuation lines, and have blanks inside.
// expect: 45 45 45 9
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int a = 0, b = 0, c = 0, last = 0;
	#pragma	omp   parallel   for num_threads ( 2 ) , reduction ( + : a ),reduction(+:b) \
		reduction( +	:c ) \
		lastprivate( last )	schedule ( static , 1 )
	for (int i = 0; i < 10; i++) {
		a += i;
		b += i * (omp_get_num_threads() == 2);
		c += i * (omp_get_thread_num() == i % 2);
		last = i;
	}
	# pragma omp parallel for
	for (int i = 0; i < 1; i++)
		a += 0;
	printf("%d %d %d %d\n", a, b, c, last);
	return 0;
}
