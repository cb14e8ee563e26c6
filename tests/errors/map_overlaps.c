// Maps of one directive that share a part of their elements; sections and elements past the end.
struct pair {
	int values[8], *pointer;
};
enum { FOUR = 4 };

void f(int n, int *p, struct pair *pairs)
{
	int a[10] = {0}, grid[4][6] = {{0}};
	struct pair pair = {{0}, p};
	#pragma omp target map(to: a[0:5]) map(from: a[3:5]) // error: 'a[0:5]' and 'a[3:5]' are maps of one directive and have elements 3 to 4 in common: map each element once
	a[0] = 1;
	#pragma omp target map(to: p[0:5], p[4:1]) // error: 'p[0:5]' and 'p[4:1]' are maps of one directive and have elements 4 to 4 in common
	p[0] = 1;
	#pragma omp target enter data map(to: pair.pointer[0:4], pair.pointer[2:4]) // error: have elements 2 to 3 in common
	#pragma omp target data map(grid[0:2][0:6]) map(grid[1:2][0:6]) // error: have elements 1 to 1 in common
	grid[0][0] = 1;
	#pragma omp target map(to: a[10]) // error: 'a[10]' in 'map' has element 10 of a dimension whose last element is 9
	a[0] = 1;
	#pragma omp target map(to: pair.values[2 * 2:6]) // error: 'pair.values[2 * 2:6]' in 'map' has a section that reaches beyond the array: to element 9, and the last one is 7
	pair.values[0] = 1;
	#pragma omp target update to(a[1:5:3]) // error: 'a[1:5:3]' in 'to' has a section that reaches beyond the array: to element 13, and the last one is 9

	#pragma omp target map(to: a[0:5]) map(from: a[5:5]) map(tofrom: p[0:n]) map(tofrom: pairs[0:2]) map(tofrom: pair.values[0:4], pair.values[4:4])
	a[0] = 1;
	#pragma omp target map(to: a[0:5]) map(from: a[0:5])
	a[0] = 1;
	#pragma omp target update to(a[1:3:3])
}
