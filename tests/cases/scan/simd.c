// scan in a simd loop, alone and in a region, where the item is reached through a pointer.
// reference: none because gcc 12 wants one statement on each side
// expect: 4955 9999 4950 1 2
#include <stdio.h>

int main(void)
{
	int in[100], out[100], sum = 5, product = 1;
	for (int i = 0; i < 100; i++)
		in[i] = i;
	#pragma omp simd reduction(inscan, + : sum)
	for (int i = 0; i < 100; i++) {
		sum += in[i];
		#pragma omp scan inclusive(sum)
		out[i] = sum;
	}
	printf("%d %d ", out[99], sum + out[99] + 89);
	#pragma omp parallel num_threads(3)
	{
		#pragma omp single
		{
			sum = 0;
			#pragma omp simd reduction(inscan, + : sum)
			for (int i = 0; i < 100; i++) {
				out[i] = sum;
				#pragma omp scan exclusive(sum)
				sum += in[i];
			}
			product = sum == out[99] + 99;
		}
	}
	printf("%d %d %d\n", sum, product, 2 * (out[50] == 1225));
	return 0;
}
