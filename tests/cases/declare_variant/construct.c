// declare variant: the constructs around a call choose; directly, in nested regions, from macros, in arguments of other calls.
// reference: none because gcc 12 and clang 19 score nested constructs in other ways
// expect: base 1
// expect: parallel 1
// expect: parallel for 1
// expect: single 1
// expect: target 1
// expect: base 2
// expect: parallel 6
// expect: base 4
// expect: 111 211
#include <stdio.h>

static void base_call(const char *what, int n)
{
	printf("%s %d\n", what, n);
}

static void say_parallel(int n);
void say_for(int n), say_single(int n), say_target(int n);

#pragma omp declare variant(say_parallel) match(construct = {parallel})
#pragma omp declare variant(say_for) match(construct={parallel, for})
#pragma omp declare variant(say_single) \
	match(construct = {single}) /* the innermost
	scores highest */
#pragma omp declare variant(say_target) match(construct={target})
static void say(int n)
{
	base_call("base", n);
}

static void say_parallel(int n) { base_call("parallel", n); }
void say_for(int n) { base_call("parallel for", n); }
void say_single(int n) { base_call("single", n); }
void say_target(int n) { base_call("target", n); }

int ten(int x);
#pragma omp declare variant(ten) match(construct={parallel})
int one(int x)
{
	return x + 1;
}
int ten(int x)
{
	return x + 10;
}

#define SAY(n) say(n)
#define TWICE(f, n) do { f(n); } while (0)
#define say_it say

int main(void)
{
	void (*pointer)(int) = say;
	int a = 0, b = 0;
	say(1);
	#pragma omp parallel num_threads(2)
	{
		#pragma omp masked
		say(1);
		#pragma omp barrier
		#pragma omp for
		for (int i = 0; i < 2; i++)
			if (i == 1)
				say(1);
		#pragma omp single
		say(1);
	}
	#pragma omp parallel num_threads(1)
	{
		#pragma omp target
		say(1);
	}
	SAY(2);
	#pragma omp parallel num_threads(1)
	{
		TWICE(say, (6)); /* the name comes from the macro's argument */
	}
	#pragma omp parallel num_threads(1)
	{
		pointer(4 + (say_it == pointer ? 0 : 1));
		a = one(one(0) + 91);
		b = one(1 ? one(one(91)) + 90 : one(0));
	}
	printf("%d %d\n", a, b);
	return one(-1);
}
