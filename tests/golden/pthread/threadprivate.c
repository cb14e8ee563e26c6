/* A global of which every thread has its own; copyin starts them with the first thread's value. */
static int counter;
#pragma omp threadprivate(counter)

int next(void)
{
	static int calls;
	#pragma omp threadprivate(calls)

	return counter + calls++;
}

void start(int first)
{
	counter = first;

	#pragma omp parallel copyin(counter)
	counter += next();
}
