// collapse, ordered, safelen and simdlen with constant expressions: enumerators, sizeof, macros, locals of the function.
// expect: 36 60 10 ok
#include <stdio.h>

enum { ONE = 1, TWO };
#define LOOPS(n) ((n) > 2 ? 3 : (n))

int main(void)
{
	enum { THREE = TWO + ONE };
	int sum = 0, table[5][12] = {{0}}, wrong = 0, values[10] = {0};
	#pragma omp parallel for collapse(THREE - 1) reduction(+ : sum)
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < 6; j++)
			sum++;
	printf("%d ", sum);
	sum = 0;
	#pragma omp parallel for collapse(LOOPS(7)) reduction(+ : sum)
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			for (int k = 0; k < 5; k++)
				sum++;
	printf("%d ", sum);
	#pragma omp simd safelen(TWO * 2) simdlen(sizeof(int))
	for (int i = 0; i < 10; i++)
		values[i] = 1;
	sum = 0;
	for (int i = 0; i < 10; i++)
		sum += values[i];
	#pragma omp parallel for ordered(sizeof(short)) collapse('b' - 'a') schedule(dynamic)
	for (int i = 1; i < 5; i++)
		for (int j = 0; j < 12; j++) {
			#pragma omp ordered depend(sink: i - 1, j)
			table[i][j] = table[i - 1][j] + j;
			#pragma omp ordered depend(source)
		}
	for (int j = 0; j < 12; j++)
		wrong += table[4][j] != 4 * j;
	printf("%d %s\n", sum, wrong ? "wrong" : "ok");
	return 0;
}
