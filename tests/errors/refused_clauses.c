// Clauses of OpenMP, and forms of clauses, that no target handles yet are refused by name.
int main(void)
{
	int x = 0;
#pragma omp parallel
#pragma omp single
	{
#pragma omp task depend(source) // error: not supported: 'depend(source)'
		x++;
	}
#pragma omp target map(*&x) // error: not supported: '*&x' in 'map'
	x++;
	return x;
}
