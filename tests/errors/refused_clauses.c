// Clauses of OpenMP, and forms of clauses, that no target handles yet are refused by name.
int main(void)
{
	int x = 0, v[4] = {0};
	void *p = 0;
#pragma omp parallel
#pragma omp single
	{
#pragma omp task depend(iterator(i = 0 : 4), inout : v[i]) // error: not supported: 'depend(iterator(i = 0 : 4), inout : v[i])'
		x++;
#pragma omp task depend(depobj : p) // error: not supported: 'depobj' in 'depend'
		x++;
	}
#pragma omp target map(*&x) // error: not supported: '*&x' in 'map'
	x++;
	return x;
}
