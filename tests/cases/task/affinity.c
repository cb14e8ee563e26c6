// affinity says where data is; it changes nothing else.
// reference: gcc because code of clang 19 crashes on several iterators in affinity
// expect: 46
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
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task affinity(iterator(int i = 0 : 10 : 3, j = 0 : 2) : values[i : 1], values[j]) shared(sum)
		#pragma omp atomic
		sum++;
	}
	printf("%d\n", sum);
	return 0;
}
