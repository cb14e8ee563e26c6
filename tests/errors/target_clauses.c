// Mistakes in the clauses of a target construct.
int main(void)
{
	int x = 0;
#pragma omp target map(to : x) private(x) // error: 'x' appears in both 'private' and
	x = 1;
	return x;
}
