/* Functions that several threads run: a whole array mapped by each would lose what the others wrote. */
// offloads: 2
#include <stdio.h>

static int rows[4][100];

static void row(int r)
{
	#pragma omp parallel for // remark: the function may run in the 'parallel for' of line 26, which calls functions
	for (int i = 0; i < 100; i++)
		rows[r][i] = r + i;
}

static void store(int v[2], int i)
{
	v[0] = i;
}

int main(void)
{
	static int pairs[10][2];
	int sum = 0;
	#pragma omp parallel for
	for (int i = 0; i < 10; i++)
		pairs[i][1] = i;
	#pragma omp parallel for
	for (int r = 0; r < 4; r++)
		row(r); // remark: it calls 'row'
	#pragma omp parallel for
	for (int i = 0; i < 10; i++)
		store(pairs[i], i);
	for (int i = 0; i < 100; i++)
		sum += rows[3][i] + rows[1][i] + pairs[i % 10][0] + pairs[i % 10][1];
	printf("%d\n", sum);
	return 0;
}
