// collapse(2), (3) and (4): all combinations once, in the order of the nest for one chunk per iteration.
// expect: two 0 three 0 four 0
// expect: order 0
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int two[7][5] = {{0}}, three[3][4][5] = {{{0}}}, four[2][3][4][2] = {{{{0}}}}, by[6][4];
	int w2 = 0, w3 = 0, w4 = 0, order = 0;
	#pragma omp parallel num_threads(4)
	{
		#pragma omp for collapse(2)
		for (int i = 0; i < 7; i++)
			for (int j = 0; j < 5; j++)
				two[i][j]++;
		#pragma omp for collapse(3) schedule(dynamic, 3)
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 4; j++) {
				for (int k = 4; k >= 0; k--)
					three[i][j][k]++;
			}
		}
		#pragma omp for collapse(4) schedule(guided)
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 3; j++)
				for (int k = 0; k < 4; k++)
					for (int l = 0; l < 2; l++)
						four[i][j][k][l]++;
		#pragma omp for collapse(2) schedule(static, 1)
		for (int i = 0; i < 6; i++)
			for (int j = 0; j < 4; j++)
				by[i][j] = omp_get_thread_num();
	}
	for (int i = 0; i < 35; i++)
		w2 += two[i / 5][i % 5] != 1;
	for (int i = 0; i < 60; i++)
		w3 += three[i / 20][i / 5 % 4][i % 5] != 1;
	for (int i = 0; i < 48; i++)
		w4 += four[i / 24][i / 8 % 3][i / 2 % 4][i % 2] != 1;
	for (int i = 0; i < 24; i++)
		order += by[i / 4][i % 4] != i % 4;
	printf("two %d three %d four %d\n", w2, w3, w4);
	printf("order %d\n", order);
	return 0;
}
