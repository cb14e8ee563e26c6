/*
 * taskloop.c - the taskloop construct (OpenMP 5.2, 12.6).  The loops become a function that runs a range of logical
 * iterations; the runtime makes a task for each range.  Bounds are evaluated once, where the construct stands.
 */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

/* How the iterations are divided: the enumerator and the number. */
static const char *division(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *grain = leaf_clause(leaf, C_GRAINSIZE), *tasks = leaf_clause(leaf, C_NUM_TASKS), *clause = grain ? grain : tasks;
	if (grain && tasks)
		error_at(lowering->source, tasks->offset, "'grainsize' and 'num_tasks' cannot be combined");
	if (!clause)
		return "PPCC_TASKLOOP_FREE, 0";
	if (clause->modifiers && strcmp(clause->modifiers, "strict"))
		error_at(lowering->source, clause->offset, "unknown modifier '%s' in '%s'; only 'strict' is one", clause->modifiers,
			 clause_rows[clause->kind].spelling);
	const char *kind = grain && clause->modifiers ? "PPCC_TASKLOOP_GRAIN_STRICT" : grain ? "PPCC_TASKLOOP_GRAIN" : "PPCC_TASKLOOP_TASKS";
	return arena_printf(lowering->arena, "%s, %s", kind, lower_clause_expression(lowering, leaf->outer, leaf->site, clause->expression));
}

/* What the tasks have in common stands in the block of the construct, and what has a simd leaf is no loop over numbers. */
static void check_sharing(struct lowering *lowering, const struct leaf *leaf)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->conditional && (leaf_clause(leaf, C_NOGROUP) || leaf->inner))
			unsupported_at(lowering->source, lower_offset(leaf), "'lastprivate(conditional:)' on '%s' on target pthread",
				       leaf->inner ? "taskloop simd" : "taskloop nogroup");
}

const char *lower_taskloop(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	struct copies copies;
	struct loop_code code;
	struct data data;
	struct text group = {0}, shared = {0};
	check_sharing(lowering, leaf);
	outline_name(lowering, leaf);
	data_make(lowering, leaf, &data);
	add_line(&data.unpack, "const struct ppcc_range %s = %s->%s;", lowering->loop, lowering->data, lowering->loop);
	copies_make(lowering, leaf, &copies);
	conditional_make_tasks(lowering, leaf, &data, &copies, &shared);
	if (copies.combine.length > 0 && cancel_leaves(leaf))
		cancel_make_label(lowering, leaf);
	loops_make(lowering, leaf, &copies, &code);
	const char *run = lines_of(lowering, &code.run);
	pass_constants(lowering, code.constants, run, &data);
	outline_function(lowering, leaf, &data, &copies, run);
	const char *reduction = reduction_group(lowering, leaf, C_REDUCTION, false, &group);
	bool grouped = !leaf_clause(leaf, C_NOGROUP);
	if (reduction && !grouped)
		error_at(lowering->source, lower_offset(leaf), "'nogroup' and 'reduction' cannot be combined on 'taskloop'");
	if (grouped && !reduction) {
		reduction = survey_free_name(lowering->survey, "group");
		add_line(&group, "struct ppcc_taskgroup %s;", reduction);
		add_line(&group, "ppcc_taskgroup_begin(%s, &%s);", lowering->me, reduction);
	}
	const char *unused = unused_originals(lowering, leaf);
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"me", declare_me(lowering, leaf)},
		{"bounds", lines_of(lowering, &code.bounds)},
		{"shared", lines_of(lowering, &shared)},
		{"group", lines_of(lowering, &group)},
		{"data", data_initialiser(lowering, leaf, &data)},
		{"before", lines_of(lowering, &data.before)},
		{"call", arena_printf(arena, "ppcc_taskloop(%s, %s, &%s, sizeof %s, %s, %s, %s, %s);", lowering->me, leaf->function, lowering->data,
				      lowering->data, code.count, division(lowering, leaf), task_flags(lowering, leaf), task_priority(lowering, leaf))},
		{"after", grouped ? arena_printf(arena, "ppcc_taskgroup_end(%s, &%s);", lowering->me, reduction) : ""},
		{"finish", lines_of(lowering, &data.finish)},
		{"unused", unused},
		{NULL, NULL},
	};
	const char *result = template_fill(arena, "pthread", "taskloop", lower_offset(leaf), holes);
	text_release(&group);
	text_release(&shared);
	loops_release(&code);
	copies_release(&copies);
	data_release(&data);
	return result;
}
