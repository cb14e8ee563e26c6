. "$LIB"
# -E output stands for itself: macros in pragmas are expanded in it.
cat >a.c <<'C'
#include <stdio.h>
#define THREADS 2
int main(void)
{
	int count = 0;
#pragma omp parallel num_threads(THREADS) reduction(+:count)
	count++;
	printf("%d\n", count);
	return 0;
}
C
quietly "$PPCC" -fopenmp -E a.c -o a.i; has a.i 'num_threads(2)'
quietly "$PPCC" -fopenmp a.i -o a; quietly "$PPCC" -fopenmp a.c -o b
expect ./a = "$(./b)"
