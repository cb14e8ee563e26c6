/* sync.c - critical, ordered, taskgroup and the directives that stand alone (OpenMP 5.2, 12 and 15). */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static const char *alone(struct lowering *lowering, const struct leaf *leaf, const char *call)
{
	return arena_printf(lowering->arena, "%s%s /* %s */", mark_generated(lowering->arena, lower_offset(leaf)), call, lower_origin(lowering, leaf));
}

/* A call between others, as a block. */
static const char *bracketed_call(struct lowering *lowering, const struct leaf *leaf, const char *before, const char *call, const char *after)
{
	const struct hole holes[] = {{"origin", lower_origin(lowering, leaf)}, {"declare", ""}, {"before", before}, {"body", call}, {"after", after}, {NULL, NULL}};
	return template_fill(lowering->arena, "pthread", "bracketed", lower_offset(leaf), holes);
}

static const char *call_with_me(struct lowering *lowering, const struct leaf *leaf, const char *function)
{
	return alone(lowering, leaf, arena_printf(lowering->arena, "%s(%s);", function, me_expression(lowering, leaf)));
}

const char *lower_barrier(struct lowering *lowering, struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s%s", mark_generated(lowering->arena, lower_offset(leaf)),
			    barrier_statement(lowering, leaf, arena_printf(lowering->arena, " /* %s */", lower_origin(lowering, leaf))));
}

const char *nowait_expression(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *nowait = leaf_clause(leaf, C_NOWAIT);
	if (!nowait)
		return "0";
	return nowait->expression ? lower_clause_expression(lowering, leaf->outer, leaf->site, nowait->expression) : "1";
}

const char *lower_taskwait(struct lowering *lowering, struct leaf *leaf)
{
	struct depends depends;
	const char *nowait = nowait_expression(lowering, leaf);
	depends_make(lowering, leaf, &depends);
	if (leaf_clause(leaf, C_NOWAIT) && !depends.list)
		error_at(lowering->source, lower_offset(leaf), "'nowait' on 'taskwait' needs a 'depend' clause");
	const char *result = "";
	if (!depends.list) {
		const char *recorded = taskgraph_wait(lowering, leaf);
		result = recorded ? alone(lowering, leaf, recorded) : call_with_me(lowering, leaf, "ppcc_taskwait");
	} else {
		const char *call = arena_printf(lowering->arena, "ppcc_taskwait_depend(%s, %s, %s, %s);", me_expression(lowering, leaf), depends.list,
						depends.count, nowait);
		result = depends.before.data ? bracketed_call(lowering, leaf, lines_of(lowering, &depends.before), call, lines_of(lowering, &depends.after))
					     : alone(lowering, leaf, call);
	}
	depends_release(&depends);
	return result;
}

const char *lower_taskyield(struct lowering *lowering, struct leaf *leaf)
{
	return call_with_me(lowering, leaf, "ppcc_taskyield");
}

const char *lower_flush(struct lowering *lowering, struct leaf *leaf)
{
	return alone(lowering, leaf, "ppcc_flush();");
}

/* The body between two calls. */
static const char *bracketed(struct lowering *lowering, struct leaf *leaf, const char *declare, const char *before, const char *after)
{
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)}, {"declare", declare}, {"before", before},
		{"body", lower_open_body(lowering, leaf)}, {"after", after},    {NULL, NULL},
	};
	return template_fill(lowering->arena, "pthread", "bracketed", lower_offset(leaf), holes);
}

/* A named critical section has one lock in the whole program: every file that names it defines it, and the linker keeps
   one of the definitions. */
static void define_lock(struct lowering *lowering, const char *lock)
{
	for (struct defined *d = lowering->defined; d; d = d->next)
		if (!strcmp(d->name, lock))
			return;
	struct defined *defined = ARENA_NEW(lowering->arena, struct defined);
	*defined = (struct defined){lock, lowering->defined};
	lowering->defined = defined;
	text_printf(&lowering->prologue, "__attribute__((weak)) struct ppcc_mutex %s; /* the same one in every file */\n\n", lock);
}

const char *lower_critical(struct lowering *lowering, struct leaf *leaf)
{
	const char *name = leaf->site->pragma->argument;
	const char *lock = "ppcc_critical_unnamed";
	if (name && *name) {
		lock = arena_printf(lowering->arena, "ppcc_critical_%s", name);
		define_lock(lowering, lock);
	}
	return bracketed(lowering, leaf, "", arena_printf(lowering->arena, "ppcc_critical_enter(&%s);", lock),
			 arena_printf(lowering->arena, "ppcc_critical_leave(&%s);", lock));
}

const char *lower_ordered(struct lowering *lowering, struct leaf *leaf)
{
	if (leaf->outer && doacross_depth(leaf->outer) > 0)
		error_at(lowering->source, lower_offset(leaf), "'ordered' with a block and 'ordered' with dependences cannot be in one loop");
	if (leaf_clause(leaf, C_SIMD))
		return arena_printf(lowering->arena, "%s#pragma omp ordered simd\n%s", mark_generated(lowering->arena, lower_offset(leaf)),
				    lower_body(lowering, leaf));
	const char *me = me_expression(lowering, leaf);
	return bracketed(lowering, leaf, "", arena_printf(lowering->arena, "ppcc_ordered_enter(%s);", me),
			 arena_printf(lowering->arena, "ppcc_ordered_leave(%s);", me));
}

const char *lower_taskgroup(struct lowering *lowering, struct leaf *leaf)
{
	const char *group = survey_free_name(lowering->survey, "group"), *me = lowering->me, *declare_thread = declare_me(lowering, leaf);
	struct text reduction = {0};
	const char *reduced = reduction_group(lowering, leaf, C_TASK_REDUCTION, false, &reduction);
	if (reduced) {
		const char *begin = lines_of(lowering, &reduction);
		text_release(&reduction);
		return bracketed(lowering, leaf, declare_thread, begin, arena_printf(lowering->arena, "ppcc_taskgroup_end(%s, &%s);", me, reduced));
	}
	const char *declare = arena_printf(lowering->arena, "%s%sstruct ppcc_taskgroup %s;", declare_thread, *declare_thread ? "\n" : "", group);
	return bracketed(lowering, leaf, declare, arena_printf(lowering->arena, "ppcc_taskgroup_begin(%s, &%s);", me, group),
			 arena_printf(lowering->arena, "ppcc_taskgroup_end(%s, &%s);", me, group));
}

const char *lower_threadprivate(struct lowering *lowering, struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s/* %s */", mark_generated(lowering->arena, lower_offset(leaf)), lower_origin(lowering, leaf));
}

/* The name becomes a macro for the copy of the thread's contention group; in the macro it means the variable. */
const char *lower_groupprivate(struct lowering *lowering, struct leaf *leaf)
{
	const char *list = leaf->site->pragma->argument, *end = list + strlen(list);
	struct text lines = {0};
	add_line(&lines, "%s/* %s */", mark_generated(lowering->arena, lower_offset(leaf)), lower_origin(lowering, leaf));
	add_line(&lines, "%s", lowering->target->include); /* functions before the first region may use the name */
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		const char *name = arena_strndup(lowering->arena, word.start, word.length);
		if (word.kind == LEX_WORD)
			add_line(&lines, "#define %s (*(__typeof__(%s) *)ppcc_group_copy(&%s, sizeof %s))", name, name, name, name);
	}
	const char *result = lines_of(lowering, &lines);
	text_release(&lines);
	return result;
}

/* The back end reads it: it is given -fopenmp-simd. */
const char *lower_declare_simd(struct lowering *lowering, struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s%s", mark_generated(lowering->arena, lower_offset(leaf)), pragma_line(lowering->source, leaf->site->pragma, false));
}
