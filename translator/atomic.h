/* atomic.h - the statement of an atomic construct, taken apart (OpenMP 5.2, 15.8.4, the forms listed there). */
#ifndef PPCC_ATOMIC_H
#define PPCC_ATOMIC_H

#include "target.h"

enum atomic_action { ATOMIC_READ, ATOMIC_WRITE, ATOMIC_UPDATE, ATOMIC_COMPARE };
enum atomic_captured { CAPTURE_NONE, CAPTURE_OLD, CAPTURE_NEW, CAPTURE_FAILURE /* else v = x */ };

struct atomic_statement {
	enum atomic_action action;
	struct span x;          /* the location that is accessed atomically */
	struct span value;      /* write, update: the expression; compare: the new value */
	char operator[3];       /* update: the binary operator */
	bool reversed;          /* update: value operator x */
	struct span condition;  /* compare: the comparison */
	enum atomic_captured captured;
	struct span v;          /* capture: where the value goes */
	struct span result;     /* compare: `r = x == e`; empty when absent */
};

/* False: the statement has none of the forms for the clauses of the leaf. */
bool atomic_parse(struct lowering *lowering, const struct leaf *leaf, struct atomic_statement *statement);

/* x++ and the like: an update whose value, 1, is not written. */
bool atomic_is_step(const struct atomic_statement *statement);
/* The word for the operator in the names of built-ins, such as "add"; null: there are none for it. */
const char *atomic_word(const char *operator);
/* Of a type that is known, and an integer's. */
bool atomic_is_integer(const struct typed_expression *type);

/* "&x", or "p" for "(*p)" and "*p". */
const char *atomic_address(struct arena *arena, const char *x);
/* The text of an expression with every occurrence of x as another name. */
const char *atomic_with_x_as(struct lowering *lowering, const char *text, const char *x, const char *name);

#endif
