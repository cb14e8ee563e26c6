#include "polynomial.h"

#include "text.h"

#include <string.h>

enum { LARGEST = 1 << 30 }; /* larger factors are no subscript's */

/* The order of terms: higher degrees first, then by the variables. */
static int compare(const struct polynomial *a, const struct polynomial *b)
{
	if (a->degree != b->degree)
		return b->degree - a->degree;
	for (int i = 0; i < a->degree; i++)
		if (a->variables[i] != b->variables[i])
			return a->variables[i]->order - b->variables[i]->order;
	return 0;
}

static bool fits(long long factor)
{
	return -LARGEST <= factor && factor <= LARGEST;
}

static const struct polynomial *term(struct polynomials *p, struct polynomial term)
{
	struct polynomial *result = ARENA_NEW(p->arena, struct polynomial);
	*result = term;
	p->good &= fits(term.factor);
	return result;
}

const struct polynomial *polynomial_constant(struct polynomials *p, long long value)
{
	return value == 0 ? NULL : term(p, (struct polynomial){.factor = value});
}

const struct polynomial *polynomial_variable(struct polynomials *p, const struct variable *variable)
{
	return term(p, (struct polynomial){.factor = 1, .degree = 1, .variables = {variable}});
}

const struct polynomial *polynomial_add(struct polynomials *p, const struct polynomial *a, const struct polynomial *b, long long factor)
{
	if (!b || factor == 0)
		return a;
	int order = a ? compare(a, b) : 1;
	struct polynomial first = order < 0 ? *a : *b;
	const struct polynomial *rest = polynomial_add(p, order <= 0 ? a->next : a, order >= 0 ? b->next : b, factor);
	if (order >= 0) {
		p->good &= fits(b->factor) && fits(factor);
		if (!p->good)
			return NULL;
		first.factor = b->factor * factor + (order == 0 ? a->factor : 0);
	}
	first.next = rest;
	return first.factor == 0 ? rest : term(p, first);
}

/* One term times another. */
static const struct polynomial *product(struct polynomials *p, const struct polynomial *a, const struct polynomial *b)
{
	struct polynomial result = {.degree = a->degree + b->degree};
	if (result.degree > POLYNOMIAL_DEGREE || !fits(a->factor) || !fits(b->factor)) {
		p->good = false;
		return NULL;
	}
	result.factor = a->factor * b->factor;
	for (int i = 0, j = 0, k = 0; k < result.degree; k++) {
		bool from_a = j == b->degree || (i < a->degree && a->variables[i]->order <= b->variables[j]->order);
		result.variables[k] = from_a ? a->variables[i++] : b->variables[j++];
	}
	return term(p, result);
}

const struct polynomial *polynomial_multiply(struct polynomials *p, const struct polynomial *a, const struct polynomial *b)
{
	const struct polynomial *sum = NULL;
	for (const struct polynomial *i = a; i && p->good; i = i->next)
		for (const struct polynomial *j = b; j && p->good; j = j->next)
			sum = polynomial_add(p, sum, product(p, i, j), 1);
	return sum;
}

/* How often the variable is a factor of the term. */
static int power(const struct polynomial *term, const struct variable *variable)
{
	int count = 0;
	for (int i = 0; i < term->degree; i++)
		count += term->variables[i] == variable;
	return count;
}

bool polynomial_split(struct polynomials *p, const struct polynomial *a, const struct variable *variable,
		      const struct polynomial **factor, const struct polynomial **rest)
{
	*factor = *rest = NULL;
	for (; a; a = a->next) {
		struct polynomial one = *a;
		int times = power(a, variable);
		if (times > 1)
			return false;
		one.next = NULL;
		if (times == 1) {
			one.degree = 0;
			for (int i = 0; i < a->degree; i++)
				if (a->variables[i] != variable)
					one.variables[one.degree++] = a->variables[i];
			*factor = polynomial_add(p, *factor, term(p, one), 1);
		} else {
			*rest = polynomial_add(p, *rest, term(p, one), 1);
		}
	}
	return true;
}

bool polynomial_uses(const struct polynomial *a, const struct variable *variable)
{
	for (; a; a = a->next)
		if (power(a, variable) > 0)
			return true;
	return false;
}

bool polynomial_is_constant(const struct polynomial *a, long long *value)
{
	*value = a ? a->factor : 0;
	return !a || a->degree == 0;
}

bool polynomial_equal(const struct polynomial *a, const struct polynomial *b)
{
	for (; a && b; a = a->next, b = b->next)
		if (compare(a, b) != 0 || a->factor != b->factor)
			return false;
	return !a && !b;
}

/* One term divided by another.  False: there is a rest. */
static bool quotient(const struct polynomial *a, const struct polynomial *b, struct polynomial *result)
{
	int taken = 0;
	*result = (struct polynomial){.factor = a->factor / b->factor};
	for (int i = 0; i < a->degree; i++) {
		if (taken < b->degree && a->variables[i] == b->variables[taken])
			taken++;
		else
			result->variables[result->degree++] = a->variables[i];
	}
	return taken == b->degree && a->factor % b->factor == 0;
}

bool polynomial_is_multiple(struct polynomials *p, const struct polynomial *a, const struct polynomial *b)
{
	while (a && b) { /* each step removes the first term of a, and adds only later ones */
		struct polynomial one;
		if (!quotient(a, b, &one))
			return false;
		a = polynomial_add(p, a, polynomial_multiply(p, term(p, one), b), -1);
		if (!p->good)
			return false;
	}
	return !a;
}

/* Whether a sum with terms of either sign has an unsigned number that is not widened to long. */
static bool may_wrap(const struct polynomial *a)
{
	bool negative = false, narrow = false;
	for (; a; a = a->next) {
		negative |= a->factor < 0;
		for (int i = 0; i < a->degree; i++)
			narrow |= a->variables[i]->type->class == TYPE_UNSIGNED && a->variables[i]->type->size <= 4;
	}
	return negative && narrow;
}

static void put_term(struct text *out, const struct polynomial *term, bool first, bool widened)
{
	long long size = term->factor < 0 ? -term->factor : term->factor;
	text_adds(out, first ? term->factor < 0 ? "-" : "" : term->factor < 0 ? " - " : " + ");
	if (size != 1 || term->degree == 0)
		text_printf(out, "%lld", size);
	for (int i = 0; i < term->degree; i++)
		text_printf(out, "%s%s%s", i > 0 || size != 1 ? " * " : "", widened ? "(long)" : "", term->variables[i]->name);
}

static const char *text_of(struct arena *arena, const struct polynomial *a, bool widened)
{
	struct text out = {0};
	const struct polynomial *lead = a;
	while (lead && lead->factor < 0) /* "n - i" rather than "-i + n" */
		lead = lead->next;
	if (lead)
		put_term(&out, lead, true, widened);
	for (const struct polynomial *t = a; t; t = t->next)
		if (t != lead)
			put_term(&out, t, out.length == 0, widened);
	const char *result = out.length ? arena_strndup(arena, out.data, out.length) : "0";
	text_release(&out);
	return result;
}

const char *polynomial_text(struct arena *arena, const struct polynomial *a)
{
	return text_of(arena, a, false);
}

const char *polynomial_signed_text(struct arena *arena, const struct polynomial *a)
{
	return text_of(arena, a, may_wrap(a));
}
