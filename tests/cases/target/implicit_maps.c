// What a target region uses and no clause names: scalars are copied in, arrays and structs go both ways, pointers lead to what is mapped.
// expect: scalar 1 2.5 z array 10 11 12 13 matrix 63 struct 7 8 global 4 15 static 3 pointer 2 4 vla 28
// env-also: PPCC_HOST_DEVICES=1
#include <stdio.h>
#include <stdlib.h>

#define N 4
#define EACH(i) for (int i = 0; i < N; i++)

struct pair {
	int x;
	double y[2];
};

static int table[N] = {1, 2, 3, 4};
static const int weights[N] = {1, 3, 5, 7};
int lone = 4;

static int sum(const int *values, int n)
{
	int total = 0;
	for (int i = 0; i < n; i++)
		total += values[i];
	return total;
}

int main(void)
{
	static int kept[3] = {1, 1, 1};
	int scalar = 1, array[N] = {0, 1, 2, 3}, matrix[2][3] = {{1, 2, 3}, {4, 5, 6}}, n = N;
	double real = 2.5;
	char letter = 'z';
	struct pair pair = {7, {1, 2}};
	int *heap = malloc(2 * sizeof *heap), vla[n];
	heap[0] = 1;
	heap[1] = 2;
	EACH(i) vla[i] = i;

	#pragma omp target data map(tofrom : heap[0:2])
	{
		#pragma omp target
		{
			EACH(i)
			{
				array[i] += 10 * (i < n);
				table[i] *= weights[i] > 0 ? 1 : 5;
				vla[i] *= weights[i];
			}
			scalar += 5;
			real *= 2;
			letter = 'a';
			lone = 9;
			for (int *p = &matrix[0][0]; p < &matrix[0][0] + sizeof matrix / sizeof matrix[0][0]; p++)
				*p *= 3;
			pair.y[1] = pair.x + 1;
			for (unsigned i = 0; i < sizeof kept / sizeof *kept; i++)
				kept[i] += 0;
			heap[0] *= 2;
			heap[1] *= 2;
			table[0] += sum(table, N) - 4;
		}
	}
	table[0] -= 7;
	int all = 0;
	for (int i = 0; i < 6; i++)
		all += matrix[i / 3][i % 3];
	#pragma omp target map(tofrom : all)
	EACH(i) all += vla[i] * 0;
	printf("scalar %d %.1f %c array %d %d %d %d matrix %d struct %d %.0f global %d %d static %d pointer %d %d vla %d\n", scalar, real, letter, array[0],
	       array[1], array[2], array[3], all, pair.x, pair.y[1], lone, table[0] + table[1] + table[2] + table[3] + 7 - 1, sum(kept, 3), heap[0], heap[1],
	       sum(vla, N) - 6);
	free(heap);
	return 0;
}
