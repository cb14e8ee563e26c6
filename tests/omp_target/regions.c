/* Target constructs of the program without maps: every variable gets a clause. */
// offloads: 4
// kernels: of the translation
#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS = 7 };

struct grid {
	int rows, columns;
	double *values, scale;
};

struct pair {
	int first, second;
};

static double factor = 2;
static int counts[5];
static const double weights[3] = {0.25, 0.5, 0.25};

/* The pointers of a struct, by a pointer to it and by its name. */
static double scaled(struct grid *g, int n, double *restrict out)
{
	struct grid copy = *g;
	double sum = 0;
	#pragma omp target teams distribute parallel for
	for (int i = 0; i < n; i++)
		out[i] = g->scale * g->values[i];
	#pragma omp target teams distribute parallel for reduction(+ : sum) /* the sum comes back */
	for (int i = 0; i < copy.rows * copy.columns; i++)
		sum += copy.values[i] + out[i];
	return sum;
}

static void add(double *to, const double *from, int n)
{
	for (int k = 0; k < n; k++)
		to[k] += from[k];
}

/* Rows by a local pointer, and by a function's parameter. */
static void rows(int n, double *restrict a, const double *restrict b)
{
	#pragma omp target teams distribute parallel for // by rows
	for (int i = 0; i < n; i++) {
		double *row = a + i * COLUMNS;
		const double *other = &b[i * COLUMNS];
		for (int j = 1; j < COLUMNS - 1; j++)
			row[j] = weights[0] * other[j - 1] + weights[1] * other[j] + weights[2] * other[j + 1];
		row[0] = row[COLUMNS - 1] = factor;
		add(row, other, COLUMNS);
	}
}

/* Scalars that come back, one that does not, and an array of which a part is written. */
static int scalars(int n, const int *restrict data)
{
	int found = -1, temporary, steps = 0, s;
	#pragma omp target // remark: 'found' is written in the target region and read later
	{
		for (int i = 0; i < n; i++) {
			temporary = data[i] % 5;
			counts[temporary]++;
			if (temporary == 4)
				found = i;
		}
	}
	for (s = 0; s < 3; s++) {
		#pragma omp target // remark: 'steps' is written in the target region and read later: it gets map(tofrom)
		steps += data[s];
	}
	return 100 * steps + found;
}

int main(void)
{
	enum { ROWS = 6, SIZE = ROWS * COLUMNS };
	struct grid grid = {ROWS, COLUMNS, malloc(SIZE * sizeof(double)), 1.5};
	double *out = malloc(SIZE * sizeof *out), matrix[ROWS][COLUMNS];
	struct pair pairs[ROWS], limit = {1, ROWS - 1};
	int data[SIZE];
	for (int i = 0; i < SIZE; i++) {
		grid.values[i] = i % 9;
		data[i] = (i * 7) % 23;
	}
	printf("%g\n", scaled(&grid, SIZE, out));
	rows(ROWS, out, grid.values);
	printf("%d", scalars(SIZE, data));
	for (int i = 0; i < 5; i++)
		printf(" %d", counts[i]);
	#pragma omp target teams distribute parallel for collapse(2)
	for (int i = 0; i < ROWS; i++)
		for (int j = 0; j < COLUMNS; j++)
			matrix[i][j] = out[i * COLUMNS + j];
	for (int i = 0; i < ROWS; i++)
		pairs[i].first = pairs[i].second = -1;
	#pragma omp target teams \
		distribute parallel \
		for firstprivate(limit)
	for (int i = limit.first; i < limit.second; i++) {
		struct pair *pair = &pairs[i];
		pair->second = pair->first + i;
	}
	for (int i = 0; i < ROWS; i++)
		printf(" %g %d", matrix[i][i], pairs[i].second);
	printf("\n");
	free(grid.values), free(out);
	return 0;
}
