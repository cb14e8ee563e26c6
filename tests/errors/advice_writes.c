// flags: -Wno-deprecated-declarations
/* Shared variables and elements that every thread or every iteration writes. */
#include <omp.h>
#include <stdio.h>

enum { N = 100, BINS = 8 };

static int whole;
static double matrix[BINS][N];
#define STORE(variable, value) (variable) = (value)

static double scalars(int n, double *a)
{
	int t; // note: 't' is declared here
	int last, j, id, sum = 0, product = 1, bits = 0;
#pragma omp parallel for // note: give each thread its own: private(t)
	for (int i = 0; i < n; i++) {
		t = i * 2; // warning: 't' is shared by all threads but written in every iteration
		a[i] = t;
	}
#pragma omp parallel for /* note: keep that of the last iteration: lastprivate(last) */
	for (int i = 0; i < n; i++)
		last = i; // warning: 'last' is shared by all threads but written in every iteration
#pragma omp parallel for // note: reduction(+ : sum)
	for (int i = 0; i < n; i++)
		sum += i; // warning: 'sum' is shared by all threads but written in every iteration
#pragma omp parallel // the loop takes the clause
#pragma omp for // note: reduction(* : product)
	for (int i = 0; i < n; i++)
		product = product * 2; // warning: 'product' is shared
#pragma omp parallel for collapse(2) // note: reduction(| : bits)
	for (int i = 0; i < n; i++)
		for (int k = 0; k < n; k++)
			bits |= i ^ k; // warning: 'bits' is shared
#pragma omp parallel for // note: private(j)
	for (int i = 0; i < n; i++)
		for (j = 0; j < BINS; j++) // warning: 'j' is shared
			matrix[j][i] = i + j;
#pragma omp parallel // note: private(id)
	{
		id = omp_get_thread_num(); // warning: 'id' is shared by all threads, and each of them writes it
		printf("%d\n", id);
	}
#pragma omp parallel
	{
		whole += omp_get_thread_num(); // warning: 'whole' is shared by all threads, and each of them writes it
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		STORE(whole, i); // warning: 'whole' is shared
	return last + sum + product + bits;
}

static double elements(int n, double *a)
{
	double scratch[BINS], sums[BINS] = {0};
#pragma omp parallel for // note: private(scratch)
	for (int i = 0; i < n; i++) {
		for (int k = 0; k < BINS; k++)
			scratch[k] = i * k; // warning: 'scratch[k]' is shared by all threads but written in every iteration
		a[i] = scratch[3];
	}
#pragma omp parallel for // note: reduction(+ : sums)
	for (int i = 0; i < n; i++)
		for (int k = 0; k < BINS; k++)
			sums[k] += matrix[k][i]; // warning: 'sums[k]' is shared by all threads but written in every iteration
#pragma omp parallel
	for (int i = 0; i < n; i++)
		a[i] += 1; // warning: 'a[i]' is shared by all threads, and each of them writes it
	return sums[0];
}

int main(void)
{
	double a[N];
	printf("%g %g\n", scalars(N, a), elements(N, a));
}
