/* directive.c - the text of the constructs that run on a device. */
#include "omp_target.h"

#include "edits.h"
#include "offload.h"

#include <string.h>

/* Whether another is a member of it that is mapped by itself. */
static bool has_members(const struct mapped *all, const struct mapped *mapped)
{
	for (const struct mapped *m = all; m; m = m->next)
		if (m->way != WAY_NONE && m->extent->variable->of == mapped->extent->variable)
			return true;
	return false;
}

/* What stands before a clause: it has a line of its own, or with a null indent, none. */
static void add_separator(const char *indent, struct text *out)
{
	if (indent)
		text_printf(out, " \\\n%s\t", indent);
	else
		text_adds(out, " ");
}

/* The clauses for structs that are mapped beside what their members point to, or for all else. */
static void add_maps(const struct mapped *mapped, bool structs, const char *indent, struct text *out)
{
	static const char *const clauses[] = {
		[WAY_TO] = "map(to: ", [WAY_FROM] = "map(from: ", [WAY_TOFROM] = "map(tofrom: ", [WAY_ALLOC] = "map(alloc: ",
		[WAY_FIRSTPRIVATE] = "firstprivate(", [WAY_PRIVATE] = "private(",
	};
	for (enum way way = WAY_TO; way < WAY_NONE; way++) {
		bool any = false;
		for (const struct mapped *m = mapped; m; m = m->next) {
			if (m->way != way || has_members(mapped, m) != structs)
				continue;
			if (any)
				text_adds(out, ", ");
			else
				add_separator(indent, out);
			text_printf(out, "%s%s%s", any ? "" : clauses[way], m->extent->variable->name, way >= WAY_FIRSTPRIVATE ? "" : m->extent->section);
			any = true;
		}
		if (any)
			text_adds(out, ")");
	}
}

void omp_target_clauses(const struct mapped *mapped, const char *indent, struct text *out)
{
	add_maps(mapped, true, indent, out); /* first, for the pointers in them to be attached */
	add_maps(mapped, false, indent, out);
}

/* Whether the clause stays on the new directive.  A schedule goes where there is lastprivate: it changes no result, and clang 19
   takes the value of another iteration when both stand on a distribute. */
static bool is_kept(const struct offload *offload, const struct clause *clause)
{
	bool task = false;
	for (int i = 0; i < offload->site->leaf_count; i++)
		task |= offload->site->leaves[i].kind == D_TASKLOOP;
	switch (clause->kind) {
	case C_BIND:
	case C_DEFAULT:
	case C_SHARED: return offload->host; /* every variable is listed otherwise */
	case C_NOWAIT:
	case C_GRAINSIZE:
	case C_NUM_TASKS:
	case C_PRIORITY:
	case C_MERGEABLE:
	case C_UNTIED:
	case C_FINAL:
	case C_FILTER: return false;
	case C_IF: return !task;
	case C_SCHEDULE: return offload->host || !clause_find(offload->site->pragma->clauses, C_LASTPRIVATE);
	default: return true;
	}
}

/* The clauses of the region that is divided, for one of its loops: of its variables only the reduction's is said here. */
static bool is_handed_on(const struct offload *offload, const struct clause *clause)
{
	if (clause->kind == C_IF || clause->kind == C_NUM_THREADS || clause->kind == C_PROC_BIND)
		return true;
	for (const struct clause_item *item = clause->items; clause->kind == C_REDUCTION && item; item = item->next)
		for (const struct extent *extent = offload->extents; extent; extent = extent->next)
			if (extent->variable == item->variable)
				return true;
	return false;
}

static void add_clause(const struct offload *offload, const struct clause *clause, struct text *out)
{
	text_printf(out, " %s", clause_rows[clause->kind].spelling);
	if (clause->kind == C_IF && clause->keyword && !strcmp(clause->keyword, "parallel") && offload->lowering->offloading)
		text_printf(out, "(target: %s) if(parallel: %s)", clause->expression, clause->expression);
	else if (clause->argument)
		text_printf(out, "(%s)", clause->argument);
}

static void add_clauses(const struct offload *offload, struct text *out)
{
	const struct clause *clause = offload->parallel ? offload->parallel->pragma->clauses : NULL;
	for (; clause; clause = clause->next)
		if (is_handed_on(offload, clause))
			add_clause(offload, clause, out);
	for (clause = offload->site->pragma->clauses; clause; clause = clause->next)
		if (is_kept(offload, clause))
			add_clause(offload, clause, out);
}

/* The white space before the pragma. */
static const char *indent_of(const struct offload *offload)
{
	const struct source *source = offload->lowering->source;
	unsigned at = offload->site->pragma->start, line = at;
	while (line > 0 && source->text[line - 1] != '\n')
		line--;
	return arena_strndup(offload->lowering->arena, source->text + line, at - line);
}

/* Where clauses can be added: after the last token of the pragma, before a comment. */
static unsigned end_of_clauses(const struct source *source, const struct pragma *pragma)
{
	unsigned end = pragma->start;
	for (unsigned t = source_token_at(source, pragma->start); t < source->token_count && source->tokens[t].start < pragma->end; t++)
		if (source->tokens[t].kind != CXToken_Comment)
			end = source->tokens[t].end;
	return end;
}

void omp_target_write(struct offload *offload)
{
	struct lowering *lowering = offload->lowering;
	const struct pragma *pragma = offload->site->pragma;
	const char *indent = indent_of(offload);
	unsigned start = pragma->start, end = pragma->end;
	struct text out = {0};
	const char *before = offload->before ? offload->before : "";
	const char *simd = offload->site->leaves[offload->site->leaf_count - 1].kind == D_SIMD ? " simd" : "";
	if (offload->own) {
		start = end = end_of_clauses(lowering->source, pragma);
		if (offload->before)
			edits_add(lowering, pragma->start, pragma->start, offload->before);
	} else if (lowering->offloading) { /* another target lowers it, for the host too */
		text_printf(&out, "%s#pragma omp %sparallel for%s%s", before, offload->host ? "" : "target ", simd,
			    offload_mark(lowering, pragma, pragma_line(lowering->source, pragma, true)));
		add_clauses(offload, &out);
		indent = NULL;
	} else {
		text_printf(&out, "%s/* %s */\n%s#pragma omp %sparallel for%s", before, lower_origin(lowering, &offload->site->leaves[0]), indent,
			    offload->host ? "" : "target teams distribute ", simd);
		add_clauses(offload, &out);
		if (offload->collapse > 1 && !offload->host)
			text_printf(&out, " collapse(%d)", offload->collapse);
	}
	for (struct mapped *m = offload->mapped; m && offload->host; m = m->next)
		m->way = m->way == WAY_PRIVATE ? WAY_PRIVATE : WAY_NONE;
	omp_target_clauses(offload->mapped, indent, &out);
	if (out.length)
		edits_add(lowering, start, end, arena_strndup(lowering->arena, out.data, out.length));
	text_release(&out);
}
