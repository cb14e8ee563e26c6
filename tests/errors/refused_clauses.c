// Clauses of OpenMP, and forms of clauses, that no target handles yet are refused by name.
int main(void)
{
	int x = 0;
#pragma omp target map(*&x) // error: not supported: '*&x' in 'map'
	x++;
	return x;
}
