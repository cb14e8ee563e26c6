/* support.c - the table of --pp-support: every directive and clause, and what each target does with it. */
#include "target.h"
#include "transform.h"
#include "translate.h"

#include <string.h>

/* Whether a row handles a directive, or a clause on it. */
static bool handles(const struct lowering_row *row, const char *clause)
{
	return row->lower && (!*clause || openmp_lists(row->honoured, clause));
}

/* What a target does with a directive, or with a clause on it. */
static const char *verdict(const struct target *target, enum directive directive, const char *clause)
{
	const struct lowering_row *row = target_row(target, directive);
	if (transform_replaces(directive))
		return "yes";
	if (target->rewrite) /* what is not changed is there for the back end */
		return row->honoured && (!*clause || openmp_lists(row->honoured, clause)) ? "yes" : "kept";
	if (!handles(row, clause))
		return "no";
	if (!target->device)
		return "yes";
	return handles(target_row(target->device, directive), clause) ? "kernel" : "host";
}

static void put_row(struct text *out, const char *directive, const char *clause, int kind)
{
	text_printf(out, "| %s | %s |", directive, clause);
	for (const struct target *const *target = targets; *target; target++)
		text_printf(out, " %s |", verdict(*target, (enum directive)kind, clause));
	text_adds(out, "\n");
}

void translate_support(struct text *out)
{
	text_adds(out, "yes: handled. kernel: in a kernel, too, in most places; elsewhere, as host: by the host's threads, or about them or a device's data.\n"
		       "kept: for the OpenMP of the compiler behind ppcc. no: refused.\n\n");
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
