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
	#pragma omp target map(a[5:6]) // error: 'a[5:6]' in 'map' has a section that reaches beyond the array
	x++;
	#pragma omp target map(p[0:n]) is_device_ptr(p) // error: 'p' cannot be both map and is_device_ptr
	x++;
	#pragma omp target map(delete: x) // error: map type 'delete' is not for 'target', which takes to, from, tofrom and alloc
	x++;
	#pragma omp target map(release: x) // error: map type 'release' is not for 'target', which takes to, from, tofrom and alloc
	x++;
	#pragma omp target map(mapper(none), to: b) // error: no mapper 'none' is declared for 'b', which has type 'struct bits'
	x++;
	#pragma omp target enter data map(from: x) // error: map type 'from' is not for 'target enter data', which takes to and alloc
	#pragma omp target enter data map(delete: x) // error: map type 'delete' is not for 'target enter data', which takes to and alloc
	#pragma omp target exit data map(to: x) // error: map type 'to' is not for 'target exit data', which takes from, release and delete
	#pragma omp target exit data map(alloc: x) // error: map type 'alloc' is not for 'target exit data', which takes from, release and delete
	#pragma omp target enter data // error: 'target enter data' needs a clause 'map'
	#pragma omp target exit data if(n) // error: 'target exit data' needs a clause 'map'
	#pragma omp target update // error: 'target update' needs a clause 'to' or 'from'
	#pragma omp target data if(n) // error: 'target data' needs a clause 'map', 'use_device_ptr' or 'use_device_addr'
	x++;
	#pragma omp target data use_device_addr(p) use_device_ptr(p) // error: 'p' cannot be both use_device_addr and use_device_ptr
	x++;
	#pragma omp target map(([n][m[0][0]])p) // error: '([n][m[0][0]])p' in 'map' gives a shape to a pointer, which is for 'target update'
	x++;
	#pragma omp target default(none) map(x)
	x += n; // error: 'n' has no sharing: default(none) asks for a clause for every variable; add shared(n), private(n) or another
}
