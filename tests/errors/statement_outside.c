// Executable directives outside of any function.
static int x;
#pragma omp parallel // error: 'parallel' must be inside a function
int f(void)
{
	return x;
}
#pragma omp barrier // error: 'barrier' must be inside a function
int g(void)
{
	return x;
}
