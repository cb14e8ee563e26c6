/*
 * task_reduction.c - reductions in which explicit tasks take part (OpenMP 5.2, 5.5.9 and 5.5.10).
 *
 * A taskgroup holds, for each item, a copy per thread that is made when a task first asks for it (ppcc_reduction_copy) and
 * combined at the group's end.  taskgroup, taskloop and, around their region, the constructs with reduction(task, ...)
 * have such a group.
 */
#include "pthread_target.h"

#include "allocate.h"

#include <string.h>

static bool takes_part(const struct clause *clause, enum clause_kind kind, bool own_copies)
{
	return clause->kind == kind && (!own_copies || (clause->modifiers && !strcmp(clause->modifiers, "task")));
}

/* The line that says where the tasks' copies of an item come from, where an allocate clause names the variable. */
static void add_allocator(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *group, int item,
			  struct text *out)
{
	const struct clause *clause = allocate_clause(leaf, variable);
	if (clause)
		add_line(out, "ppcc_taskgroup_allocate(&%s, %d, %s, %s);", group, item,
			 clause->expression ? lower_clause_expression(lowering, leaf->outer, leaf->site, clause->expression) : "0",
			 clause->alignment ? clause->alignment : "0");
}

const char *reduction_group(struct lowering *lowering, const struct leaf *leaf, enum clause_kind kind, bool own_copies, struct text *out)
{
	const char *group = survey_free_name(lowering->survey, "reduction"), *items = survey_free_name(lowering->survey, "items");
	struct text entries = {0}, allocators = {0};
	int count = 0;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (!takes_part(entry->clause, kind, own_copies))
			continue;
		for (const struct clause_item *item = entry->clause->items; item; item = item->next) {
			const char *text = !item->variable ? NULL
				: reduction_entry(lowering, leaf, entry->clause, item, own_copies ? leaf : leaf->outer);
			if (text)
				text_printf(&entries, "%s%s", count ? ",\n\t" : "", text);
			if (text && !own_copies)
				add_allocator(lowering, leaf, item->variable, group, count, &allocators);
			count += text != NULL;
		}
	}
	if (count > 0) {
		add_line(out, "struct ppcc_taskgroup %s;", group);
		add_line(out, "struct ppcc_reduction %s[] = {\n\t%s,\n};", items, entries.data);
		add_line(out, "ppcc_taskgroup_begin(%s, &%s);", lowering->me, group);
		add_line(out, "ppcc_taskgroup_reduce(%s, &%s, %s, %d);", lowering->me, group, items, count);
	}
	if (allocators.length > 0)
		add_line(out, "%s", allocators.data);
	text_release(&allocators);
	text_release(&entries);
	return count > 0 ? group : NULL;
}
