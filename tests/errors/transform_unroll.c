// Restrictions of unroll.
int main(void)
{
	int v[10], n = 10;
	#pragma omp unroll full partial(2) // error: 'full' and 'partial' exclude each other
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp unroll partial(0) // error: the factor of 'partial' must be positive
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp parallel for
	#pragma omp unroll // error: 'unroll' leaves a loop for another directive only with 'partial'
	for (int i = 0; i < n; i++)
		v[i] = i;
	#pragma omp tile sizes(2)
	#pragma omp unroll full // error: 'unroll' leaves a loop for another directive only with 'partial'
	for (int i = 0; i < 10; i++)
		v[i] = i;
	#pragma omp unroll full
	for (int i = 0; i < n; i++) // error: 'unroll full' needs a number of iterations that is known when the program is compiled
		v[i] = i;
	return v[0];
}
