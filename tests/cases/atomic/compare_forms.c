// atomic compare: minimum, maximum and conditional replacement in if and conditional-expression form.
// expect: 3 997 3 997 7 7 5
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int low = 5000, high = -1, low2 = 5000, high2 = -1, swapped = 5, swapped2 = 5, kept = 5;
	#pragma omp parallel for num_threads(4)
	for (int i = 0; i < 995; i++) {
		int e = (i * 7) % 995 + 3, d = 7;
		#pragma omp atomic compare
		if (e < low) { low = e; }
		#pragma omp atomic compare
		if (high < e) {
			high = e;
		}
		#pragma omp atomic compare
		low2 = low2 > e ? e : low2;
		#pragma omp atomic compare
		high2 = high2 < e ? e : high2;
		#pragma omp atomic compare
		if (swapped == 5) { swapped = d; }
		#pragma omp atomic compare
		swapped2 = swapped2 == 5 ? d : swapped2;
		#pragma omp atomic compare
		if (kept == 6) { kept = d; }
	}
	printf("%d %d %d %d %d %d %d\n", low, high, low2, high2, swapped, swapped2, kept);
	return 0;
}
