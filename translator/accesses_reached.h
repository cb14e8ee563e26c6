/* accesses_reached.h - the functions that a statement can call, and the variables of the file that those functions use. */
#ifndef PPCC_ACCESSES_REACHED_H
#define PPCC_ACCESSES_REACHED_H

#include "survey.h"

struct reached_function {
	struct reached_function *next;   /* in the order they are met */
	const char *name;
	bool declared_before;            /* a prototype stands before the definition */
	bool in_file;                    /* defined in the file itself, not in a header */
	unsigned start, end;             /* in_file: text[start, end) of its definition */
};

struct reached_variable {
	struct reached_variable *next;
	const struct variable *variable; /* at file scope, or static */
};

struct reached {
	struct reached_function *functions; /* those that have a definition here */
	struct reached_variable *variables; /* those that these functions use */
	bool unknown;                       /* there are calls through pointers */
};

/* What the statement that begins at `start` reaches. */
void reached_find(struct survey *survey, unsigned start, struct reached *result);
bool reached_has(const struct reached *reached, const char *function);

#endif
