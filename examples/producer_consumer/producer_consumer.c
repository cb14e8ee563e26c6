/*
 * producer_consumer.c - a signal from one thread to another.
 *
 * The producer puts values into a ring and then raises `written`; the consumer waits until `written` is ahead of what it has
 * taken.  Two things make that right: the counters are read and written by atomic, and release and acquire promise that
 * whoever sees the counter also sees what was written to the ring before.
 *
 *     producer_consumer [values]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { PLACES = 16 };

static long ring[PLACES], written, taken; /* how many values so far */

static void produce(long values)
{
	for (long i = 0; i < values; i++) {
		long done;

		do { /* until there is a free place */
			#pragma omp atomic read acquire
			done = taken;
		} while (i - done >= PLACES);

		ring[i % PLACES] = i;
		#pragma omp atomic write release
		written = i + 1;
	}
}

static long consume(long values)
{
	long sum = 0;

	for (long i = 0; i < values; i++) {
		long there;

		do { /* until the value is there */
			#pragma omp atomic read acquire
			there = written;
		} while (there <= i);

		sum += ring[i % PLACES];
		#pragma omp atomic write release
		taken = i + 1;
	}
	return sum;
}

int main(int argc, char **argv)
{
	long values = argc > 1 ? atol(argv[1]) : 100000, sum = -1;

	#pragma omp parallel num_threads(2)
	if (omp_get_num_threads() == 2) { /* alone, the producer would wait for ever */
		if (omp_get_thread_num() == 0)
			produce(values);
		else
			sum = consume(values);
	}

	printf("%ld values, sum %ld\n", values, sum);
	return sum == values * (values - 1) / 2 ? EXIT_SUCCESS : EXIT_FAILURE;
}
