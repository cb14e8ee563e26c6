// flags: -Wall
// The least and the greatest value, kept in a shared variable.
#include <stdio.h>

static int whole;

static int extremes(int n, const int *w)
{
	int m = w[0], k = w[0], q = w[0], z = w[0], c = w[0], best[1] = {0};
	double low = 1e30;
#pragma omp parallel for // note: combine the values of all threads: reduction(max : m)
	for (int i = 0; i < n; i++)
		m = w[i] > m ? w[i] : m; // warning: 'm' is shared by all threads but written in every iteration
#pragma omp parallel for // note: reduction(min : k)
	for (int i = 0; i < n; i++)
		if (w[i] < k) k = w[i]; // warning: 'k' is shared by all threads, and each of them may write it
#pragma omp parallel for // note: reduction(max : q)
	for (int i = 0; i < n; i++) {
		if (q <= w[i] * 2) {
			q = (w[i] * 2); // warning: 'q' is shared
		}
	}
#pragma omp parallel for // note: reduction(min : z)
	for (int i = 0; i < n; i++)
		z = (z < w[i]) ? (z) : w[i]; // warning: 'z' is shared
#pragma omp parallel for // note: reduction(max : best)
	for (int i = 0; i < n; i++)
		best[0] = best[0] > w[i] ? best[0] : w[i]; // warning: 'best[0]' is shared
#pragma omp parallel for // note: reduction(min : low)
	for (int i = 1; i < n; i++)
		if (low > w[i] - 0.5 * w[i - 1])
			low = w[i] - 0.5 * w[i - 1]; // warning: 'low' is shared
#pragma omp parallel for // note: without 'critical', a reduction does it faster: reduction(max : c)
	for (int i = 0; i < n; i++) {
#pragma omp critical // warning: all threads wait for each other here in every iteration, only to change 'c'
		if (w[i] > c)
			c = w[i];
	}
#pragma omp parallel for // note: reduction(min : z)
	for (int i = 0; i < n; i++) {
#pragma omp critical // warning: only to change 'z'
		z = z < w[i] ? z : w[i];
	}
	return m + k + q + z + c + best[0] + (int)low;
}

/* Counts of elements. */
static int counts(int n, const int *w, int *v)
{
	int above = 0, sum = 0, changed = 0;
#pragma omp parallel for // note: combine the values of all threads: reduction(+ : above)
	for (int i = 0; i < n; i++)
		if (w[i] > 0)
			above++; // warning: 'above' is shared by all threads, and each of them may write it
#pragma omp parallel for // note: reduction(+ : sum)
	for (int i = 1; i < n; i++) {
		if (w[i] != w[i - 1]) {
			sum += w[i]; // warning: 'sum' is shared
			v[i] = 1;
		}
	}
#pragma omp parallel for // note: reduction(+ : changed)
	for (int i = 0; i < n; i++) {
		if (v[i] > 0)
			++changed; // warning: 'changed' is shared
		v[i] = 0;
	}
	return above + sum + changed;
}

/* Which may happen once, or to one thread. */
static int rare(int n, const int *w)
{
	int at = 0, key = 0, first = 0, inner = 0, alone = 0;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (i > n - 2)
			at++;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (w[i] == 42)
			key++;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (w[i] > 0 && i == 3)
			first += i;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (i == 3)
			if (w[i] > 0)
				inner++;
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (w[0] > 0) {
#pragma omp atomic
			alone++;
		}
	return at + key + first + inner + alone;
}

/* Not these. */
static int others(int n, const int *w)
{
	int g = w[0], e = w[0], at = 0, h = 0, sum = 0, first = w[0];
#pragma omp parallel for reduction(max : g)
	for (int i = 0; i < n; i++)
		if (w[i] > g)
			g = w[i];
#pragma omp parallel for
	for (int i = 0; i < n; i++)
		if (w[i] > e) {
#pragma omp critical
			if (w[i] > e) {
				e = w[i];
				at = i;
			}
		}
#pragma omp parallel for reduction(+ : sum)
	for (int i = 0; i < n; i++) {
		int top = 0;
		if (w[i] > top)
			top = w[i];
		sum += top;
	}
#pragma omp parallel for
	for (int i = 0; i < n; i++) {
#pragma omp atomic compare
		h = w[i] > h ? w[i] : h;
#pragma omp critical(place)
		if (w[i] > first)
			first = w[n - 1 - i];
	}
#pragma omp parallel
#pragma omp single
	if (n > whole)
		whole = n;
	return g + e + at + h + sum + first;
}

int main(void)
{
	int w[4] = {1, 2, 3, 4};
	printf("%d\n", extremes(4, w) + others(4, w) + counts(4, w, w) + rare(4, w));
	return 0;
}
