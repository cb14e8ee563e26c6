/*
 * scan_phases.h - the body of a loop that has a scan directive, as the code of its phases (OpenMP 5.2, 5.6; 6.0, 7.7).
 *
 * The body is an initialisation phase, which the program may begin it with, then what stands before `scan` and what stands
 * after it: the input and the scan phase, or with `exclusive` the scan and the input phase.  A thread runs its iterations
 * twice: first initialisation and input, then scan.  What the first run leaves in a variable of the body that the second
 * run uses is kept in an array with an element per iteration.
 */
#ifndef PPCC_PTHREAD_SCAN_PHASES_H
#define PPCC_PTHREAD_SCAN_PHASES_H

#include "pthread_target.h"

/* A variable of the body that both runs use. */
struct kept {
	const struct variable *variable;
	const char *name;    /* of the array that keeps it; null: only declared again, it has no value to keep */
	bool after_init;     /* kept as the initialisation phase leaves it */
	struct kept *next;
};

struct phases {
	struct span init, scan, input; /* text; init is empty when there is none */
	struct span around_input;      /* text whose loop variables the first run uses; empty: not known */
	bool inclusive;
	struct kept *kept;
};

/* Out gets the arrays.  False: an error was printed. */
bool phases_read(struct nest *nest, const struct site *scan, struct phases *phases, struct text *out);
/* What an iteration does in the first and in the second run, as blocks. */
const char *phases_input(struct nest *nest, const struct phases *phases);
const char *phases_scan(struct nest *nest, const struct phases *phases);
/* The lines that free the arrays. */
void phases_release(struct nest *nest, const struct phases *phases, struct text *out);

#endif
