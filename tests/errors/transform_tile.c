// Restrictions of tile and stripe.
int main(void)
{
	int v[10][10], n = 10, i, j;
	#pragma omp tile // error: 'tile' needs a 'sizes' clause
	for (i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp tile sizes(0) // error: '0' in 'sizes' is not positive
	for (i = 0; i < n; i++)
		v[i][0] = i;
	#pragma omp stripe sizes(2, -3) // error: '-3' in 'sizes' is not positive
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			v[i][j] = i;
	#pragma omp tile sizes(2, 2)
	for (i = 0; i < n; i++)
		v[i][0] = i; // error: 'tile' asks for 2 nested loops, but the body of loop 1 is not a for loop
	#pragma omp tile sizes(2, 2)
	for (i = 0; i < n; i++) {
		for (j = 0; j < i; j++) // error: 'tile' needs a rectangular loop nest, but the loop over 'j' depends on 'i'
			v[i][j] = i;
	}
	#pragma omp stripe sizes(2)
	for (i = 0; i < n; i++) {
		if (i == 3)
			break; // error: 'break' leaves the 'stripe' region
		v[i][0] = i;
	}
	#pragma omp tile sizes(2)
	for (i = 0; i < n; i++)
		i++; // error: 'i' is the loop variable and must not change in the loop's body
	#pragma omp tile sizes(2, 2)
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			if (v[i][j])
				break; // error: 'break' leaves the 'tile' region: all iterations of its loop must run
	#pragma omp tile sizes() // error: expected an expression in 'sizes'
	for (i = 0; i < n; i++)
		v[i][0] = i;
	return v[0][0];
}
