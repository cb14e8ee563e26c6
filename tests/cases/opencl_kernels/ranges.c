// Loops of every length, type, direction and step, alone and collapsed, with and without a reduction: each iteration runs once, with its values.
// reference: clang because gcc 12 gives the threads of a team wrong parts of a loop over pointers that goes down
// expect: one 0
// expect: types 0
// expect: two 0
// expect: three 0
// expect: sums 0
// expect: grids 0
// expect: constants 0
// expect: last 12 7 19
#include <limits.h>
#include <stdio.h>
#include <string.h>

#define MOST 70000
#define CHECK(wrong, count) for (int e = 0; e < MOST; e++) wrong += seen[e] != (e < (count)); memset(seen, 0, sizeof seen)

static int seen[MOST];
static const int lengths[] = {0, 1, 2, 7, 8, 63, 64, 65, 255, 256, 257, 511, 1000, 1021, 1022, 1024, 2049, 65537};
enum { LENGTHS = sizeof lengths / sizeof *lengths };

static int one(void)
{
	int wrong = 0;
	for (int l = 0; l < LENGTHS; l++) {
		int n = lengths[l], i;
		#pragma omp target teams distribute parallel for map(tofrom: seen)
		for (i = 0; i < n; i++)
			seen[i]++;
		CHECK(wrong, n);
		#pragma omp target teams loop map(tofrom: seen)
		for (int i = n - 1; i >= 0; i--)
			seen[i]++;
		CHECK(wrong, n);
		#pragma omp target teams distribute parallel for simd map(tofrom: seen) thread_limit(5)
		for (int i = -3 * n; i < 0; i += 3)
			seen[-i / 3 - 1]++;
		CHECK(wrong, n);
		#pragma omp target parallel for map(tofrom: seen)
		for (int i = 0; i < n; ++i) {
			int n = i; /* hides the bound */
			seen[n]++;
		}
		CHECK(wrong, n);
		#pragma omp target teams distribute map(tofrom: seen)
		for (int i = 5; i <= n + 4; i++)
			seen[i - 5]++;
		CHECK(wrong, n);
		#pragma omp target teams distribute parallel for map(tofrom: seen) num_teams(3)
		for (int i = n; i != 0; i--) {
			if (i > n)
				continue;
			seen[i - 1]++;
		}
		CHECK(wrong, n);
	}
	return wrong;
}

static int types(long base, unsigned step)
{
	int wrong = 0, *p;
	#pragma omp target teams loop map(tofrom: seen)
	for (int i = INT_MAX - 100; i < INT_MAX; i++)
		seen[i - (INT_MAX - 100)]++;
	CHECK(wrong, 100);
	#pragma omp target teams loop map(tofrom: seen)
	for (int i = INT_MIN + 99; i > INT_MIN; i--)
		seen[INT_MIN + 99 - i]++;
	CHECK(wrong, 99);
	#pragma omp target teams loop map(tofrom: seen)
	for (unsigned i = UINT_MAX - 150; i < UINT_MAX; i += step)
		seen[(i - (UINT_MAX - 150)) / step]++;
	CHECK(wrong, 50);
	#pragma omp target teams loop map(tofrom: seen)
	for (unsigned i = UINT_MAX; i > UINT_MAX - 70; i--)
		seen[UINT_MAX - i]++;
	CHECK(wrong, 70);
	#pragma omp target teams loop map(tofrom: seen)
	for (long i = base; i < base + 77; i++)
		seen[i - base]++;
	CHECK(wrong, 77);
	#pragma omp target teams loop map(tofrom: seen)
	for (unsigned long long i = ULLONG_MAX - 9; i != ULLONG_MAX; i++)
		seen[i - (ULLONG_MAX - 9)]++;
	CHECK(wrong, 9);
	#pragma omp target teams loop map(tofrom: seen)
	for (unsigned char i = 0; i < 255; i++)
		seen[i]++;
	CHECK(wrong, 255);
	#pragma omp target teams loop map(tofrom: seen)
	for (signed char i = 127; i > -128; i -= 5)
		seen[(127 - i) / 5]++;
	CHECK(wrong, 51);
	#pragma omp target teams loop map(tofrom: seen)
	for (short i = SHRT_MAX - 1; i >= SHRT_MIN + 1; i--)
		seen[SHRT_MAX - 1 - i]++;
	CHECK(wrong, 65534);
	#pragma omp target teams distribute parallel for map(tofrom: seen)
	for (p = seen + 10; p > seen; p -= 2)
		p[-1]++;
	for (int e = 0; e < MOST; e++)
		wrong += seen[e] != (e < 10 && e % 2);
	memset(seen, 0, sizeof seen);
	return wrong;
}

static int two(void)
{
	static const int pairs[][2] = {{0, 5}, {5, 0}, {1, 1}, {3, 7}, {64, 64}, {65, 63}, {9, 1021}, {1022, 9}, {12, 257}, {2, 30000}, {30000, 2}, {100, 1}, {11, 3000}};
	int wrong = 0;
	for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
		int n = pairs[p][0], m = pairs[p][1];
		#pragma omp target teams distribute parallel for collapse(2) map(tofrom: seen)
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++)
				seen[i * m + j]++;
		CHECK(wrong, n * m);
		#pragma omp target teams loop collapse(2) map(tofrom: seen)
		for (long i = 2L * n; i > 0; i -= 2)
			for (unsigned short j = 3; j < m + 3; j++)
				seen[(i / 2 - 1) * m + j - 3]++;
		CHECK(wrong, n * m);
		#pragma omp target teams distribute parallel for collapse(2) map(tofrom: seen) thread_limit(3)
		for (unsigned i = UINT_MAX - (unsigned)n; i != UINT_MAX; i++)
			for (size_t j = (size_t)m; j >= 1; j--) {
				size_t n = j - 1;
				seen[(UINT_MAX - 1 - i) * (size_t)m + n]++;
			}
		CHECK(wrong, n * m);
		#pragma omp target teams distribute parallel for collapse(2) map(tofrom: seen) schedule(static, 4)
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++) {
				if (j == m)
					continue;
				seen[i * m + j]++;
			}
		CHECK(wrong, n * m);
	}
	return wrong;
}

static int three(void)
{
	int wrong = 0, n = 4, m = 5;
	for (int l = 0; l < 700; l += 233) {
		#pragma omp target teams loop collapse(3) map(tofrom: seen)
		for (int h = 0; h < n; h++)
			for (int i = m; i > 0; i--)
				for (long j = 0; j < l; j++)
					seen[(h * m + i - 1) * l + j]++;
		CHECK(wrong, n * m * l);
		#pragma omp target teams distribute parallel for collapse(4) map(tofrom: seen)
		for (int h = 0; h < 3; h++)
			for (int i = m; i > 0; i--)
				for (char j = 1; j < 3; j++)
					for (int k = 0; k < l; k++)
						seen[((h * m + i - 1) * 2 + j - 1) * l + k]++;
		CHECK(wrong, 3 * m * 2 * l);
	}
	return wrong;
}

static int sums(void)
{
	int wrong = 0;
	for (int l = 0; l < LENGTHS; l++) {
		int n = lengths[l], top = -1, first = INT_MAX;
		long total = 7, right = 7;
		unsigned count = 0;
		for (int i = 0; i < n; i++)
			right += i * 3L;
		#pragma omp target teams distribute parallel for reduction(+: total)
		for (int i = 0; i < n; i++)
			total += i * 3L;
		wrong += total != right;
		#pragma omp target teams loop reduction(+: total, count) reduction(max: top)
		for (size_t i = 0; i < (size_t)n; i++) {
			total -= (long)i * 3;
			count++;
			top = (int)i > top ? (int)i : top;
		}
		wrong += total != 7 || count != (unsigned)n || top != n - 1;
		#pragma omp target parallel for reduction(min: first) reduction(+: count)
		for (unsigned i = (unsigned)n; i > 0; i--) {
			first = (int)i < first ? (int)i : first;
			count++;
		}
		wrong += count != 2u * (unsigned)n || first != (n ? 1 : INT_MAX);
		#pragma omp target teams distribute reduction(+: total)
		for (short i = -20000; i < 20000; i += 1000)
			total += i;
		wrong += total != 7 - 20000;
	}
	return wrong;
}

static int grids(void)
{
	static const int pairs[][2] = {{0, 5}, {5, 0}, {1, 1}, {3, 7}, {64, 64}, {1, 3000}, {3000, 1}, {300, 11}};
	int wrong = 0;
	for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
		int n = pairs[p][0], m = pairs[p][1], top = -1;
		long total = 0, right = 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++)
				right += i * 7 + j;
		#pragma omp target teams distribute parallel for collapse(2) reduction(+: total) reduction(max: top) map(tofrom: seen)
		for (int i = 0; i < n; i++)
			for (int j = 0; j < m; j++) {
				if (i * m + j < 0)
					continue;
				seen[i * m + j]++;
				total += i * 7 + j;
				top = i * m + j > top ? i * m + j : top;
			}
		wrong += total != right || top != n * m - 1;
		CHECK(wrong, n * m);
		#pragma omp target teams loop collapse(2) reduction(+: total)
		for (unsigned i = 0; i < (unsigned)n; i++)
			for (short j = (short)(m - 1); j >= 0; j--)
				total -= i * 7 + j;
		wrong += total != 0;
		#pragma omp target teams loop collapse(3) reduction(+: total)
		for (char h = 0; h < 3; h++)
			for (int i = 0; i < n; i++)
				for (long j = 0; j < m; j++)
					total += h * (i * 7 + j);
		wrong += total != 3 * right;
	}
	return wrong;
}

#define HIGH (LOW + 60)
#define STRIDE 4
enum { LOW = 5, NONE = 0 };
static const int fixed = 31;

static int constants(void)
{
	enum { INNER = 9, LESS = -3 };
	int wrong = 0, last = 0, LOW_ = 2, i;
	#pragma omp target teams loop map(tofrom: seen)
	for (int i = LOW; i < HIGH; i++)
		seen[i - LOW]++;
	CHECK(wrong, 60);
	#pragma omp target teams distribute parallel for map(tofrom: seen) num_teams(2)
	for (unsigned i = HIGH - 1; i >= LOW; i -= STRIDE)
		seen[(HIGH - 1 - i) / STRIDE]++;
	CHECK(wrong, 15);
	#pragma omp target teams distribute parallel for map(tofrom: seen) num_teams(2) collapse(2)
	for (int i = LESS; i <= INNER; i++)
		for (short j = LOW; j != HIGH; j++)
			seen[(i - LESS) * 60 + j - LOW]++;
	CHECK(wrong, 13 * 60);
	#pragma omp target teams distribute map(tofrom: seen)
	for (int i = NONE; i < INNER + 1; i += STRIDE + 1) {
		int LOW = i / 5; /* hides the constant */
		#pragma omp parallel for
		for (long j = LOW_ - 1; j <= INNER; j++)
			seen[LOW * INNER + j - 1]++;
		#pragma omp parallel for collapse(2)
		for (int j = 0; j < INNER - 6; j++)
			for (int k = 1; k <= STRIDE; k++)
				seen[2 * INNER + LOW * 12 + j * STRIDE + k - 1]++;
	}
	CHECK(wrong, 2 * INNER + 2 * 12);
	#pragma omp target parallel for map(tofrom: seen, last) lastprivate(last)
	for (int i = 1; i <= fixed; i++) {
		seen[i - 1]++;
		last = i;
	}
	CHECK(wrong, last == 31 ? fixed : -1);
	#pragma omp target teams distribute parallel for map(tofrom: seen) reduction(+: last)
	for (i = (int)(sizeof lengths / sizeof *lengths); i > 0; i--) {
		seen[i - 1]++;
		last++;
	}
	CHECK(wrong, last == 31 + LENGTHS ? LENGTHS : -1);
	#pragma omp target teams distribute parallel for map(tofrom: seen) reduction(+: last) collapse(2)
	for (int i = HIGH; i < LOW; i++)
		for (int j = 0; j < HIGH; j++)
			seen[last++]++;
	CHECK(wrong, 0);
	return wrong;
}

int main(void)
{
	int i, j, x = 0;
	printf("one %d\n", one());
	printf("types %d\n", types(LONG_MAX - 90, 3));
	printf("two %d\n", two());
	printf("three %d\n", three());
	printf("sums %d\n", sums());
	printf("grids %d\n", grids());
	printf("constants %d\n", constants());
	#pragma omp target teams distribute parallel for collapse(2) map(tofrom: i, j, x) lastprivate(i, j, x)
	for (i = 0; i < 12; i++)
		for (j = 0; j < 7; j++)
			x = i + j + 2 - 1;
	printf("last %d %d %d\n", i, j, x + 1);
	return 0;
}
