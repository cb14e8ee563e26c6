// loops: loops without iterations run none and end all threads; loops of one iteration run it once.
// expect: none 0
// expect: one 8
#include <limits.h>
#include <stdio.h>

int main(void)
{
	int none = 0, one = 0, zero = 0;
	#pragma omp parallel num_threads(4) reduction(+: none, one)
	{
		#pragma omp for
		for (int i = zero; i < zero; i++)
			none++;
		#pragma omp for schedule(dynamic)
		for (int i = 5; i < zero; i++)
			none++;
		#pragma omp for schedule(guided)
		for (unsigned i = 7; i < 3; i += 2)
			none++;
		#pragma omp for schedule(static, 4)
		for (long i = -5; i > 5; i--)
			none++;
		#pragma omp for schedule(static, 2)
		for (int i = INT_MAX; i < zero; i += 3)
			none++;
		#pragma omp for collapse(2)
		for (int i = 0; i < 10; i++)
			for (int j = 5; j < zero; j++)
				none++;
		#pragma omp for
		for (int i = zero; i < 1; i++)
			one++;
		#pragma omp for schedule(dynamic, 100)
		for (int i = zero; i <= 0; i++)
			one++;
		#pragma omp for schedule(guided, 7)
		for (int i = zero; i < 100; i += 100)
			one++;
		#pragma omp for schedule(static, 1000)
		for (int i = zero; i > -5; i -= 5)
			one++;
		#pragma omp for collapse(2)
		for (int i = 3; i < 4; i++)
			for (int j = 5; j >= 5; j--)
				one++;
		#pragma omp for
		for (long long i = LLONG_MAX - 1; i < LLONG_MAX; i++)
			one++;
		#pragma omp for
		for (unsigned long long i = 0; i < 1; i += ULLONG_MAX / 2)
			one++;
		#pragma omp for schedule(dynamic)
		for (long long i = LLONG_MIN; i <= LLONG_MIN; i++)
			one++;
	}
	printf("none %d\n", none);
	printf("one %d\n", one);
	return 0;
}
