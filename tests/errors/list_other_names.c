// Functions, types and enumerators in lists of variables.
typedef int number;
enum colour { red };
static int f(void) { return 0; }

int main(void)
{
	number x = 0;
#pragma omp parallel private(f) // error: 'f' in 'private' is not a variable
	x = f();
#pragma omp parallel shared(number) // error: 'number' in 'shared' is not a variable
	x = 1;
#pragma omp parallel firstprivate(red) // error: 'red' in 'firstprivate' is not a variable
	x = red;
	return x;
}
