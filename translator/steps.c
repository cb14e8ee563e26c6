/* steps.c - constructs as directives: what a reader is shown between the source and the program. */
#include "explain.h"
#include "lower.h"
#include "maps.h"

#include <string.h>

bool step_keeps(const struct lowering *lowering, const struct leaf *leaf)
{
	/* the function between distribute and for gets its share of the iterations from the one and hands it to the other */
	bool moves = leaf->outlined || leaf_is_split(leaf) || leaf_is_share_of_chunk(leaf);
	moves |= leaf->kind == D_DECLARE_REDUCTION || leaf->kind == D_TASKGRAPH; /* what moved uses what they make */
	bool loop = leaf->kind == D_FOR || leaf->kind == D_DISTRIBUTE;
	return lowering->step == STEP_OUTLINED ? !moves : lowering->step == STEP_LOOPS ? !moves && !loop : lowering->step != STEP_FINAL;
}

/* The clause that says what a rule decided; CLAUSE_COUNT: none can on this leaf. */
static enum clause_kind clause_for(const struct leaf *leaf, const struct explained *row)
{
	static const enum clause_kind kinds[] = {C_SHARED, C_PRIVATE, C_FIRSTPRIVATE, C_REDUCTION, C_LINEAR};
	enum clause_kind kind = C_SHARED;
	if (row->share)
		kind = row->share->last && row->share->sharing == SHARING_PRIVATE ? C_LASTPRIVATE : kinds[row->share->sharing];
	else if (strcmp(row->sharing, "shared"))
		return CLAUSE_COUNT;
	return openmp_accepts(leaf->kind, kind) ? kind : CLAUSE_COUNT;
}

static bool is_mapped(const struct leaf *leaf, const struct variable *variable)
{
	for (const struct map_item *item = leaf->maps; item; item = item->next)
		if (item->variable == variable)
			return true;
	return false;
}

/* " private(i) shared(a, n)" for all that no clause of the leaf says. */
static void add_decisions(struct lowering *lowering, const struct leaf *leaf, struct text *out)
{
	static const enum clause_kind kinds[] = {C_SHARED, C_PRIVATE, C_FIRSTPRIVATE, C_LASTPRIVATE};
	static const char *const directions[] = {"to", "from", "tofrom", "alloc"};
	const struct explained *rows = explain_leaf(lowering->tree, leaf);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		bool any = false;
		for (const struct explained *row = rows; row; row = row->next) {
			if ((row->share && row->share->clause) || clause_for(leaf, row) != kinds[i] || is_mapped(leaf, row->variable))
				continue;
			text_printf(out, "%s%s", any ? ", " : "", any ? "" : arena_printf(lowering->arena, " %s(", clause_rows[kinds[i]].spelling));
			text_adds(out, row->variable->name);
			any = true;
		}
		if (any)
			text_adds(out, ")");
	}
	for (const struct map_item *item = leaf->maps; item; item = item->next)
		if (item->implicit && item->kind <= MAP_STORAGE)
			text_printf(out, " map(%s: %s)", directions[item->kind], item->written);
}

const char *step_leaf(struct lowering *lowering, struct leaf *leaf)
{
	const struct site *site = leaf->site;
	struct text out = {0};
	if (site->leaf_count == 1) {
		text_adds(&out, pragma_line(lowering->source, site->pragma, true));
	} else {
		text_printf(&out, "#pragma omp %s", directive_rows[leaf->kind].spelling);
		for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
			text_printf(&out, " %s", explain_clause(lowering->source, entry->clause));
	}
	if (lowering->step != STEP_SPLIT)
		add_decisions(lowering, leaf, &out);
	if (leaf->inner || (site->statement->found && site->leaves[0].kind != D_DECLARE_SIMD)) {
		const char *body = lower_body(lowering, leaf);
		text_printf(&out, "\n%s", body ? body : "");
	}
	const char *result = arena_strndup(lowering->arena, out.data, out.length);
	text_release(&out);
	return result;
}
