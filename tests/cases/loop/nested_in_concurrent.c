// loop: what may be in its region, and where it may be itself: atomic since 6.0, loop in simd since 5.1.
// reference: none because gcc 12 and clang 19 know neither
// expect: loop 4950 100
// expect: concurrent 4950
// expect: simd 1225 50
// expect: inner 300
#include <stdio.h>

enum { N = 100 };

static long add_all(const int *v, int n)
{
	long sum = 0;
	#pragma omp loop bind(thread) reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

int main(void)
{
	int v[N], seen = 0, marks[10] = {0};
	long sum = 0, total = 0;
	for (int i = 0; i < N; i++)
		v[i] = i;

	#pragma omp parallel loop
	for (int i = 0; i < N; i++) {
		#pragma omp atomic
		sum += v[i];
		#pragma omp atomic update
		seen++;
	}
	printf("loop %ld %d\n", sum, seen);

	sum = 0;
	#pragma omp parallel for order(concurrent)
	for (int i = 0; i < N; i++) {
		#pragma omp atomic
		sum += v[i];
	}
	printf("concurrent %ld\n", sum);

	sum = 0;
	#pragma omp simd reduction(+ : sum)
	for (int i = 0; i < 10; i++) {
		#pragma omp loop bind(thread)
		for (int j = 0; j < 5; j++)
			sum += v[5 * i + j];
		marks[i] = 5;
	}
	seen = 0;
	for (int i = 0; i < 10; i++)
		seen += marks[i];
	printf("simd %ld %d\n", sum, seen);

	#pragma omp parallel loop reduction(+ : total)
	for (int i = 0; i < 20; i++) {
		#pragma omp parallel num_threads(2) if (i % 4 == 0)
		{
			#pragma omp single
			total += 5;
		}
		total += add_all(v, 5);
	}
	printf("inner %ld\n", total);
	return 0;
}
