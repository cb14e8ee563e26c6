// Mistakes in the clauses of a target construct.
int main(void)
{
	int x = 0;
#pragma omp target map(to : x) private(x) // error: 'x' cannot be both private and map
	x = 1;
	return x;
}
