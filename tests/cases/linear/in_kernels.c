// linear on loops that the threads of a team share inside target regions.
// expect: 2 4 200, after 200
// expect: pointer 0 14 28, at 30
// expect: beside 103 130, after 130
// expect: simd 7 52, after 57
// expect: several 5 3 50 21, after 50 21
#include <stdio.h>
#define N 100

int main(void)
{
	int a[N], b[N], val = 0, n = 10;
	#pragma omp target parallel for linear(val: 2) map(tofrom: val) map(from: a) num_threads(8)
	for (int i = 0; i < N; i++) {
		val += 2;
		a[i] = val;
	}
	printf("%d %d %d, after %d\n", a[0], a[1], a[N - 1], val);

	int x[3 * 10], reached = 0;
	for (int i = 0; i < 30; i++)
		x[i] = i;
	#pragma omp target map(to: x) map(from: a, reached)
	{
		int at = 0;
		#pragma omp parallel for linear(at: 3) num_threads(4)
		for (int i = 0; i < n; i++) {
			a[i] = x[at] + i * 4;
			at += 3;
		}
		reached = at;
	}
	printf("pointer %d %d %d, at %d\n", a[0], a[2], a[4], reached);

	long sum = 100;
	#pragma omp target map(tofrom: sum) map(from: b)
	#pragma omp parallel num_threads(5)
	{
		#pragma omp for linear(sum: 3)
		for (int i = 0; i < n; i++) {
			sum += 3;
			b[i] = (int)sum;
		}
	}
	printf("beside %d %d, after %ld\n", b[0], b[9], sum);

	int k = 2;
	#pragma omp target parallel for simd linear(k: 5) map(tofrom: k) map(from: b)
	for (int i = 1; i < 12; i++) {
		k += 5;
		b[i] = k;
	}
	printf("simd %d %d, after %d\n", b[1], b[10], k);

	short u = 0;
	unsigned char c = 1;
	#pragma omp target parallel for linear(u: 5) linear(c: 2) map(tofrom: u, c) map(from: a, b)
	for (int i = 0; i < n; i++) {
		u = (short)(u + 5);
		c += 2;
		a[i] = u;
		b[i] = c;
	}
	printf("several %d %d %d %d, after %d %d\n", a[0], b[0], a[9], b[9], u, c);
}
