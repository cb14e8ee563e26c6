// Restrictions of apply.
int main(void)
{
	int v[10][10], n = 10;
	#pragma omp tile sizes(2) apply(reverse) // error: 'apply' on 'tile' must say which of the loops it is about: grid intratile
	for (int i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp tile sizes(2) apply(grid: parallel for) // error: 'parallel for' in 'apply' is not a loop transformation
	for (int i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp tile sizes(2) apply(grid: reverse, reverse) // error: 'apply' is about loop 2, but 'tile' generates 1 'grid'
	for (int i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp reverse apply(grid: unroll) // error: 'apply' on 'reverse' must say which of the loops it is about: reversed
	for (int i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp tile sizes(2) apply(grid(0): reverse) // error: '0' in 'apply' is not the number of a loop
	for (int i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp tile sizes(2, 2) apply(grid(1, 2): reverse) // error: 'apply' names 2 loops and 1 directives
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i][j] = i;
	return v[0][0];
}
