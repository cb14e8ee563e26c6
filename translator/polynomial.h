/*
 * polynomial.h - sums of products of integer variables: what subscripts and loop bounds are read into, so that extents can be
 * computed and written again as C.  A polynomial is its list of terms in a fixed order, none of them zero; null is 0.
 */
#ifndef PPCC_POLYNOMIAL_H
#define PPCC_POLYNOMIAL_H

#include "survey.h"

enum { POLYNOMIAL_DEGREE = 4 };

struct polynomial {
	const struct polynomial *next;
	long long factor;
	int degree;
	const struct variable *variables[POLYNOMIAL_DEGREE]; /* by order of declaration; a square has its variable twice */
};

/* A calculation that left the range of the form is not good any more; what it returns means nothing. */
struct polynomials {
	struct arena *arena;
	bool good;
};

const struct polynomial *polynomial_constant(struct polynomials *p, long long value);
const struct polynomial *polynomial_variable(struct polynomials *p, const struct variable *variable);
/* a + factor * b */
const struct polynomial *polynomial_add(struct polynomials *p, const struct polynomial *a, const struct polynomial *b, long long factor);
const struct polynomial *polynomial_multiply(struct polynomials *p, const struct polynomial *a, const struct polynomial *b);
/* a = *factor * variable + *rest, where neither has the variable.  False: its square or more occurs. */
bool polynomial_split(struct polynomials *p, const struct polynomial *a, const struct variable *variable,
		      const struct polynomial **factor, const struct polynomial **rest);

bool polynomial_uses(const struct polynomial *a, const struct variable *variable);
bool polynomial_is_constant(const struct polynomial *a, long long *value);
bool polynomial_equal(const struct polynomial *a, const struct polynomial *b);
/* Whether a is b times another polynomial. */
bool polynomial_is_multiple(struct polynomials *p, const struct polynomial *a, const struct polynomial *b);
/* As a C expression, "n * m - 1". */
const char *polynomial_text(struct arena *arena, const struct polynomial *a);
/* ... whose value may be less than 0, although C computes with unsigned numbers. */
const char *polynomial_signed_text(struct arena *arena, const struct polynomial *a);

#endif
