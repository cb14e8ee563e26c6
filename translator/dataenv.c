#include "dataenv_internal.h"

#include "allocate.h"
#include "diagnostic.h"
#include "groupprivate.h"
#include "scan.h"

#include <stdio.h>
#include <string.h>

struct share *leaf_share(const struct leaf *leaf, const struct variable *variable)
{
	for (struct share *share = leaf->shares; share; share = share->next)
		if (share->variable == variable)
			return share;
	return NULL;
}

struct share *dataenv_add_share(struct region_tree *tree, struct leaf *leaf, struct variable *variable, enum sharing sharing,
				const char *rule)
{
	struct share *share = ARENA_NEW(tree->source->arena, struct share), **tail = &leaf->shares;
	share->variable = variable;
	share->sharing = sharing;
	share->rule = rule;
	while (*tail && (*tail)->variable->order < variable->order)
		tail = &(*tail)->next;
	share->next = *tail;
	*tail = share;
	return share;
}

/* ---------------------------------------------------------------------------------------------- explicit clauses */

bool dataenv_sharing_of_clause(enum clause_kind kind, enum sharing *sharing)
{
	switch (kind) {
	case C_SHARED: *sharing = SHARING_SHARED; return true;
	case C_PRIVATE:
	case C_LASTPRIVATE: *sharing = SHARING_PRIVATE; return true;
	case C_DETACH:
	case C_FIRSTPRIVATE: *sharing = SHARING_FIRSTPRIVATE; return true;
	case C_REDUCTION: *sharing = SHARING_REDUCTION; return true;
	case C_LINEAR: *sharing = SHARING_LINEAR; return true;
	case C_IN_REDUCTION: *sharing = SHARING_SHARED; return true;
	case C_USES_ALLOCATORS: *sharing = SHARING_PRIVATE; return true;
	default: return false;
	}
}

void dataenv_twice(struct region_tree *tree, const struct clause *clause, const struct clause_item *item, const struct share *share)
{
	const char *first = clause_rows[share->clause->kind].spelling, *second = clause_rows[clause->kind].spelling;
	if (share->clause->kind == clause->kind)
		error_at(tree->source, item->offset, "'%s' is listed twice in '%s'", item->name, second);
	else
		error_at(tree->source, item->offset, "'%s' cannot be both %s and %s", item->name, first, second);
}

/* A list item of a linear clause.  The variable of a loop that is dealt out gets its value from the iteration, and leaves the last. */
static void add_linear(struct region_tree *tree, const struct leaf *leaf, const struct clause_item *item, struct share *share)
{
	const struct site *site = leaf->site;
	bool of_loop = false, combined = leaf->kind == D_SIMD && leaf->outer && leaf->outer->site == site;
	for (int i = 0; i < site->private_loops; i++)
		of_loop |= site->loops[i].variable == item->variable;
	if (of_loop && leaf->kind != D_SIMD) {
		share->sharing = SHARING_PRIVATE;
		share->last = true;
	} else if (!of_loop && combined && leaf->outer->kind == D_TASKLOOP) {
		unsupported_at(tree->source, item->offset, "'linear' on '%s' for a variable that is no loop's", site->pragma->directive.spelling);
	}
}

/* Whether a linear clause of the construct names the variable. */
static bool is_linear(const struct site *site, const struct variable *variable)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		for (const struct clause_item *item = clause->kind == C_LINEAR ? clause->items : NULL; item; item = item->next)
			if (item->variable == variable)
				return true;
	return false;
}

static void add_explicit(struct region_tree *tree, struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		enum sharing sharing;
		if (!dataenv_sharing_of_clause(clause->kind, &sharing))
			continue;
		for (const struct clause_item *item = clause->items; item; item = item->next) {
			if (!item->variable)
				continue;
			struct share *share = leaf_share(leaf, item->variable);
			bool pair = share && share->clause && share->clause->kind != clause->kind &&
				    (share->clause->kind == C_FIRSTPRIVATE || share->clause->kind == C_LASTPRIVATE) &&
				    (clause->kind == C_FIRSTPRIVATE || clause->kind == C_LASTPRIVATE);
			if (share && !pair) {
				dataenv_twice(tree, clause, item, share);
				continue;
			}
			if (!share)
				share = dataenv_add_share(tree, leaf, item->variable, sharing, "clause");
			if (clause->kind == C_FIRSTPRIVATE)
				share->sharing = SHARING_FIRSTPRIVATE;
			if (openmp_is_task(leaf->kind) && (clause->kind == C_REDUCTION || clause->kind == C_IN_REDUCTION)) {
				share->sharing = leaf->inner ? SHARING_REDUCTION : SHARING_SHARED; /* simd works on a local copy */
				share->in_task = true;
			}
			if (clause->kind == C_LINEAR)
				add_linear(tree, leaf, item, share);
			if (clause->kind == C_LASTPRIVATE) {
				share->last = true;
				share->conditional = clause->modifiers;
			}
			share->clause = clause;
			share->item = item;
		}
	}
}

/* The iteration variables of associated loops (5.1.1). */
static void add_loop_variables(struct region_tree *tree, struct site *site)
{
	struct leaf *leaf = NULL;
	for (int i = 0; i < site->leaf_count && !leaf; i++)
		if (directive_rows[site->leaves[i].kind].before == BEFORE_LOOP && !leaf_is_split(&site->leaves[i]))
			leaf = &site->leaves[i];
	for (int i = 0; leaf && i < site->private_loops; i++) {
		struct variable *variable = site->loops[i].variable;
		if (site->loops[i].declared || !variable || leaf_share(leaf, variable))
			continue;
		struct share *share = dataenv_add_share(tree, leaf, variable, SHARING_PRIVATE, "iteration variable of the loop (5.1.1)");
		share->last = leaf->kind == D_SIMD || is_linear(site, variable);
		share->predetermined = true;
	}
}

/* ---------------------------------------------------------------------------------------------- implicit rules */

bool dataenv_is_local(const struct leaf *leaf, const struct variable *variable)
{
	for (; leaf; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if (share && share->sharing != SHARING_SHARED)
			return true;
		if (leaf->kind == D_TARGET && !variable->threadprivate && !variable->groupprivate && !variable_stays_on_device(variable)) /* it gets a share of everything that it uses */
			return true;
	}
	return variable->storage != STORAGE_GLOBAL;
}

const char *dataenv_category(const struct variable *variable)
{
	enum ctype_class class = variable->type->class;
	return class == TYPE_POINTER ? "pointer" : class == TYPE_ARRAY || class == TYPE_RECORD || class == TYPE_OTHER ? "aggregate" : "scalar";
}

const struct clause *dataenv_default(const struct leaf *leaf, const struct variable *variable)
{
	const struct clause *clause = leaf_clause(leaf, C_DEFAULT);
	const char *category = clause && clause->modifiers ? clause->modifiers : "all";
	return !strcmp(category, "all") || !strcmp(category, dataenv_category(variable)) ? clause : NULL;
}

static struct share *default_none(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	error_at(tree->source, offset, "'%s' has no sharing: default(none) asks for a clause for every variable; add shared(%s), private(%s) or another",
		 variable->name, variable->name, variable->name);
	note_at(tree->source, leaf->site->pragma->start, "default(none) is here");
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "none");
}

struct share *dataenv_by_default(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	const struct clause *clause = dataenv_default(leaf, variable);
	if (!clause)
		return NULL;
	if (!strcmp(clause->keyword, "none"))
		return default_none(tree, leaf, variable, offset);
	if (!strcmp(clause->keyword, "private"))
		return dataenv_add_share(tree, leaf, variable, SHARING_PRIVATE, "default(private)");
	if (!strcmp(clause->keyword, "firstprivate"))
		return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "default(firstprivate)");
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "default(shared)");
}

static struct share *implicit_in_task(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	bool lasting = variable->storage != STORAGE_AUTO && variable->storage != STORAGE_PARAMETER;
	for (struct leaf *outer = leaf->outer; outer; outer = outer->outer) {
		if (leaf_declares(outer, variable))
			break;
		const struct share *share = dataenv_decide(tree, outer, variable, offset);
		if (share && share->sharing != SHARING_SHARED)
			return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "private where the task is made (5.1.1)");
		if (outer->kind == D_PARALLEL || outer->kind == D_TEAMS)
			return dataenv_is_local(outer, variable)
				       ? dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "shared by the threads of the team (5.1.1)")
				       : NULL;
	}
	if (variable->storage == STORAGE_GLOBAL && !dataenv_is_local(leaf->outer, variable))
		return NULL;
	if (lasting)
		return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "static storage duration (5.1.1)");
	return dataenv_add_share(tree, leaf, variable, SHARING_FIRSTPRIVATE, "local where the task is made (5.1.1)");
}

struct share *dataenv_decide(struct region_tree *tree, struct leaf *leaf, struct variable *variable, unsigned offset)
{
	struct share *share = leaf_share(leaf, variable);
	if (!share && leaf->kind == D_TARGET)
		return maps_share_implicitly(tree, leaf, variable, offset);
	if (share || !leaf->outlined || variable->threadprivate || variable->groupprivate)
		return share;
	for (struct leaf *inner = leaf->inner; inner; inner = inner->inner)
		if (leaf_share(inner, variable) && dataenv_is_local(leaf->outer, variable))
			return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "listed in a clause of an inner part (17.2)");
	const struct clause *clause = dataenv_default(leaf, variable);
	bool explicit_default = clause && strcmp(clause->keyword, "shared");
	if (!explicit_default && !dataenv_is_local(leaf->outer, variable))
		return NULL; /* a global */
	share = dataenv_by_default(tree, leaf, variable, offset);
	if (share)
		return share;
	if (openmp_is_task(leaf->kind))
		return implicit_in_task(tree, leaf, variable, offset);
	return dataenv_add_share(tree, leaf, variable, SHARING_SHARED, "shared by default (5.1.1)");
}

static void add_threadprivate(struct region_tree *tree, const struct site *site)
{
	const char *list = site->pragma->argument, *end = list + strlen(list);
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (lexeme_is(word, ","))
			continue;
		unsigned offset = pragma_offset(tree->source, site->pragma, site->pragma->words);
		struct variable *variable = survey_lookup(tree->survey, word.start, word.length, site->pragma->start);
		if (!variable) {
			error_at(tree->source, offset, "'%.*s' in 'threadprivate' is not declared here", (int)word.length, word.start);
			continue;
		}
		if (variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER) {
			error_at(tree->source, offset, "'%s' in 'threadprivate' must have static storage: declare it static or at file scope",
				 variable->name);
			continue;
		}
		variable->threadprivate = true;
	}
}

/* use_device_addr: in the block the names lead to the device's storage. */
static void pass_device_addresses(struct leaf *leaf)
{
	for (struct share *share = leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_SHARED && share->clause && share->clause->kind == C_USE_DEVICE_ADDR && share->access)
			share->passing = share->variable->type->class == TYPE_ARRAY && !(share->access & ACCESS_WHOLE) ? PASS_ELEMENTS : PASS_ADDRESS;
}

bool dataenv_build(struct region_tree *tree)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i]->leaves[0].kind == D_THREADPRIVATE)
			add_threadprivate(tree, tree->sites[i]);
	groupprivate_read(tree);
	maps_declare(tree);
	for (unsigned i = 0; i < tree->site_count; i++) {
		for (int j = 0; j < tree->sites[i]->leaf_count; j++) {
			add_explicit(tree, &tree->sites[i]->leaves[j]);
			maps_add_explicit(tree, &tree->sites[i]->leaves[j]);
		}
		add_loop_variables(tree, tree->sites[i]);
	}
	allocate_read(tree);
	dataenv_record_uses(tree);
	for (unsigned i = 0; i < tree->site_count; i++) {
		for (int j = 0; j < tree->sites[i]->leaf_count; j++) {
			struct leaf *leaf = &tree->sites[i]->leaves[j];
			if (leaf->kind == D_TARGET_DATA)
				pass_device_addresses(leaf);
			if (!leaf->outlined)
				continue;
			for (struct share *share = leaf->shares; share; share = share->next) {
				share->passing = dataenv_passing_of(leaf, share);
				dataenv_check_type(tree, leaf, share);
			}
		}
	}
	return tree->source->errors == 0;
}

void dataenv_dump(const struct region_tree *tree, struct text *out)
{
	static const char *const sharings[] = {"shared", "private", "firstprivate", "reduction", "linear"};
	static const char *const passings[] = {"-", "value", "address", "elements", "declared"};
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		for (int j = 0; j < site->leaf_count; j++) {
			const struct leaf *leaf = &site->leaves[j];
			if (!leaf->shares && !leaf->maps)
				continue;
			struct place place = source_place(tree->source, site->pragma->start);
			text_printf(out, "%s:%u: %s\n", place.file, place.line, directive_rows[leaf->kind].spelling);
			for (const struct share *share = leaf->shares; share; share = share->next)
				text_printf(out, "    %-16s %-12s%s %c%c%c  passed: %-9s %s\n", share->variable->name, sharings[share->sharing],
				       share->last ? "+last" : "     ", share->access & ACCESS_READ ? 'r' : '-',
				       share->access & ACCESS_WRITE ? 'w' : '-', share->access & ACCESS_ADDRESS ? '&' : '-',
				       passings[share->passing], share->rule);
			maps_dump(tree->source->arena, leaf, out);
		}
	}
}
