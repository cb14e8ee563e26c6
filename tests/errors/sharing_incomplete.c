// Private copies of variables whose type has no size.
struct later;
extern struct later thing;
extern int numbers[];

void f(void)
{
#pragma omp parallel private(thing) // error: 'thing' has an incomplete type
	{
	}
#pragma omp parallel firstprivate(numbers) // error: 'numbers' has an incomplete type
	{
	}
}
