// Combined constructs with simd: loop variables declared before the loop, in clauses that name them and without.
// reference: none because gcc 12 takes no code between collapsed loops, and clang 19 leaves no value of the taskloop's variable
// expect: private 12
// expect: both 264 33
// expect: last 264 4 4
// expect: teams 264 33 4
// expect: linear 18 8 4
// expect: step 52 12 21
// expect: taskloop 6 4
// expect: distribute 6 4
// expect: between 42
#include <stdio.h>

static void privates(void)
{
	int i, k, x = 0, s = 0;

	#pragma omp parallel for simd private(i, k) reduction(+ : s)
	for (i = 0; i < 4; i++)
		for (k = 0; k < 3; k++)
			s += k;
	printf("private %d\n", s);

	s = 0;
	#pragma omp parallel for simd collapse(2) private(i, k) lastprivate(x) reduction(+ : s)
	for (i = 0; i < 4; i++)
		for (k = 0; k < 4; k++) {
			x = i * 10 + k;
			s += x;
		}
	printf("both %d %d\n", s, x);
}

static void lasts(void)
{
	int i, k, x = 0, s = 0;

	#pragma omp parallel for simd collapse(2) lastprivate(i, k) reduction(+ : s)
	for (i = 0; i < 4; i++)
		for (k = 0; k < 4; k++)
			s += i * 10 + k;
	printf("last %d %d %d\n", s, i, k);

	s = 0;
	#pragma omp teams distribute parallel for simd collapse(2) private(i) lastprivate(k, x) reduction(+ : s) num_teams(2)
	for (i = 0; i < 4; i++)
		for (k = 0; k < 4; k++) {
			x = i * 10 + k;
			s += x;
		}
	printf("teams %d %d %d\n", s, x, k);
}

static void linears(void)
{
	int i, x = 0, s = 0;

	#pragma omp parallel for simd linear(i) linear(x : 2) reduction(+ : s)
	for (i = 0; i < 4; i++) {
		s += x + i;
		x += 2;
	}
	printf("linear %d %d %d\n", s, x, i);

	s = 0;
	x = 1;
	#pragma omp parallel num_threads(3)
	#pragma omp for simd linear(i : 3) linear(x : 5) reduction(+ : s)
	for (i = 0; i < 10; i += 3) {
		s += i + x;
		x += 5;
	}
	printf("step %d %d %d\n", s, i, x);
}

static void outer(void)
{
	int i = 7, s = 0;

	#pragma omp taskloop simd linear(i : 1) reduction(+ : s)
	for (i = 0; i < 4; i++)
		s += i;
	printf("taskloop %d %d\n", s, i);

	i = 7;
	s = 0;
	#pragma omp teams distribute simd linear(i : 1) reduction(+ : s)
	for (i = 0; i < 4; i++)
		s += i;
	printf("distribute %d %d\n", s, i);
}

static void between(void)
{
	int i, j, s = 0;

	#pragma omp parallel for simd private(i, j) reduction(+ : s) collapse(2)
	for (i = 0; i < 4; i++) {
		int square = i * i;
		for (j = 0; j < 3; j++)
			s += square * j;
	}
	printf("between %d\n", s);
}

int main(void)
{
	privates();
	lasts();
	linears();
	outer();
	between();
	return 0;
}
