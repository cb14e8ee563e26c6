// metadirective: in macros, from macros, in headers of a macro's making, with what it chooses coming out of a macro.
// reference: none because gcc 12 does not know metadirective and clang 19 takes the statement where no variant fits away
// expect: 3 2
// expect: 12
// expect: 45
// expect: 3
#include <omp.h>
#include <stdio.h>

#define ON_GPU device = {kind(gpu)}
#define TEAM(n) parallel num_threads(n)
#define PRAGMA(text) _Pragma(#text)
#define CHOOSE(n, variable) PRAGMA(omp metadirective when(ON_GPU : target) otherwise(TEAM(n) reduction(+ : variable)))
#define ENABLED 1
#define SUM(type, name)                                                                                            \
	static type name(int n)                                                                                    \
	{                                                                                                          \
		type total = 0;                                                                                    \
		_Pragma("omp metadirective when(user = {condition(ENABLED)} : parallel for reduction(+ : total))") \
		for (int i = 0; i < n; i++)                                                                        \
			total += (type)i;                                                                          \
		return total;                                                                                      \
	}

SUM(int, sum_int)

int main(void)
{
	int a = 0, b = 0;
	CHOOSE(3, a)
	a++;
	#pragma omp metadirective when(ON_GPU: target) \
		otherwise( \
			TEAM(2) \
			reduction(+ : b) \
		)
	b++;
	printf("%d %d\n", a, b);
	#pragma omp \
		metadirective \
		when(user={condition(!ENABLED)} \
			: single) \
		when(user={condition(ENABLED)} \
			: parallel sections \
			reduction(+ : a) num_threads(2))
	{
		a += 4;
		#pragma omp section
		a += 5;
	}
	printf("%d\n", a);
	printf("%d\n", sum_int(10));
	#pragma omp metadirective /* a comment, ( with a bracket
		over two lines */ when(user={condition(0)}: single /* ) */) // and one at the end
	printf("%d\n", (int)3.5);
	return 0;
}
