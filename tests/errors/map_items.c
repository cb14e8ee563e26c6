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
	#pragma omp target map(b.a) // error: 'b.a' in 'map' is a bit-field, which has no address
	x++;
	#pragma omp target map(f) // error: 'f' in 'map' is not a variable, array section or member
	x++;
	#pragma omp target map(tp) // error: 'tp' is threadprivate, so it cannot be in 'map'
	x++;
	#pragma omp target map(hidden) // error: 'hidden' has an incomplete type, 'struct hidden': its size is not known here
	x++;
	#pragma omp target map(unsized) // error: 'unsized' has an incomplete type, 'int[]': its size is not known here
	x++;
	#pragma omp target map(p[1:]) // error: the section of 'p' needs a length, as in x[0:n]: the size of what it points to is not known
	x++;
	#pragma omp target map(a[:-1]) // error: the section of 'a' has a length that is not positive: -1
	x++;
	#pragma omp target map(x[0:1]) // error: 'x' is neither an array nor a pointer, so it has no sections
	x++;
	#pragma omp target map(b.none) // error: no member named 'none' in 'struct bits'
	x++;
	#pragma omp target map(p->x) // error: 'p->x' in 'map' takes a member of something that is no struct or union: it is of type 'int'
	x++;
	#pragma omp target map(*x) // error: '*x' in 'map' has '*' before something that is no pointer: it is of type 'int'
	x++;
	#pragma omp target map(x + 1) // error: 'x + 1' in 'map' is not a variable, array section or member
	x++;
	#pragma omp target map(nowhere) // error: 'nowhere' is not declared
	x++;
	#pragma omp target map(to: x) private(x) // error: 'x' cannot be both private and map
	x++;
	#pragma omp target map(to: x) firstprivate(x) // error: 'x' cannot be both firstprivate and map
	x++;
	#pragma omp target update to(x[0]) // error: 'x' is neither an array nor a pointer, so it has no sections
	#pragma omp target data map(x) use_device_ptr(x) // error: 'x' in 'use_device_ptr' is no pointer
	x++;
	#pragma omp target data use_device_ptr(p[0:1]) // error: 'p[0:1]' in 'use_device_ptr' is not the name of a variable
	x++;
	#pragma omp target defaultmap(none)
	{
		x++; // error: 'x' is not mapped: defaultmap(none) asks for a clause for every variable; add map(x), private(x) or another
		a[0]++; // error: 'a' is not mapped: defaultmap(none)
		++*p; // error: 'p' is not mapped: defaultmap(none)
	}
	#pragma omp target is_device_ptr(x) // error: 'x' in 'is_device_ptr' is neither a pointer nor an array
	x++;
	#pragma omp target map(s->b, s->p[0:2][1]) // error: 's' is neither an array nor a pointer, so it has no sections
	x++;
	#pragma omp target teams distribute parallel for dist_schedule(dynamic) // error: unknown keyword 'dynamic' in 'dist_schedule': expected 'static'
	for (int i = 0; i < n; i++)
		p[i]++;
}
