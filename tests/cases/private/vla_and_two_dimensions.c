// private: a VLA and a two-dimensional array are private with their own storage and the right sizeof.
// expect: sizes 1 wrong 0
// expect: kept 1 2
#include <omp.h>
#include <stdio.h>

static void run(int n, int m)
{
	double v[n];
	short t[n][m];
	int sizes = 1, wrong = 0;

	v[0] = 1;
	t[n - 1][m - 1] = 2;
	#pragma omp parallel num_threads(3) private(v, t) reduction(&: sizes) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		sizes &= sizeof v == n * sizeof(double) && sizeof t == n * m * sizeof(short) && sizeof t[0] == m * sizeof(short);
		for (int i = 0; i < n; i++) {
			v[i] = me + i;
			for (int j = 0; j < m; j++)
				t[i][j] = (short)(me * 100 + i * m + j);
		}
		#pragma omp barrier
		for (int i = 0; i < n; i++) {
			wrong += v[i] != me + i;
			for (int j = 0; j < m; j++)
				wrong += t[i][j] != me * 100 + i * m + j;
		}
	}
	printf("sizes %d wrong %d\n", sizes, wrong);
	printf("kept %g %d\n", v[0], t[n - 1][m - 1]);
}

int main(void)
{
	run(6, 4);
	return 0;
}
