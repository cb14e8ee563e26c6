/* kernels.c - the loops with OpenMP: for a device or, with ON_THREADS defined, for the host's threads. */
#include "kernels.h"

#include <math.h>

#define PRAGMA(text) _Pragma(#text)
#ifdef ON_THREADS
#define FORM(name) on_threads
#define DEAL(clauses) PRAGMA(omp parallel for clauses)
#define GROUPS PRAGMA(omp parallel for collapse(2))
#define ITEMS
#else
#define FORM(name) as_kernels
#define DEAL(clauses) PRAGMA(omp target teams loop clauses)
#define GROUPS PRAGMA(omp target teams distribute collapse(2))
#define ITEMS PRAGMA(omp parallel for collapse(2))
#endif

#ifndef ON_THREADS
static void empty(void)
{
	#pragma omp target
	;
}
#endif

static void vector_add(void)
{
	double *a = data.a, *b = data.b, *c = data.c;
	DEAL()
	for (int i = 0; i < LENGTH; i++)
		c[i] = a[i] + b[i];
}

static void triad(void)
{
	double *a = data.a, *b = data.b, *c = data.c;
	DEAL()
	for (int i = 0; i < LENGTH; i++)
		c[i] = a[i] + 3.0 * b[i];
}

static void dot(void)
{
	double *a = data.a, *b = data.b, sum = 0;
	DEAL(reduction(+ : sum))
	for (int i = 0; i < LENGTH; i++)
		sum += a[i] * b[i];
	data.sum = sum;
}

static void pi(void)
{
	double sum = 0;
	DEAL(reduction(+ : sum))
	for (int i = 0; i < LENGTH; i++) {
		double x = (i + 0.5) / LENGTH;
		sum += 4.0 / (1.0 + x * x);
	}
	data.sum = sum / LENGTH;
}

static void matmul(void)
{
	double *a = data.a, *b = data.b, *c = data.c;
	DEAL(collapse(2))
	for (int i = 0; i < ORDER; i++)
		for (int j = 0; j < ORDER; j++) {
			double sum = 0;
			for (int k = 0; k < ORDER; k++)
				sum += a[i * ORDER + k] * b[k * ORDER + j];
			c[i * ORDER + j] = sum;
		}
}

static void matmul_tiled(void)
{
	double *a = data.a, *b = data.b, *c = data.c;
	GROUPS
	for (int row = 0; row < ORDER; row += TILE)
		for (int column = 0; column < ORDER; column += TILE) {
			double left[TILE][TILE], right[TILE][TILE], sums[TILE][TILE];
			ITEMS
			for (int i = 0; i < TILE; i++)
				for (int j = 0; j < TILE; j++)
					sums[i][j] = 0;
			for (int tile = 0; tile < ORDER; tile += TILE) {
				ITEMS
				for (int i = 0; i < TILE; i++)
					for (int j = 0; j < TILE; j++) {
						left[i][j] = a[(row + i) * ORDER + tile + j];
						right[i][j] = b[(tile + i) * ORDER + column + j];
					}
				ITEMS
				for (int i = 0; i < TILE; i++)
					for (int j = 0; j < TILE; j++) {
						double sum = sums[i][j];
						for (int k = 0; k < TILE; k++)
							sum += left[i][k] * right[k][j];
						sums[i][j] = sum;
					}
			}
			ITEMS
			for (int i = 0; i < TILE; i++)
				for (int j = 0; j < TILE; j++)
					c[(row + i) * ORDER + column + j] = sums[i][j];
		}
}

static void stencil(void)
{
	double *a = data.a, *c = data.c;
	DEAL(collapse(2))
	for (int i = 1; i < SIDE - 1; i++)
		for (int j = 1; j < SIDE - 1; j++)
			c[i * SIDE + j] = 0.2 * (a[i * SIDE + j] + a[(i - 1) * SIDE + j] + a[(i + 1) * SIDE + j] + a[i * SIDE + j - 1] + a[i * SIDE + j + 1]);
}

static void stencil_error(void)
{
	double *a = data.a, *c = data.c, error = 0;
	DEAL(collapse(2) reduction(max : error))
	for (int i = 1; i < SIDE - 1; i++)
		for (int j = 1; j < SIDE - 1; j++) {
			c[i * SIDE + j] = 0.25 * (a[(i - 1) * SIDE + j] + a[(i + 1) * SIDE + j] + a[i * SIDE + j - 1] + a[i * SIDE + j + 1]);
			error = fmax(error, fabs(c[i * SIDE + j] - a[i * SIDE + j]));
		}
	data.sum = error;
}

static void histogram(void)
{
	int *counts = data.counts;
	DEAL()
	for (int i = 0; i < LENGTH; i++) {
		#pragma omp atomic
		counts[(unsigned)i * 2654435761u >> 24]++;
	}
}

static void sparse(void)
{
	double *a = data.a, *b = data.b, *c = data.c;
	int *begins = data.begins, *columns = data.columns;
	DEAL()
	for (int row = 0; row < ROWS; row++) {
		double sum = 0;
		for (int e = begins[row]; e < begins[row + 1]; e++)
			sum += a[e] * b[columns[e]];
		c[row] = sum;
	}
}

static void n_body(void)
{
	float *x = data.x, *y = data.y, *z = data.z, *fx = data.fx, *fy = data.fy, *fz = data.fz;
	DEAL()
	for (int i = 0; i < BODIES; i++) {
		float sx = 0, sy = 0, sz = 0;
		for (int j = 0; j < BODIES; j++) {
			float dx = x[j] - x[i], dy = y[j] - y[i], dz = z[j] - z[i];
			float square = dx * dx + dy * dy + dz * dz + 0.01f;
			float factor = 1.0f / (square * sqrtf(square));
			sx += dx * factor;
			sy += dy * factor;
			sz += dz * factor;
		}
		fx[i] = sx;
		fy[i] = sy;
		fz[i] = sz;
	}
}

void (*const FORM()[KERNELS])(void) = {
#ifndef ON_THREADS
	[EMPTY] = empty,
#endif
	[VECTOR_ADD] = vector_add, [TRIAD] = triad, [DOT] = dot, [PI] = pi, [MATMUL] = matmul, [MATMUL_TILED] = matmul_tiled, [STENCIL] = stencil,
	[STENCIL_ERROR] = stencil_error, [HISTOGRAM] = histogram, [SPARSE] = sparse, [N_BODY] = n_body,
};
