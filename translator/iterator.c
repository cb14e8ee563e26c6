#include "iterator.h"

#include "diagnostic.h"
#include "lower.h"
#include "scan.h"
#include "template.h"

#include <string.h>

static const char *trimmed(struct source *source, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return start < end ? arena_strndup(source->arena, start, (size_t)(end - start)) : "";
}

bool iterators_begin(const char *start, const char *end)
{
	struct lexeme word = scan(start, end);
	return lexeme_is(word, "iterator") && lexeme_is(scan(word.start + word.length, end), "(");
}

/* The last word before `end`: the iterator's name. */
static struct lexeme last_word(const char *start, const char *end)
{
	struct lexeme last = scan(start, end);
	for (struct lexeme word = last; word.kind != LEX_END; word = scan(word.start + word.length, end))
		last = word;
	return last;
}

/* Iterators have one scope: the bounds of one cannot use another. */
static bool uses_iterator(const struct iterator *all, const char *expression)
{
	const char *end = expression + strlen(expression);
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD && iterators_declare(all, word.start, word.length))
			return true;
	return false;
}

static bool check_bounds(struct source *source, const struct iterator *all, const struct iterator *iterator)
{
	if (!*iterator->begin || !*iterator->end || (iterator->step && !*iterator->step)) {
		error_at(source, iterator->offset, "the iterator '%s' needs 'begin : end' or 'begin : end : step'", iterator->name);
		return false;
	}
	if (uses_iterator(all, iterator->begin) || uses_iterator(all, iterator->end) || (iterator->step && uses_iterator(all, iterator->step))) {
		error_at(source, iterator->offset, "the bounds of the iterator '%s' cannot use an iterator of the same clause", iterator->name);
		return false;
	}
	if (iterator->step && !strcmp(iterator->step, "0")) {
		error_at(source, iterator->offset, "the step of the iterator '%s' is 0", iterator->name);
		return false;
	}
	return true;
}

/* "int i = 0 : n : 2" */
static struct iterator *read_one(struct source *source, struct pragma *pragma, const char *start, const char *end)
{
	const char *equals = scan_find(start, end, "="), *colon = equals ? scan_find(equals + 1, end, ":") : NULL;
	struct lexeme name = last_word(start, equals ? equals : end);
	unsigned offset = pragma_offset(source, pragma, name.start);
	if (!colon || name.kind != LEX_WORD) {
		error_at(source, offset, "expected 'name = begin : end' in 'iterator'");
		return NULL;
	}
	const char *second = scan_find(colon + 1, end, ":");
	struct iterator *iterator = ARENA_NEW(source->arena, struct iterator);
	iterator->offset = offset;
	iterator->name = arena_strndup(source->arena, name.start, name.length);
	iterator->type = trimmed(source, start, name.start);
	if (!*iterator->type)
		iterator->type = "int";
	iterator->begin = trimmed(source, equals + 1, colon);
	iterator->end = trimmed(source, colon + 1, second ? second : end);
	iterator->step = second ? trimmed(source, second + 1, end) : NULL;
	return iterator;
}

bool iterators_read(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end)
{
	const char *open = memchr(start, '(', (size_t)(end - start)), *close = scan_closing(open, end);
	if (clause->iterators) {
		error_at(source, pragma_offset(source, pragma, start), "'iterator' may be written once in a clause");
		return false;
	}
	if (!close || scan(close + 1, end).kind != LEX_END) {
		error_at(source, pragma_offset(source, pragma, start), "expected ',' or ':' after 'iterator(...)'");
		return false;
	}
	struct iterator **tail = &clause->iterators;
	for (const char *at = open + 1, *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, close, ",");
		struct iterator *iterator = read_one(source, pragma, at, comma ? comma : close);
		if (!iterator)
			return false;
		if (iterators_declare(clause->iterators, iterator->name, strlen(iterator->name))) {
			error_at(source, iterator->offset, "there are two iterators '%s'", iterator->name);
			return false;
		}
		*tail = iterator;
		tail = &iterator->next;
	}
	for (const struct iterator *iterator = clause->iterators; iterator; iterator = iterator->next)
		if (!check_bounds(source, clause->iterators, iterator))
			return false;
	return true;
}

bool iterators_declare(const struct iterator *iterators, const char *name, size_t length)
{
	for (; iterators; iterators = iterators->next)
		if (strlen(iterators->name) == length && !memcmp(iterators->name, name, length))
			return true;
	return false;
}

/* ---------------------------------------------------------------------------------------------- loops */

/* The value of a bound: a number as it is, else a constant, so that it is evaluated once and has the iterator's type.  0 too:
   compilers warn of comparing an unsigned value with it. */
static const char *bound(struct lowering *lowering, const struct leaf *leaf, const struct iterator *iterator, const char *what,
			 const char *expression, struct text *constants)
{
	const char *value = lower_clause_expression(lowering, leaf->outer, leaf->site, expression);
	bool step = !strcmp(what, "step");
	if (strspn(value, "0123456789") == strlen(value) && (strcmp(value, "0") || !strcmp(what, "begin")))
		return value;
	const char *name = survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_%s", iterator->name, what));
	text_printf(constants, "%s%s = %s;\n", strchr(iterator->type, '*') && !step ? "" : "const ",
		    ctype_declare_spelling(lowering->arena, step ? "long long" : iterator->type, name), value);
	return name;
}

/* The header of the loop over one iterator.  Only a step of 1 cannot go past the type's last value: other values are
   computed from their number. */
static const char *header(struct lowering *lowering, const struct leaf *leaf, const struct iterator *iterator, struct text *constants,
			  const char **value)
{
	struct arena *arena = lowering->arena;
	const char *end = bound(lowering, leaf, iterator, "end", iterator->end, constants), *name = iterator->name;
	*value = NULL;
	if (!iterator->step || !strcmp(iterator->step, "1"))
		return lower_for_header(lowering, iterator->type, name, lower_clause_expression(lowering, leaf->outer, leaf->site, iterator->begin),
					arena_printf(arena, "%s < %s; %s++", name, end, name));
	const char *begin = bound(lowering, leaf, iterator, "begin", iterator->begin, constants);
	const char *step = bound(lowering, leaf, iterator, "step", iterator->step, constants);
	const char *number = survey_free_name(lowering->survey, arena_printf(arena, "%s_k", name)),
		   *count = survey_free_name(lowering->survey, arena_printf(arena, "%s_count", name));
	text_printf(constants, "const unsigned long long %s = ppcc_iterations(%s < %s, (%s + 0ULL) - (%s + 0ULL), %s);\n", count, begin, end, end,
		    begin, step);
	*value = arena_printf(arena, "%s = %s + (long long)%s * %s;", ctype_declare_spelling(arena, iterator->type, name), begin, number, step);
	return lower_for_header(lowering, "unsigned long long", number, "0", arena_printf(arena, "%s < %s; %s++", number, count, number));
}

/* For a C without declarations in for statements the loop begins with one. */
static const char *as_statement(struct lowering *lowering, const char *text)
{
	return strncmp(text, "for ", 4) ? arena_printf(lowering->arena, "{\n\t%s\n}", indent_lines(lowering->arena, text, "\t")) : text;
}

static const char *around(struct lowering *lowering, const struct leaf *leaf, const struct iterator *iterator, const char *statement,
			  struct text *constants)
{
	struct arena *arena = lowering->arena;
	const char *value, *own = header(lowering, leaf, iterator, constants, &value), *inside = statement;
	if (iterator->next)
		inside = as_statement(lowering, around(lowering, leaf, iterator->next, statement, constants));
	if (value)
		return arena_printf(arena, "%s {\n\t%s\n\t%s\n}", own, value, indent_lines(arena, inside, "\t"));
	return arena_printf(arena, "%s\n\t%s", own, indent_lines(arena, inside, "\t"));
}

const char *iterators_around(struct lowering *lowering, const struct leaf *leaf, const struct iterator *iterators, const char *statement)
{
	struct text constants = {0};
	if (!iterators)
		return statement;
	const char *loops = around(lowering, leaf, iterators, statement, &constants);
	if (constants.data)
		loops = arena_printf(lowering->arena, "%s%s", constants.data, loops);
	text_release(&constants);
	return as_statement(lowering, loops);
}
