/*
 * amdahl.c - how much faster can it get?  Amdahl's law, and the clock.
 *
 * When a part s of the work must be serial, p threads make the program at most 1 / (s + (1 - s) / p) times as fast: never
 * more than 1 / s.
 *
 *     amdahl [percent of serial work]
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { PIECES = 100 };

static double piece(void)
{
	double x = 1.0;

	for (int i = 0; i < 50000; i++)
		x = 0.5 * (x + 2.0 / x);
	return x;
}

static double run(int serial_pieces, int threads)
{
	double start = omp_get_wtime(), sum = 0.0;

	for (int i = 0; i < serial_pieces; i++)
		sum += piece();

	#pragma omp parallel for num_threads(threads) schedule(dynamic) reduction(+ : sum)
	for (int i = serial_pieces; i < PIECES; i++)
		sum += piece();
	return sum > 0.0 ? omp_get_wtime() - start : 0.0;
}

/* The shortest time of three: the others were disturbed by something else. */
static double best_of_three(int serial_pieces, int threads)
{
	double best = run(serial_pieces, threads);

	for (int i = 0; i < 2; i++) {
		double seconds = run(serial_pieces, threads);

		best = seconds < best ? seconds : best;
	}
	return best;
}

int main(int argc, char **argv)
{
	int percent = argc > 1 ? atoi(argv[1]) : 20;

	if (percent < 0 || percent > 100) {
		fprintf(stderr, "usage: %s [percent of serial work]\n", argv[0]);
		return EXIT_FAILURE;
	}

	double s = percent / 100.0, one = best_of_three(percent, 1);
	printf("%d%% serial, %d processors\nthreads   law  measured\n", percent, omp_get_num_procs());
	for (int p = 1; p <= 16; p *= 2)
		printf("%7d  %4.2f  %8.2f\n", p, 1.0 / (s + (1.0 - s) / p), one / best_of_three(percent, p));
	return EXIT_SUCCESS;
}
