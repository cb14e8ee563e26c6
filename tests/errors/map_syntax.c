struct bits { int a : 3; int b; int *p; };
struct hidden;
extern struct hidden hidden;
extern int unsized[];
int tp;
#pragma omp threadprivate(tp)
void f(int n, int *p, struct bits *s)
{
	int x = 0, a[10], m[4][5];
	struct bits b = {0};
	#pragma omp target map(sometimes, to: x) // error: unknown map type or modifier 'sometimes' in 'map'
	x++;
	#pragma omp target map(always always, to: x) // error: 'always' twice in 'map'
	x++;
	#pragma omp target map(to from: x) // error: 'from' after another map type in 'map'
	x++;
	#pragma omp target map(: x) // error: expected a map type before ':' in 'map'
	x++;
	#pragma omp target map() // error: expected a variable name in 'map'
	x++;
	#pragma omp target update to(always: x) // error: unknown map type or modifier 'always' in 'to'
	#pragma omp target defaultmap(sometimes) // error: unknown behavior 'sometimes' in 'defaultmap'
	x++;
	#pragma omp target defaultmap(to: numbers) // error: unknown category 'numbers' in 'defaultmap'
	x++;
	#pragma omp target defaultmap(to) defaultmap(none: scalar) // error: a second behavior for the same variables in 'defaultmap'
	x++;
	#pragma omp target device(1) device(2) // error: clause 'device' may appear only once on a directive
	x++;
	#pragma omp target nowait nowait // error: clause 'nowait' may appear only once on a directive
	x++;
	#pragma omp target parallel for nowait(x) map(p[0:n] // error: missing ')' in 'map'
	for (int i = 0; i < n; i++)
		x++;
	#pragma omp target firstprivate(parallel: x) // error: 'parallel' in 'firstprivate' is no part of 'target' that takes the clause
	x++;
	#pragma omp target data map(x) copyin(x) // error: clause 'copyin' is not allowed on 'target data'
	x++;
	#pragma omp target update to(x) map(y) // error: clause 'map' is not allowed on 'target update'
	#pragma omp teams distribute parallel for nowait // error: clause 'nowait' is not allowed on 'teams distribute parallel for'
	for (int i = 0; i < n; i++)
		p[i]++;
	#pragma omp target return 1 // error: unknown clause 'return' on 'target'
}
