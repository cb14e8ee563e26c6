// dispatch with append_args: interop objects follow the arguments, those of the clause first, also when a call has none.
// reference: none because gcc 12 does not know dispatch and clang 19 passes no objects
// expect: variant 3: given none
// expect: variant 4: none none
// expect: base 5
// expect: none at all
#include <omp.h>
#include <stdio.h>

static int marker;

static const char *name(omp_interop_t object)
{
	return object == omp_interop_none ? "none" : object == (omp_interop_t)&marker ? "given" : "wrong";
}

void add_interop(int x, omp_interop_t first, omp_interop_t second)
{
	printf("variant %d: %s %s\n", x, name(first), name(second));
}
#pragma omp declare variant(add_interop) match(construct = {dispatch}) append_args(interop(targetsync), interop(target))
void add(int x)
{
	printf("base %d\n", x);
}

void alone_interop(omp_interop_t object)
{
	printf("%s at all\n", name(object));
}
#pragma omp declare variant(alone_interop) match(construct={dispatch}) append_args(interop(target))
void alone(void)
{
	puts("alone");
}

int main(void)
{
	omp_interop_t object = &marker;
	#pragma omp dispatch interop(object)
	add(3);
	#pragma omp dispatch
	add(2 + (2));
	add(5);
	#pragma omp dispatch nowait
	alone();
	return 0;
}
