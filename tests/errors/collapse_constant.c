// Clauses that need a positive integer constant.
int main(void)
{
	int n = 2;
#pragma omp parallel for collapse(0) // error: 'collapse' needs a positive integer constant
	for (int i = 0; i < 4; i++)
		;
#pragma omp parallel for collapse(-1) // error: 'collapse' needs a positive integer constant
	for (int i = 0; i < 4; i++)
		;
#pragma omp parallel for collapse(n) // error: 'collapse' needs a positive integer constant
	for (int i = 0; i < 4; i++)
		;
#pragma omp simd safelen(0) // error: 'safelen' needs a positive integer constant
	for (int i = 0; i < 4; i++)
		;
#pragma omp simd simdlen(n) // error: 'simdlen' needs a positive integer constant
	for (int i = 0; i < 4; i++)
		;
	return n;
}
