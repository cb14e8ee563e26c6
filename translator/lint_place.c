#include "lint_place.h"

#include <stdlib.h>
#include <string.h>

/* How many pragmas start at or before the place. */
static unsigned pragmas_until(const struct survey *survey, unsigned offset)
{
	unsigned low = 0, high = survey->pragmas->count;

	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (survey->pragmas->items[middle].start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct pragma *place_pragma_before(const struct survey *survey, unsigned offset)
{
	unsigned count = pragmas_until(survey, offset);
	return count ? &survey->pragmas->items[count - 1] : NULL;
}

const struct pragma *place_pragma(const struct survey *survey, unsigned offset)
{
	const struct pragma *pragma = place_pragma_before(survey, offset);
	return pragma && offset <= pragma->end ? pragma : NULL;
}

bool pragma_is_lowered(const struct pragma *pragma)
{
	for (int i = 0; i < pragma->directive.leaf_count; i++)
		if (!directive_rows[pragma->directive.leaves[i]].clauses)
			return false;
	return true;
}

bool place_is_sequence(const struct survey *survey, const struct pragma *pragma)
{
	for (unsigned i = (unsigned)pragma->index; i < survey->pragmas->count && survey->pragmas->items[i].next == pragma->next; i++)
		if (survey->pragmas->items[i].directive.leaves[0] == D_FUSE)
			return true;
	return false;
}

/* Whether a statement belongs to the pragma. */
static bool has_region(const struct pragma *pragma)
{
	enum before before = directive_rows[pragma->directive.leaves[0]].before;
	return pragma_is_lowered(pragma) && (before == BEFORE_STATEMENT || before == BEFORE_LOOP);
}

const struct pragma *place_region(const struct survey *survey, unsigned offset)
{
	for (unsigned i = pragmas_until(survey, offset); i > 0; i--) {
		const struct pragma *pragma = &survey->pragmas->items[i - 1];
		const struct statement *statement = &survey->statements[i - 1];
		const struct function *function = survey->owners[i - 1];
		if (function && function->end <= offset)
			break;
		if (statement->found && !statement->unknown && has_region(pragma) && statement->start <= offset &&
			offset < statement->end)
			return pragma;
	}
	return NULL;
}

bool place_clause(const struct survey *survey, unsigned offset, struct clause_place *clause)
{
	const struct pragma *pragma = place_pragma(survey, offset);
	struct lexeme word = {LEX_END, NULL, 0};
	int depth = 0;

	if (!pragma)
		return false;
	const char *text = survey->source->text, *place = text + offset, *end = text + pragma->end;
	for (struct lexeme l = scan(text + pragma->start, end); l.kind != LEX_END && l.start <= place;
		 l = scan(l.start + l.length, end)) {
		if (depth == 0 && l.kind == LEX_WORD)
			word = l;
		if (lexeme_is(l, "(") && depth++ == 0) {
			const char *close = scan_closing(l.start, end);
			*clause = (struct clause_place){word, l.start, close ? close : end};
		}
		if (lexeme_is(l, ")") && depth > 0 && l.start < place)
			depth--;
	}
	return depth > 0;
}

static bool separates(struct lexeme lexeme)
{
	return lexeme_is(lexeme, ",") || lexeme_is(lexeme, ":");
}

bool place_item(const struct survey *survey, unsigned offset, const char **start, const char **end)
{
	struct clause_place clause;
	const char *place = survey->source->text + offset;
	int depth = 0;

	if (!place_clause(survey, offset, &clause))
		return false;
	*start = clause.open + 1;
	*end = clause.close;
	for (struct lexeme l = scan(*start, clause.close); l.kind != LEX_END; l = scan(l.start + l.length, clause.close)) {
		if (lexeme_is(l, "(") || lexeme_is(l, "["))
			depth++;
		else if (lexeme_is(l, ")") || lexeme_is(l, "]"))
			depth--;
		else if (depth == 0 && separates(l) && l.start < place)
			*start = l.start + 1;
		else if (depth == 0 && separates(l)) {
			*end = l.start;
			break;
		}
	}
	scan_trim(start, end);
	return *start < *end;
}

bool place_operator(const struct survey *survey, unsigned offset, const char **start, const char **end)
{
	const struct pragma *pragma = place_pragma(survey, offset);
	struct clause_place clause;

	if (pragma && pragma->directive.leaves[0] == D_DECLARE_REDUCTION && pragma->argument) {
		*start = pragma->argument;
		*end = strchr(*start, ':');
	} else if (place_clause(survey, offset, &clause)) {
		*start = clause.open + 1;
		*end = scan_find(*start, clause.close, ":");
		const char *comma = *end ? scan_find(*start, *end, ",") : NULL;
		*start = comma ? comma + 1 : *start;
	} else {
		return false;
	}
	if (!*end)
		return false;
	scan_trim(start, end);
	return *start < *end;
}

/* The last word before the '=' in the first part of a for header; kind LEX_END when the part is not of this form. */
static struct lexeme header_variable(const char *open, const char *close)
{
	struct lexeme name = {LEX_END, NULL, 0};
	const char *semicolon = scan_find(open + 1, close, ";");
	const char *assign = scan_find(open + 1, semicolon ? semicolon : close, "=");

	for (struct lexeme l = scan(open + 1, assign ? assign : open + 1); l.kind != LEX_END;
		 l = scan(l.start + l.length, assign))
		name = l;
	return name;
}

struct lexeme place_loop_variable(const struct survey *survey, unsigned offset)
{
	const struct source *source = survey->source;
	const char *end = source->text + source->size;

	for (unsigned i = source_token_at(source, offset + 1); i > 0; i--) {
		if (!source_token_is(source, i - 1, "for") || source->tokens[i - 1].directive)
			continue;
		struct lexeme open = scan(source->text + source->tokens[i - 1].end, end);
		const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
		if (close && close >= source->text + offset)
			return header_variable(open.start, close);
	}
	return (struct lexeme){LEX_END, NULL, 0};
}

bool pragma_has_loop(const struct pragma *pragma)
{
	return directive_rows[pragma->directive.leaves[pragma->directive.leaf_count - 1]].before == BEFORE_LOOP;
}

long pragma_loops(const struct pragma *pragma)
{
	const struct clause *collapse = clause_find(pragma->clauses, C_COLLAPSE);
	const struct clause *ordered = clause_find(pragma->clauses, C_ORDERED);
	long a = collapse && collapse->expression ? strtol(collapse->expression, NULL, 0) : 1;
	long b = ordered && ordered->expression ? strtol(ordered->expression, NULL, 0) : 1;

	return a > b ? a : b > 1 ? b : 1;
}

bool pragma_loop_variable(const struct survey *survey, const struct pragma *pragma, struct lexeme name)
{
	const char *end = survey->source->text + survey->source->size;
	const char *at = survey->source->text + pragma->next;

	if (!pragma_has_loop(pragma))
		return false;
	for (long wanted = pragma_loops(pragma); wanted > 0; wanted--) {
		struct lexeme word = scan(at, end);
		while (lexeme_is(word, "{"))
			word = scan(word.start + 1, end);
		struct lexeme open = scan(word.start + word.length, end);
		if (!lexeme_is(word, "for") || !lexeme_is(open, "("))
			return false;
		const char *close = scan_closing(open.start, end);
		if (!close)
			return false;
		struct lexeme variable = header_variable(open.start, close);
		if (variable.kind == LEX_WORD && variable.length == name.length &&
			memcmp(variable.start, name.start, name.length) == 0)
			return true;
		at = close + 1;
	}
	return false;
}
