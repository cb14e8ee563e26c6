// threadprivate of automatic, undeclared and other scopes' variables, and of a parameter.
static int global;

int f(int parameter)
{
	int local = 0;
	static int kept;
#pragma omp threadprivate(local) // error: 'local' cannot be threadprivate
#pragma omp threadprivate(parameter) // error: 'parameter' cannot be threadprivate
#pragma omp threadprivate(missing) // error: 'missing' is not declared
#pragma omp threadprivate(global) // error: 'threadprivate' must stand in the scope where 'global' is declared
	{
#pragma omp threadprivate(kept) // error: 'threadprivate' must stand in the scope where 'kept' is declared
		kept++;
	}
	return local + parameter + kept;
}
