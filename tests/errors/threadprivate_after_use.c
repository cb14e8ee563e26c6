// threadprivate after the variable was used.
static int counter = 3;

int next(void)
{
	return ++counter;
}

#pragma omp threadprivate(counter) // error: 'counter' is used before it is made threadprivate
