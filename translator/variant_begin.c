/* variant_begin.c - begin declare variant (OpenMP 5.2, 7.5.5). */
#include "variant.h"

#include "diagnostic.h"
#include "lower.h"
#include "normalise.h"
#include "rewrite.h"
#include "selector.h"
#include "survey_calls.h"

#include <ctype.h>
#include <string.h>

struct renaming {
	struct source *source;
	struct pragma_table pragmas;
	struct declared_function *functions;
	struct rewrite rewrite;
	unsigned *expand;
	unsigned expand_count;
};

static bool is(const struct pragma *pragma, enum directive kind)
{
	return pragma->directive.leaves[0] == kind;
}

const char *variant_comment(struct source *source, const struct pragma *pragma)
{
	char *text = arena_strndup(source->arena, source->text + pragma->start, pragma->end - pragma->start);
	for (char *c = strstr(text, "/*"); c; c = strstr(c, "/*"))
		c[1] = ' ';
	for (char *c = strstr(text, "*/"); c; c = strstr(c, "*/"))
		c[0] = ' ';
	return arena_printf(source->arena, "/* %s */", text);
}

/* A word for the selector in the name of a function: its last construct, else a property that is a name. */
static const char *word_for(const struct selector *selector, struct arena *arena)
{
	const char *word = "variant";
	for (const struct trait *trait = selector->traits; trait; trait = trait->next) {
		if (trait->set == SET_CONSTRUCT)
			word = trait->name;
		else if (trait->set != SET_USER && trait->properties)
			word = trait->properties->text;
		else
			continue;
		if (!trait->next || trait->next->set != SET_CONSTRUCT || trait->set != SET_CONSTRUCT)
			break;
	}
	char *name = arena_strdup(arena, word);
	for (char *c = name; *c; c++)
		if (!isalnum((unsigned char)*c))
			*c = '_';
	return name;
}

static bool is_used(const struct source *source, const char *name)
{
	for (unsigned i = 0; i < source->token_count; i++)
		if (source_token_is(source, i, name))
			return true;
	for (const struct renamed_function *r = source->renamed; r; r = r->next)
		if (!strcmp(r->name, name))
			return true;
	return false;
}

static void rename_function(struct renaming *renaming, const struct declared_function *function, const struct selector *selector)
{
	struct source *source = renaming->source;
	const char *stem = arena_printf(source->arena, "%s_%s", function->name, word_for(selector, source->arena)), *name = stem;
	for (int number = 2; is_used(source, name); number++)
		name = arena_printf(source->arena, "%s_%d", stem, number);
	struct renamed_function *added = ARENA_NEW(source->arena, struct renamed_function);
	*added = (struct renamed_function){source->renamed, name, function->name};
	source->renamed = added;
	rewrite_add(&renaming->rewrite, function->name_offset, function->name_offset + (unsigned)strlen(function->name), name);
}

static bool is_renamed(const struct source *source, const char *name)
{
	for (const struct renamed_function *r = source->renamed; r; r = r->next)
		if (!strcmp(r->name, name))
			return true;
	return false;
}

/* Calls need a declaration of the base function. */
static void declare_base(struct renaming *renaming, const struct declared_function *variant, const struct pragma *begin, const struct pragma *end)
{
	for (const struct declared_function *f = renaming->functions; f; f = f->next)
		if (!strcmp(f->name, variant->name) && !(f->in_file && f->name_offset > begin->start && f->name_offset < end->start && f->is_definition))
			return;
	struct source *source = renaming->source;
	rewrite_add(&renaming->rewrite, end->start, end->start,
		    arena_printf(source->arena, "__typeof__(%s) %s;\n" LINE_ON, source->renamed->name, variant->name, source_place(source, end->start).line));
}

static void rename_between(struct renaming *renaming, const struct pragma *begin, const struct pragma *end, const struct selector *selector)
{
	for (const struct declared_function *f = renaming->functions; f; f = f->next) {
		if (!f->in_file || !f->is_definition || f->name_offset < begin->end || f->name_offset >= end->start || is_renamed(renaming->source, f->name))
			continue;
		if (f->in_macro) {
			renaming->expand[renaming->expand_count++] = f->name_offset;
			return;
		}
		rename_function(renaming, f, selector);
		declare_base(renaming, f, begin, end);
	}
}

static const struct pragma *find_end(const struct renaming *renaming, unsigned index)
{
	for (unsigned i = index + 1; i < renaming->pragmas.count; i++) {
		const struct pragma *pragma = &renaming->pragmas.items[i];
		if (is(pragma, D_BEGIN_DECLARE_VARIANT)) {
			unsupported_at(renaming->source, pragma->start, "'begin declare variant' inside another");
			return NULL;
		}
		if (is(pragma, D_END_DECLARE_VARIANT))
			return pragma;
	}
	error_at(renaming->source, renaming->pragmas.items[index].start, "'begin declare variant' without 'end declare variant'");
	return NULL;
}

static bool take_region(struct renaming *renaming, unsigned index, struct context *context)
{
	struct source *source = renaming->source;
	const struct pragma *begin = &renaming->pragmas.items[index], *end = find_end(renaming, index);
	const struct clause *match = clause_find(begin->clauses, C_MATCH);
	if (!end)
		return false;
	if (!match) {
		error_at(source, begin->start, "'begin declare variant' needs a 'match' clause");
		return false;
	}
	const char *start = begin->words + match->argument_at;
	const struct selector *selector = selector_read(source, begin, start, start + strlen(match->argument));
	if (!selector)
		return false;
	context->offset = begin->start;
	if (selector_match(selector, context).match == MATCH_NEVER) {
		rewrite_add(&renaming->rewrite, begin->start, begin->end, arena_printf(source->arena, "#if 0 %s", variant_comment(source, begin)));
		rewrite_add(&renaming->rewrite, end->start, end->end, arena_printf(source->arena, "#endif %s", variant_comment(source, end)));
		return true;
	}
	rename_between(renaming, begin, end, selector);
	return true;
}

bool variant_rename(struct source *source, bool *changed)
{
	struct renaming renaming = {.source = source, .rewrite = {.source = source}};
	struct renamed_function *before = source->renamed;
	bool good = true;
	int open = 0;
	*changed = false;
	if (!strstr(source->text, "variant"))
		return true;
	if (!pragma_find(source, &renaming.pragmas))
		return false;
	struct context context = {.source = source, .macros = context_macros(source), .pragmas = &renaming.pragmas, .any_construct = true, .asks_device = true};
	renaming.functions = survey_functions(source);
	renaming.expand = arena_alloc(source->arena, (renaming.pragmas.count + 1) * sizeof *renaming.expand);
	for (unsigned i = 0; i < renaming.pragmas.count && good; i++) {
		const struct pragma *pragma = &renaming.pragmas.items[i];
		open += is(pragma, D_BEGIN_DECLARE_VARIANT) - is(pragma, D_END_DECLARE_VARIANT);
		if (open < 0) {
			error_at(source, pragma->start, "'end declare variant' without 'begin declare variant'");
			good = false;
		} else if (is(pragma, D_BEGIN_DECLARE_VARIANT)) {
			good = take_region(&renaming, i, &context);
		}
	}
	context_release(&context);
	if (!good)
		return false;
	if (renaming.expand_count > 0) {
		*changed = true;
		source->renamed = before;
		return normalise_invocations(source, renaming.expand, renaming.expand_count);
	}
	*changed = rewrite_apply(&renaming.rewrite);
	return true;
}
