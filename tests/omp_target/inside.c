/* Target regions with a loop over time inside: pointers trade places on the device, and functions have loops for its threads. */
// offloads: 0
// moves: 11 copies, 2160 bytes
#include <stdio.h>
#include <stdlib.h>

static const float ambient = 80;
static int calls;

static void one_step(float *result, const float *from, const float *power, int rows, int columns)
{
	int r, c;
	#pragma omp parallel for private(r, c) // remark: the function may run in the
	for (int block = 0; block < rows * columns / 4; block++) {
		r = block * 4 / columns;
		for (c = block * 4 % columns; c < block * 4 % columns + 4; c++) {
			float left = c > 0 ? from[r * columns + c - 1] : ambient;
			result[r * columns + c] = 0.5f * (from[r * columns + c] + left) + power[r * columns + c];
		}
	}
}

static void simulate(float *result, int steps, float *heat, float *power, int rows, int columns)
{
	#pragma omp target
	{
		float *r = result, *t = heat;
		for (int i = 0; i < steps; i++) {
			one_step(r, t, power, rows, columns);
			float *swap = t;
			t = r;
			r = swap;
		}
	}
}

/* One of the arrays is set back in the region: that is no exchange, and what the pointer leads to is not known. */
static int set_back(int n)
{
	int a[12], b[12];
	for (int i = 0; i < 12; i++)
		a[i] = b[i] = i;
	#pragma omp target map(tofrom : a, b) // remark: what 'p' points to is not known
	{
		int *p = a, *q = b;
		for (int i = 0; i < n; i++) {
			q[i] = p[i] + 1;
			p = q;
			q = b + 1;
		}
	}
	return a[3] + b[5];
}

/* A function whose threads use a variable that can change is left to the implicit rules. */
#pragma omp declare target(calls)
static void count(int *a, int n)
{
	#pragma omp parallel for // remark: the function may run in the
	for (int i = 0; i < n; i++)
		a[i] += calls;
}

static int counted(void)
{
	int a[6] = {1, 2, 3};
	#pragma omp target
	count(a, 6);
	return a[2];
}

int main(void)
{
	int rows = 8, columns = 12, steps = 3;
	float *heat = calloc(rows * columns, sizeof *heat), *power = calloc(rows * columns, sizeof *power);
	float *result = calloc(rows * columns, sizeof *result);
	for (int i = 0; i < rows * columns; i++) {
		heat[i] = i % 9;
		power[i] = i % 2;
	}
	simulate(result, steps, heat, power, rows, columns);
	const float *last = steps % 2 ? result : heat;
	float sum = 0;
	for (int i = 0; i < rows * columns; i++)
		sum += (i % 7) * last[i];
	printf("%g %d %d\n", sum, set_back(4), counted());
	free(heat);
	free(power);
	free(result);
	return 0;
}
