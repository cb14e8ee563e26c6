// Captured names that a macro stringifies stay the user's spelling, while the same argument is also read and written.
// expect: total = 4950
// expect: i_0: 3
// expect: total += step
// expect: total is 4951
#include <stdio.h>

#define SHOW(v) printf("%s = %d\n", #v, v)
#define SHOW_PASTED(prefix, n) printf("%s: %d\n", #prefix "_" #n, prefix##_##n)
#define TRACE(statement) (puts(#statement), statement)

int main(void)
{
	int total = 0, i_0 = 3, step = 1;

#pragma omp parallel for reduction(+ : total)
	for (int i = 0; i < 100; i++)
		total += i;
#pragma omp parallel shared(total, i_0)
	{
#pragma omp single
		{
			SHOW(total);
			SHOW_PASTED(i, 0);
			TRACE(total += step);
		}
	}
	printf("total is %d\n", total);
	return 0;
}
