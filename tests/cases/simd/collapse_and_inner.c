// simd: collapse(2), and simd loops inside a worksharing loop and inside a task.
// expect: 12 60 45
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int n = 0, cells[10][6] = {{0}}, m = 0, s = 0;
	#pragma omp simd collapse(2) reduction(+: n)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			n++;
	#pragma omp parallel for num_threads(3)
	for (int i = 0; i < 10; i++) {
		int one = omp_get_num_threads() - 2;
		#pragma omp simd
		for (int j = 0; j < 6; j++)
			cells[i][j] += one;
	}
	for (int i = 0; i < 60; i++)
		m += cells[i / 6][i % 6];
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp task shared(s)
		{
			int local = 0;
			#pragma omp simd reduction(+: local)
			for (int i = 0; i < 10; i++)
				local += i;
			s = local;
		}
	}
	printf("%d %d %d\n", n, m, s);
	return 0;
}
