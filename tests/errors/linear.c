// linear on variables that cannot step, and together with other sharing clauses.
int main(void)
{
	int x = 0;
	float f = 0;
#pragma omp simd linear(f) // error: 'f' in 'linear' must be an integer or a pointer
	for (int i = 0; i < 4; i++)
		f += 1;
#pragma omp simd linear(x) private(x) // error: 'x' appears in both 'linear' and 'private'
	for (int i = 0; i < 4; i++)
		x = i;
#pragma omp simd linear(x) lastprivate(x) // error: 'x' appears in both 'linear' and 'lastprivate'
	for (int i = 0; i < 4; i++)
		x = i;
	return x;
}
