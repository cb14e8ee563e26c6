#include "lint_declare.h"

#include "scan.h"

#include <string.h>

/* A part of the argument `name : types : combiner`. */
struct part {
	const char *start, *end;
};

static bool split(const char *argument, struct part *name, struct part *types)
{
	const char *end = argument + strlen(argument);
	const char *first = scan_find(argument, end, ":");
	const char *second = first ? scan_find(first + 1, end, ":") : NULL;

	if (!second)
		return false;
	*name = (struct part){argument, first};
	*types = (struct part){first + 1, second};
	scan_trim(&name->start, &name->end);
	scan_trim(&types->start, &types->end);
	return true;
}

static bool is_one_of(struct lexeme lexeme, const char *const *words)
{
	for (; *words; words++)
		if (lexeme_is(lexeme, *words))
			return true;
	return false;
}

/* Whether OpenMP itself defines the reduction for the type that text[start, end) spells (OpenMP 5.2, table 5.1). */
static bool is_predefined(struct lexeme name, const char *start, const char *end)
{
	static const char *const reductions[] = {"+", "-", "*", "&", "|", "^", "&&", "||", "min", "max", NULL};
	static const char *const arithmetic[] = {"char",     "short", "int",    "long",  "signed",
											 "unsigned", "float", "double", "_Bool", NULL};
	bool any = false;

	if (!is_one_of(name, reductions))
		return false;
	for (struct lexeme l = scan(start, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		if (!is_one_of(l, arithmetic))
			return false;
		any = true;
	}
	return any;
}

static void check_types(struct findings *findings, const struct pragma *pragma, struct part name, struct part types)
{
	struct lexeme word = scan(name.start, name.end);

	for (const char *start = types.start; start && start < types.end;) {
		const char *comma = scan_find(start, types.end, ","), *end = comma ? comma : types.end;
		scan_trim(&start, &end);
		if (is_predefined(word, start, end))
			findings_add(findings, FINDING_ERROR, pragma->start, "'%.*s' is already a reduction for type '%.*s'",
						 (int)word.length, word.start, (int)(end - start), start);
		start = comma ? comma + 1 : NULL;
	}
}

/* The initializer is `omp_priv = value` or a call. */
static void check_initializer(struct findings *findings, const struct pragma *pragma, struct part name)
{
	const struct clause *clause = clause_find(pragma->clauses, C_INITIALIZER);

	if (!clause || !clause->argument)
		return;
	const char *end = clause->argument + strlen(clause->argument);
	struct lexeme first = scan(clause->argument, end), second = scan(first.start + first.length, end);
	bool sets = lexeme_is(first, "omp_priv") && lexeme_is(second, "=");
	if (sets || (first.kind == LEX_WORD && lexeme_is(second, "(")))
		return;
	findings_add(findings, FINDING_ERROR, clause->offset,
				 "the initializer of '%.*s' must set omp_priv: 'omp_priv = value', or call a function that does",
				 (int)(name.end - name.start), name.start);
}

void lint_declare_reduction(const struct survey *survey, struct findings *findings)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		struct part name, types;
		if (pragma->directive.leaves[0] != D_DECLARE_REDUCTION || !pragma->argument ||
			!split(pragma->argument, &name, &types))
			continue;
		check_types(findings, pragma, name, types);
		check_initializer(findings, pragma, name);
	}
}
