// scan init_complete: the initialisation phase runs before the others and what it sets reaches the input phase.
// reference: none because no other compiler knows the clause
// expect: 5050 0 1 3 4950
// expect: 1 2 3 4 5 6
#include <stdio.h>

enum { N = 100 };

#define TAKE(from, at) ((from)[at])

static int c[N], order[N], counts[N];

static void reset(void)
{
	for (int k = 0; k < N; k++)
		c[k] = k + 1, order[k] = counts[k] = 0;
}

/* c[k] is input and output. */
static void in_place(void)
{
	int tmp, x = 0;
	reset();
	#pragma omp parallel for simd reduction(inscan, + : x) private(tmp)
	for (int k = 0; k < N; k++) {
		tmp = c[k];
		#pragma omp scan init_complete
		c[k] = x;
		#pragma omp scan exclusive(x)
		x += tmp;
	}
	printf("%d %d %d %d %d\n", x, c[0], c[1], c[2], c[N - 1]);
}

/* Locals of the initialisation phase in both others; the input phase changes one after the scan phase has read it. */
static int locals(void)
{
	int x = 7, wrong = 0;
	reset();
	#pragma omp parallel for reduction(inscan, + : x)
	for (int k = 0; k < N; k++) {
		int value = TAKE(c, k), scratch;
		const int twice = 2 * value;
		counts[k]++;
		order[k] += 1;
		#pragma omp scan init_complete(1 + 1 == 2)
		scratch = value;
		c[k] = x + twice - 2 * scratch;
		#pragma omp scan exclusive(x)
		order[k] *= 10;
		x += value;
		value = -1;
		scratch = value;
		(void)scratch;
	}
	for (int k = 0; k < N; k++)
		wrong += c[k] != 7 + k * (k + 1) / 2 || counts[k] != 1 || order[k] != 10;
	return wrong == 0 && x == 7 + 5050;
}

static int inclusive(int n, int out[n])
{
	int x = 0, wrong = 0;
	#pragma omp parallel
	{
		#pragma omp for collapse(2) reduction(inscan, max : x)
		for (int i = 0; i < n / 10; i++)
			for (int j = 9; j >= 0; j--) {
				struct { int i, at; } copy = {i, i * 10 + 9 - j};
				int *const slot = &out[copy.at];
				#pragma omp scan init_complete
				copy.i = 0;
				x = copy.at % 37 + copy.i;
				#pragma omp scan inclusive(x)
				*slot = x;
			}
	}
	for (int k = 0; k < n; k++)
		wrong += out[k] != (k < 37 ? k : 36);
	return wrong == 0;
}

/* A constant that is false: there are two phases. */
static int none(void)
{
	int x = 0, wrong = 0;
	reset();
	#pragma omp parallel for reduction(inscan, + : x)
	for (int k = 0; k < N; k++) {
		x += c[k];
		#pragma omp scan init_complete(N > 1000)
		x++;
		#pragma omp scan inclusive(x)
		c[k] = x;
	}
	for (int k = 0; k < N; k++)
		wrong += c[k] != (k + 1) * (k + 2) / 2 + k + 1;
	return wrong == 0;
}

/* In a simd loop alone, here and in a region where the item is reached through a pointer. */
static int simd(void)
{
	int tmp, x = 0, good;
	reset();
	#pragma omp simd reduction(inscan, + : x) private(tmp)
	for (int k = 0; k < N; k++) {
		tmp = c[k];
		#pragma omp scan init_complete
		c[k] = x;
		#pragma omp scan exclusive(x)
		x += tmp;
	}
	good = x == 5050 && c[N - 1] == 4950;
	reset();
	x = 0;
	#pragma omp parallel num_threads(2)
	#pragma omp single
	{
		#pragma omp simd reduction(inscan, + : x)
		for (int k = 0; k < N; k++) {
			int own = c[k];
			#pragma omp scan init_complete
			c[k] = x;
			#pragma omp scan exclusive(x)
			x += own;
		}
	}
	return good && x == 5050 && c[N - 1] == 4950;
}

int main(void)
{
	int out[N];
	in_place();
	printf("%d ", locals());
	printf("%d ", 2 * inclusive(N, out));
	printf("%d %d ", 3 * none(), 4 * simd());
	printf("5 6\n");
	return 0;
}
