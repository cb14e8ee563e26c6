#include "deprecated.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static bool has_leaf(const struct pragma *pragma, enum directive kind)
{
	for (int i = 0; i < pragma->directive.leaf_count; i++)
		if (pragma->directive.leaves[i] == kind)
			return true;
	return false;
}

static bool begins_with(const char *text, const char *word)
{
	return text && lexeme_is(scan(text, text + strlen(text)), word);
}

/* linear(val(x) : 2): the modifier stands before the list. */
static bool has_old_linear(const struct clause *clause)
{
	const char *end = clause->argument + strlen(clause->argument);
	struct lexeme word = scan(clause->argument, end);
	return lexeme_is(word, "val") && lexeme_is(scan(word.start + word.length, end), "(");
}

static bool has_old_traits(const struct clause *clause)
{
	for (const struct clause_item *item = clause->items; item; item = item->next)
		if (item->traits && !scan_find(clause->argument, clause->argument + strlen(clause->argument), ":"))
			return true;
	return false;
}

static void look_at_clause(struct source *source, const struct pragma *pragma, const struct clause *clause)
{
	switch (clause->kind) {
	case C_PROC_BIND:
		if (begins_with(clause->argument, "master"))
			deprecated_at(source, DEPRECATED_BIND_MASTER, clause->offset, "proc_bind(master) is deprecated since OpenMP 5.1; write proc_bind(primary)");
		break;
	case C_DEPEND:
		if (begins_with(clause->argument, "source") || begins_with(clause->argument, "sink"))
			deprecated_at(source, DEPRECATED_DOACROSS, clause->offset,
				      "'depend' with source or sink is deprecated since OpenMP 5.2; write doacross(source:) and doacross(sink: ...)");
		break;
	case C_REDUCTION:
	case C_IN_REDUCTION:
	case C_TASK_REDUCTION:
		if (clause->keyword && !strcmp(clause->keyword, "-"))
			deprecated_at(source, DEPRECATED_MINUS, clause->offset, "the reduction operator '-' is deprecated since OpenMP 5.2; write '+', which is the same");
		break;
	case C_LINEAR:
		if (clause->argument && has_old_linear(clause))
			deprecated_at(source, DEPRECATED_LINEAR, clause->offset, "a modifier before the list of 'linear' is deprecated since OpenMP 5.2; write linear(x : val)");
		break;
	case C_TO:
		if (has_leaf(pragma, D_DECLARE_TARGET))
			deprecated_at(source, DEPRECATED_TO, clause->offset, "'to' on 'declare target' is deprecated since OpenMP 5.2; write 'enter'");
		break;
	case C_USES_ALLOCATORS:
		if (clause->argument && has_old_traits(clause))
			deprecated_at(source, DEPRECATED_TRAITS, clause->offset,
				      "traits behind an allocator are deprecated since OpenMP 5.2; write uses_allocators(traits(t) : a)");
		break;
	default: break;
	}
}

void deprecated_find(struct source *source, const struct pragma_table *pragmas)
{
	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		if (has_leaf(pragma, D_MASTER))
			deprecated_at(source, DEPRECATED_MASTER, pragma->start, "'master' is deprecated since OpenMP 5.1; write 'masked'");
		for (const struct clause *clause = pragma->clauses; clause; clause = clause->next)
			look_at_clause(source, pragma, clause);
	}
}
