/* Loop transformations become loops that keep the names of the program, also where another directive shares them out. */
void scale(int n, int m, double a[n][m], double factor)
{
	#pragma omp parallel for
	#pragma omp tile sizes(32, 16)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			a[i][j] *= factor;
}

double sums(const double *v, const double *end, int n)
{
	double sum = 0.0;

	/* in steps of two */
	#pragma omp unroll partial(4)
	for (const double *p = v; p < end; p += 2) {
		sum += *p;
	}

	#pragma omp fuse
	{
		for (int i = 0; i < n; i++)
			sum += v[i];
		for (int j = 1; j <= n / 2; j++) {
			if (v[j] < 0.0)
				continue;
			sum -= v[j];
		}
	}

	#pragma omp split counts(1, omp_fill, 1)
	for (int i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

void order(int n, int m, int visited[n][m])
{
	int time = 0;

	#pragma omp interchange apply(interchanged: nothing, reverse)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++) {
			visited[i][j] = time++;
		}

	#pragma omp stripe sizes(4)
	for (int i = 0; i < n; i++)
		visited[i][0] = time++;

	#pragma omp unroll full
	for (int i = 0; i < 3; i++)
		visited[0][i] = time++;
}
