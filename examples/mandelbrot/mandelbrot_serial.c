/*
 * mandelbrot_serial.c - the program before mandelbrot.c: one thread.
 *
 *     mandelbrot_serial [rows]
 */
#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 500 };

/* The number of steps after which the point leaves the circle of radius 2; LIMIT when it stays. */
static int steps_inside(double re, double im)
{
	double x = 0.0, y = 0.0;

	for (int step = 0; step < LIMIT; step++) {
		double next = x * x - y * y + re;

		y = 2.0 * x * y + im;
		x = next;
		if (x * x + y * y > 4.0)
			return step;
	}
	return LIMIT;
}

int main(int argc, char **argv)
{
	int rows = argc > 1 ? atoi(argv[1]) : 1000;
	int columns = 2 * rows;
	long inside = 0;

	if (rows < 1 || rows > 20000) {
		fprintf(stderr, "usage: %s [rows]\n", argv[0]);
		return EXIT_FAILURE;
	}

	/* the upper half of the set: it is the mirror image of the lower */
	for (int row = 0; row < rows; row++) {
		double im = 1.25 * (row + 0.5) / rows;

		for (int column = 0; column < columns; column++)
			inside += steps_inside(-2.0 + 2.5 * (column + 0.5) / columns, im) == LIMIT;
	}

	for (double im = 1.2; im > -1.25; im -= 0.2) {
		for (double re = -2.1; re < 0.7; re += 0.07)
			putchar(" .:+%#"[steps_inside(re, im) / (LIMIT / 5)]);
		putchar('\n');
	}
	printf("area = %.4f\n", 2.0 * 1.25 * 2.5 * (double)inside / ((double)rows * columns));
	return EXIT_SUCCESS;
}
