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

/* Steps of reductions wherever a statement may stand. */
static int steps(int n, const int *w)
{
	int a = 0, b = 0, c = 0, any = 0, all = 1, count = 0, voided = 0;
#pragma omp parallel for // note: reduction(+ : a)
	for (int i = 0; i < n; i++) {
		(void)w[i], a++; // warning: 'a' is shared
		if (w[i])
			do
				a += 1;
			while (0);
		else if (w[i] > 1)
			a--;
		else
			switch (w[i]) {
			case 2: ++a;
			default: a -= w[i];
			}
	}
#pragma omp parallel for /* note: combine the values of all threads: reduction(+ : b) */
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 2; j++, b += w[i]) // warning: 'b' is shared
			;
#pragma omp parallel for // note: reduction(|| : any)
	for (int i = 0; i < n; i++)
		any = any || w[i] > 3; // warning: 'any' is shared
#pragma omp parallel for // note: reduction(&& : all)
	for (int i = 0; i < n; i++)
		all = all && (w[i] == 3 || w[i] != 4) && w[i] <= 5; // warning: 'all' is shared
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
		int place; // no reduction: the iteration needs the value of its own step
#pragma omp critical
		place = count++;
		printf("%d\n", place);
	}
#pragma omp parallel for // note: reduction(+ : voided)
	for (int i = 0; i < n; i++)
		(void)voided++; // warning: 'voided' is shared
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (w[i] || c++) // may be protected in a way that is not seen
			printf("%d\n", i);
	return a + b + c + any + all + count + voided;
}

/* Pointers that every thread swaps: a private copy would begin without a value. */
static void swapped(int n, double *now, double *other)
{
	double *next = other;
#pragma omp parallel
	for (int step = 0; step < n; step++) {
		next[0] = now[0];
		double *last = now;
		now = next;  // warning: 'now' is shared by all threads, and each of them writes it
		next = last; // warning: 'next' is shared by all threads, and each of them writes it
	}                // note(-1): let one thread set 'next', in a 'single' behind a barrier, or give each thread its own by 'firstprivate'
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
	double a[N] = {0};
	int w[N] = {0};
	swapped(N, a, a);
	printf("%g %g\n", scalars(N, a) + steps(N, w), elements(N, a));
}
