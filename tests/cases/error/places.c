// error: at execution with a message that is made there; a fatal one ends the program after what was printed; warnings go on.
// reference: none because gcc 12 needs other headers, and what ends the program ends it in other ways with clang 19
// exit: 1
// expect: before
// expect: between 1
// expect-stderr: it is 7
// expect-stderr: the end
#include <stdio.h>

#define SAY(text) _Pragma("omp error at(execution) severity(warning) message(" #text ")")

static void maybe(int n)
{
	static char text[32];
	snprintf(text, sizeof text, "it is %d", n);
	if (n) {
		#pragma omp error at(execution) severity(warning) message(text)
	}
	switch (n) {
	case 0: {
		#pragma omp error at(execution)
		break;
	}
	default:
		break;
	}
}

#define NEVER 0
int main(void)
{
	puts("before");
	fflush(stdout);
	#if NEVER
	#pragma omp error message("not compiled")
	#endif
	maybe(7);
	#pragma omp metadirective when(user = {condition(NEVER)} : error message("not chosen")) otherwise(nothing)
	printf("between %d\n", __LINE__ - 38);
	fflush(stdout);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		{
			#pragma omp error at(execution) severity(fatal) message("the end")
		}
	}
	puts("never");
	return 0;
}
