// Enumerators, enum variables and local enum constants that are declared in and around regions.
// expect: 50 25 12 13 2
#include <stdio.h>

enum colour { red, green, blue, colours };

int main(void)
{
	enum { rows = 50, half = rows / 2 };
	enum colour grid[rows], chosen = red;
	int n = 0, greens = 0, others = 0, m = 0;

#pragma omp parallel for reduction(+ : n)
	for (int i = 0; i < rows; i++) {
		enum { local = 2, next };
		grid[i] = i % local ? green : (enum colour)(i % (next + 1));
		n++;
	}
#pragma omp parallel for reduction(+ : m, greens, others)
	for (int c = red; c < colours; c++)
		for (int i = 0; i < half; i++) {
			m += c == red;
			greens += c == green && (int)grid[i] == c;
			others += c != green && (int)grid[i] == c;
		}
#pragma omp parallel for lastprivate(chosen)
	for (int i = 0; i < colours; i++)
		chosen = (enum colour)i;
	printf("%d %d %d %d %d\n", n, m, greens, others, chosen);
	return 0;
}
