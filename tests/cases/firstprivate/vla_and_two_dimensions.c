// firstprivate: VLAs of one and two dimensions are copied whole into each thread.
// expect: wrong 0
// expect: sum 276
#include <omp.h>
#include <stdio.h>

static void run(int n, int m)
{
	int v[n], t[n][m], wrong = 0, sum = 0;
	for (int i = 0; i < n; i++) {
		v[i] = i;
		for (int j = 0; j < m; j++)
			t[i][j] = i * m + j;
	}
	#pragma omp parallel num_threads(3) firstprivate(v, t) reduction(+: wrong)
	{
		int me = omp_get_thread_num();
		for (int i = 0; i < n; i++) {
			wrong += v[i] != i;
			for (int j = 0; j < m; j++)
				wrong += t[i][j] != i * m + j;
		}
		for (int j = 0; j < m; j++)
			t[n - 1][j] = v[0] = me - 50;
		#pragma omp barrier
		wrong += t[n - 1][m - 1] != me - 50 || v[0] != me - 50;
	}
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			sum += t[i][j];
	printf("wrong %d\n", wrong);
	printf("sum %d\n", sum + v[0]);
}

int main(void)
{
	run(4, 6);
	return 0;
}
