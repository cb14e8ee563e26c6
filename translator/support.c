/* support.c - the table of --pp-support: every directive and clause, and what each target does with it. */
#include "target.h"
#include "transform.h"
#include "translate.h"

#include <string.h>

static void put_row(struct text *out, const char *directive, const char *clause, int kind)
{
	text_printf(out, "| %s | %s |", directive, clause);
	for (const struct target *const *target = targets; *target; target++) {
		const struct lowering_row *row = target_row(*target, (enum directive)kind);
		bool replaced = transform_replaces((enum directive)kind);
		if ((*target)->rewrite) { /* what is not changed is there for the back end */
			bool changed = row->honoured && (!*clause || openmp_lists(row->honoured, clause));
			text_printf(out, " %s |", replaced || changed ? "yes" : "kept");
			continue;
		}
		text_printf(out, " %s |", replaced ? "yes" : !row->lower ? "no" : *clause ? openmp_lists(row->honoured, clause) ? "yes" : "no" : "yes");
	}
	text_adds(out, "\n");
}

void translate_support(struct text *out)
{
	text_adds(out, "| directive | clause |");
	for (const struct target *const *target = targets; *target; target++)
		text_printf(out, " %s |", (*target)->name);
	text_adds(out, "\n|---|---|");
	for (const struct target *const *target = targets; *target; target++)
		text_adds(out, "---|");
	text_adds(out, "\n");
	for (int d = 0; d < DIRECTIVE_COUNT; d++) {
		put_row(out, directive_rows[d].spelling, "", d);
		for (const char *list = directive_rows[d].clauses; list && *list; list += strspn(list, " ")) {
			char clause[64];
			size_t length = strcspn(list, " ");
			memcpy(clause, list, length);
			clause[length] = '\0';
			put_row(out, "", clause, d);
			list += length;
		}
	}
	for (int i = 0; openmp_compound(i); i++)
		text_printf(out, "| %s | as its parts | |\n", openmp_compound(i)->spelling);
}
