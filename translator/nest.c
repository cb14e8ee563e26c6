/* nest.c - the bounds, steps and iteration counts of the loops of a nest, as text (OpenMP 5.2, 4.4.1). */
#include "nest.h"

#include "scan.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool is_zero(const char *text)
{
	return !strcmp(text, "0");
}

bool nest_is_literal(const char *text)
{
	return isdigit((unsigned char)*text) && strspn(text, "0123456789abcdefABCDEFxXuUlL") == strlen(text);
}

/* One name or number that is the same wherever the block uses it. */
static bool is_stable(const struct nest *nest, const char *text)
{
	struct lexeme word = scan(text, text + strlen(text));
	if (word.kind == LEX_END || word.length != strlen(text) || (word.kind != LEX_WORD && word.kind != LEX_NUMBER))
		return false;
	if (word.kind == LEX_NUMBER)
		return nest_is_literal(text);
	if (nest->constants || nest->body_uses_terms)
		return false;
	for (const struct share *share = nest->leaf->shares; share; share = share->next)
		if (!strcmp(share->variable->name, text))
			return false;
	for (int i = 0; i < nest->depth; i++)
		if (!strcmp(nest->leaf->site->loops[i].variable->name, text))
			return false;
	return true;
}

const char *nest_name(struct nest *nest, const char *variable, const char *what)
{
	return survey_free_name(nest->lowering->survey, arena_printf(nest->lowering->arena, "%s_%s", variable, what));
}

/* Notes a constant that a function of the loops' own needs. */
void nest_keep_constant(struct nest *nest, const char *name, const char *declaration)
{
	if (!nest->constants)
		return;
	struct loop_constant *constant = ARENA_NEW(nest->lowering->arena, struct loop_constant);
	*constant = (struct loop_constant){NULL, name, declaration};
	*nest->constants = constant;
	nest->constants = &constant->next;
}

/* Whether the variable of that name, if it is one, may get another value while the loops run. */
static bool may_change(const struct nest *nest, const char *text)
{
	const struct survey *survey = nest->lowering->survey;
	const struct statement *statement = nest->leaf->site->statement;
	const struct variable *variable = survey_lookup(survey, text, strlen(text), nest->leaf->site->pragma->start);
	if (!variable || variable->type->is_const)
		return false;
	if (variable->address_taken || variable->storage == STORAGE_GLOBAL || variable->storage == STORAGE_STATIC_LOCAL)
		return true;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count; i++) {
		if (survey->references[i].offset >= statement->end)
			return false;
		if (survey->references[i].variable == variable && (survey->references[i].access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			return true;
	}
	return false;
}

/* Whether the variable of that name is of another signedness than the loop's: comparing the two is not what is meant. */
static bool other_sign(const struct nest *nest, const struct terms *terms, const char *text)
{
	const struct variable *variable = survey_lookup(nest->lowering->survey, text, strlen(text), nest->leaf->site->pragma->start);
	return variable && !is_zero(terms->lower) && (variable->type->class == TYPE_UNSIGNED) != terms->is_unsigned;
}

/* Whether all operators of an expression bind as strongly as + and -, or more, and it begins with none. */
static bool is_sum(const char *text)
{
	for (const char *at = text; *at; at++)
		if (!isalnum((unsigned char)*at) && !strchr(at == text ? "_" : "_.+-*/% ", *at))
			return false;
	return true;
}

/* The expression itself when it is a name or a number, else a constant that holds its value.  A bound is used up before the
   first iteration, save in a nest whose loops are run as written. */
static const char *constant(struct nest *nest, const struct terms *terms, const char *text, const char *what, const char *type, struct text *out)
{
	bool bound = !strcmp(what, "bound");
	if (is_stable(nest, text) && ((bound && nest->shape != SHAPE_TRIANGULAR) || !may_change(nest, text)) &&
	    !(bound && other_sign(nest, terms, text)))
		return text;
	const struct loop *loop = terms->loop;
	const struct survey_constant *step = loop->down == loop->subtract ? loop->step_value : NULL, *known = bound ? loop->bound_value : loop->lower_value;
	if (nest->once || (nest->inlines && (strcmp(what, "step") ? known : step) && !nest->body_uses_terms))
		return nest->once && is_sum(text) ? text : parenthesised(nest->lowering->arena, text);
	const char *name = nest_name(nest, terms->variable, what);
	bool star = type[strlen(type) - 1] == '*';
	const char *declaration;
	if (terms->pointer && type == terms->type)
		declaration = ctype_declare_spelling(nest->lowering->arena, type, arena_printf(nest->lowering->arena, star ? "const %s" : "%s", name));
	else
		declaration = arena_printf(nest->lowering->arena, "const %s %s", type, name);
	add_line(out, "%s = %s;", declaration, text);
	nest_keep_constant(nest, name, declaration);
	return name;
}

/* How far apart lower and bound are, where the loop runs at all. */
static const char *span_of(struct nest *nest, const struct terms *terms)
{
	struct arena *arena = nest->lowering->arena;
	const char *type = nest->count_type;
	const char *from = terms->loop->down ? terms->bound : terms->lower, *to = terms->loop->down ? terms->lower : terms->bound;
	if (terms->pointer)
		return arena_printf(arena, "(%s)(%s - %s)", type, to, from);
	if (is_zero(from))
		return arena_printf(arena, "(%s)%s", type, to);
	return arena_printf(arena, "(%s)%s - (%s)%s", type, to, type, from);
}

/* A number of few digits, written in decimal. */
static bool plain_number(const char *text, unsigned long long *value)
{
	size_t length = strlen(text);
	*value = strtoull(text, NULL, 10);
	return length < 10 && length == strspn(text, "0123456789") && (*text != '0' || length == 1);
}

/* The value of a part of the loop where it is known, is not negative and fits any type of 32 bits. */
static bool known_value(const struct survey_constant *known, const char *text, unsigned long long *value)
{
	if (plain_number(text, value))
		return true;
	*value = known ? (unsigned long long)known->value : 0;
	return known && known->value >= 0 && known->value < INT_MAX;
}

/* The number of iterations where everything is known; negative elsewhere. */
static long long known_count(const struct terms *terms)
{
	const struct loop *loop = terms->loop;
	unsigned long long lower, bound, step;
	if (terms->pointer || !known_value(loop->lower_value, terms->lower, &lower) || !known_value(loop->bound_value, terms->bound, &bound) ||
	    !known_value(loop->down == loop->subtract ? loop->step_value : NULL, terms->step, &step) || step == 0)
		return -1;
	unsigned long long from = loop->down ? bound : lower, to = loop->down ? lower : bound;
	if (loop->relation == REL_LESS_EQUAL || loop->relation == REL_GREATER_EQUAL)
		to++;
	if (loop->relation == REL_NOT_EQUAL && to < from)
		return -1; /* the variable wraps around */
	return to > from ? (long long)((to - from - 1) / step + 1) : 0;
}

/* The expression without parentheses around a sum. */
static const char *bare(struct arena *arena, const char *text)
{
	const char *inside = *text == '(' ? arena_strndup(arena, text + 1, strlen(text) - 2) : text;
	return is_sum(inside) ? inside : text;
}

/* The number of iterations of a loop that is known to run, in the words of the program. */
static const char *count_in_words(const struct nest *nest, const struct terms *terms)
{
	struct arena *arena = nest->lowering->arena;
	const struct loop *loop = terms->loop;
	const char *from = loop->down ? terms->bound : terms->lower, *to = loop->down ? terms->lower : terms->bound;
	bool inclusive = loop->relation == REL_LESS_EQUAL || loop->relation == REL_GREATER_EQUAL;
	unsigned long long number;
	if (plain_number(from, &number) && plain_number(to, &number) && plain_number(terms->step, &number))
		return arena_printf(arena, "%lld", terms->known_count);
	const char *distance = is_zero(from) ? bare(arena, to) : arena_printf(arena, "%s - %s", bare(arena, to), from);
	if (!loop->unit) {
		unsigned long long first = 0, last = 0, step = 1;
		known_value(loop->lower_value, terms->lower, &first);
		known_value(loop->bound_value, terms->bound, &last);
		known_value(loop->step_value, terms->step, &step);
		if (!inclusive && (first > last ? first - last : last - first) % step == 0)
			return arena_printf(arena, "%s / %s", is_zero(from) ? to : arena_printf(arena, "(%s)", distance), terms->step);
		return arena_printf(arena, "(%s%s) / %s + 1", distance, inclusive ? "" : " - 1", terms->step);
	}
	if (!inclusive)
		return distance;
	return !strcmp(from, "1") ? to : arena_printf(arena, "%s + 1", distance);
}

static const char *count_of(struct nest *nest, const struct terms *terms)
{
	struct arena *arena = nest->lowering->arena;
	const struct loop *loop = terms->loop;
	const char *distance = span_of(nest, terms), *count;
	bool inclusive = loop->relation == REL_LESS_EQUAL || loop->relation == REL_GREATER_EQUAL;
	bool unit = loop->unit;
	if (is_zero(terms->lower) && nest_is_literal(terms->bound) && unit && !inclusive && !loop->down)
		return terms->bound;
	if (terms->known_count > 0 || (terms->known_count == 0 && nest_is_literal(terms->lower) && nest_is_literal(terms->bound)))
		return terms->known_count > 0 ? count_in_words(nest, terms) : "0";
	if (unit)
		count = inclusive ? arena_printf(arena, "%s + 1", distance) : distance;
	else
		count = arena_printf(arena, "(%s%s) / %s + 1", distance, inclusive ? "" : " - 1", terms->step);
	if (loop->relation == REL_NOT_EQUAL) {
		if (terms->is_unsigned)
			return arena_printf(arena, "(%s)(%s)", terms->type, count);
		return unit ? count : arena_printf(arena, "%s != %s ? %s : 0", terms->bound, terms->lower, count);
	}
	if (!strcmp(terms->lower, "1") && unit && inclusive && !loop->down && !terms->pointer)
		return terms->is_unsigned ? terms->bound : arena_printf(arena, "%s > 0 ? %s : 0", terms->bound, terms->bound);
	if (is_zero(terms->lower) && terms->is_unsigned && unit && !inclusive && !loop->down)
		return terms->bound;
	if (is_zero(terms->lower) && unit && !inclusive && !loop->down)
		count = terms->bound;
	return arena_printf(arena, "%s %s%s %s ? %s : 0", terms->bound, loop->down ? "<" : ">", inclusive ? "=" : "", terms->lower, count);
}

/* The value of the loop variable in logical iteration `number`. */
const char *nest_value_at(struct nest *nest, const struct terms *terms, const char *number)
{
	struct arena *arena = nest->lowering->arena;
	const char *sign = terms->loop->down ? "-" : "+";
	const char *factor = strpbrk(number, "+-/% ") ? parenthesised(arena, number) : number;
	const char *moved = terms->loop->unit ? number : arena_printf(arena, "%s * %s", factor, terms->step);
	if (terms->pointer)
		return arena_printf(arena, "%s %s %s", terms->lower, sign, moved);
	if (is_zero(terms->lower) && !terms->loop->down)
		return arena_printf(arena, "(%s)%s", terms->type, strchr(moved, ' ') ? parenthesised(arena, moved) : moved);
	return arena_printf(arena, "(%s)(%s %s %s)", terms->type, terms->lower, sign, moved);
}

const char *nest_number_of(struct nest *nest, const struct terms *terms)
{
	struct arena *arena = nest->lowering->arena;
	const char *from = terms->loop->down ? terms->variable : terms->lower, *to = terms->loop->down ? terms->lower : terms->variable;
	const char *distance, *type = nest->count_type;
	if (terms->pointer)
		distance = arena_printf(arena, "(%s)(%s - %s)", type, to, from);
	else if (terms->is_unsigned && terms->loop->relation == REL_NOT_EQUAL)
		distance = arena_printf(arena, "(%s)(%s)(%s - %s)", type, terms->type, to, from); /* it may have wrapped around */
	else if (is_zero(from))
		distance = arena_printf(arena, "(%s)%s", type, to);
	else
		distance = arena_printf(arena, "(%s)%s - (%s)%s", type, to, type, from);
	if (terms->loop->unit)
		return distance;
	return arena_printf(arena, "%s / (%s)%s", strchr(distance, '-') ? parenthesised(arena, distance) : distance, type, terms->step);
}

void nest_name_count(struct nest *nest, struct terms *terms, struct text *out)
{
	terms->count_name = terms->count;
	if (nest_is_literal(terms->count))
		return;
	if (nest->inlines && terms->known_count >= 0 && !strchr(terms->count, '/')) {
		terms->count_name = parenthesised(nest->lowering->arena, terms->count);
		return;
	}
	terms->count_name = nest_name(nest, terms->variable, "count");
	const char *declaration = arena_printf(nest->lowering->arena, "const %s %s", nest->count_type, terms->count_name);
	add_line(out, "%s = %s;", declaration, terms->count);
	nest_keep_constant(nest, terms->count_name, declaration);
}

/* Fills terms[i]; `inside` is where its bounds are evaluated. */
void nest_read_terms(struct nest *nest, int i, const struct leaf *inside, struct text *out)
{
	struct lowering *lowering = nest->lowering;
	struct arena *arena = lowering->arena;
	struct terms *terms = &nest->terms[i];
	const struct loop *loop = &nest->leaf->site->loops[i];
	const struct ctype *type = ctype_unqualified(arena, loop->variable->type);
	terms->loop = loop;
	terms->variable = loop->variable->name;
	terms->type = type->spelling;
	if (!strncmp(terms->type, "volatile ", 9))
		terms->type += 9;
	terms->pointer = type->class == TYPE_POINTER;
	terms->is_unsigned = type->class == TYPE_UNSIGNED || type->class == TYPE_BOOL;
	terms->lower = constant(nest, terms, lower_expression(lowering, inside, loop->lower), "first", terms->type, out);
	const char *bound = lower_expression(lowering, inside, loop->bound);
	if (!strcmp(bound, terms->lower))
		bound = arena_printf(arena, "(%s)", bound); /* a name of its own: the compiler warns of x < x */
	terms->bound = constant(nest, terms, bound, "bound", terms->type, out);
	terms->step = "1";
	if (!loop->unit) {
		const char *step = lower_expression(lowering, inside, loop->step);
		if (loop->down != loop->subtract)
			step = arena_printf(arena, "-%s", parenthesised(arena, step));
		terms->step = constant(nest, terms, step, "step", "long long", out);
	}
	terms->known_count = known_count(terms);
	terms->count = count_of(nest, terms);
}

bool nest_uses_variable(const struct nest *nest, struct span span, const struct variable *variable)
{
	return loop_span_uses(nest->lowering->survey, span, variable);
}

