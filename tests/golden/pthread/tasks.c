/* Tasks: shared variables by reference, the others copied when the task is made. */
int fib(int n)
{
	int x, y;

	if (n < 2)
		return n;

	#pragma omp task shared(x) if(n > 10)
	x = fib(n - 1);

	#pragma omp task shared(y) if(n > 10)
	y = fib(n - 2);

	#pragma omp taskwait
	return x + y;
}

int start(int n)
{
	int result = 0;

	#pragma omp parallel
	#pragma omp single
	result = fib(n);

	return result;
}
