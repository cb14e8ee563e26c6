// Reductions of target regions: arrays, sections, complex numbers, structs by declare reduction, on every construct that may have them.
// libs: -lm
// reference: gcc because clang 19 crashes on reductions of array sections in target regions
// expect: arrays 62000 62875 499500 28
// expect: matrix 0 12 24 -1 4950
// expect: sections 0 500 500 0 1 120
// expect: pointers 1000 1999 2
// expect: large 123748750 4096 40
// expect: complex 4950 99 512
// expect: structs 499500 1000 0 999
// expect: original 105 1050
// expect: team 100 45 145 11 190
// expect: serial 1275 51 648 8 36
// expect: rows 10 20 1830
// expect: simd 4950 100 128 35
// expect: sections 111 9
// expect: empty 7 3 4
// expect: 1
#include <complex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <omp.h>

enum { N = 1000, BINS = 4096 };

struct range {
	double sum;
	int count, least, most;
};

static void add_range(struct range *to, const struct range *from)
{
	to->sum += from->sum;
	to->count += from->count;
	if (from->least < to->least)
		to->least = from->least;
	if (from->most > to->most)
		to->most = from->most;
}

#pragma omp declare reduction(join: struct range: add_range(&omp_out, &omp_in)) initializer(omp_priv = {0, 0, 1 << 30, -1})
#pragma omp declare reduction(scaled: long: omp_out += omp_in) initializer(omp_priv = omp_orig * 0)

static int host; /* regions that ran there */
#define SEEN(i) \
	if ((i) == 0) \
	ran += omp_is_initial_device()

static void arrays(void)
{
	int h[8] = {0}, m[3][4] = {{0}}, ran = 0;
	unsigned char least[4] = {200, 200, 200, 200};
	double all[1] = {0};
	#pragma omp target teams distribute parallel for reduction(+: h, all) reduction(min: least) map(tofrom: ran)
	for (int i = 0; i < N; i++) {
		h[i % 8] += i;
		all[0] += i;
		if (i + 28 < least[i % 4])
			least[i % 4] = i + 28;
		SEEN(i);
	}
	host += ran;
	printf("arrays %d %d %g %d\n", h[0], h[7], all[0], least[0]);
	long total = 0;
	#pragma omp target parallel for collapse(2) reduction(+: m, total) map(tofrom: ran)
	for (int i = 0; i < 100; i++)
		for (int j = 0; j < 4; j++) {
			m[i % 3][j] += i % 3 * j;
			if (j == 0)
				total += i;
			SEEN(i + j);
		}
	host += ran;
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 4; j++)
			m[i][j] /= 33;
	printf("matrix %d %d %d %d %ld\n", m[0][3], m[1][1] * 12, m[2][3] * 4, -m[1][1], total);
}

static void parts(int lo, int n)
{
	int a[10] = {0}, ran = 0;
	long f = 1, factors[3] = {1, 1, 1};
	a[9] = 120;
	#pragma omp target teams distribute parallel for reduction(+: a[lo:n]) reduction(*: factors[:2]) map(tofrom: ran) firstprivate(f)
	for (int i = 0; i < N; i++) {
		a[lo + i % n]++;
		factors[1] *= f;
		SEEN(i);
	}
	host += ran;
	printf("sections %d %d %d %d %ld %d\n", a[lo - 1], a[lo], a[lo + 1], a[lo + 2], factors[1], a[9]);
	int *p = malloc(n * sizeof *p);
	p[0] = 1000, p[1] = 999;
	ran = 0;
	#pragma omp target teams loop reduction(max: p[0:n]) map(tofrom: ran)
	for (int i = 0; i < 2 * N; i++)
		if (i % 2 && i > p[1])
			p[1] = i;
	printf("pointers %d %d %d\n", p[0], p[1], n);
	free(p);
}

static void large(int n)
{
	double *bins = calloc(BINS, sizeof *bins);
	int used = 0, vla[n], ran = 0;
	for (int i = 0; i < n; i++)
		vla[i] = 0;
	#pragma omp target teams distribute parallel for reduction(+: bins[0:BINS], vla) map(tofrom: ran) num_teams(5)
	for (int i = 0; i < 99000; i++) {
		bins[i % BINS] += i * 0.5 / 19.8;
		vla[i % n]++;
		SEEN(i);
	}
	host += ran;
	double sum = 0;
	for (int i = 0; i < BINS; i++)
		sum += bins[i], used += bins[i] != 0;
	printf("large %.0f %d %d\n", sum, used, vla[0] / 59);
	free(bins);
}

static void kinds(void)
{
	double complex z = 0;
	float complex product = 1, four[2] = {1, 1};
	#pragma omp target teams distribute parallel for reduction(+: z) reduction(*: product)
	for (int i = 0; i < 100; i++) {
		z += i - 0.01 * i * I * 2;
		if (i < 9)
			product *= 2;
	}
	#pragma omp target parallel for reduction(*: four)
	for (int i = 0; i < 4; i++)
		four[i % 2] *= I;
	printf("complex %.0f %.0f %.0f\n", creal(z), cimag(z) * creal(-four[0]) * -1, creal(product));
	struct range r = {0, 0, 1 << 30, -1};
	#pragma omp target teams distribute parallel for reduction(join: r)
	for (int i = 0; i < N; i++) {
		struct range one = {i, 1, i, i};
		add_range(&r, &one);
	}
	printf("structs %g %d %d %d\n", r.sum, r.count, r.least, r.most);
	long s = 60, rows[2] = {600, 450};
	#pragma omp target parallel for reduction(scaled: s, rows)
	for (int i = 0; i < 10; i++) {
		s += i;
		rows[i % 2] += i % 2 ? 0 : 0;
	}
	printf("original %ld %ld\n", s, rows[0] + rows[1]);
}

/* In a parallel region with other code: for, sections, single threads. */
static void team(void)
{
	int a[3] = {100, 0, 0}, b[2] = {10, 1}, seen = 0;
	struct range r = {0, 0, 1 << 30, -1};
	#pragma omp target parallel map(tofrom: a, b, seen, r) num_threads(4)
	{
		#pragma omp for reduction(+: a) nowait
		for (int i = 0; i < 10; i++)
			a[1] += i;
		#pragma omp for reduction(+: a[1:2]) reduction(join: r)
		for (int i = 0; i < 10; i++) {
			struct range one = {i, 1, i, i};
			a[2] += i * 2 + 10;
			add_range(&r, &one);
		}
		#pragma omp for reduction(max: b)
		for (int i = 0; i < 12; i++)
			b[1] = i > b[1] ? i : b[1];
		#pragma omp single
		seen = a[2];
	}
	printf("team %d %d %g %d %d\n", a[0], a[1], r.sum + a[0], b[1], seen);
}

/* Serial code between parallel regions, with its own arrays. */
static void serial(void)
{
	int out[4] = {0}, threads = 5;
	#pragma omp target map(tofrom: out, threads)
	{
		int a[3] = {0}, count = 0;
		struct range r = {0, 0, 1 << 30, -1};
		#pragma omp parallel for reduction(+: a) reduction(join: r)
		for (int i = 0; i <= 50; i++) {
			struct range one = {i, 1, i, i};
			a[i % 3] += i;
			add_range(&r, &one);
		}
		out[0] = r.sum, out[1] = r.count;
		#pragma omp parallel for reduction(+: a[0:1], count)
		for (int i = 0; i < 8; i++)
			a[0] += 30, count++;
		out[2] = a[0], out[3] = count;
		#pragma omp parallel reduction(+: threads) num_threads(4)
		threads = 1;
		threads = threads > 5 && threads <= 9 ? 36 : threads;
	}
	printf("serial %d %d %d %d %d\n", out[0], out[1], out[2], out[3], threads);
}

/* Each team has rows of its own. */
static void rows(int n)
{
	double sums[2] = {10, 20}, all = 0, none[2] = {10, 20};
	#pragma omp target teams distribute reduction(+: sums, all)
	for (int i = 0; i < n; i++) {
		double row[2] = {0, 0};
		#pragma omp parallel for reduction(+: row)
		for (int j = 0; j <= i; j++)
			row[j % 2] += 1;
		sums[0] += row[0], sums[1] += row[1];
		all += row[0] + row[1];
	}
	printf("rows %g %g %g\n", none[0], none[1], sums[0] + sums[1] - 30 == all ? all : -1);
}

static void lanes(void)
{
	int s = 0, a[2] = {64, 64}, deep = 5;
	#pragma omp target simd reduction(+: s, a)
	for (int i = 0; i < 100; i++)
		s += i, a[i % 2] += 0;
	int count = 0;
	#pragma omp target parallel for reduction(+: count, deep)
	for (int i = 0; i < 10; i++) {
		int twice = 3;
		#pragma omp parallel for reduction(+: twice) /* one thread; its copy begins with 0 */
		for (int j = 0; j < 7; j++)
			twice = j > 0 ? twice : 0;
		deep += twice;
		#pragma omp simd reduction(+: count)
		for (int j = 0; j < 10; j++)
			count++;
	}
	printf("simd %d %d %d %d\n", s, count, a[0] + a[1], deep);
}

static void pieces(void)
{
	int s = 1, a[2] = {4, 5};
	#pragma omp target map(tofrom: s, a)
	#pragma omp parallel sections reduction(+: s, a)
	{
		#pragma omp section
		s += 10;
		#pragma omp section
		{ s += 100; a[0]--; a[1]++; }
	}
	printf("sections %d %d\n", s, a[0] + a[1]);
}

static void empty(int n)
{
	int a[2] = {3, 4}, s = 7;
	#pragma omp target teams distribute parallel for reduction(+: a, s)
	for (int i = 0; i < n; i++)
		a[0]++, a[1]++, s++;
	printf("empty %d %d %d\n", s, a[0], a[1]);
}

int main(void)
{
	arrays();
	parts(3, 2);
	large(41);
	kinds();
	team();
	serial();
	rows(60);
	lanes();
	pieces();
	empty(0);
	printf("%d\n", host == 0 || omp_get_num_devices() == 0);
	return 0;
}
