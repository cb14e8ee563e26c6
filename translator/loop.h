/* loop.h - the canonical loop nest form (OpenMP 5.2, 4.4.1), read from the text of a for statement. */
#ifndef PPCC_LOOP_H
#define PPCC_LOOP_H

#include "survey.h"

struct region_tree;

/* text[start, end) */
struct span {
	unsigned start, end;
};

enum relation { REL_LESS, REL_LESS_EQUAL, REL_GREATER, REL_GREATER_EQUAL, REL_NOT_EQUAL };

struct loop {
	unsigned start;            /* of the `for` */
	struct variable *variable;
	bool declared;             /* for (int i = ...) */
	struct span name;          /* the loop variable in the init part */
	struct span lower, bound;  /* expressions */
	enum relation relation;    /* with the variable on the left */
	struct span step;          /* expression; empty: 1 */
	const struct survey_constant *lower_value, *bound_value, *step_value; /* null: it is no constant */
	bool subtract;             /* the step is subtracted */
	bool down;                 /* the variable goes down */
	bool unit;                 /* the step is the literal 1 */
	struct span header;        /* from `for` to its ')' */
	struct span body;          /* the statement, with its ';' or '}' */
};

/* Reads `count` nested loops that begin at text[start, end).  False: an error was printed, or an expansion was asked for with
   region_expand (tree->expand_count grew).  *perfect: how many there are until one has other code beside the next (OpenMP
   5.2, 4.4.2); null: that is an error. */
bool loop_read(struct region_tree *tree, unsigned start, unsigned end, const char *directive, int count, struct loop *loops, int *perfect);

/* Whether text[span] mentions the variable. */
bool loop_span_uses(const struct survey *survey, struct span span, const struct variable *variable);
/* Whether the bounds of one of the loops use the variable of a loop around it. */
bool loops_are_triangular(const struct survey *survey, const struct loop *loops, int count);

#endif
