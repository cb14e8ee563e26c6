// Restrictions of interchange and reverse.
int main(void)
{
	int v[10][10], n = 10;
	#pragma omp interchange permutation(1, 3) // error: 'permutation' must name each of the loops 1 to 2 once; '3' is none of them
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i][j] = i;
	#pragma omp interchange permutation(1, 1) // error: 'permutation' must name each of the loops 1 to 2 once; '1' is there twice
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i][j] = i;
	#pragma omp interchange permutation(1) // error: 'permutation' needs two loops or more
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i][j] = i;
	#pragma omp interchange permutation(2, 1, 3)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i][j] = i; // error: 'interchange' asks for 3 nested loops, but the body of loop 2 is not a for loop
	#pragma omp interchange
	for (int i = 0; i < n; i++)
		for (int j = i; j < n; j++) // error: 'interchange' needs a rectangular loop nest, but the loop over 'j' depends on 'i'
			v[i][j] = i;
	#pragma omp reverse
	while (n > 0) // error: expected a for loop after '#pragma omp reverse'
		n--;
	#pragma omp reverse
	for (int i = 0; i < n; i++) {
		if (i == 3)
			return 1; // error: 'return' leaves the 'reverse' region, which must be left at its end
	}
	return v[0][0];
}
