/* task.c - the task construct (OpenMP 5.2, 12.5), and what taskloop says in the same words. */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

/* The flags of a transparent clause (6.0). */
static const char *transparent_flags(struct lowering *lowering, const struct leaf *leaf, const struct clause *transparent)
{
	static const struct {
		const char *value, *flags;
	} known[] = {{"omp_not_impex", "0"}, {"omp_import", "PPCC_TASK_IMPORT"}, {"omp_export", "PPCC_TASK_EXPORT"}, {"omp_impex", "PPCC_TASK_IMPORT | PPCC_TASK_EXPORT"}};
	const char *value = transparent->expression ? transparent->expression : "omp_impex";
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (!strcmp(value, known[i].value))
			return known[i].flags;
	return arena_printf(lowering->arena, "ppcc_transparent(%s)", lower_clause_expression(lowering, leaf->outer, leaf->site, value));
}

/* All threads that may run a task are in the team: there are no free agents, which omp_pool allows. */
static void check_threadset(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *set = leaf_clause(leaf, C_THREADSET);
	if (set && !openmp_lists("omp_team omp_pool", set->keyword))
		error_at(lowering->source, set->offset, "'%s' in 'threadset' is neither omp_team nor omp_pool", set->keyword);
}

static void add_flag(struct text *flags, const char *flag)
{
	if (strcmp(flag, "0"))
		text_printf(flags, "%s%s", flags->length ? " | " : "", flag);
}

const char *task_flags(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *condition = leaf_if(leaf), *final = leaf_clause(leaf, C_FINAL), *transparent = leaf_clause(leaf, C_TRANSPARENT);
	struct arena *arena = lowering->arena;
	struct text flags = {0};
	check_threadset(lowering, leaf);
	if (condition)
		add_flag(&flags, arena_printf(arena, "(%s ? 0 : PPCC_TASK_UNDEFERRED)",
					      parenthesised(arena, lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression))));
	if (final)
		add_flag(&flags, arena_printf(arena, "(%s ? PPCC_TASK_FINAL : 0)",
					      parenthesised(arena, lower_clause_expression(lowering, leaf->outer, leaf->site, final->expression))));
	if (leaf_clause(leaf, C_UNTIED))
		add_flag(&flags, "PPCC_TASK_UNTIED");
	if (leaf_clause(leaf, C_MERGEABLE))
		add_flag(&flags, "PPCC_TASK_MERGEABLE");
	if (transparent)
		add_flag(&flags, transparent_flags(lowering, leaf, transparent));
	const char *result = flags.length ? lines_of(lowering, &flags) : "0";
	text_release(&flags);
	return result;
}

const char *task_priority(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *priority = leaf_clause(leaf, C_PRIORITY);
	return priority ? lower_clause_expression(lowering, leaf->outer, leaf->site, priority->expression) : "0";
}

/* The variable that a detach clause sets; null: there is none. */
static const char *event_name(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *detach = leaf_clause(leaf, C_DETACH);
	return detach ? lower_name(lowering, leaf->outer, detach->items->variable) : NULL;
}

const char *lower_task(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	struct data data;
	struct depends depends;
	outline_name(lowering, leaf);
	data_make(lowering, leaf, &data);
	outline_body(lowering, leaf, NULL, &data);
	const char *copied = data.any ? arena_printf(arena, "&%s, sizeof %s", lowering->data, lowering->data) : "0, 0";
	depends_make(lowering, leaf, &depends);
	const char *flags = task_flags(lowering, leaf);
	if (data.after.length > 0)
		flags = strcmp(flags, "0") ? arena_printf(arena, "%s | PPCC_TASK_KEEPS", flags) : "PPCC_TASK_KEEPS";
	const char *event = event_name(lowering, leaf);
	const char *more = depends.list ? arena_printf(arena, ", %s, %s", depends.list, depends.count) : event ? ", 0, 0" : "";
	const char *arguments = arena_printf(arena, "%s, %s, %s, %s", leaf->function, copied, flags, task_priority(lowering, leaf));
	const char *call = taskgraph_task(lowering, leaf, &data, &depends, arguments);
	if (!call)
		call = arena_printf(arena, "ppcc_task%s(%s, %s%s%s%s);", event ? "_detach" : depends.list ? "_depend" : "",
				    me_expression(lowering, leaf), arguments, more, event ? ", " : "", event ? event : "");
	if (event)
		add_line(&data.first, "%s = ppcc_new_event();", event);
	const char *result = emit_call(lowering, leaf, &data, &depends, call);
	depends_release(&depends);
	data_release(&data);
	return result;
}
