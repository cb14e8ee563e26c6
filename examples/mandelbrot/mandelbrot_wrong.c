/*
 * mandelbrot_wrong.c - the same program with variables at the top of main, as they were in the serial one: they are shared.
 *
 *     mandelbrot_wrong [rows]
 */
#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 500 };

int main(int argc, char **argv)
{
	int rows = argc > 1 ? atoi(argv[1]) : 1000;
	int columns = 2 * rows;
	double re, im, x, y, next;
	long inside = 0;

	#pragma omp parallel for schedule(dynamic)
	for (int row = 0; row < rows; row++) {
		im = 1.25 * (row + 0.5) / rows; /* wrong: one im for all threads */
		for (int column = 0; column < columns; column++) {
			int step = 0;

			re = -2.0 + 2.5 * (column + 0.5) / columns;
			x = y = 0.0; /* wrong: all threads move the same point */
			while (step < LIMIT && x * x + y * y <= 4.0) {
				next = x * x - y * y + re;
				y = 2.0 * x * y + im;
				x = next;
				step++;
			}
			inside += step == LIMIT; /* wrong: two threads can add to the same old value */
		}
	}
	printf("area = %.4f, or not\n", 2.0 * 1.25 * 2.5 * (double)inside / ((double)rows * columns));
	return EXIT_SUCCESS;
}
