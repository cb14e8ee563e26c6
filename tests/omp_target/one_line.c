/* Statements that share a line with what is inserted before and after them, and lines without a blank between tokens. */
// offloads: 2
#include <stdio.h>
#include <stdlib.h>

static void scale(double *restrict a, const double *restrict b, int n)
{
	#pragma omp parallel for
	for (int i = 0; i < n; i++) a[i] = 2 * b[i];}

static double norm(const double *a, int n) { double sum = 0;
	#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) { sum += a[i] * a[i]; } return sum; }

int main(void) { int n = 10; double *a = malloc(n * sizeof *a), *b = calloc(n, sizeof *b); if (!a || !b) return 1;
	for (int t = 0; t < 3; t++) { scale(a, b, 0); scale(a, b, n);b[t] = t + a[t]; printf("%g\n", a[t]); } scale(b, a, n); scale(a, b, n);printf("%g %g\n", a[2], norm(a, n)); free(a); free(b); return 0; }
