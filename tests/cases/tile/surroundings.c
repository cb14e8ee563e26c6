// Transformed loops where programs have them: headers and bodies from macros, under if and case labels, conditional text, directives
// in bodies, other text on the line; __LINE__ stays the program's.
// reference: none because no other compiler here has all of them
// expect: 627 55 100
// expect: 100 3 5 5 7 7 9 9 11 11 13 80
// expect: depth 0 0 1 0 0 1 1 1 0 2 1 2
#include <stdio.h>

#define N 5
#define FOR(i, n) for (int i = 0; i < (n); i++)
#define BODY(x)                     \
	do {                            \
		int value_ = (x);           \
		sum += value_;              \
		lines[__LINE__] += value_;  \
	} while (0)
#define TILED(n) _Pragma("omp tile sizes(2)") for (int i = 0; i < n; i++) sum += i;

static int sum, lines[200];

int main(void)
{
	int n = 11, a[40] = {0}, i_floor = 2;
	#pragma omp tile sizes(3)
	FOR(i, n)
		BODY(i);
	#pragma omp tile sizes(2, 3)
	FOR(i, N) /* rows */
		FOR(j, N) {
			BODY(i * j);
			/* "comment
			   over lines" */
			const char *s = "a\
	b";
			sum += (s[1] == '\t') + i_floor;
		}
	TILED(n)
	#pragma omp split counts(3, omp_fill)
	for (int i = 0; i < n; i++) {
		int vla[i + 1];
		vla[i] = i;
		#pragma omp parallel for reduction(+ : sum)
		for (int k = 0; k < 4; k++)
			sum += vla[i] * k;
		#pragma omp critical
		sum++;
	}
	#pragma omp parallel num_threads(2)
	{
		#pragma omp for nowait
		#pragma omp reverse
		for (int i = 0; i < n; i++) {
#ifdef NEVER
			a[i] = 99;
#else
			a[i] += i;
#endif
		}
	}
	if (n > 3)
		#pragma omp tile sizes(4)
		for (int i = 0; i < n; i++)
			a[i]++;
	else
		#pragma omp unroll partial(2)
		for (int i = 0; i < n; i++)
			a[i]--;
	switch (n) {
	case 11:
		#pragma omp tile sizes(4)
		for (int i = 0; i < n; i++) a[i]++; /* trailing */ sum++;
	default:
		;
	}
	#pragma omp tile sizes(2)
	for (int i = 0; i < n; i++) { if (i % 2) continue; a[i]++; } a[0] += 97;
	printf("%d %d %d\n", sum, lines[26], lines[30]);
	for (int i = 0; i < n; i++)
		printf("%d ", a[i]);
	printf("%d\ndepth", __LINE__);
	#pragma omp interchange
	for (int i = 0; i < 2; i++)
		#pragma omp nothing
		for (int k = 0; k < 3; k++)
			#pragma omp unroll
			for (int m = 0; m < 1; m++)
				printf(" %d %d", i, k);
	printf("\n");
	return 0;
}
