// affinity says where data is; it changes nothing else.
// expect: 45
#include <stdio.h>

int main(void)
{
	int sum = 0, values[10];
	for (int i = 0; i < 10; i++)
		values[i] = i;
	#pragma omp parallel
	#pragma omp single
	for (int i = 0; i < 10; i++) {
		#pragma omp task affinity(values[i : 1]) shared(sum, values)
		{
			#pragma omp atomic
			sum += values[i];
		}
	}
	printf("%d\n", sum);
	return 0;
}
