/* nest.h - a loop nest in terms that generated code is made of; for every target. */
#ifndef PPCC_NEST_H
#define PPCC_NEST_H

#include "lower.h"

enum shape { SHAPE_UNIT, SHAPE_STRIDED, SHAPE_ROWS, SHAPE_COUNTED, SHAPE_TRIANGULAR, SHAPE_SPLIT };

/* One loop's parts as text that has no side effects. */
struct terms {
	const struct loop *loop;
	const char *variable, *type;
	const char *lower, *bound;
	const char *step;      /* amount, positive */
	const char *count;     /* iterations, an expression */
	const char *count_name;
	long long known_count; /* negative: not known */
	bool pointer, is_unsigned;
};

/* A constant that holds a bound, a step or a count. */
struct loop_constant {
	struct loop_constant *next;
	const char *name, *declaration;
};

struct nest {
	struct lowering *lowering;
	const char *count_type;           /* of iteration counts: "ppcc_count" */
	struct leaf *leaf;
	struct terms *terms;
	int depth;                        /* loops whose iterations are dealt out */
	enum shape shape;
	const char *loop, *k;
	struct loop_constant **constants; /* the end of the list; null where the loops stay in place */
	bool inlines;                     /* constant expressions of the program stand where they are used, without a name */
	bool once;                        /* generated code has each bound and step once at the most: as an expression, not a constant */
	bool body_uses_terms;             /* deep in the loops' body, where a name of the program may mean something else */
};

/* Fills terms[i]; `inside` is where its bounds are evaluated, out gets the constants that hold them. */
void nest_read_terms(struct nest *nest, int i, const struct leaf *inside, struct text *out);
/* Sets count_name: a number, or a constant that out gets. */
void nest_name_count(struct nest *nest, struct terms *terms, struct text *out);
/* The value of the loop variable in logical iteration `number`. */
const char *nest_value_at(struct nest *nest, const struct terms *terms, const char *number);
/* The logical iteration that the loop variable's value belongs to. */
const char *nest_number_of(struct nest *nest, const struct terms *terms);
/* A name for what a nest keeps about a variable: "i_first". */
const char *nest_name(struct nest *nest, const char *variable, const char *what);
/* Notes a constant that a function of the loops' own needs. */
void nest_keep_constant(struct nest *nest, const char *name, const char *declaration);
bool nest_uses_variable(const struct nest *nest, struct span span, const struct variable *variable);
/* Whether an expression is a number. */
bool nest_is_literal(const char *text);

#endif
