// Names in clauses that are not declared, or only later or in another block.
int main(void)
{
	int x = 0;
	{
		int inner = 1;
		x += inner;
	}
#pragma omp parallel firstprivate(y) // error: 'y' is not declared
	x = 1;
#pragma omp parallel private(inner) // error: 'inner' is not declared
	x = 1;
#pragma omp parallel shared(later) // error: 'later' is not declared
	x = 1;
	int later = 0;
	return x + later;
}
