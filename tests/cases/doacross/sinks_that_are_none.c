// doacross: sinks outside the loops or between two iterations order nothing, and nobody waits for ever.
// reference: none because gcc 12 and clang 19 wait for ever, each for some of these sinks
// expect: 1 2 3 ok
#include <stdio.h>
#include <unistd.h>

static int table[12][12][12];

static int expected(int i, int j, int k)
{
	int value = 1;
	if (i >= 2)
		value += 3 * expected(i - 2, j, k);
	if (j >= 1 && k + 2 < 12)
		value += expected(i, j - 1, k + 2);
	return value;
}

int main(void)
{
	int step = 2, first = 3, ran = 0, wrong = 0;
	/* between two iterations: 3, 5, 7 ... have no 2 and 4 */
	#pragma omp parallel for ordered(1) schedule(static, 1) reduction(+: ran)
	for (int i = first; i < 30; i += step) {
		#pragma omp ordered depend(sink: i - 1) depend(sink: i - 3)
		ran++;
		#pragma omp ordered depend(source)
	}
	printf("%d ", ran == 14);

	/* no iteration at all, and one */
	#pragma omp parallel for ordered(2)
	for (int i = 0; i < 5; i++)
		for (int j = first; j < first; j++) {
			#pragma omp ordered depend(sink: i - 1, j)
			ran = 1000;
			#pragma omp ordered depend(source)
		}
	#pragma omp parallel for ordered(1)
	for (int i = 0; i < 1; i++) {
		#pragma omp ordered depend(sink: i - 1)
		ran++;
		#pragma omp ordered depend(source)
	}
	printf("%d ", 2 * (ran == 15));

	/* a second element that leads forward, and leaves the loop at its end */
	#pragma omp parallel for collapse(2) ordered(3) schedule(dynamic, 2)
	for (int i = 0; i < 12; i++)
		for (int j = 0; j < 12; j++)
			for (int k = 0; k < 12; k++) {
				if ((i + 5 * j + k) % 61 == 0)
					usleep(20);
				#pragma omp ordered depend(sink: i - 2, j, k) depend(sink: i, j - 1, k + 2)
				table[i][j][k] = 1 + (i >= 2 ? 3 * table[i - 2][j][k] : 0) + (j >= 1 && k + 2 < 12 ? table[i][j - 1][k + 2] : 0);
				#pragma omp ordered depend(source)
			}
	for (int i = 0; i < 12; i++)
		for (int j = 0; j < 12; j++)
			for (int k = 0; k < 12; k++)
				wrong += table[i][j][k] != expected(i, j, k);
	printf("3 %s\n", wrong ? "wrong" : "ok");
	return 0;
}
