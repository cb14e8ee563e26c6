#include "lint_headers.h"

#include "lint_place.h"

#include <string.h>

enum { MAX_NEST = 16 };

/* One `for` of a nest; the pointers are into the source's text. */
struct header {
	struct lexeme variable; /* kind LEX_END when the first part has another form */
	const char *init, *condition, *step, *close;
};

static const char *text_end(const struct survey *survey)
{
	return survey->source->text + survey->source->size;
}

static unsigned offset_of(const struct survey *survey, const char *place)
{
	return (unsigned)(place - survey->source->text);
}

static bool same(struct lexeme a, struct lexeme b)
{
	return a.kind == LEX_WORD && b.kind == LEX_WORD && a.length == b.length && memcmp(a.start, b.start, a.length) == 0;
}

/* Reads the `for` at or after `at`, perhaps behind braces. */
static bool read_header(const struct survey *survey, const char *at, struct header *header)
{
	const char *end = text_end(survey);
	struct lexeme word = scan(at, end);

	while (lexeme_is(word, "{"))
		word = scan(word.start + 1, end);
	struct lexeme open = scan(word.start + word.length, end);
	if (!lexeme_is(word, "for") || !lexeme_is(open, "("))
		return false;
	header->close = scan_closing(open.start, end);
	const char *first = header->close ? scan_find(open.start + 1, header->close, ";") : NULL;
	const char *second = first ? scan_find(first + 1, header->close, ";") : NULL;
	if (!second)
		return false;
	header->init = open.start + 1;
	header->condition = first + 1;
	header->step = second + 1;
	header->variable = place_loop_variable(survey, offset_of(survey, header->init));
	return true;
}

/* The step that is added or subtracted: `i += step`, `i = i + step`.  Null for ++ and --. */
static const char *step_of(const struct header *header)
{
	static const char *const operators[] = {"+=", "-="};

	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
		const char *operator= scan_find(header->step, header->close, operators[i]);
		if (operator)
			return operator+ 2;
	}
	const char *assign = scan_find(header->step, header->close, "=");
	const char *plus = assign ? scan_find(assign + 1, header->close, "+") : NULL;
	const char *minus = assign ? scan_find(assign + 1, header->close, "-") : NULL;
	return plus ? plus + 1 : minus ? minus + 1 : NULL;
}

/* `i != bound` needs a step of 1 or -1; a step that is no number is left to the compiler of the constant. */
static void check_step(const struct survey *survey, struct findings *findings, const struct header *header)
{
	const char *step = step_of(header);

	if (!step || !scan_find(header->condition, header->step - 1, "!="))
		return;
	struct lexeme number = scan(step, header->close);
	struct lexeme next = scan(number.start + number.length, header->close);
	if (number.kind != LEX_NUMBER || next.kind != LEX_END || lexeme_is(number, "1"))
		return;
	findings_add(findings, FINDING_ERROR, offset_of(survey, number.start),
				 "the step of '%.*s' must be 1 or -1 in a loop with !=: another step may jump over the bound",
				 (int)header->variable.length, header->variable.start);
}

/* The use of an outer loop's variable inside [] in a part of a header; null when there is none. */
static const char *subscript_use(const char *start, const char *end, struct lexeme variable)
{
	int depth = 0;

	for (struct lexeme l = scan(start, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (lexeme_is(l, "["))
			depth++;
		else if (lexeme_is(l, "]"))
			depth--;
		else if (depth > 0 && same(l, variable))
			return l.start;
	}
	return NULL;
}

static void check_bounds(const struct survey *survey, struct findings *findings, const struct header *outer,
						 const struct header *inner)
{
	const char *use = subscript_use(inner->init, inner->step, outer->variable);
	int length = (int)outer->variable.length;
	const char *name = outer->variable.start;

	if (!use)
		return;
	findings_add(findings, FINDING_ERROR, offset_of(survey, use),
				 "the bound of '%.*s' may depend on '%.*s' only as in 'a * %.*s + b', so that the iterations can be "
				 "counted before the loops run",
				 (int)inner->variable.length, inner->variable.start, length, name, length, name);
}

static void check_nest(const struct survey *survey, struct findings *findings, const struct pragma *pragma)
{
	struct header headers[MAX_NEST];
	const char *at = survey->source->text + pragma->next;
	long wanted = pragma_loops(pragma);

	for (int i = 0; i < wanted && i < MAX_NEST && read_header(survey, at, &headers[i]); i++) {
		check_step(survey, findings, &headers[i]);
		for (int outer = 0; outer < i; outer++)
			if (headers[outer].variable.kind == LEX_WORD)
				check_bounds(survey, findings, &headers[outer], &headers[i]);
		at = headers[i].close + 1;
	}
}

void lint_headers(const struct survey *survey, struct findings *findings)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (!pragma_has_loop(pragma) || !pragma_is_lowered(pragma) || pragma->next >= survey->source->size)
			continue;
		if (place_is_sequence(survey, pragma))
			continue; /* what becomes of the loops is read again */
		if (survey->source->text[pragma->next] == '{')
			findings_add(findings, FINDING_ERROR, pragma->start, "'%s' must be followed by a for loop, not by a block",
						 pragma->directive.spelling);
		else
			check_nest(survey, findings, pragma);
	}
}
