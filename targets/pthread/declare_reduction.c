/*
 * declare_reduction.c - declare reduction (OpenMP 5.2, 5.5.11) becomes two functions for each type: one combines omp_in into
 * omp_out, one gives omp_priv its first value.
 */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

const char *through_pointers(struct lowering *lowering, const char *expression, const char *first, const char *second)
{
	struct text out = {0};
	const char *at = expression, *end = expression + strlen(expression);
	struct lexeme last = {LEX_END, expression, 0};
	for (struct lexeme word = scan(at, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool other = scan_names_other(last);
		last = word;
		if (other || (!lexeme_is(word, first) && !lexeme_is(word, second)))
			continue;
		text_printf(&out, "%.*s(*%.*s)", (int)(word.start - at), at, (int)word.length, word.start);
		at = word.start + word.length;
	}
	text_add(&out, at, (size_t)(end - at));
	const char *result = lines_of(lowering, &out);
	text_release(&out);
	return result;
}

static bool uses(const char *expression, const char *name)
{
	const char *end = expression + strlen(expression);
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (lexeme_is(word, name))
			return true;
	return false;
}

/* The statement that sets omp_priv. */
static const char *initialisation(struct lowering *lowering, const struct clause *clause, const char *type, bool alone)
{
	struct arena *arena = lowering->arena;
	if (!clause)
		return alone ? arena_printf(arena, "*omp_priv = (%s){0};", type) : "__builtin_memset(omp_priv, 0, sizeof *omp_priv);";
	const char *text = clause->argument, *end = text + strlen(text);
	struct lexeme name = scan(text, end), assign = scan(name.start + name.length, end);
	if (lexeme_is(name, "omp_priv") && lexeme_is(assign, "=")) {
		const char *value = through_pointers(lowering, assign.start + 1, "omp_orig", "omp_orig");
		return arena_printf(arena, "%s =%s;\n*omp_priv = value;", ctype_declare_spelling(arena, type, "value"), value);
	}
	return arena_printf(arena, "%s;", through_pointers(lowering, text, "omp_priv", "omp_orig"));
}

static const char *function(struct lowering *lowering, const char *name, const char *type, const char *first, const char *second,
			    const char *statement, bool uses_second, bool alone)
{
	struct arena *arena = lowering->arena;
	return arena_printf(arena, "%svoid %s(%s, %s)\n{\n%s\t%s\n}\n", alone ? "" : "__attribute__((unused)) static ", name,
			    ctype_declare_spelling(arena, type, arena_printf(arena, "*%s", first)),
			    ctype_declare_spelling(arena, type, arena_printf(arena, "*%s", second)),
			    uses_second ? "" : arena_printf(arena, "\t(void)%s;\n", second), indent_lines(arena, statement, "\t"));
}

static const char *identifier_of(const char *operator)
{
	static const struct {
		const char *operator, *word;
	} words[] = {{"+", "add"}, {"-", "subtract"}, {"*", "multiply"}, {"&", "and"}, {"|", "or"}, {"^", "xor"}, {"&&", "logical_and"}, {"||", "logical_or"}};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (!strcmp(operator, words[i].operator))
			return words[i].word;
	return operator;
}

static const char *trimmed(struct lowering *lowering, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return arena_strndup(lowering->arena, start, (size_t)(end - start));
}

static const char *declare_for_type(struct lowering *lowering, struct leaf *leaf, const char *operator, const char *type, const char *combiner)
{
	const struct clause *initializer = leaf_clause(leaf, C_INITIALIZER);
	struct declared_reduction *declared = ARENA_NEW(lowering->arena, struct declared_reduction);
	const char *word = identifier_of(operator);
	declared->name = operator;
	declared->type = type;
	declared->start = leaf->site->pragma->start;
	declared->end = leaf->outer ? leaf->outer->site->statement->end : leaf->site->function ? leaf->site->function->end : lowering->source->size;
	declared->combine = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "%s_combine", word));
	declared->initialise = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "%s_initialise", word));
	declared->next = lowering->reductions;
	lowering->reductions = declared;
	const char *combine = arena_printf(lowering->arena, "%s;", through_pointers(lowering, combiner, "omp_out", "omp_in"));
	const char *texts[2];
	for (int alone = 0; alone < 2; alone++) {
		const char *start = initialisation(lowering, initializer, type, alone);
		texts[alone] = arena_printf(lowering->arena, "%s\n%s", function(lowering, declared->combine, type, "omp_out", "omp_in", combine, uses(combiner, "omp_in"), alone),
					    function(lowering, declared->initialise, type, "omp_priv", "omp_orig", start, uses(start, "omp_orig"), alone));
	}
	declared->functions = texts[1];
	return texts[0];
}

/* Whether a simd construct, which the back end lowers, reduces by the operator. */
static bool simd_uses(const struct lowering *lowering, const char *operator)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		for (int j = 0; j < site->leaf_count; j++)
			for (const struct leaf_clause *c = site->leaves[j].clauses; c; c = c->next)
				if (site->leaves[j].kind == D_SIMD && c->clause->kind == C_REDUCTION && !strcmp(c->clause->keyword, operator))
					return true;
	}
	return false;
}

const char *lower_declare_reduction(struct lowering *lowering, struct leaf *leaf)
{
	const char *text = leaf->site->pragma->argument, *end = text + strlen(text);
	const char *first = scan_find(text, end, ":"), *second = first ? scan_find(first + 1, end, ":") : NULL;
	unsigned offset = lower_offset(leaf);
	if (!second) {
		error_at(lowering->source, offset, "expected 'declare reduction (name : types : combiner)'");
		return NULL;
	}
	const char *operator = trimmed(lowering, text, first), *combiner = trimmed(lowering, second + 1, end);
	struct text out = {0};
	for (const char *at = first + 1; at < second;) {
		const char *comma = scan_find(at, second, ","), *stop = comma ? comma : second;
		text_adds(&out, declare_for_type(lowering, leaf, operator, trimmed(lowering, at, stop), combiner));
		text_adds(&out, "\n");
		at = stop + 1;
	}
	const char *kept = simd_uses(lowering, operator) ? pragma_line(lowering->source, leaf->site->pragma, false) : "";
	const char *functions = arena_printf(lowering->arena, "%s/* %s */\n%s%s%s", mark_generated(lowering->arena, offset), lower_origin(lowering, leaf),
					     kept, *kept ? "\n" : "", out.data);
	text_release(&out);
	if (!leaf->site->function)
		return functions;
	text_adds(&lowering->prologue, functions);
	return arena_printf(lowering->arena, "%s;", mark_generated(lowering->arena, offset));
}
