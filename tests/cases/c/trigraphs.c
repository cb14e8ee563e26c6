// A directive that begins with a trigraph.
// flags: -std=c99 -Wno-trigraphs
// expect: 6 2
#include <omp.h>
#include <stdio.h>

int main(void)
??<
	int sum = 0, threads = 0, a??(3??) = ??<1, 2, 3??>;
	??=pragma omp parallel for reduction(+: sum)
	for (int i = 0; i < 3; i++)
		sum += a??(i??);
	??=pragma omp parallel num_threads(2) reduction(max: threads)
	threads = omp_get_num_threads();
	printf("%d %d\n", sum, threads);
	return 0;
??>
