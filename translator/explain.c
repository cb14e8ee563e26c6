#include "explain.h"

#include <ctype.h>
#include <string.h>

const char *explain_section(enum clause_kind kind)
{
	switch (kind) {
	case C_DEFAULT: return "5.4.1";
	case C_SHARED: return "5.4.2";
	case C_PRIVATE: return "5.4.3";
	case C_FIRSTPRIVATE: return "5.4.4";
	case C_LASTPRIVATE: return "5.4.5";
	case C_LINEAR: return "5.4.6";
	case C_IS_DEVICE_PTR: return "5.4.7";
	case C_USE_DEVICE_PTR: return "5.4.8";
	case C_HAS_DEVICE_ADDR: return "5.4.9";
	case C_USE_DEVICE_ADDR: return "5.4.10";
	case C_REDUCTION: return "5.5.8";
	case C_IN_REDUCTION: return "5.5.10";
	case C_MAP: return "5.8.3";
	case C_USES_ALLOCATORS: return "6.8";
	case C_DETACH: return "12.5.2";
	default: return NULL;
	}
}

const char *explain_clause(struct source *source, const struct clause *clause)
{
	const char *name = clause_rows[clause->kind].spelling;
	if (!clause->argument)
		return name;
	char *text = arena_printf(source->arena, "%s(%s)", name, clause->argument), *to = text;
	for (const char *from = text; *from; from++)
		if (!(isspace((unsigned char)*from) && isspace((unsigned char)from[1])))
			*to++ = isspace((unsigned char)*from) ? ' ' : *from;
	*to = '\0';
	return text;
}

const char *explain_rule_section(struct source *source, const char *rule, const char **without)
{
	const char *open = strrchr(rule, '(');
	size_t digits = open ? strspn(open + 1, "0123456789.") : 0;
	*without = rule;
	if (!digits || strcmp(open + 1 + digits, ")"))
		return NULL;
	*without = arena_strndup(source->arena, rule, (size_t)(open - rule) - (open > rule && open[-1] == ' '));
	return arena_strndup(source->arena, open + 1, digits);
}

/* What the body of `leaf` does to its own variable by a reference that may stand in regions inside. */
static unsigned access_in(const struct region_tree *tree, const struct leaf *leaf, const struct reference *reference)
{
	unsigned access = reference->access;
	const struct leaf *at = region_leaf_at(tree, reference->offset);
	for (; at && at != leaf; at = at->outer) {
		const struct share *share = leaf_share(at, reference->variable);
		if (leaf_declares(at, reference->variable))
			return 0;
		if (!share || share->sharing == SHARING_SHARED)
			continue;
		if (share->sharing == SHARING_PRIVATE)
			access &= share->last ? ACCESS_WRITE : 0;
		else if (share->sharing == SHARING_FIRSTPRIVATE && !share->last)
			access &= ~(unsigned)ACCESS_WRITE;
	}
	return at && !leaf_declares(at, reference->variable) ? access & (ACCESS_READ | ACCESS_WRITE | ACCESS_ADDRESS) : 0;
}

static struct explained *add(struct region_tree const *tree, struct explained **list, struct variable *variable, const struct share *share)
{
	struct explained *row = ARENA_NEW(tree->source->arena, struct explained);
	*row = (struct explained){.variable = variable, .share = share, .why_at = NEVER_USED, .first_read = NEVER_USED, .first_write = NEVER_USED};
	while (*list)
		list = &(*list)->next;
	*list = row;
	return row;
}

static const char *passing_in_words(const struct leaf *leaf, const struct share *share)
{
	switch (share->passing) {
	case PASS_VALUE: return "by value";
	case PASS_ADDRESS: return "by address";
	case PASS_ELEMENTS: return "as a pointer to its first element";
	case PASS_DECLARE: return "declared again there";
	case PASS_NOT: break;
	}
	if (share->sharing == SHARING_PRIVATE)
		return "not passed: the region has its own";
	if (!share->access)
		return "not passed: the region does not use it";
	return dataenv_is_local(leaf->outer, share->variable) ? "not passed" : "not passed: it has file scope";
}

static void explain_share(const struct region_tree *tree, const struct leaf *leaf, struct explained *row)
{
	static const char *const sharings[] = {"shared", "private", "firstprivate", "reduction", "linear"};
	const struct share *share = row->share;
	struct source *source = tree->source;
	bool both = share->last && share->sharing == SHARING_FIRSTPRIVATE;
	row->sharing = both ? "firstprivate, lastprivate" : share->last ? "lastprivate" : sharings[share->sharing];
	row->passed = leaf->outlined ? passing_in_words(leaf, share) : NULL;
	if (share->clause) {
		row->how = "explicit";
		row->why = explain_clause(source, share->clause);
		row->section = explain_section(share->clause->kind);
		row->why_at = share->clause->offset;
		return;
	}
	const struct clause *clause = strncmp(share->rule, "default(", 8) ? NULL : leaf_clause(leaf, C_DEFAULT);
	row->how = clause ? "default" : share->predetermined ? "predetermined" : "implicit";
	row->section = explain_rule_section(source, share->rule, &row->why);
	if (clause) {
		row->section = explain_section(C_DEFAULT);
		row->why_at = clause->offset;
	}
	for (int i = 0; share->predetermined && i < leaf->site->loop_count; i++)
		if (leaf->site->loops[i].variable == share->variable)
			row->why_at = leaf->site->loops[i].start;
}

/* A variable of which the leaf has no decision: it needs none, or its own directive says all. */
static void explain_itself(const struct leaf *leaf, struct explained *row)
{
	const struct variable *variable = row->variable;
	row->sharing = variable->threadprivate ? "threadprivate" : variable->groupprivate ? "groupprivate" : "shared";
	row->how = "implicit";
	row->passed = "not passed: it has file scope";
	row->section = "5.1.1";
	if (variable->threadprivate) {
		row->how = "predetermined";
		row->why = "listed in a threadprivate directive: each thread has its own";
		row->section = "5.2";
	} else if (variable->groupprivate) {
		row->how = "predetermined";
		row->why = "listed in a groupprivate directive: each contention group has its own";
		row->section = NULL;
	} else if (leaf->kind == D_TARGET) {
		row->why = variable->on_device != DEVICE_NONE ? "listed in a declare target directive: the device has its own" : "file scope";
		row->section = variable->on_device != DEVICE_NONE ? "7.8" : "5.1.1";
	} else if (openmp_is_task(leaf->kind)) {
		row->why = "shared where the task is made";
	} else {
		row->why = "shared by default";
	}
}

/* The loop variables that the head of the construct's loop declares. */
static void add_declared(const struct region_tree *tree, const struct leaf *leaf, struct explained **list)
{
	const struct site *site = leaf->site;
	if (directive_rows[leaf->kind].before != BEFORE_LOOP || (leaf->inner && directive_rows[leaf->inner->kind].before == BEFORE_LOOP))
		return;
	for (int i = 0; i < site->private_loops; i++) {
		if (!site->loops[i].declared || !site->loops[i].variable)
			continue;
		struct explained *row = add(tree, list, site->loops[i].variable, NULL);
		row->sharing = "private";
		row->how = "predetermined";
		row->why = "declared in the head of the loop";
		row->section = "5.1.1";
		row->why_at = site->loops[i].start;
		row->passed = leaf->outlined ? "not passed: the region has its own" : NULL;
	}
}

static struct explained *row_of(struct explained *rows, const struct variable *variable)
{
	while (rows && rows->variable != variable)
		rows = rows->next;
	return rows;
}

/* The offset that a reader sees as the place of a reference. */
static void note_use(struct explained *row, unsigned access, unsigned offset)
{
	if ((access & (ACCESS_READ | ACCESS_ADDRESS)) && offset < row->first_read)
		row->first_read = offset;
	if ((access & ACCESS_WRITE) && offset < row->first_write)
		row->first_write = offset;
}

struct explained *explain_leaf(const struct region_tree *tree, const struct leaf *leaf)
{
	struct explained *rows = NULL;
	const struct statement *statement = leaf->site->statement;
	const struct survey *survey = tree->survey;
	for (const struct share *share = leaf->shares; share; share = share->next)
		explain_share(tree, leaf, add(tree, &rows, share->variable, share));
	add_declared(tree, leaf, &rows);
	if (!statement->found)
		return rows;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->offset >= statement->end)
			break;
		struct explained *row = row_of(rows, reference->variable);
		unsigned access = row && leaf_declares(leaf, reference->variable) ? reference->access : access_in(tree, leaf, reference);
		if (!row && access && leaf->outlined && reference->variable->storage == STORAGE_GLOBAL)
			explain_itself(leaf, row = add(tree, &rows, reference->variable, NULL));
		if (row)
			note_use(row, access, reference->offset);
	}
	return rows;
}
