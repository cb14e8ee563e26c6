/* depend.c - depend clauses as lists of addresses (OpenMP 5.2, 15.9.5), and depend objects (15.9.4). */
#include "pthread_target.h"

#include "diagnostic.h"
#include "iterator.h"
#include "scan.h"

#include <string.h>

static const char *kind_of(const char *keyword)
{
	static const struct {
		const char *keyword, *constant;
	} kinds[] = {{"in", "PPCC_DEPEND_IN"}, {"mutexinoutset", "PPCC_DEPEND_MUTEX"}, {"inoutset", "PPCC_DEPEND_INOUTSET"}, {"depobj", "PPCC_DEPEND_OBJECT"}};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(keyword, kinds[i].keyword))
			return kinds[i].constant;
	return "PPCC_DEPEND_OUT";
}

/* The first element of each array section in a locator: "a[2:n]" is at "a[2]", "a[:n]" at "a[0]". */
static const char *without_sections(struct lowering *lowering, const char *start, const char *end)
{
	struct text out = {0};
	const char *at = start;
	for (struct lexeme word = scan(start, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		const char *close = lexeme_is(word, "[") ? scan_closing(word.start, end) : NULL;
		const char *colon = close ? scan_find(word.start + 1, close, ":") : NULL;
		if (!colon || (scan_find(word.start + 1, close, "?") && scan_find(word.start + 1, close, "?") < colon))
			continue;
		const char *first = word.start + 1, *last = colon;
		scan_trim(&first, &last);
		text_add(&out, at, (size_t)(word.start + 1 - at));
		text_printf(&out, "%.*s", last > first ? (int)(last - first) : 1, last > first ? first : "0");
		at = close;
		word.start = close - 1;
		word.length = 1;
	}
	text_add(&out, at, (size_t)(end - at));
	const char *result = lines_of(lowering, &out);
	text_release(&out);
	return result;
}

/* "([n][m])p", p as an array of n rows of m (3.2.5): where it begins is where p points to. */
static const char *without_shape(struct lowering *lowering, const char *locator)
{
	const char *end = locator + strlen(locator);
	struct lexeme open = scan(locator, end), bracket = scan(open.start + open.length, end);
	if (!lexeme_is(open, "(") || !lexeme_is(bracket, "["))
		return locator;
	const char *close = scan_closing(open.start, end);
	struct lexeme pointer = close ? scan(close + 1, end) : bracket;
	if (pointer.kind != LEX_WORD)
		return locator;
	return arena_printf(lowering->arena, "(*(__typeof__(*%.*s) (*)%.*s)%.*s)%s", (int)pointer.length, pointer.start,
			    (int)(close - open.start - 1), open.start + 1, (int)pointer.length, pointer.start, pointer.start + pointer.length);
}

static bool is_all_memory(const char *start, const char *end)
{
	struct lexeme word = scan(start, end);
	return lexeme_is(word, "omp_all_memory") && scan(word.start + word.length, end).kind == LEX_END;
}

static const char *address(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const char *start, const char *end)
{
	scan_trim(&start, &end);
	struct lexeme word = scan(start, end);
	bool name = word.start + word.length == end && word.kind == LEX_WORD && !iterators_declare(clause->iterators, word.start, word.length);
	const struct variable *variable = name ? survey_lookup(lowering->survey, word.start, word.length, lower_offset(leaf)) : NULL;
	if (is_all_memory(start, end)) {
		if (!openmp_lists("out inout", clause->keyword))
			error_at(lowering->source, clause->offset, "'omp_all_memory' is for the dependences out and inout, not for '%s'", clause->keyword);
		return "0";
	}
	if (!strcmp(clause->keyword, "depobj"))
		return lower_iterated_expression(lowering, leaf->outer, leaf->site, clause->iterators, arena_strndup(lowering->arena, start, (size_t)(end - start)));
	if (variable && variable->type->class == TYPE_ARRAY)
		return lower_name(lowering, leaf->outer, variable);
	if (variable)
		return lower_address(lowering, leaf->outer, variable);
	const char *first = without_shape(lowering, without_sections(lowering, start, end));
	return arena_printf(lowering->arena, "&%s", lower_iterated_expression(lowering, leaf->outer, leaf->site, clause->iterators, first));
}

/* Walks over the locators of a clause; *at: the next one, null after the last. */
static const char *next_address(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const char **at)
{
	const char *end = *at + strlen(*at), *comma = scan_find(*at, end, ",");
	const char *result = address(lowering, leaf, clause, *at, comma ? comma : end);
	*at = comma ? comma + 1 : NULL;
	return result;
}

static bool any_iterators(const struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == C_DEPEND && entry->clause->iterators)
			return true;
	return false;
}

/* With iterators the list has a length that is known when the construct is met. */
static void fill_list(struct lowering *lowering, const struct leaf *leaf, struct depends *depends)
{
	struct arena *arena = lowering->arena;
	const char *list = survey_free_name(lowering->survey, "depends");
	add_line(&depends->before, "struct ppcc_depends %s = {0, 0, 0};", list);
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_DEPEND)
			continue;
		for (const char *at = entry->clause->expression; at;) {
			const char *call = arena_printf(arena, "ppcc_depends_add(&%s, %s, %s);", list, next_address(lowering, leaf, entry->clause, &at),
							kind_of(entry->clause->keyword));
			add_line(&depends->before, "%s", iterators_around(lowering, leaf, entry->clause->iterators, call));
		}
	}
	add_line(&depends->after, "ppcc_depends_free(&%s);", list);
	depends->list = arena_printf(arena, "%s.list", list);
	depends->count = arena_printf(arena, "%s.count", list);
}

void depends_make(struct lowering *lowering, const struct leaf *leaf, struct depends *depends)
{
	struct text list = {0};
	int count = 0;
	*depends = (struct depends){0};
	if (any_iterators(leaf)) {
		fill_list(lowering, leaf, depends);
		return;
	}
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_DEPEND)
			continue;
		for (const char *at = entry->clause->expression; at; count++) {
			const char *where = next_address(lowering, leaf, entry->clause, &at);
			text_printf(&list, "%s{%s, %s}", count ? ", " : "", where, kind_of(entry->clause->keyword));
		}
	}
	if (count > 0) {
		depends->list = arena_printf(lowering->arena, "(const struct ppcc_depend[]){%s}", list.data);
		depends->count = arena_printf(lowering->arena, "%d", count);
	}
	text_release(&list);
}

void depends_release(struct depends *depends)
{
	text_release(&depends->before);
	text_release(&depends->after);
}

/* ---------------------------------------------------------------------------------------------- depobj */

static const char *depobj_call(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const char *object)
{
	struct arena *arena = lowering->arena;
	if (clause->kind == C_DESTROY)
		return arena_printf(arena, "ppcc_depobj_destroy(%s);", object);
	if (clause->kind == C_UPDATE)
		return arena_printf(arena, "ppcc_depobj_update(%s, %s);", object, kind_of(clause->keyword));
	const char *at = clause->expression, *where = next_address(lowering, leaf, clause, &at);
	if (at || clause->iterators)
		error_at(lowering->source, clause->offset, "a depend object holds one dependence: 'depend' on 'depobj' takes one locator");
	return arena_printf(arena, "ppcc_depobj_init(%s, %s, %s);", object, where, kind_of(clause->keyword));
}

const char *lower_depobj(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	const char *argument = leaf->site->pragma->argument;
	const struct leaf_clause *entry = leaf->clauses;
	if (!argument || !*argument) {
		error_at(lowering->source, lower_offset(leaf), "'depobj' needs its object, as in depobj(object)");
		return NULL;
	}
	if (!entry || entry->next) {
		error_at(lowering->source, lower_offset(leaf), "'depobj' needs one of the clauses depend, init, update and destroy");
		return NULL;
	}
	const struct clause *clause = entry->clause;
	if (clause->kind == C_UPDATE && !clause->keyword)
		error_at(lowering->source, clause->offset, "expected a dependence in 'update', as in update(inout)");
	const char *object = arena_printf(arena, "&%s", lower_clause_expression(lowering, leaf->outer, leaf->site, argument));
	return arena_printf(arena, "%s%s /* %s */", mark_generated(arena, lower_offset(leaf)),
			    clause->kind == C_UPDATE && !clause->keyword ? ";" : depobj_call(lowering, leaf, clause, object), lower_origin(lowering, leaf));
}
