#include "metadirective.h"

#include "diagnostic.h"
#include "normalise.h"
#include "scan.h"
#include "variant.h"

#include <string.h>

static bool is_begin(const struct pragma *pragma)
{
	return pragma->directive.leaves[0] == D_BEGIN_METADIRECTIVE;
}

static bool is_metadirective(const struct pragma *pragma)
{
	return pragma->directive.leaves[0] == D_METADIRECTIVE || is_begin(pragma);
}

/* ---------------------------------------------------------------------------------------------- reading */

/* The place in pragma->words of a clause's argument. */
static const char *argument_start(const struct pragma *pragma, const struct clause *clause)
{
	return pragma->words + clause->argument_at;
}

static bool check_directive(struct resolution *r, const struct pragma *pragma, struct variant *variant)
{
	size_t length;
	scan_trim(&variant->start, &variant->end);
	const char *text = arena_strndup(r->source->arena, variant->start, (size_t)(variant->end - variant->start));
	unsigned offset = pragma_offset(r->source, pragma, variant->start);
	if (!*text) {
		variant->directive = (struct compound_row){"nothing", {D_NOTHING}, 1};
		return true;
	}
	if (!openmp_find_directive(text, &variant->directive, &length)) {
		struct lexeme word = scan(text, text + strlen(text));
		const char *nearest = openmp_nearest_directive(word.start, word.length);
		if (nearest)
			error_at(r->source, offset, "unknown directive '%.*s' in 'metadirective'; did you mean '%s'?", (int)word.length, word.start,
				 nearest);
		else
			error_at(r->source, offset, "unknown directive '%.*s' in 'metadirective'", (int)word.length, word.start);
		return false;
	}
	if (variant->directive.leaves[0] == D_METADIRECTIVE || variant->directive.leaves[0] == D_BEGIN_METADIRECTIVE) {
		error_at(r->source, offset, "a metadirective cannot be the variant of a metadirective");
		return false;
	}
	return true;
}

static bool read_variant(struct resolution *r, const struct pragma *pragma, const struct clause *clause, struct variant *variant)
{
	const char *start = argument_start(pragma, clause), *end = start + strlen(clause->argument);
	*variant = (struct variant){.start = start, .end = end};
	if (clause->kind == C_WHEN) {
		const char *colon = scan_find(start, end, ":");
		if (!colon) {
			error_at(r->source, clause->offset, "expected 'selector : directive' in 'when'");
			return false;
		}
		variant->start = colon + 1;
		variant->selector = selector_read(r->source, pragma, start, colon);
		if (!variant->selector)
			return false;
	} else if (clause->next) {
		error_at(r->source, clause->next->offset, "'otherwise' must be the last clause of a metadirective");
		return false;
	}
	return check_directive(r, pragma, variant);
}

/* ---------------------------------------------------------------------------------------------- replacing */

const char *metadirective_pragma(const struct resolution *r, const struct pragma *pragma, const struct variant *variant)
{
	struct arena *arena = r->source->arena;
	size_t length = pragma->end - pragma->start, head = pragma->words_offset - pragma->start, first = head, last = head;
	char *line = arena_strndup(arena, r->source->text + pragma->start, length), *rest = arena_alloc(arena, length + 1);
	bool nothing = variant->directive.leaves[0] == D_NOTHING;
	if (nothing) {
		head = last = 0;
	} else if (!pragma->expanded) {
		first = head + (size_t)(variant->start - pragma->words);
		last = head + (size_t)(variant->end - pragma->words);
	}
	for (size_t i = last, newlines = 0; line[i]; i++)
		if (line[i] == '\n')
			rest[newlines++] = '\n';
	for (size_t i = head; i < first && i < last; i++) {
		if (!strchr("\n\r\t", line[i]))
			line[i] = ' ';
		if (line[i] == '\n') /* the line goes on */
			line[line[i - 1] == '\r' ? i - 2 : i - 1] = '\\';
	}
	if (nothing || !pragma->expanded)
		return arena_printf(arena, "%.*s%s", (int)last, line, rest);
	return arena_printf(arena, "%.*s %.*s%s", (int)head, line, (int)(variant->end - variant->start), variant->start, rest);
}

/* Whether where it runs is asked there.  Nothing may come between a target construct and its teams. */
static bool asks_device(const struct resolution *r, unsigned index, const struct variant *variants, int count)
{
	const struct function *function = r->survey->owners[index];
	bool names_host = false;
	for (int i = 0; i < count; i++)
		if (variants[i].directive.leaf_count > 0 && variants[i].directive.leaves[0] == D_TEAMS)
			return false;
	for (const struct clause *clause = r->survey->pragmas->items[index].clauses; clause; clause = clause->next)
		names_host |= clause->argument && strstr(clause->argument, "host");
	return names_host && (context_in_target(&r->context) || (function && variant_is_on_device(r->survey, r->context.macros, function->name)));
}

static bool resolve(struct resolution *r, unsigned index)
{
	const struct pragma *pragma = &r->survey->pragmas->items[index];
	int count = 0;
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next)
		count++;
	struct variant *variants = arena_alloc(r->source->arena, (size_t)(count + 1) * sizeof *variants);
	struct candidate *candidates = arena_alloc(r->source->arena, (size_t)(count + 1) * sizeof *candidates);
	context_at(&r->context, r->survey, pragma->start);
	int i = 0;
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next, i++)
		if (!read_variant(r, pragma, clause, &variants[i]))
			return false;
	r->context.asks_device = asks_device(r, index, variants, count);
	for (i = 0; i < count; i++) {
		candidates[i] = (struct candidate){.selector = variants[i].selector, .matched = {.match = MATCH_ALWAYS}, .index = i};
		if (variants[i].selector)
			candidates[i].matched = selector_match(variants[i].selector, &r->context);
	}
	if (count == 0 || variants[count - 1].selector) {
		variants[count].directive = (struct compound_row){"nothing", {D_NOTHING}, 1};
		candidates[count] = (struct candidate){.matched = {.match = MATCH_ALWAYS}, .index = count};
		count++;
	}
	if (is_begin(pragma) && r->survey->owners[index]) {
		bool loop = false;
		for (i = 0; i < count; i++)
			for (int l = 0; l < variants[i].directive.leaf_count; l++)
				loop |= directive_rows[variants[i].directive.leaves[l]].before == BEFORE_LOOP ||
					variants[i].directive.leaves[l] == D_ATOMIC;
		metadirective_enclose(r, pragma, metadirective_end(r->survey, index), !loop);
		return true;
	}
	count = selector_order(candidates, count);
	if (count > 1)
		return metadirective_arms(r, index, variants, candidates, count);
	if (is_begin(pragma))
		return metadirective_pair(r, pragma, metadirective_end(r->survey, index), &variants[candidates[0].index]);
	const struct variant *chosen = &variants[candidates[0].index];
	unsigned start = pragma->start;
	while (chosen->directive.leaves[0] == D_NOTHING && start > 0 && strchr(" \t", r->source->text[start - 1]))
		start--;
	rewrite_add(&r->rewrite, start, pragma->end, metadirective_pragma(r, pragma, chosen));
	return true;
}

/* Whether a metadirective stands in the statement of another: its context is not known yet. */
static bool waits(const struct survey *survey, unsigned index)
{
	unsigned offset = survey->pragmas->items[index].start;
	for (unsigned i = 0; i < index; i++) {
		const struct pragma *outer = &survey->pragmas->items[i];
		const struct pragma *end = is_begin(outer) ? metadirective_end(survey, i) : NULL;
		if (end ? offset < end->start : is_metadirective(outer) && survey->statements[i].found && outer->end <= offset &&
						offset < survey->statements[i].end)
			return true;
	}
	return false;
}

bool metadirective_resolve(const struct survey *survey, bool *changed)
{
	const struct pragma_table *pragmas = survey->pragmas;
	struct resolution r = {.survey = survey, .source = survey->source, .rewrite = {.source = survey->source}};
	bool good = true, any = false;
	for (unsigned i = 0; i < pragmas->count; i++)
		any |= is_metadirective(&pragmas->items[i]);
	*changed = any;
	if (!metadirective_check_ends(survey))
		return false;
	if (!any)
		return true;
	r.expand = arena_alloc(r.source->arena, (pragmas->count + 1) * sizeof *r.expand);
	r.context = (struct context){.source = r.source, .macros = context_macros(r.source), .pragmas = pragmas};
	for (unsigned i = 0; i < pragmas->count; i++)
		if (is_metadirective(&pragmas->items[i]) && !waits(survey, i))
			good &= resolve(&r, i);
	context_release(&r.context);
	if (good && r.expand_count > 0)
		return normalise_invocations(r.source, r.expand, r.expand_count);
	if (good)
		rewrite_apply(&r.rewrite);
	return good;
}
