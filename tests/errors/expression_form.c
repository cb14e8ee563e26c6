// What no expression looks like, in clauses that libclang does not know, or does not know in this form.
int main(void)
{
	int x = 0;
#pragma omp parallel num_threads(strict : 2 3) // error: expected ')' before '3'
	x = 1;
#pragma omp parallel num_threads(2, x x) // error: expected ')' before 'x'
	x = 1;
#pragma omp parallel num_threads(loose : 3) // error: unknown modifier 'loose' in 'num_threads'
	x = 1;
#pragma omp teams num_teams(1 2 : 3) // error: expected ')' before '2'
	x = 1;
#pragma omp teams num_teams(1 : 2 : 3) // error: unexpected ':' in 'num_teams'
	x = 1;
#pragma omp parallel private(x) allocate(allocator(0 1) : x) // error: expected ')' before '1'
	x = 1;
#pragma omp parallel private(x) allocate(align(16), align(8) : x) // error: 'allocate' has an alignment already
	x = 1;
#pragma omp tile sizes(2 3) // error: expected ')' before '3'
	for (int i = 0; i < 4; i++)
		x++;
#pragma omp tile sizes(2.5) // error: '2.5' in 'sizes' is no integer
	for (int i = 0; i < 4; i++)
		x++;
#pragma omp split counts(1; omp_fill) // error: unexpected ';' in 'counts'
	for (int i = 0; i < 4; i++)
		x++;
#pragma omp unroll partial(2 3) // error: expected ')' before '3'
	for (int i = 0; i < 4; i++)
		x++;
#pragma omp simd linear(x : 2, 3) // error: a second step in 'linear'
	for (int i = 0; i < 4; i++)
		x += 2;
	return x;
}
