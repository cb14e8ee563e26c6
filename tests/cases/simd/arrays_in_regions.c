// simd in a region, with arrays of the function around in its clauses: private, lastprivate, reduction, sections, VLAs.
// reference: none because gcc 12 and clang 19 lose elements of arrays and sections that a simd loop reduces
// expect: 1 2 3 4 5 6
#include <stdio.h>

enum { N = 103 };

static int reduced(void)
{
	int a[3] = {1, 2, 3}, m[2][2] = {{0}}, *p = a, whole[2] = {0}, size = 0;
	#pragma omp parallel num_threads(3)
	#pragma omp single
	{
		#pragma omp simd reduction(+ : a)
		for (int i = 0; i < N; i++)
			a[i % 3] += i;
		#pragma omp simd reduction(+ : m[0 : 2][0 : 2]) reduction(+ : p[0 : 2])
		for (int i = 0; i < N; i++) {
			m[i % 2][1] += i;
			p[i % 2] -= 1;
		}
		#pragma omp simd reduction(max : whole)
		for (int i = 0; i < N; i++)
			whole[i & 1] = whole[i & 1] > i ? whole[i & 1] : i;
		size = sizeof whole;
	}
	return a[0] == 1 + 51 * 35 - (N + 1) / 2 && a[1] == 2 + 1717 - N / 2 && a[2] == 3 + 50 * 35 + 1 && m[0][1] == 51 * 52 && m[1][1] == 51 * 51 &&
	       whole[0] == 102 && whole[1] == 101 && size == 2 * (int)sizeof(int);
}

static int private_arrays(int n)
{
	int t[2] = {-1, -1}, own[n], last[2][2] = {{7, 7}, {7, 7}}, left[n], out[N], wrong = 0;
	own[0] = -2;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp simd private(t, own) lastprivate(last, left)
		for (int i = 0; i < N; i++) {
			t[0] = i;
			t[1] = 2 * i;
			t[i & 1] += 5;
			own[n - 1] = t[0];
			out[i] = t[1] + own[n - 1];
			last[0][0] = last[1][1] = i;
			last[0][1] = last[1][0] = -i;
			left[0] = left[n - 1] = i * i;
		}
	}
	for (int i = 0; i < N; i++)
		wrong += out[i] != 3 * i + 5;
	return wrong == 0 && t[0] == -1 && own[0] == -2 && last[1][1] == N - 1 && last[1][0] == 1 - N && left[n - 1] == (N - 1) * (N - 1);
}

/* No iterations: nothing changes. */
static int empty(int n)
{
	int last[2] = {3, 4}, sums[2] = {5, 6};
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp simd lastprivate(last) reduction(+ : sums)
		for (int i = n; i < 0; i++)
			last[0] = last[1] = sums[0] += i;
	}
	return last[0] == 3 && last[1] == 4 && sums[0] == 5 && sums[1] == 6;
}

static int combined(void)
{
	long histogram[7] = {0}, all = 0;
	double sums[2][3] = {{0}};
	int last[2];
	#pragma omp parallel for simd reduction(+ : histogram, sums[0 : 2][:]) lastprivate(last)
	for (int i = 0; i < N; i++) {
		histogram[i % 7] += i;
		sums[i & 1][i % 3] += 0.5;
		last[0] = last[1] = i;
	}
	for (int k = 0; k < 7; k++)
		all += histogram[k];
	return all == N * (N - 1) / 2 && sums[0][0] + sums[0][1] + sums[0][2] == 26 && sums[1][1] == 8.5 && last[1] == N - 1;
}

/* Each thread has arrays of its own. */
static int in_every_thread(void)
{
	int good = 0, a[4], b[4];
	#pragma omp parallel num_threads(4) private(a) firstprivate(b) reduction(+ : good)
	{
		for (int k = 0; k < 4; k++)
			a[k] = b[k] = k;
		#pragma omp simd reduction(+ : a, b[1 : 2])
		for (int i = 0; i < N; i++) {
			a[i & 3] += i;
			b[1 + (i & 1)] += 1;
		}
		good += a[0] == 25 * 52 && a[3] == 3 + 25 * 51 && b[1] == 1 + 52 && b[2] == 2 + 51 && b[3] == 3;
	}
	return good >= 1;
}

int main(void)
{
	printf("%d ", reduced());
	printf("%d ", 2 * private_arrays(5));
	printf("%d ", 3 * empty(0));
	printf("%d ", 4 * combined());
	printf("%d ", 5 * in_every_thread());
	printf("6\n");
	return 0;
}
