// What macros stand for in kernels: where the region is, with what stands beside them, and however often they are used.
//
// expect: sizes 3 7 3
// expect: signs -2 8 5
// expect: nested 81 42 9
// expect: strings a + b|N|3
// expect: lines differ
// expect: conditions 5 6
// expect: names 12 4
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define N 3
#define MINUS -1
#define RESTRICT
#define SQ(x) ((x) * (x))
#define TWICE(f, x) f(f(x))
#define ALIAS SQ
#define TEXT(x) #x
#define SPELLED(x) TEXT(x)
#define HERE __LINE__
#define NEXT(x) ((x) + __LINE__)
#define SUM(a, b) \
	((a) + \
	 (b))
#define GUARDED(x) _Pragma("GCC diagnostic push") x; _Pragma("GCC diagnostic pop")

static int guarded(int x)
{
#if N == 3
	return x + N;
#else
	return x - N;
#endif
}

static int first_size(void)
{
	int size = 0;
	#pragma omp target map(from : size)
	size = N;
	return size;
}

#undef N
#define N 7

static int second_size(void)
{
	int size = 0;
	#pragma omp target map(from : size)
	size = N;
	return size;
}

#pragma push_macro("N")
#undef N
#define N 3

static int third_size(void)
{
	int size = 0;
	#pragma omp target map(from : size)
	size = N;
	return size;
}

#pragma pop_macro("N")

static void signs(void)
{
	int x = 3, r[3];
	#pragma omp target map(from : r)
	{
		int *RESTRICT q = r;
		q[0] = MINUS+MINUS;
		q[1] = x-MINUS-MINUS-MINUS- -MINUS+x;
		q[2] = -MINUS-MINUS+x;
	}
	printf("signs %d %d %d\n", r[0], r[1], r[2]);
}

static void nested(void)
{
	int r[3], n = 3;
	#pragma omp target map(from : r) map(to : n)
	{
		r[0] = TWICE(SQ, n);
		r[1] = ALIAS(n) /* not the macro's last word */ + SUM(n,
				 10) + SQ(4) + 4;
		r[2] = ALIAS
			(n);
	}
	printf("nested %d %d %d\n", r[0], r[1], r[2]);
}

static int SQ_of(int of) { return of; }

static void strings(void)
{
	char spelled[3][8] = {"", "", ""};
	#pragma omp target map(from : spelled)
	{
		const char *a = TEXT(a + b), *b = TEXT(N), *c = SPELLED(N);
		for (int i = 0; i < 8; i++)
			spelled[0][i] = i < (int)sizeof TEXT(a + b) ? a[i] : 0;
		for (int i = 0; i < 2; i++)
			spelled[1][i] = b[i], spelled[2][i] = c[i];
		spelled[2][0] -= 4;
	}
	printf("strings %s|%s|%s\n", spelled[0], spelled[1], spelled[2]);
}

static void lines(void)
{
	int r[4];
	#pragma omp target map(from : r)
	{
		r[0] = HERE;
		r[1] = HERE;
		r[2] = NEXT(1);
		r[3] = NEXT(1);
	}
	puts(r[1] == r[0] + 1 && r[3] == r[2] + 1 && r[2] == r[1] + 2 ? "lines differ" : "lines are the same");
}

static void conditions(void)
{
	int r[2];
	#pragma omp target map(from : r)
	{
#if N == 7
		r[0] = 5;
#else
		r[0] = -5;
#endif
		r[1] = guarded(3);
	}
	printf("conditions %d %d\n", r[0], r[1]);
}

static void names(void)
{
	long r[2];
	#pragma omp target map(from : r)
	{
		int64_t big = INT64_C(5) + SQ_of(N), wide;
		GUARDED(wide = INT_MAX)
		int *p = NULL;
		r[0] = (long)(big + (wide != INT_MAX));
		r[1] = (long)sizeof *p;
	}
	printf("names %ld %ld\n", r[0], r[1]);
}

int main(void)
{
	printf("sizes %d %d %d\n", first_size(), second_size(), third_size());
	signs();
	nested();
	strings();
	lines();
	conditions();
	names();
	return 0;
}
