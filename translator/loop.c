#include "loop.h"

#include "diagnostic.h"
#include "region.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

struct parts {
	struct span init, condition, increment;
};

static struct lexeme at(const struct source *source, unsigned offset, unsigned end)
{
	return scan(source->text + offset, source->text + end);
}

/* The first lexeme of the program at or after a place, past #line directives. */
static struct lexeme program(const char *place, const char *end)
{
	struct lexeme lexeme = scan(place, end);
	while (lexeme_is(lexeme, "#") && lexeme_is(scan(lexeme.start + 1, end), "line"))
		lexeme = scan(lexeme.start + strcspn(lexeme.start, "\n"), end);
	return lexeme;
}

static unsigned offset_of(const struct source *source, const char *place)
{
	return (unsigned)(place - source->text);
}

static struct span trimmed(const struct source *source, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return (struct span){offset_of(source, start), offset_of(source, end)};
}

static bool is_empty(struct span span)
{
	return span.start >= span.end;
}

/* Splits the header at its two semicolons.  False: there are not two, for example because a macro holds them. */
static bool split_header(const struct source *source, unsigned start, unsigned end, struct loop *loop, struct parts *parts)
{
	const char *limit = source->text + end;
	struct lexeme word = at(source, start, end), open = scan(word.start + word.length, limit);
	if (!lexeme_is(word, "for") || !lexeme_is(open, "("))
		return false;
	const char *close = scan_closing(open.start, limit);
	const char *first = close ? scan_find(open.start + 1, close, ";") : NULL;
	const char *second = first ? scan_find(first + 1, close, ";") : NULL;
	if (!second)
		return false;
	parts->init = trimmed(source, open.start + 1, first);
	parts->condition = trimmed(source, first + 1, second);
	parts->increment = trimmed(source, second + 1, close);
	loop->start = start;
	loop->header = (struct span){start, offset_of(source, close) + 1};
	struct lexeme body = program(close + 1, limit);
	loop->body = (struct span){offset_of(source, body.start), end};
	return true;
}

/* `i = lower` or `type i = lower` */
static bool read_init(struct region_tree *tree, struct span init, struct loop *loop)
{
	struct source *source = tree->source;
	const char *end = source->text + init.end, *assign = scan_find(source->text + init.start, end, "=");
	if (!assign)
		return false;
	struct lexeme last = {LEX_END, NULL, 0}, first = at(source, init.start, init.end);
	for (struct lexeme l = first; l.start < assign; l = scan(l.start + l.length, end))
		last = l;
	for (struct variable *v = tree->survey->variables; v; v = v->next)
		if (v->declared >= init.start && v->declared < offset_of(source, assign) && v->declared > 0) {
			loop->declared = true;
			loop->variable = v;
			loop->name = (struct span){v->declared, v->declared + (unsigned)strlen(v->name)};
			loop->lower = trimmed(source, assign + 1, end);
			return !is_empty(loop->lower);
		}
	if (last.kind != LEX_WORD || first.start != last.start)
		return false;
	loop->name = (struct span){offset_of(source, last.start), offset_of(source, last.start + last.length)};
	loop->lower = trimmed(source, assign + 1, end);
	loop->variable = survey_lookup(tree->survey, last.start, last.length, loop->name.start);
	return loop->variable && !is_empty(loop->lower);
}

static bool is_variable(const struct source *source, const struct loop *loop, const char *start, const char *end)
{
	size_t length = loop->name.end - loop->name.start;
	struct lexeme word = scan(start, end), after = scan(word.start + word.length, end);
	while (lexeme_is(word, "(")) {
		const char *close = scan_closing(word.start, end);
		if (!close || scan(close + 1, end).kind != LEX_END)
			return false;
		end = close;
		word = after;
		after = scan(word.start + word.length, end);
	}
	return after.kind == LEX_END && word.length == length && !memcmp(word.start, source->text + loop->name.start, length);
}

static bool read_condition(const struct source *source, struct span condition, struct loop *loop)
{
	static const struct {
		const char *operator;
		enum relation relation, mirrored;
	} relations[] = {
		{"<=", REL_LESS_EQUAL, REL_GREATER_EQUAL}, {">=", REL_GREATER_EQUAL, REL_LESS_EQUAL},
		{"<", REL_LESS, REL_GREATER},              {">", REL_GREATER, REL_LESS},
		{"!=", REL_NOT_EQUAL, REL_NOT_EQUAL},
	};
	const char *start = source->text + condition.start, *end = source->text + condition.end;
	while (*start == '(' && scan_closing(start, end) == end - 1) {
		start++;
		end--;
		scan_trim(&start, &end);
	}
	for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++) {
		const char *operator = scan_find(start, end, relations[i].operator);
		if (!operator)
			continue;
		const char *right = operator + strlen(relations[i].operator);
		if (is_variable(source, loop, start, operator)) {
			loop->bound = trimmed(source, right, end);
			loop->relation = relations[i].relation;
			return !is_empty(loop->bound);
		}
		if (is_variable(source, loop, right, end)) {
			loop->bound = trimmed(source, start, operator);
			loop->relation = relations[i].mirrored;
			return !is_empty(loop->bound);
		}
	}
	return false;
}

/* The value of an expression that is a literal, perhaps signed and in parentheses. */
static bool literal_value(const struct source *source, struct span span, long long *value)
{
	char text[32];
	size_t length = 0;
	for (unsigned i = span.start; i < span.end; i++) {
		char c = source->text[i];
		if (c == ' ' || c == '(' || c == ')' || c == '+')
			continue;
		if (length + 1 == sizeof text)
			return false;
		text[length++] = c;
	}
	text[length] = '\0';
	char *rest;
	*value = strtoll(text, &rest, 0);
	return length > 0 && rest != text && strspn(rest, "uUlL") == strlen(rest);
}

/* `i = i + s`, `i = s + i`, `i = i - s` */
static bool read_assignment(const struct source *source, const char *start, const char *end, struct loop *loop)
{
	for (const char *op = scan_find(start, end, "+"); op; op = scan_find(op + 1, end, "+")) {
		if (is_variable(source, loop, start, op)) {
			loop->step = trimmed(source, op + 1, end);
			return true;
		}
		if (is_variable(source, loop, op + 1, end)) {
			loop->step = trimmed(source, start, op);
			return true;
		}
	}
	const char *minus = scan_find(start, end, "-");
	if (!minus || !is_variable(source, loop, start, minus))
		return false;
	loop->step = trimmed(source, minus + 1, end);
	loop->subtract = true;
	return true;
}

static bool read_increment(const struct source *source, struct span increment, struct loop *loop)
{
	const char *start = source->text + increment.start, *end = source->text + increment.end, *op;
	while (*start == '(' && scan_closing(start, end) == end - 1) {
		start++;
		end--;
		scan_trim(&start, &end);
	}
	if ((op = scan_find(start, end, "++")) || (op = scan_find(start, end, "--"))) {
		loop->unit = true;
		loop->subtract = *op == '-';
		return is_variable(source, loop, start, op) || is_variable(source, loop, op + 2, end);
	}
	bool good;
	if ((op = scan_find(start, end, "+=")) || (op = scan_find(start, end, "-="))) {
		good = is_variable(source, loop, start, op);
		loop->step = trimmed(source, op + 2, end);
		loop->subtract = *op == '-';
	} else {
		op = scan_find(start, end, "=");
		good = op && is_variable(source, loop, start, op) && read_assignment(source, op + 1, end, loop);
	}
	return good && !is_empty(loop->step);
}

/* The first variable in an expression; null: there is none. */
static const struct variable *variable_in(const struct survey *survey, struct span span)
{
	unsigned i = survey_reference_at(survey, span.start);
	return i < survey->reference_count && survey->references[i].offset < span.end ? survey->references[i].variable : NULL;
}

static const struct survey_constant *constant_in(const struct survey *survey, struct span span)
{
	return variable_in(survey, span) ? NULL : survey_constant_at(survey, span.start);
}

/* Works out the direction; a literal step is normalised to a positive amount where it is 1. */
static bool read_direction(struct region_tree *tree, struct loop *loop)
{
	struct source *source = tree->source;
	long long value = 1;
	bool literal = loop->unit || literal_value(source, loop->step, &value);
	if (!literal && loop->relation == REL_NOT_EQUAL && variable_in(tree->survey, loop->step)) {
		error_at(source, loop->step.start, "the step of '%s' must be 1 or -1 in a loop with !=: another step may jump over the bound",
			 loop->variable->name);
		return false;
	}
	bool negative = literal && (value < 0) != loop->subtract;
	switch (loop->relation) {
	case REL_LESS:
	case REL_LESS_EQUAL: loop->down = false; break;
	case REL_GREATER:
	case REL_GREATER_EQUAL: loop->down = true; break;
	case REL_NOT_EQUAL: loop->down = negative; break;
	}
	if (literal && value == 0) {
		error_at(source, loop->step.start, "the step of the loop is 0: '%.*s' never changes", (int)(loop->name.end - loop->name.start),
			 source->text + loop->name.start);
		return false;
	}
	if (literal && negative != loop->down) {
		error_at(source, loop->header.start, "the loop's condition and its step go in opposite directions");
		return false;
	}
	if (literal && (value == 1 || value == -1))
		loop->unit = true;
	return true;
}

static bool not_canonical(struct region_tree *tree, unsigned start, unsigned end, unsigned offset, const char *directive,
			  const char *what)
{
	for (unsigned i = start; i < end; i++) {
		const struct invocation *invocation = survey_invocation(tree->survey, i);
		if (invocation && invocation->start >= start) { /* the part that is missing may be inside a macro */
			region_expand(tree, invocation->start);
			return false;
		}
	}
	error_at(tree->source, offset, "the loop after '#pragma omp %s' is not in canonical form: %s", directive, what);
	return false;
}

static bool read_one(struct region_tree *tree, unsigned start, unsigned end, const char *directive, struct loop *loop)
{
	struct source *source = tree->source;
	struct parts parts;
	*loop = (struct loop){0};
	if (!split_header(source, start, end, loop, &parts))
		return not_canonical(tree, start, start + 1, start, directive, "expected for (init; condition; increment)");
	unsigned last = loop->header.end;
	if (!read_init(tree, parts.init, loop))
		return not_canonical(tree, start, last, parts.init.start, directive, "the first part must set the loop variable, as in 'i = 0'");
	if (!read_condition(source, parts.condition, loop))
		return not_canonical(tree, start, last, parts.condition.start, directive,
				     "the condition must compare the loop variable with a bound by <, <=, >, >= or !=");
	if (!read_increment(source, parts.increment, loop))
		return not_canonical(tree, start, last, parts.increment.start, directive,
				     "the last part must add to or subtract from the loop variable a step that does not change");
	enum ctype_class class = loop->variable->type->class;
	if (class != TYPE_SIGNED && class != TYPE_UNSIGNED && class != TYPE_POINTER && class != TYPE_BOOL) {
		error_at(source, loop->name.start, "the loop variable '%s' must be an integer or a pointer, not '%s'", loop->variable->name,
			 loop->variable->type->spelling);
		return false;
	}
	loop->lower_value = constant_in(tree->survey, loop->lower);
	loop->bound_value = constant_in(tree->survey, loop->bound);
	loop->step_value = is_empty(loop->step) ? NULL : constant_in(tree->survey, loop->step);
	return read_direction(tree, loop);
}

/* The end of the statement that begins at text[start, end). */
static const char *statement_end(const char *start, const char *end)
{
	struct lexeme word = program(start, end);
	const char *close;
	if (lexeme_is(word, "{"))
		return (close = scan_closing(word.start, end)) ? close + 1 : end;
	if (lexeme_is(word, "for") || lexeme_is(word, "while") || lexeme_is(word, "if") || lexeme_is(word, "switch")) {
		struct lexeme open = scan(word.start + word.length, end);
		if (!lexeme_is(open, "(") || !(close = scan_closing(open.start, end)))
			return end;
		const char *after = statement_end(close + 1, end);
		struct lexeme other = program(after, end);
		return lexeme_is(word, "if") && lexeme_is(other, "else") ? statement_end(other.start + other.length, end) : after;
	}
	const char *semicolon = scan_find(word.start, end, ";");
	return semicolon ? semicolon + 1 : end;
}

/* The one for statement among those of a block, text[start, end).  False: there is none, or there are several. */
static bool only_loop(const struct source *source, unsigned *start, unsigned *end)
{
	const char *at = source->text + *start, *limit = source->text + *end;
	struct span found = {0, 0};
	int count = 0;
	for (struct lexeme word = program(at, limit); word.kind != LEX_END; word = program(at, limit)) {
		at = statement_end(word.start, limit);
		if (lexeme_is(word, "for")) {
			found = (struct span){offset_of(source, word.start), offset_of(source, at)};
			count++;
		}
		if (at <= word.start)
			return false;
	}
	*start = found.start;
	*end = found.end;
	return count == 1;
}

/* Goes from a loop's body to the loop in it; *other: it stands beside other code.  False: there is none. */
static bool enter_body(const struct source *source, unsigned *start, unsigned *end, bool *other)
{
	while (source->text[*start] == '{') {
		const char *close = scan_closing(source->text + *start, source->text + *end);
		if (!close)
			return false;
		struct lexeme inside = program(source->text + *start + 1, close);
		*start = offset_of(source, inside.start);
		*end = trimmed(source, source->text + *start, close).end;
	}
	const char *limit = source->text + *end;
	if (lexeme_is(at(source, *start, *end), "for") && program(statement_end(source->text + *start, limit), limit).kind == LEX_END)
		return true;
	*other = true;
	return only_loop(source, start, end);
}

bool loop_read(struct region_tree *tree, unsigned start, unsigned end, const char *directive, int count, struct loop *loops, int *perfect)
{
	struct source *source = tree->source;
	bool any_other = false;
	for (int i = 0; i < count; i++) {
		if (!read_one(tree, start, end, directive, &loops[i]))
			return false;
		if (i + 1 == count)
			return true;
		start = loops[i].body.start;
		end = loops[i].body.end;
		unsigned body = start;
		bool other = false, found = enter_body(source, &start, &end, &other);
		if (other && !any_other && found && perfect)
			*perfect = i + 1;
		any_other |= other;
		if (found && (perfect || !other))
			continue;
		const struct invocation *invocation = survey_invocation(tree->survey, found ? body : start ? start : body);
		if (!invocation)
			invocation = survey_invocation(tree->survey, body);
		if (invocation)
			region_expand(tree, invocation->start);
		else if (found)
			error_at(source, start, "'%s' asks for %d perfectly nested loops, but loop %d has other code beside loop %d", directive, count, i + 1, i + 2);
		else
			error_at(source, body, "'%s' asks for %d nested loops, but the body of loop %d is not a for loop", directive, count, i + 1);
		return false;
	}
	return true;
}

bool loop_span_uses(const struct survey *survey, struct span span, const struct variable *variable)
{
	for (unsigned i = survey_reference_at(survey, span.start); i < survey->reference_count && survey->references[i].offset < span.end; i++)
		if (survey->references[i].variable == variable)
			return true;
	return false;
}

bool loops_are_triangular(const struct survey *survey, const struct loop *loops, int count)
{
	for (int inner = 1; inner < count; inner++)
		for (int outer = 0; outer < inner; outer++)
			if (loop_span_uses(survey, loops[inner].lower, loops[outer].variable) ||
			    loop_span_uses(survey, loops[inner].bound, loops[outer].variable))
				return true;
	return false;
}
