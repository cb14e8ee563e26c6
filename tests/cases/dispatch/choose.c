// dispatch: a trait of the one call after it; novariants and nocontext, known or not; what the call stands in is no matter.
// reference: none because gcc 12 does not know dispatch and clang 19 leaves the trait out
// expect: plain 1
// expect: dispatched 2
// expect: plain 3
// expect: plain 4
// expect: dispatched 5
// expect: parallel 6
// expect: parallel 7
// expect: dispatched 8
// expect: plain 9
// expect: argument 30
// expect: dispatched 10
#include <stdio.h>

int dispatched(int n) { printf("dispatched %d\n", n); return n; }
int in_parallel(int n) { printf("parallel %d\n", n); return n; }
int plus_base(int n) { return n + 1; }
int plus(int n) { return n + 20; }
#pragma omp declare variant(dispatched) match(construct = {dispatch})
#pragma omp declare variant(in_parallel) match(construct = {parallel})
int call(int n) { printf("plain %d\n", n); return n; }

#pragma omp declare variant(plus) match(construct = {dispatch})
static int argument(int n) { return n + 20; }
static int argument_base(int n) { return n - 1; }
#define CALL(n) call(n)

int main(void)
{
	int x = 0, no = 0, yes = 1;
	call(1);
	#pragma omp dispatch
	call(2);
	#pragma omp dispatch novariants(1)
	call(3);
	#pragma omp dispatch novariants(yes)
	x = call(4);
	#pragma omp dispatch novariants(no || !yes) nocontext(no)
	x = call(x + 1);
	#pragma omp parallel num_threads(1)
	{
		#pragma omp dispatch nocontext(yes)
		call(6);
		#pragma omp dispatch nocontext(1)
		call(7);
		if (x == 5)
			#pragma omp dispatch
			CALL(8);
		else
			x = 0;
	}
	#pragma omp dispatch nowait
	plus_base(argument(1) + call(x + 4) * 0);
	printf("argument %d\n", argument(argument_base(11)));
	#pragma omp dispatch
	x = call(plus_base(x + 4));
	return x == 10 ? 0 : x;
}
