int size(void);

void bounds(int n)
{
	int a[size()]; // error: not supported: 'a' in 'allocate': bounds of an array that call a function or change a variable
	#pragma omp allocate(a)
	int b[n == 1 ? 2 : n];
	#pragma omp allocate(b)
	int c[n++]; // error: not supported: 'c' in 'allocate': bounds of an array that call a function or change a variable
	#pragma omp allocate(c)
	a[0] = b[0] = c[0] = 1;
}
