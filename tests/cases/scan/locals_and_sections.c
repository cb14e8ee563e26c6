// scan: variables of the body that both phases use, array sections and variable length arrays as items.
// reference: none because clang 19 leaves the original value out and gcc 12 wants one statement on each side
// expect: 1 2 3 4 5
#include <stdio.h>
#include <string.h>

enum { N = 150 };

#define SQUARE(x) ((x) * (x))

struct pair {
	int a;
	double b;
};

static int once[N];

static int arrays_and_numbers(void)
{
	int sum = 3, wrong = 0, expected = 3;
	long out[N];
	#pragma omp parallel for reduction(inscan, + : sum)
	for (int i = 0; i < N; i++) {
		const int twice = 2 * i;
		int row[3] = {i, i + 1, i + 2}, later;
		int unused_before;
		once[i]++;
		sum += twice;
		later = row[1];
		#pragma omp scan inclusive(sum)
		unused_before = 5;
		row[0] += i;
		out[i] = sum + twice + SQUARE(twice) + row[0] + row[2] + later + unused_before;
	}
	for (int i = 0; i < N; i++) {
		expected += 2 * i;
		wrong += once[i] != 1 || out[i] != expected + 2 * i + 4L * i * i + 2 * i + i + 2 + i + 1 + 5;
	}
	return wrong == 0 && sum == expected;
}

static int records_and_pointers(const char *text)
{
	int sum = 0, wrong = 0;
	long out[N];
	#pragma omp parallel for reduction(inscan, + : sum)
	for (int i = 0; i < N; i++) {
		struct pair pair = {i, 0.5};
		const char *const at = text + i % 5;
		pair.b += i;
		sum += *at;
		#pragma omp scan inclusive(sum)
		out[i] = sum + pair.a + (long)pair.b + *at;
		pair.a = 0;
	}
	for (int i = 0, all = 0; i < N; i++) {
		all += text[i % 5];
		wrong += out[i] != all + 2 * i + text[i % 5];
	}
	return wrong == 0;
}

static int locals(void)
{
	return arrays_and_numbers() && records_and_pointers("pragma");
}

/* What the scan phase of an exclusive scan declares, the input phase may use for itself. */
static int exclusive(void)
{
	int sum = 0, out[N], wrong = 0;
	#pragma omp parallel for reduction(inscan, + : sum)
	for (int i = N; i > 0; i--) {
		int t;
		out[i - 1] = sum;
		#pragma omp scan exclusive(sum)
		t = i;
		sum += t;
	}
	for (int i = N; i > 0; i--) {
		wrong += out[i - 1] != sum;
		wrong -= out[i - 1] != sum;
	}
	for (int i = N, all = 0; i > 0; all += i--)
		wrong += out[i - 1] != all;
	return wrong == 0 && sum == N * (N + 1) / 2;
}

static int variable_length(int n)
{
	long sums[n], grid[2][n], seen[N], row[N];
	int wrong = 0;
	for (int k = 0; k < n; k++)
		sums[k] = k, grid[0][k] = 100, grid[1][k] = k;
	#pragma omp parallel
	#pragma omp for reduction(inscan, + : sums, grid)
	for (int i = 0; i < N; i++) {
		sums[i % n] += i;
		grid[1][i % n] -= i;
		#pragma omp scan inclusive(sums, grid)
		seen[i] = sums[i % n];
		row[i] = grid[1][i % n];
	}
	for (int i = 0; i < N; i++) {
		long s = i % n, g = i % n;
		for (int j = i % n; j <= i; j += n)
			s += j, g -= j;
		wrong += seen[i] != s || row[i] != g;
	}
	for (int k = 0; k < n; k++)
		wrong += grid[0][k] != 100 || sums[k] != seen[N - n + (k - N % n + n) % n];
	return wrong == 0;
}

static int sections(double *p, int from, int count, int two)
{
	int table[4][5], seen[N], wrong = 0, total = 0;
	double values[N];
	for (int i = 0; i < 20; i++)
		table[i / 5][i % 5] = i;
	#pragma omp parallel for reduction(inscan, + : table[two / 2 : two][from : 2], p[from : count])
	for (int i = 0; i < N; i++) {
		seen[i] = table[2][from + 1];
		values[i] = p[from + 1];
		#pragma omp scan exclusive(table[two / 2 : two][from : 2], p[from : count])
		table[2][from + 1] += i;
		table[1][from]++;
		p[from + count - 1] += 0.5;
		p[from + 1] += 1;
	}
	for (int i = 0; i < N; i++) {
		wrong += seen[i] != 10 + from + 1 + total || values[i] != from + 1 + i;
		total += i;
	}
	for (int i = 0; i < 20; i++) {
		int a = i / 5, b = i % 5, want = i;
		want += a == 2 && b == from + 1 ? total : a == 1 && b == from ? N : 0;
		wrong += table[a][b] != want;
	}
	return wrong == 0 && p[from + count - 1] == from + count - 1 + N * 0.5 && p[0] == 0;
}

int main(void)
{
	double p[9] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
	printf("%d ", locals());
	printf("%d ", 2 * exclusive());
	printf("%d ", 3 * variable_length(7));
	printf("%d ", 4 * sections(p, 2, 4, 2));
	printf("%d\n", 5 * (p[1] == 1 && p[6] == 6));
	return 0;
}
