/* advice_values.c - private variables that are read before they are set. */
#include "advice.h"

/* Whether the reference at `offset` means the leaf's copy: no construct in between has one of its own. */
static bool is_own(const struct region_tree *tree, const struct leaf *leaf, const struct variable *variable, unsigned offset)
{
	const struct leaf *at = region_leaf_at(tree, offset);
	for (; at && at != leaf; at = at->outer) {
		const struct share *share = leaf_share(at, variable);
		if ((share && share->sharing != SHARING_SHARED) || leaf_declares(at, variable) || at->kind == D_TARGET)
			return false;
	}
	return at == leaf;
}

static bool is_loop_variable(const struct leaf *leaf, const struct accesses *accesses, const struct variable *variable)
{
	for (int i = 0; i < leaf->site->loop_count; i++)
		if (leaf->site->loops[i].variable == variable)
			return true;
	for (const struct access_loop *loop = accesses->loops; loop; loop = loop->next)
		if (loop->variable == variable)
			return true;
	return false;
}

/* The read that comes first; null: it is not certain that there is one. */
static const struct memory_access *unset_read(const struct region_tree *tree, const struct leaf *leaf, const struct accesses *accesses,
					      const struct share *share)
{
	const struct variable *variable = share->variable;
	const struct statement *statement = leaf->site->statement;
	const struct memory_access *first = accesses->items;
	enum ctype_class class = variable->type->class;
	if (class > TYPE_POINTER || variable->type->is_volatile || variable->type->is_atomic || is_loop_variable(leaf, accesses, variable) ||
	    advice_address_taken(tree->survey, variable, statement->start, statement->end))
		return NULL;
	while (first && first->variable != variable)
		first = first->next;
	if (!first || first->conditional || first->part || first->called || !is_own(tree, leaf, variable, first->offset))
		return NULL;
	return first->read || first->rank > 0 ? first : NULL;
}

static struct fixit as_firstprivate(const struct share *share)
{
	const struct clause *clause = share->clause;
	bool alone = clause->kind == C_PRIVATE && clause->items && !clause->items->next;
	return alone ? (struct fixit){clause->offset, clause->offset + 7, "firstprivate"} : (struct fixit){0};
}

static void about_leaf(const struct region_tree *tree, struct findings *findings, const struct leaf *leaf)
{
	struct accesses accesses;
	bool looked = false;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		if (share->sharing != SHARING_PRIVATE || !share->clause || (share->clause->kind != C_PRIVATE && share->clause->kind != C_LASTPRIVATE))
			continue;
		if (!looked && (!accesses_of_statement(tree->survey, leaf->site->statement->start, leaf->site->statement->end, &accesses) || accesses.incomplete))
			return;
		looked = true;
		const struct memory_access *read = unset_read(tree, leaf, &accesses, share);
		if (!read)
			continue;
		findings_add(findings, FINDING_WARNING, read->offset, "'%s' is private here and is read before it is set", share->variable->name);
		struct fixit fixit = leaf->site->pragma->expanded ? (struct fixit){0} : as_firstprivate(share);
		if (share->clause->kind == C_PRIVATE)
			findings_fix(findings, share->clause->offset, fixit, "each thread's '%s' begins without a value; "
				     "'firstprivate' gives it the value from before the construct", share->variable->name);
		else
			findings_note(findings, share->clause->offset, "each thread's '%s' begins without a value", share->variable->name);
	}
}

void advice_about_values(const struct region_tree *tree, struct findings *findings)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		for (int l = 0; tree->sites[i] && tree->sites[i]->statement->found && l < tree->sites[i]->leaf_count; l++)
			about_leaf(tree, findings, &tree->sites[i]->leaves[l]);
}
