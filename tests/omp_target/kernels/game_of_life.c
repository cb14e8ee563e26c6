/* Cells that live and die; the host sets one alive in the fifth generation, and counts in every tenth. */
// offloads: 2
// moves: 8 copies, 4033 bytes
#include <stdio.h>
#include <string.h>

enum { SIDE = 24, GENERATIONS = 30 };

static unsigned char world[SIDE][SIDE], next[SIDE][SIDE];

static int alive(void)
{
	int count = 0;
	for (int i = 0; i < SIDE; i++)
		for (int j = 0; j < SIDE; j++)
			count += world[i][j];
	return count;
}

int main(void)
{
	memset(next, 0, sizeof next);
	for (int i = 0; i < SIDE; i++)
		for (int j = 0; j < SIDE; j++)
			world[i][j] = (i * 5 + j * 3) % 7 < 2;
	for (int g = 0; g < GENERATIONS; g++) {
		if (g == 5)
			world[SIDE / 2][SIDE / 2] = 1;
		#pragma omp parallel for collapse(2)
		for (int i = 1; i < SIDE - 1; i++)
			for (int j = 1; j < SIDE - 1; j++) {
				int around = world[i - 1][j - 1] + world[i - 1][j] + world[i - 1][j + 1] + world[i][j - 1] + world[i][j + 1] +
					     world[i + 1][j - 1] + world[i + 1][j] + world[i + 1][j + 1];
				next[i][j] = around == 3 || (around == 2 && world[i][j]);
			}
		#pragma omp parallel for collapse(2)
		for (int i = 1; i < SIDE - 1; i++)
			for (int j = 1; j < SIDE - 1; j++)
				world[i][j] = next[i][j];
		if (g % 10 == 9)
			printf("generation %d: %d\n", g, alive());
	}
	return 0;
}
