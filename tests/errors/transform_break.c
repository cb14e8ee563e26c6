// A break in a macro leaves the inner loop of a nest that is tiled.
#define STOP(x) if (x) break

int main(void)
{
	int v[10][10] = {{0}}, n = 10;
	#pragma omp tile sizes(2, 2)
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			STOP(v[i][j]); // error: 'break' leaves the 'tile' region: all iterations of its loop must run
		}
	return v[0][0];
}
