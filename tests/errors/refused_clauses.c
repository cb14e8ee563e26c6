// Clauses of OpenMP, and forms of clauses, that no target handles yet are refused by name.
int main(void)
{
	int x = 0;
#pragma omp target map(*&x) // error: '*&x' in 'map' is not a variable, array section or member
	x++;
	return x;
}
