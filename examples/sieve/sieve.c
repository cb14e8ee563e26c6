/*
 * sieve.c - prime numbers: threads that write to the same array at different places, or the same value at the same place.
 *
 * Multiples of each prime up to the square root are crossed out.  The primes below the square root are found first, by one
 * thread.  Then the range is cut into blocks, and each thread crosses out in blocks of its own: no two threads write the
 * same element, and a block stays in the cache.
 *
 *     sieve [limit]
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK = 1 << 15 };

/* The primes below limit, in order, to primes; returns how many. */
static int small_primes(int limit, int *primes)
{
	int count = 0;

	for (int n = 2; n < limit; n++) {
		bool prime = true;

		for (int i = 0; i < count && primes[i] * primes[i] <= n && prime; i++)
			prime = n % primes[i] != 0;
		if (prime)
			primes[count++] = n;
	}
	return count;
}

/* The number of primes from first up to, not including, last; a block of at most BLOCK numbers. */
static int count_block(long first, long last, int count, const int *primes)
{
	char composite[BLOCK] = {0};
	int found = 0;

	for (int i = 0; i < count && (long)primes[i] * primes[i] < last; i++) {
		long prime = primes[i], start = (first + prime - 1) / prime * prime;

		for (long n = start < prime * prime ? prime * prime : start; n < last; n += prime)
			composite[n - first] = 1;
	}
	for (long n = first; n < last; n++)
		found += !composite[n - first];
	return found;
}

int main(int argc, char **argv)
{
	long limit = argc > 1 ? atol(argv[1]) : 20000000, primes_found = 0;
	int root = 2;

	if (limit < 3 || limit > 1000000000) {
		fprintf(stderr, "usage: %s [limit], from 3 to 1000000000\n", argv[0]);
		return EXIT_FAILURE;
	}
	while ((long)root * root < limit)
		root++;

	int *primes = malloc((size_t)root * sizeof *primes);
	if (!primes)
		return EXIT_FAILURE;
	int count = small_primes(root + 1, primes);

	#pragma omp parallel for schedule(guided) reduction(+ : primes_found)
	for (long first = 2; first < limit; first += BLOCK)
		primes_found += count_block(first, first + BLOCK < limit ? first + BLOCK : limit, count, primes);

	printf("%ld primes below %ld\n", primes_found, limit);
	free(primes);
	return EXIT_SUCCESS;
}
