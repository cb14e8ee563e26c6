/* directive.c - the text of the constructs that run on a device. */
#include "omp_target.h"

#include "edits.h"

#include <string.h>

/* Whether another is a member of it that is mapped by itself. */
static bool has_members(const struct mapped *all, const struct mapped *mapped)
{
	for (const struct mapped *m = all; m; m = m->next)
		if (m->way != WAY_NONE && m->extent->variable->of == mapped->extent->variable)
			return true;
	return false;
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
				text_printf(out, " \\\n%s\t%s", indent, clauses[way]);
			text_printf(out, "%s%s", m->extent->variable->name, way >= WAY_FIRSTPRIVATE ? "" : m->extent->section);
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

/* The clauses as they are written, without those that have no place on the new directive.  A schedule goes where there is
   lastprivate: it changes no result, and clang 19 takes the value of another iteration when both stand on a distribute. */
static void add_clauses(const struct offload *offload, struct text *out)
{
	bool last = clause_find(offload->site->pragma->clauses, C_LASTPRIVATE);
	for (const struct clause *clause = offload->site->pragma->clauses; clause; clause = clause->next) {
		if (clause->kind == C_BIND || clause->kind == C_DEFAULT || clause->kind == C_SHARED ||
		    (clause->kind == C_SCHEDULE && last))
			continue; /* every variable is listed otherwise */
		text_printf(out, " %s", clause_rows[clause->kind].spelling);
		if (clause->argument)
			text_printf(out, "(%s)", clause->argument);
	}
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
	if (offload->own) {
		start = end = end_of_clauses(lowering->source, pragma);
		if (offload->before)
			edits_add(lowering, pragma->start, pragma->start, offload->before);
	} else {
		bool simd = offload->site->leaves[offload->site->leaf_count - 1].kind == D_SIMD;
		text_printf(&out, "%s/* %s */\n%s#pragma omp target teams distribute parallel for%s",
			    offload->before ? offload->before : "", lower_origin(lowering, &offload->site->leaves[0]), indent, simd ? " simd" : "");
		add_clauses(offload, &out);
	}
	omp_target_clauses(offload->mapped, indent, &out);
	if (out.length)
		edits_add(lowering, start, end, arena_strndup(lowering->arena, out.data, out.length));
	text_release(&out);
}
