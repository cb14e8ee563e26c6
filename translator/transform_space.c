/* transform_space.c - the logical iterations of a loop (OpenMP 5.2, 4.4.2), as expressions. */
#include "transform_internal.h"

#include "normalise.h"
#include "scan.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool transform_literal(const char *text, long long *value)
{
	char digits[40];
	const char *end = text + strlen(text), *sign = "";
	struct lexeme number = {LEX_END, NULL, 0};
	for (struct lexeme l = scan(text, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (lexeme_is(l, ")"))
			continue;
		if (number.kind != LEX_END)
			return false; /* it goes on after the number */
		if (lexeme_is(l, "-") && !*sign)
			sign = "-";
		else if (l.kind == LEX_NUMBER)
			number = l;
		else if (!lexeme_is(l, "(") && !lexeme_is(l, "+"))
			return false;
	}
	if (number.kind == LEX_END || number.length + 2 > sizeof digits)
		return false;
	snprintf(digits, sizeof digits, "%s%.*s", sign, (int)number.length, number.start);
	char *rest;
	long long result = strtoll(digits, &rest, 0);
	if (rest == digits || strspn(rest, *sign ? "lL" : "uUlL") != strlen(rest) || result == LLONG_MAX)
		return false;
	*value = result;
	return true;
}

bool transform_is_constant(const struct transform *t, const char *expression)
{
	const char *end = expression + strlen(expression);
	for (struct lexeme l = scan(expression, end); l.kind != LEX_END; l = scan(l.start + l.length, end))
		if (l.kind == LEX_WORD && survey_lookup(t->survey, l.start, l.length, t->pragma->start))
			return false;
	return true;
}

const char *at_least(struct arena *arena, const char *expression, int least)
{
	expression = operand(arena, expression);
	return arena_printf(arena, "(%s > %d ? (long long)%s : %d)", expression, least > 0 ? least - 1 : 0, expression, least);
}

const char *operand(struct arena *arena, const char *expression)
{
	const char *end = expression + strlen(expression);
	struct lexeme first = scan(expression, end);
	if (first.kind == LEX_END || first.start + first.length == end)
		return expression;
	if (lexeme_is(first, "(") && scan_closing(first.start, end) == end - 1)
		return expression;
	return arena_printf(arena, "(%s)", expression);
}

const char *right_side(struct arena *arena, const char *expression)
{
	const char *end = expression + strlen(expression);
	if (*expression != '(' || scan_closing(expression, end) != end - 1)
		return expression;
	for (struct lexeme l = scan(expression + 1, end - 1); l.kind != LEX_END; l = scan(l.start + l.length, end - 1))
		if (l.kind == LEX_PUNCTUATOR && !(l.length == 1 && strchr("+-*/%()[].", *l.start)) && !lexeme_is(l, "->"))
			return expression;
	return arena_strndup(arena, expression + 1, (size_t)(end - expression) - 2);
}

const char *plus(struct arena *arena, const char *left, const char *right)
{
	long long a, b;
	bool number = transform_literal(right, &b);
	if (number && transform_literal(left, &a) && a <= INT_MAX && b <= INT_MAX)
		return arena_printf(arena, "%lld", a + b);
	return strcmp(left, "0") ? arena_printf(arena, "%s + %s%s", left, right, number ? "LL" : "") : right;
}

/* Whether the expression has the loop variable's type, or a narrower one of which it keeps the values. */
static bool has_type(const struct transform *t, const char *expression, const struct ctype *type)
{
	const char *end = expression + strlen(expression);
	int words = 0;
	long long value;
	if (transform_literal(expression, &value) && value >= 0 && value <= (type->size >= 4 ? INT_MAX : SCHAR_MAX))
		return true;
	for (struct lexeme l = scan(expression, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (l.kind == LEX_WORD) {
			const struct variable *variable = survey_lookup(t->survey, l.start, l.length, t->pragma->start);
			if (!variable || variable->type->class != type->class || variable->type->size != type->size)
				return false;
			words++;
		} else if (l.kind == LEX_NUMBER) {
			const char *number = arena_strndup(t->arena, l.start, l.length);
			if (!transform_literal(number, &value) || strpbrk(number, "uUlL") || value > INT_MAX)
				return false;
		} else if (type->size < 4 || !(lexeme_is(l, "+") || lexeme_is(l, "-") || lexeme_is(l, "*") || lexeme_is(l, "(") || lexeme_is(l, ")") ||
		                                 (type->class == TYPE_SIGNED && (lexeme_is(l, "/") || lexeme_is(l, "%"))))) {
			return false;
		}
	}
	return words > 0;
}

/* A name or number without the parentheses around it. */
static const char *bare(struct arena *arena, const char *expression)
{
	const char *end = expression + strlen(expression);
	struct lexeme open = scan(expression, end), word = scan(open.start + open.length, end), close = scan(word.start + word.length, end);
	bool single = lexeme_is(open, "(") && (word.kind == LEX_WORD || word.kind == LEX_NUMBER) && lexeme_is(close, ")") && close.start + 1 == end;
	return single ? arena_strndup(arena, word.start, word.length) : expression;
}

/* An expression of the loop's header, converted to the type of its variable. */
static const char *converted(struct transform *t, const struct space *space, struct span span)
{
	struct arena *arena = t->arena;
	const char *written = bare(arena, span_text(t->source, span)), *meant = NULL;
	if (space->type->class == TYPE_POINTER)
		return operand(arena, written);
	if (!normalise_expand(t->source, &span.start, &written, 1, &meant))
		return written;
	meant = meant ? meant : written;
	long long value;
	if (transform_literal(meant, &value) && value < 0 && value >= INT_MIN && space->type->class == TYPE_SIGNED && space->type->size >= 4)
		return arena_printf(arena, "%lld", value);
	size_t cast = strlen(space->cast);
	bool is_cast = cast && !strncmp(meant, space->cast, cast) && operand(arena, meant + cast) == meant + cast;
	if (is_cast || has_type(t, meant, space->type))
		return operand(arena, written);
	return arena_printf(arena, "%s%s", space->cast, operand(arena, written));
}

/* The value of an expression of the loop's header, when it is a literal or a macro for one. */
static bool known(struct transform *t, struct span span, long long *value)
{
	const char *written = span_text(t->source, span), *meant = NULL;
	if (transform_literal(written, value))
		return true;
	return normalise_expand(t->source, &span.start, &written, 1, &meant) && meant && transform_literal(meant, value);
}

static bool is_inclusive(const struct loop *loop)
{
	return loop->relation == REL_LESS_EQUAL || loop->relation == REL_GREATER_EQUAL;
}

/* The number of iterations when all parts are known. */
static long long known_count(struct transform *t, const struct loop *loop)
{
	long long lower, bound, step = 1;
	if (!known(t, loop->lower, &lower) || !known(t, loop->bound, &bound) || (!loop->unit && !known(t, loop->step, &step)))
		return -1;
	step = step < 0 ? -step : step;
	unsigned long long span = loop->down ? (unsigned long long)lower - (unsigned long long)bound : (unsigned long long)bound - (unsigned long long)lower;
	if (loop->down ? lower < bound : bound < lower)
		return 0;
	if (step == 0 || span > LLONG_MAX - (unsigned long long)step)
		return -1;
	return (long long)(span + (unsigned long long)step - !is_inclusive(loop)) / step;
}

/* "n - 3 + 1" for the distance from lower to bound, and 1 more where the bound belongs to the loop; no more than 0 when there
   is no iteration. */
static const char *narrow_count(struct transform *t, const struct space *space, const char *lower, const char *bound)
{
	struct arena *arena = t->arena;
	const struct loop *loop = space->loop;
	const char *low = loop->down ? bound : lower, *high = loop->down ? lower : bound, *distance = high;
	const char *wide = space->type->class == TYPE_POINTER ? "" : "(long long)";
	bool inclusive = is_inclusive(loop);
	long long step, literal;
	if (inclusive && loop->unit && transform_literal(low, &literal) && literal > INT_MIN) { /* the same, exclusive */
		low = arena_printf(arena, "%lld", literal - 1);
		inclusive = false;
	}
	if (strcmp(low, "0"))
		distance = arena_printf(arena, "%s%s - %s", wide, high, low);
	if (loop->relation == REL_NOT_EQUAL && space->type->class == TYPE_UNSIGNED)
		distance = arena_printf(arena, "(long long)%s(%s - %s)", space->cast, high, low);
	if (loop->unit)
		return inclusive ? arena_printf(arena, "%s + 1LL", distance) : distance;
	if (transform_literal(space->amount, &step))
		return arena_printf(arena, "(%s + %lldLL) / %s", distance, inclusive ? step : step - 1, space->amount);
	return arena_printf(arena, "(%s + %s%s) / %s", distance, space->amount, inclusive ? "" : " - 1", space->amount);
}

static const char *wide_count(struct transform *t, const struct space *space, const char *lower, const char *bound)
{
	struct arena *arena = t->arena;
	const struct loop *loop = space->loop;
	const char *low = loop->down ? bound : lower, *high = loop->down ? lower : bound;
	bool inclusive = is_inclusive(loop);
	const char *distance = arena_printf(arena, "(unsigned long long)%s - (unsigned long long)%s", high, low);
	const char *number;
	if (loop->unit)
		number = arena_printf(arena, "(long long)(%s%s)", distance, inclusive ? " + 1" : "");
	else
		number = arena_printf(arena, "(long long)((%s%s) / (unsigned long long)%s + 1)", distance, inclusive ? "" : " - 1", space->amount);
	const char *relation = loop->relation == REL_NOT_EQUAL ? "!=" : inclusive ? ">=" : ">";
	return arena_printf(arena, "(%s %s %s ? %s : 0)", high, relation, low, number);
}

/* Whether the body, or a directive in it, names the variable. */
static bool uses(struct transform *t, unsigned start, unsigned end, const struct variable *variable)
{
	for (unsigned i = survey_reference_at(t->survey, start); i < t->survey->reference_count && t->survey->references[i].offset < end; i++)
		if (t->survey->references[i].variable == variable)
			return true;
	for (unsigned i = source_token_at(t->source, start); i < t->source->token_count && t->source->tokens[i].start < end; i++)
		if (t->source->tokens[i].directive && !t->source->tokens[i].skipped && source_token_is(t->source, i, variable->name))
			return true;
	return false;
}

/* The positive amount that each iteration adds or, when the loop goes down, subtracts. */
static const char *amount_of(struct transform *t, const struct loop *loop)
{
	long long value;
	if (loop->unit)
		return "1";
	const char *step = operand(t->arena, span_text(t->source, loop->step));
	if (known(t, loop->step, &value)) {
		if (value >= 0)
			return transform_literal(step, &value) ? arena_printf(t->arena, "%lld", value) : arena_printf(t->arena, "(long long)%s", step);
		return arena_printf(t->arena, "%lld", -value);
	}
	return arena_printf(t->arena, loop->down != loop->subtract ? "-(long long)%s" : "(long long)%s", step);
}

void space_read(struct transform *t, const struct loop *loop, unsigned body_end, struct space *space)
{
	struct arena *arena = t->arena;
	*space = (struct space){.loop = loop, .name = loop->variable->name, .declare = loop->declared};
	space->type = ctype_unqualified(arena, loop->variable->type);
	bool pointer = space->type->class == TYPE_POINTER;
	const char *own = t->source->own_names ? t->source->own_names : "";
	bool wide = space->wide = space->type->size > 4 && !pointer && !strstr(own, arena_printf(arena, " %s ", space->name));
	const char *spelling = space->type->spelling;
	spelling += strncmp(spelling, "volatile ", 9) ? 0 : 9;
	space->cast = pointer || !strcmp(spelling, "long long") ? "" : arena_printf(arena, "(%s)", spelling);
	const char *lower = converted(t, space, loop->lower), *bound = converted(t, space, loop->bound);
	bool is_unsigned = space->type->class != TYPE_SIGNED, zero = !strcmp(lower, "0"), inclusive = is_inclusive(loop);
	space->lower = lower;
	long long limit;
	bool small = known(t, loop->bound, &limit) && limit < SCHAR_MAX && limit > (is_unsigned || !loop->down ? 0 : SCHAR_MIN);
	space->safe = loop->unit && (!inclusive || small);
	space->amount = amount_of(t, loop);
	space->known_count = known_count(t, loop);
	space->used = uses(t, loop->body.start, body_end, loop->variable);
	if (!pointer && loop->unit && !loop->down && (zero || (!wide && !(is_unsigned && loop->relation == REL_NOT_EQUAL)))) {
		long long value;
		bool literal = known(t, loop->bound, &value) && value >= 0;
		space->first = lower;
		space->end = bound;
		if (wide && is_unsigned && !literal)
			space->end = arena_printf(arena, "(long long)%s", bound);
		if (inclusive)
			space->end = literal && transform_literal(bound, &(long long){0}) ? arena_printf(arena, "%lld", value + 1) : arena_printf(arena, "(%s + 1LL)", space->end);
		space->plain = !(wide && is_unsigned) && (!inclusive || (literal && value < 127));
	}
	if (space->known_count >= 0)
		space->count = arena_printf(arena, "%lld", space->known_count);
	else if (space->first && zero)
		space->count = space->end;
	else
		space->count = operand(arena, wide ? wide_count(t, space, lower, bound) : narrow_count(t, space, lower, bound));
}

const char *space_value(struct transform *t, const struct space *space, const char *number, bool values)
{
	struct arena *arena = t->arena;
	const char *sign = space->loop->down ? "-" : "+";
	bool wide = space->wide;
	long long literal;
	if ((values || (space->loop->unit && !space->loop->down && !strcmp(space->lower, "0"))) && transform_literal(number, &literal))
		return number;
	if (values)
		return *space->cast ? arena_printf(arena, "%s%s", space->cast, operand(arena, number)) : number;
	const char *moved = operand(arena, number);
	if (!space->loop->unit)
		moved = arena_printf(arena, "%s%s * %s", wide ? "(unsigned long long)" : "", moved, wide ? space->amount : operand(arena, space->amount));
	if (space->loop->down || strcmp(space->lower, "0"))
		moved = arena_printf(arena, "%s %s %s", space->lower, sign, moved);
	return *space->cast ? arena_printf(arena, "%s%s", space->cast, operand(arena, moved)) : moved;
}

enum { LONGEST = 28 }; /* expression that is repeated */

/* Whether an expression is too much to be written, and evaluated, in every iteration. */
static bool is_long(const char *expression)
{
	const char *end = expression + strlen(expression);
	struct lexeme last = {LEX_END, expression, 0};
	if (strlen(expression) > LONGEST)
		return true;
	for (struct lexeme l = scan(expression, end); l.kind != LEX_END; last = l, l = scan(l.start + l.length, end))
		if (lexeme_is(l, "?") || lexeme_is(l, "/") || lexeme_is(l, "%") || lexeme_is(l, "[") || lexeme_is(l, "->") ||
		    (lexeme_is(l, "(") && last.kind == LEX_WORD))
			return true;
	return false;
}

/* Declares a constant for an expression that is too long; a block is opened for the first. */
static const char *constant(struct transform *t, const struct space *space, const char *type, const char *what, const char *expression)
{
	unsigned line = user_line(t->source, space->loop->start);
	if (!is_long(expression))
		return expression;
	const char *name = transform_name(t, space->name, what);
	if (!t->block) {
		writer_line(&t->out, line, 0, "{");
		t->block = t->out.margin;
		t->out.margin = arena_printf(t->arena, "%s%s", t->out.margin, t->out.step);
	}
	const char *end = expression + strlen(expression);
	if (*expression == '(' && scan_closing(expression, end) == end - 1)
		expression = arena_strndup(t->arena, expression + 1, (size_t)(end - expression) - 2);
	const char *declaration = type ? arena_printf(t->arena, "const %s %s", type, name) : ctype_declare(t->arena, space->type, name);
	writer_line(&t->out, line, 0, arena_printf(t->arena, "%s = %s;", declaration, expression));
	return name;
}

void space_constants(struct transform *t, bool counts)
{
	for (int i = 0; i < t->count && !t->consumed; i++) {
		struct space *space = &t->spaces[i];
		const char *type = space->type->spelling;
		bool values = space->first && !counts;
		if (!values)
			space->lower = constant(t, space, space->type->class == TYPE_POINTER ? NULL : type, "first", space->lower);
		else if (is_long(space->first))
			space->first = constant(t, space, type, "first", space->first);
		if (values)
			space->end = constant(t, space, "long long", "end", space->end);
		else
			space->count = constant(t, space, "long long", "count", space->count);
	}
}

const char *space_constant(struct transform *t, int i, const char *what, const char *expression)
{
	return t->consumed ? expression : constant(t, &t->spaces[i], "long long", what, expression);
}

const char *space_loop(struct transform *t, const struct space *space, const char *first, const char *end)
{
	const char *name = space->name;
	const char *target = space->declare ? ctype_declare(t->arena, space->type, name) : name;
	long long value;
	const char *cast = transform_literal(first, &value) ? "" : space->cast;
	if (!strcmp(first, space->first))
		cast = "";
	return arena_printf(t->arena, "for (%s = %s%s; %s < %s; %s++)", target, cast, *cast ? operand(t->arena, first) : right_side(t->arena, first), name,
	                    right_side(t->arena, end), name);
}

const char *space_set(struct transform *t, const struct space *space, const char *value)
{
	const char *target = space->declare ? ctype_declare(t->arena, space->type, space->name) : space->name;
	return arena_printf(t->arena, "%s = %s;\n", target, value);
}
