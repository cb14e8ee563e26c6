// Tasks that share variables a region only reads still find them when the function of the region has returned.
// expect: 4950 x 64 bad 0
#include <stdio.h>
#include <stdlib.h>

static int run(int tasks, const int *numbers, int n)
{
	int bad = 0, offset = n - 100;
	double scale = n / 100.0;
	#pragma omp parallel num_threads(4)
	{
		for (int i = 0; i < tasks / 4; i++) {
			#pragma omp task shared(numbers, n, scale, offset, bad)
			{
				long sum = 0;
				for (int k = 0; k < n; k++)
					sum += numbers[k] * (int)scale + offset;
				if (sum != 4950) {
					#pragma omp atomic
					bad++;
				}
			}
		}
	}
	return bad;
}

int main(void)
{
	int *numbers = malloc(100 * sizeof *numbers), bad = 0;
	for (int i = 0; i < 100; i++)
		numbers[i] = i;
	for (int round = 0; round < 20; round++)
		bad += run(64, numbers, 100);
	printf("4950 x 64 bad %d\n", bad);
	free(numbers);
	return 0;
}
