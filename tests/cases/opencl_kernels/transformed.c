// Loop transformations inside target regions: kernels have the loops that they make.
// reference: none because neither gcc 12 nor clang 19 knows interchange and reverse in C
// expect: interchange 0 1 4 5
// expect: reverse 9 8 0
// expect: tile 285 10
// expect: unroll 45, macro 45
#include <stdio.h>
#define N 4
#define LOOP for (int i = 0; i < 10; i++) /* a macro with a comment */

int main(void)
{
	int a[N][2], b[10], c[10] = {0}, sum = 0, other = 0;
	#pragma omp target map(from: a)
	{
		int counter = 0;
		#pragma omp interchange
		for (int i = 0; i < N; i++) // this one goes inside
			for (int j = 0; j < 2; j++)
				a[i][j] = counter++;
	}
	printf("interchange %d %d %d %d\n", a[0][0], a[1][0], a[0][1], a[1][1]);
	#pragma omp target map(from: b)
	{
		int counter = 0;
		#pragma omp reverse
		LOOP
			b[i] = counter++;
	}
	printf("reverse %d %d %d\n", b[0], b[1], b[9]);
	#pragma omp target teams distribute parallel for map(tofrom: c)
	#pragma omp tile sizes(3)
	LOOP
		c[i] += i * i;
	for (int i = 1; i < 10; i++)
		c[0] += c[i];
	printf("tile %d %d\n", c[0], N + 6);
	#pragma omp target map(tofrom: sum, other)
	{
		#pragma omp unroll partial(3)
		LOOP /* each
			of them */
			sum += i;
		#pragma omp unroll full
		LOOP
			other += i;
	}
	printf("unroll %d, macro %d\n", sum, other);
}
