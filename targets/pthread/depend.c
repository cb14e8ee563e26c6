/* depend.c - the locators of depend clauses as addresses (OpenMP 5.2, 15.9.5). */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static const char *kind_of(const struct clause *clause)
{
	static const struct {
		const char *keyword, *constant;
	} kinds[] = {{"in", "PPCC_DEPEND_IN"}, {"mutexinoutset", "PPCC_DEPEND_MUTEX"}, {"inoutset", "PPCC_DEPEND_INOUTSET"}};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(clause->keyword, kinds[i].keyword))
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

static const char *address(struct lowering *lowering, const struct leaf *leaf, const char *start, const char *end)
{
	scan_trim(&start, &end);
	struct lexeme word = scan(start, end);
	if (word.start + word.length == end && word.kind == LEX_WORD) {
		const struct variable *variable = survey_lookup(lowering->survey, word.start, word.length, lower_offset(leaf));
		if (lexeme_is(word, "omp_all_memory"))
			return "0";
		if (variable && variable->type->class == TYPE_ARRAY)
			return lower_name(lowering, leaf->outer, variable);
		if (variable)
			return lower_address(lowering, leaf->outer, variable);
	}
	return arena_printf(lowering->arena, "&%s", lower_clause_expression(lowering, leaf->outer, leaf->site, without_sections(lowering, start, end)));
}

const char *depend_arguments(struct lowering *lowering, const struct leaf *leaf)
{
	struct text list = {0};
	int count = 0;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_DEPEND)
			continue;
		const char *start = entry->clause->expression, *end = start + strlen(start);
		for (const char *comma; start; start = comma ? comma + 1 : NULL, count++) {
			comma = scan_find(start, end, ",");
			text_printf(&list, "%s{%s, %s}", count ? ", " : "", address(lowering, leaf, start, comma ? comma : end), kind_of(entry->clause));
		}
	}
	const char *result = count > 0 ? arena_printf(lowering->arena, "(const struct ppcc_depend[]){%s}, %d", list.data, count) : NULL;
	text_release(&list);
	return result;
}
