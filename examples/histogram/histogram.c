/*
 * histogram.c - many threads write into few places: critical, a lock for each place, reduction.
 *
 *     histogram [values]
 */
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 16 };

/* The i-th of a fixed sequence of scattered numbers, the same for any number of threads. */
static int bin_of(long i)
{
	uint64_t z = ((uint64_t)i + 1) * 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z ^= z >> 27;
	return (int)((z & 0xFFFF) * (z >> 16 & 0xFFFF) >> 28); /* the product of two: small bins are fuller */
}

static void with_critical(long values, long *bins)
{
	#pragma omp parallel for
	for (long i = 0; i < values; i++) {
		int bin = bin_of(i);

		#pragma omp critical
		bins[bin]++;
	}
}

static void with_locks(long values, long *bins)
{
	omp_lock_t locks[BINS];

	for (int bin = 0; bin < BINS; bin++)
		omp_init_lock(&locks[bin]);

	#pragma omp parallel for
	for (long i = 0; i < values; i++) {
		int bin = bin_of(i);

		omp_set_lock(&locks[bin]); /* other threads may be in other bins meanwhile */
		bins[bin]++;
		omp_unset_lock(&locks[bin]);
	}

	for (int bin = 0; bin < BINS; bin++)
		omp_destroy_lock(&locks[bin]);
}

static void with_reduction(long values, long *bins)
{
	#pragma omp parallel for reduction(+ : bins[0 : BINS])
	for (long i = 0; i < values; i++)
		bins[bin_of(i)]++;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*fill)(long values, long *bins);
	} ways[] = {{"critical", with_critical}, {"locks", with_locks}, {"reduction", with_reduction}};
	long values = argc > 1 ? atol(argv[1]) : 2000000, bins[3][BINS] = {{0}};

	for (int way = 0; way < 3; way++) {
		double start = omp_get_wtime();

		ways[way].fill(values, bins[way]);
		printf("%-10s %.4f seconds\n", ways[way].name, omp_get_wtime() - start);
	}

	for (int bin = 0; bin < BINS; bin++)
		printf("%2d %8ld %.*s\n", bin, bins[0][bin], (int)(bins[0][bin] * 200 / values), "############################################################");
	return memcmp(bins[0], bins[1], sizeof bins[0]) || memcmp(bins[0], bins[2], sizeof bins[0]) ? EXIT_FAILURE : EXIT_SUCCESS;
}
