/* Iterations that wait for others: ordered(2) with depend, and a loop whose step is known when it runs. */
void relax(int rows, int columns, double grid[rows][columns])
{
	#pragma omp parallel for ordered(2) schedule(dynamic)
	for (int i = 1; i < rows; i++) {
		for (int j = 0; j < columns - 1; j++) {
			#pragma omp ordered depend(sink: i - 1, j + 1) depend(sink: i, j - 1)
			grid[i][j] += 0.5 * grid[i - 1][j + 1];
			#pragma omp ordered depend(source)
		}
	}
}

void chain(int n, int step, int *values)
{
	enum { BACK = 4 };
	#pragma omp parallel for ordered(1) schedule(static, 2)
	for (int i = n; i > 0; i -= step) {
		values[i]++;
		#pragma omp ordered doacross(sink: i + BACK)
		values[i] += i + BACK <= n ? values[i + BACK] : 0;
		#pragma omp ordered doacross(source:)
	}
}
