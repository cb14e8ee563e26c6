/* Arrays and pointers at file scope: functions that a loop over time calls use them on the device. */
// offloads: 8
// moves: 45 copies, 18984 bytes
#include <stdio.h>
#include <stdlib.h>

#define SIDE 10

static double grid[SIDE][SIDE], next[SIDE][SIDE];
static double *u, *v, *spare;
static int size, total;

static void prepare(int n)
{
	size = n;
	u = malloc(size * sizeof *u);
	v = malloc(size * sizeof *v);
	spare = malloc(size * sizeof *spare);
}

static void smooth(void)
{
	#pragma omp parallel for
	for (int i = 1; i < size - 1; i++)
		v[i] = 0.25 * (u[i - 1] + 2 * u[i] + u[i + 1]);
}

static void back(void)
{
	#pragma omp parallel for
	for (int i = 0; i < size; i++)
		u[i] = v[i] + 1;
}

static double line(int steps)
{
	double sum = 0;
	prepare(40);
	for (int i = 0; i < size; i++)
		u[i] = v[i] = i % 7;
	for (int t = 0; t < steps; t++) {
		smooth();
		back();
	}
	for (int i = 0; i < size; i++)
		sum += i % 3 * u[i];
	return sum;
}

/* The arrays, in functions that call functions; the host prints a corner now and then. */
static void relax(void)
{
	#pragma omp parallel for collapse(2)
	for (int i = 1; i < SIDE - 1; i++)
		for (int k = 1; k < SIDE - 1; k++)
			next[i][k] = 0.25 * (grid[i - 1][k] + grid[i + 1][k] + grid[i][k - 1] + grid[i][k + 1]);
}

static void accept(void)
{
	#pragma omp parallel for collapse(2)
	for (int i = 1; i < SIDE - 1; i++)
		for (int k = 1; k < SIDE - 1; k++)
			grid[i][k] = next[i][k];
}

static void iterate(void)
{
	relax();
	accept();
}

static double square(int steps)
{
	for (int i = 0; i < SIDE; i++)
		for (int k = 0; k < SIDE; k++)
			grid[i][k] = i * k % 11;
	for (int t = 0; t < steps; t++) {
		iterate();
		if (t % 3 == 2)
			printf("%g\n", grid[4][5]);
	}
	return grid[1][1] + grid[8][8];
}

/* A function that sets the pointer anew, or gives the memory another name, is in the way. */
static void renew(void)
{
	free(spare);
	spare = malloc(size * sizeof *spare);
}

static void fill(int with)
{
	#pragma omp parallel for
	for (int i = 0; i < size; i++)
		spare[i] = with + i;
}

static double renewed(int steps)
{
	double sum = 0;
	for (int t = 0; t < steps; t++) {
		renew();
		fill(t);
		sum += spare[t];
	}
	return sum;
}

static double *other;

static void lend(void)
{
	other = grid[2];
}

static double lent(int steps)
{
	lend();
	for (int t = 0; t < steps; t++) {
		accept();
		other[3] += t;
	}
	return grid[2][3];
}

/* A scalar that one loop changes on the device, and of which a function's loop gets the host's value. */
static void spread(void)
{
	#pragma omp parallel for
	for (int i = 0; i < size; i++)
		v[i] += total;
}

static double scalars(int steps)
{
	for (int t = 0; t < steps; t++) {
		#pragma omp parallel for reduction(+ : total)
		for (int i = 0; i < SIDE; i++)
			total += i + t;
		spread();
	}
	return v[3] + total;
}

/* Called after all: the loops change what main has not seen yet. */
static double both(void)
{
	iterate();
	next[0][0] = grid[5][5];
	#pragma omp parallel for
	for (int i = 0; i < SIDE; i++)
		grid[i][0] = next[0][i];
	return grid[0][0] + grid[7][0];
}

int main(void)
{
	double first = line(5), second = square(7), third = renewed(3), fourth = lent(4), fifth = scalars(3);
	printf("%.12g %.12g %.12g %.12g %.12g %.12g\n", first, second, third, fourth, fifth, both());
	free(u);
	free(v);
	free(spare);
	return 0;
}
