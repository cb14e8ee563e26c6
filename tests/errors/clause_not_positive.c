// Values of clauses that are constants, under whatever name, and not positive.
enum { NONE, ONE };
#define NOTHING 0
int main(void)
{
	double v[10];
	int n = 4;
#pragma omp tile sizes(NONE) // error: '0' in 'sizes' is not positive
	for (int i = 0; i < n; i++)
		v[i] = i;
#pragma omp stripe sizes(ONE - 2) // error: '-1' in 'sizes' is not positive
	for (int i = 0; i < n; i++)
		v[i] = i;
#pragma omp split counts(sizeof v - sizeof v, omp_fill)
	for (int i = 0; i < n; i++)
		v[i] = i;
#pragma omp split counts(omp_fill, ONE - 3) // error: '-2' in 'counts' is negative
	for (int i = 0; i < n; i++)
		v[i] = i;
#pragma omp unroll partial(n) // error: 'partial' needs a positive integer constant, not 'n'
	for (int i = 0; i < 4; i++)
		v[i] = i;
	return (int)v[0];
}
