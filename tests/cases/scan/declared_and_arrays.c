// scan: a reduction that is not commutative and declared by the program, arrays of one and two dimensions, and a struct.
// reference: none because clang 19 leaves the original value out and gcc 12 wants one statement on each side
// expect: ok
#include <stdio.h>
#include <string.h>

enum { N = 300 };

/* x -> a x + b: composition depends on the order. */
struct map {
	unsigned a, b;
};

static struct map then(struct map f, struct map g)
{
	return (struct map){f.a * g.a, g.a * f.b + g.b};
}

#pragma omp declare reduction(then : struct map : omp_out = then(omp_out, omp_in)) initializer(omp_priv = (struct map){1, 0})

static struct map maps[N], prefixes[N];

static int composition(void)
{
	int wrong = 0;
	struct map all = {3, 1}, serial = all;
	for (unsigned i = 0; i < N; i++)
		maps[i] = (struct map){2 * i + 1, i * i};
	#pragma omp parallel for reduction(inscan, then : all)
	for (int i = 0; i < N; i++) {
		all = then(all, maps[i]);
		#pragma omp scan inclusive(all)
		prefixes[i] = all;
	}
	for (int i = 0; i < N; i++) {
		serial = then(serial, maps[i]);
		wrong += memcmp(&serial, &prefixes[i], sizeof serial) != 0;
	}
	return wrong + (memcmp(&serial, &all, sizeof all) != 0);
}

static int arrays(void)
{
	static long seen[N][4];
	long histogram[4] = {5, 6, 7, 8}, serial[4] = {5, 6, 7, 8}, grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
	int wrong = 0;
	#pragma omp parallel for reduction(inscan, + : histogram, grid)
	for (int i = 0; i < N; i++) {
		for (int k = 0; k < 4; k++)
			seen[i][k] = histogram[k];
		seen[i][0] += 1000 * grid[1][2];
		#pragma omp scan exclusive(histogram, grid)
		histogram[i % 4]++;
		grid[1][2] += i;
		grid[i % 2][0]--;
	}
	for (int i = 0; i < N; i++) {
		serial[0] += 1000 * (6 + (long)i * (i - 1) / 2);
		wrong += memcmp(serial, seen[i], sizeof serial) != 0;
		serial[0] -= 1000 * (6 + (long)i * (i - 1) / 2);
		serial[i % 4]++;
	}
	return wrong + (memcmp(serial, histogram, sizeof serial) != 0) + (grid[1][2] != 6 + N * (N - 1) / 2) + (grid[0][0] != 1 - N / 2);
}

int main(void)
{
	int wrong = composition() + arrays();
	puts(wrong ? "wrong" : "ok");
	return 0;
}
