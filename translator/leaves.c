/* leaves.c - which clause of a compound directive applies to which of its leaves (OpenMP 5.2, 17.2). */
#include "diagnostic.h"
#include "region.h"

#include <string.h>

static void give(struct source *source, struct leaf *leaf, const struct clause *clause)
{
	struct leaf_clause *entry = ARENA_NEW(source->arena, struct leaf_clause), **tail = &leaf->clauses;
	entry->clause = clause;
	while (*tail)
		tail = &(*tail)->next;
	*tail = entry;
}

static struct leaf *outermost(struct site *site, enum clause_kind kind)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (openmp_accepts(site->leaves[i].kind, kind))
			return &site->leaves[i];
	return NULL;
}

static struct leaf *innermost(struct site *site, enum clause_kind kind)
{
	for (int i = site->leaf_count - 1; i >= 0; i--)
		if (openmp_accepts(site->leaves[i].kind, kind))
			return &site->leaves[i];
	return NULL;
}

static void give_to_all(struct source *source, struct site *site, const struct clause *clause)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (openmp_accepts(site->leaves[i].kind, clause->kind))
			give(source, &site->leaves[i], clause);
}

/* Whether one of the clause's variables is also in a clause of the other kind on the site. */
static bool also_in(const struct site *site, const struct clause *clause, enum clause_kind kind)
{
	for (const struct clause *c = site->pragma->clauses; c; c = c->next)
		if (c->kind == kind)
			for (const struct clause_item *last = c->items; last; last = last->next)
				for (const struct clause_item *item = clause->items; item; item = item->next)
					if (!strcmp(item->name, last->name))
						return true;
	return false;
}

static struct leaf *task_leaf(struct site *site)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (openmp_is_task(site->leaves[i].kind))
			return &site->leaves[i];
	return NULL;
}

static struct leaf *leaf_of(struct site *site, enum directive kind)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (site->leaves[i].kind == kind)
			return &site->leaves[i];
	return NULL;
}

/* A copy for each thread: the parallel leaf makes it where there is one, else teams, one for each team.  A target leaf has one besides, of the value when the
   construct was met, unless the variable gets a value from the construct. */
static void give_firstprivate(struct source *source, struct site *site, const struct clause *clause)
{
	bool last = also_in(site, clause, C_LASTPRIVATE);
	struct leaf *target = leaf_of(site, D_TARGET), *parallel = leaf_of(site, D_PARALLEL), *teams = leaf_of(site, D_TEAMS);
	struct leaf *leaf = last ? innermost(site, C_FIRSTPRIVATE) : parallel ? parallel : teams ? teams : outermost(site, C_FIRSTPRIVATE);
	if (target && !last && leaf != target && !also_in(site, clause, C_MAP))
		give(source, target, clause);
	give(source, leaf, clause);
}

/* A reduction goes to teams, whose initial threads combine, and to the leaf that makes tasks, else to the parallel leaf: the
   result is the same as with the leaves inside it and the threads meet once. */
static void give_reduction(struct source *source, struct site *site, const struct clause *clause)
{
	struct leaf *teams = leaf_of(site, D_TEAMS), *leaf = task_leaf(site);
	if (clause_is_inscan(clause)) { /* about what one loop does in its iterations */
		leaf = leaf_of(site, D_FOR);
		give(source, leaf ? leaf : innermost(site, C_REDUCTION), clause);
		return;
	}
	leaf = leaf ? leaf : leaf_of(site, D_PARALLEL);
	leaf = leaf || teams ? leaf : outermost(site, C_REDUCTION);
	if (teams)
		give(source, teams, clause);
	if (leaf)
		give(source, leaf, clause);
	if (site_innermost(site)->kind == D_SIMD && leaf != site_innermost(site))
		give(source, site_innermost(site), clause);
}

/* The for leaf of a composite construct knows which iteration is the last of all: distribute needs no copy of its own. */
static void give_lastprivate(struct source *source, struct site *site, const struct clause *clause)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (openmp_accepts(site->leaves[i].kind, C_LASTPRIVATE) && !leaf_is_split(&site->leaves[i]))
			give(source, &site->leaves[i], clause);
}

/* Each thread has a copy in which the lanes of a simd leaf have theirs. */
static void give_private(struct source *source, struct site *site, const struct clause *clause)
{
	struct leaf *leaf = innermost(site, C_PRIVATE), *around = leaf->outer;
	bool has_outer = leaf->kind == D_SIMD && around && around->site == site && around->kind != D_TARGET;
	if (has_outer && openmp_accepts(around->kind, C_PRIVATE))
		give(source, around, clause);
	give(source, leaf, clause);
}

/* The defaults of a target leaf are its own (5.8.1), unless no other leaf takes the clause (6.0). */
static void give_default(struct source *source, struct site *site, const struct clause *clause)
{
	struct leaf *inner = innermost(site, C_DEFAULT);
	for (int i = 0; i < site->leaf_count; i++)
		if (openmp_accepts(site->leaves[i].kind, C_DEFAULT) && (site->leaves[i].kind != D_TARGET || inner == &site->leaves[i]))
			give(source, &site->leaves[i], clause);
}

/* private, firstprivate, lastprivate and reduction apply to one of the leaves that share work, and to simd besides. */
static void give_by_rule(struct source *source, struct site *site, const struct clause *clause)
{
	switch (clause->kind) {
	case C_PRIVATE: give_private(source, site, clause); break;
	case C_FIRSTPRIVATE: give_firstprivate(source, site, clause); break;
	case C_DEFAULT: give_default(source, site, clause); break;
	case C_LASTPRIVATE: give_lastprivate(source, site, clause); break;
	case C_REDUCTION: give_reduction(source, site, clause); break;
	case C_IF:
		for (int i = 0; i < site->leaf_count; i++)
			if (openmp_accepts(site->leaves[i].kind, C_IF) &&
			    (!clause->keyword || !strcmp(clause->keyword, directive_rows[site->leaves[i].kind].spelling)))
				give(source, &site->leaves[i], clause);
		break;
	default: ppcc_bug("clause %s has no rule for its leaves", clause_rows[clause->kind].spelling);
	}
}

void leaves_distribute(struct source *source, struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next) {
		bool spread = site_innermost(site)->kind != D_LOOP && site->pragma->directive.leaves[site->pragma->directive.leaf_count - 1] == D_LOOP;
		if (clause->kind == C_BIND && spread)
			continue; /* the leaves themselves say it (region.c) */
		if (clause->one_leaf && leaf_of(site, clause->leaf)) {
			give(source, leaf_of(site, clause->leaf), clause);
			continue;
		}
		switch (clause_rows[clause->kind].distribution) {
		case TO_ALL: give_to_all(source, site, clause); break;
		case TO_INNER: give(source, innermost(site, clause->kind), clause); break;
		case TO_OUTER: give(source, outermost(site, clause->kind), clause); break;
		case TO_RULE: give_by_rule(source, site, clause); break;
		}
	}
}

const struct clause *leaf_clause(const struct leaf *leaf, enum clause_kind kind)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == kind)
			return entry->clause;
	return NULL;
}

const struct clause *leaf_if(const struct leaf *leaf)
{
	const struct clause *general = NULL;
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_IF)
			continue;
		if (entry->clause->keyword)
			return entry->clause;
		general = entry->clause;
	}
	return general;
}
