// atomic capture: v = x++, v = ++x, v = x op= e, and the block forms in both orders each give the right old or new value.
// expect: serial 10 12 12 10 30 15 15 12 3 3 9
// expect: parallel 1 1 1 1
#include <stdio.h>

int main(void)
{
	int x = 10, v[11], seen[4][101] = {{0}}, unique[4] = {1, 1, 1, 1}, y[4] = {0};

	#pragma omp atomic capture
	v[0] = x++;
	#pragma omp atomic capture
	v[1] = ++x;
	#pragma omp atomic capture
	v[2] = x--;
	#pragma omp atomic capture
	v[3] = --x;
	#pragma omp atomic capture
	v[4] = x *= 3;
	#pragma omp atomic capture
	v[5] = x = x / 2;
	#pragma omp atomic capture
	{
		v[6] = x;
		x -= 3;
	}
	#pragma omp atomic capture
	{
		x = x + 0;
		v[7] = x;
	}
	#pragma omp atomic capture
	{
		x = 15 - x;
		v[8] = x;
	}
	#pragma omp atomic capture
	{
		v[9] = x;
		x = 9;
	}
	#pragma omp atomic capture
	{ x++; v[10] = x; }
	v[10]--;
	#pragma omp parallel num_threads(4)
	for (int i = 0; i < 25; i++) {
		int mine;
		#pragma omp atomic capture
		mine = y[0]++;
		#pragma omp atomic
		seen[0][mine]++;
		#pragma omp atomic capture
		mine = y[1] += 1;
		#pragma omp atomic
		seen[1][mine]++;
		#pragma omp atomic capture
		{
			mine = y[2];
			y[2]++;
		}
		#pragma omp atomic
		seen[2][mine]++;
		#pragma omp atomic capture
		{
			--y[3];
			mine = y[3];
		}
		#pragma omp atomic
		seen[3][-mine]++;
	}
	for (int k = 0; k < 4; k++)
		for (int i = 0; i < 100; i++)
			unique[k] &= seen[k][i + k % 2] == 1;
	printf("serial %d %d %d %d %d %d %d %d %d %d %d\n", v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10]);
	printf("parallel %d %d %d %d\n", unique[0], unique[1], unique[2], unique[3]);
	return 0;
}
