// copyprivate of a shared variable, and together with nowait.
int main(void)
{
	int x = 0, y = 0;
#pragma omp parallel private(y)
	{
#pragma omp single copyprivate(x) // error: 'x' in 'copyprivate' is shared
		x = 1;
#pragma omp single copyprivate(y) nowait // error: clauses 'copyprivate' and 'nowait' cannot be combined
		y = 1;
	}
	return x + y;
}
