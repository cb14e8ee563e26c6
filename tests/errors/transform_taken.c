// Directives that cannot have the loops that a transformation makes.
void work(int n, double *v)
{
#pragma omp parallel for collapse(2) // error: not supported: 'parallel for' of the loops in a tile of '#pragma omp tile', which are of different lengths; it can have the loops over the tiles
#pragma omp tile sizes(4)
	for (int i = 0; i < n; i++)
		v[i] = i;
#pragma omp parallel for collapse(2)
#pragma omp tile sizes(4, 4)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
			v[i] = j;
#pragma omp parallel for ordered(1)
#pragma omp reverse // error: not supported: 'reverse' of a loop of 'parallel for' with 'ordered(1)', whose dependences name the loops as they are written
	for (int i = 0; i < n; i++) {
#pragma omp ordered doacross(sink : i - 1)
		v[i] = v[i - 1];
#pragma omp ordered doacross(source :)
	}
}
