// Clauses with empty arguments or empty places in their lists.
int main(void)
{
	int x = 0, y = 0;
#pragma omp parallel private() // error: expected a variable name in 'private'
	x = 1;
#pragma omp parallel shared(x, ) // error: expected a variable name in 'shared'
	x = 1;
#pragma omp parallel firstprivate(x, , y) // error: expected a variable name in 'firstprivate'
	x = y;
#pragma omp parallel num_threads() // error: expected an expression in 'num_threads'
	x = 1;
#pragma omp parallel reduction(+ : ) // error: expected a variable name in 'reduction'
	x = 1;
	return x;
}
