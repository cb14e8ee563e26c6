#include "region.h"

#include "diagnostic.h"
#include "scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void region_expand(struct region_tree *tree, unsigned offset)
{
	const struct invocation *outermost = survey_invocation(tree->survey, offset);
	if (outermost)
		offset = outermost->start;
	for (unsigned i = 0; i < tree->expand_count; i++)
		if (tree->expand[i] == offset)
			return;
	if (tree->expand_count == tree->expand_capacity) {
		tree->expand_capacity = tree->expand_capacity ? 2 * tree->expand_capacity : 16;
		unsigned *grown = arena_alloc(tree->source->arena, tree->expand_capacity * sizeof *grown);
		if (tree->expand_count)
			memcpy(grown, tree->expand, tree->expand_count * sizeof *grown);
		tree->expand = grown;
	}
	tree->expand[tree->expand_count++] = offset;
}

bool leaf_declares(const struct leaf *leaf, const struct variable *variable)
{
	const struct statement *statement = leaf->site->statement;
	return variable->function && statement->found && variable->scope_start >= statement->start &&
	       variable->scope_start < statement->end;
}

struct leaf *region_leaf_at(const struct region_tree *tree, unsigned offset)
{
	struct leaf *best = NULL;
	for (unsigned i = 0; i < tree->site_count; i++) {
		struct site *site = tree->sites[i];
		if (site && site->statement->found && site->pragma->end <= offset && offset < site->statement->end)
			best = site_innermost(site);
	}
	return best;
}

/* Finds the variable that each list item names. */
static bool resolve_items(struct region_tree *tree, struct site *site)
{
	bool good = true;
	for (struct clause *clause = site->pragma->clauses; clause; clause = clause->next) {
		for (struct clause_item *item = clause->items; item; item = item->next) {
			unsigned place = site->pragma->start;
			item->variable = survey_lookup(tree->survey, item->name, strlen(item->name), place);
			enum directive kind = site->pragma->directive.leaves[0];
			if (item->variable || kind == D_DECLARE_SIMD || kind == D_DECLARE_TARGET || kind == D_DECLARE_MAPPER)
				continue; /* names of their own, or of functions */
			struct name *name;
			HASH_FIND_STR(tree->survey->file_names, item->name, name);
			if (name)
				error_at(tree->source, item->offset, "'%s' in '%s' is not a variable", item->name,
					 clause_rows[clause->kind].spelling);
			else
				error_at(tree->source, item->offset, "'%s' in '%s' is not declared here", item->name,
					 clause_rows[clause->kind].spelling);
			good = false;
		}
	}
	return good;
}

static bool positive_constant(struct region_tree *tree, const struct clause *clause, int *value)
{
	char *end;
	long number = strtol(clause->expression, &end, 0);
	if (*end || number < 1 || number > 64) {
		const char *name = clause_rows[clause->kind].spelling;
		if (*end)
			error_at(tree->source, clause->offset, "'%s' needs an integer constant; '%s' is not one that ppcc can read", name,
				 clause->expression);
		else
			error_at(tree->source, clause->offset, "the argument of '%s' must be a positive number", name);
		return false;
	}
	*value = (int)number;
	return true;
}

static bool read_loops(struct region_tree *tree, struct site *site)
{
	bool wants = false;
	int count = 1;
	for (int i = 0; i < site->leaf_count; i++)
		wants |= directive_rows[site->leaves[i].kind].before == BEFORE_LOOP && directive_rows[site->leaves[i].kind].clauses;
	if (!wants)
		return true;
	const struct clause *collapse = clause_find(site->pragma->clauses, C_COLLAPSE);
	if (collapse && !positive_constant(tree, collapse, &count))
		return false;
	site->shared_loops = count;
	const struct clause *ordered = clause_find(site->pragma->clauses, C_ORDERED);
	if (ordered && ordered->expression && !positive_constant(tree, ordered, &count))
		return false;
	if (count < site->shared_loops) {
		error_at(tree->source, ordered->offset, "ordered(n) must name at least as many loops as collapse(n)");
		return false;
	}
	if (!site->statement->is_for && strchr("#%", tree->source->text[site->statement->start])) {
		unsupported_at(tree->source, site->statement->start, "'#pragma omp %s' on a loop that another directive is about",
			       site->pragma->directive.spelling);
		return false;
	}
	if (!site->statement->is_for) {
		const struct invocation *invocation = survey_invocation(tree->survey, site->statement->start);
		error_at(tree->source, invocation ? invocation->start : site->statement->start, "expected a for loop after '#pragma omp %s'",
			 site->pragma->directive.spelling);
		return false;
	}
	site->loops = arena_alloc(tree->source->arena, (size_t)count * sizeof *site->loops);
	site->loop_count = site->private_loops = count;
	int perfect = count;
	if (!loop_read(tree, site->statement->start, site->statement->end, site->pragma->directive.spelling, count, site->loops,
		       ordered && ordered->expression ? NULL : &perfect))
		return false;
	/* Code between the loops: the outer ones are collapsed, each of their iterations runs the inner ones. */
	if (perfect < count)
		site->loop_count = site->shared_loops = perfect;
	return true;
}

/* Finds the statement of a directive that needs one. */
static bool check_statement(struct region_tree *tree, struct site *site)
{
	const struct directive_row *row = &directive_rows[site->pragma->directive.leaves[0]];
	bool wants = row->before == BEFORE_STATEMENT || row->before == BEFORE_LOOP;
	if (!wants || !row->clauses) {
		static struct statement none;
		site->statement = &none;
		return true;
	}
	if (!site->statement->found) {
		const struct invocation *invocation = survey_invocation(tree->survey, site->pragma->next);
		if (invocation)
			region_expand(tree, invocation->start);
		else if (site->function)
			error_at(tree->source, site->pragma->start, "expected a statement after '#pragma omp %s'",
				 site->pragma->directive.spelling);
		else
			error_at(tree->source, site->pragma->start, "'#pragma omp %s' must be inside a function",
				 site->pragma->directive.spelling);
		return false;
	}
	if (site->statement->unknown) {
		region_expand(tree, site->statement->unknown);
		return false;
	}
	return true;
}

/* The region that a loop construct without a bind clause binds to (11.7): the one right around it. */
static const char *implied_binding(const struct leaf *leaf)
{
	for (const struct leaf *outer = leaf->outer; outer; outer = outer->outer) {
		if (outer->kind == D_PARALLEL)
			return "parallel";
		if (outer->kind == D_TEAMS)
			return "teams";
		if (outer->kind != D_SCOPE)
			return "thread";
	}
	return NULL;
}

/* What a loop leaf binds to; null: nothing is around it. */
static const char *binding_of(const struct leaf *leaf)
{
	const struct clause *bind = clause_find(leaf->site->pragma->clauses, C_BIND);
	return bind ? bind->keyword : implied_binding(leaf);
}

static void link_leaves(struct site *site, struct leaf *around)
{
	for (int i = 0; i < site->leaf_count; i++) {
		struct leaf *leaf = &site->leaves[i];
		leaf->site = site;
		leaf->outer = i > 0 ? &site->leaves[i - 1] : around;
		leaf->inner = i + 1 < site->leaf_count ? &site->leaves[i + 1] : NULL;
		leaf->outlined = openmp_is_outlined(leaf->kind);
	}
}

/* A loop that binds to teams is shared by all threads of all teams, as distribute parallel for says it. */
static void spread_loop(struct site *site, struct leaf *around)
{
	int last = site->leaf_count - 1;
	site->leaves[last].kind = D_DISTRIBUTE;
	site->leaves[last + 1].kind = D_PARALLEL;
	site->leaves[last + 2].kind = D_FOR;
	site->leaf_count += 2;
	link_leaves(site, around);
}

static void place_in_tree(struct region_tree *tree, struct site *site)
{
	struct leaf *around = region_leaf_at(tree, site->pragma->start);
	struct site **tail;
	site->parent = around ? around->site : NULL;
	tail = site->parent ? &site->parent->children : &tree->roots;
	while (*tail)
		tail = &(*tail)->next;
	*tail = site;
	for (int i = 0; i < site->leaf_count; i++)
		site->leaves[i].kind = site->pragma->directive.leaves[i];
	link_leaves(site, around);
	if (site_innermost(site)->kind == D_LOOP && binding_of(site_innermost(site)) && !strcmp(binding_of(site_innermost(site)), "teams"))
		spread_loop(site, around);
}

/* A loop leaf that is not spread becomes the leaf that does its work: for in a parallel region, simd in one thread. */
static bool bind_loops(struct region_tree *tree, struct site *site)
{
	for (int i = 0; i < site->leaf_count; i++) {
		struct leaf *leaf = &site->leaves[i];
		if (leaf->kind != D_LOOP)
			continue;
		const struct clause *bind = leaf_clause(leaf, C_BIND);
		const char *binding = binding_of(leaf);
		if (!binding) {
			error_at(tree->source, site->pragma->start, "a 'loop' construct outside any region needs a 'bind' clause");
			return false;
		}
		if (!strcmp(binding, "parallel")) {
			leaf->kind = D_FOR;
		} else if (!strcmp(binding, "thread")) {
			leaf->kind = D_SIMD;
		} else {
			error_at(tree->source, bind->offset, "'%s' in 'bind' is none of teams, parallel and thread", binding);
			return false;
		}
	}
	return true;
}

static bool build_site(struct region_tree *tree, unsigned index)
{
	struct survey *survey = tree->survey;
	struct site *site = ARENA_NEW(tree->source->arena, struct site);
	site->pragma = &survey->pragmas->items[index];
	site->statement = &survey->statements[index];
	site->function = survey->owners[index];
	site->leaf_count = site->pragma->directive.leaf_count;
	if (!check_statement(tree, site))
		return false;
	place_in_tree(tree, site);
	tree->sites[tree->site_count++] = site;
	leaves_distribute(tree->source, site);
	return bind_loops(tree, site) && resolve_items(tree, site) && read_loops(tree, site);
}

/* A directive right before another's pragma has that construct as its statement. */
static void stack_statements(struct survey *survey)
{
	for (unsigned i = survey->pragmas->count; i-- > 1;) {
		const struct statement *inner = &survey->statements[i];
		struct statement *outer = &survey->statements[i - 1];
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (!inner->found || !outer->found || pragma->start >= outer->start || pragma->next != survey->pragmas->items[i - 1].next)
			continue;
		outer->start = pragma->start;
		outer->is_for = outer->is_compound = false;
	}
}

bool region_build(struct source *source, struct survey *survey, struct region_tree *tree)
{
	*tree = (struct region_tree){.source = source, .survey = survey};
	tree->sites = arena_alloc(source->arena, (survey->pragmas->count + 1) * sizeof *tree->sites);
	stack_statements(survey);
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		build_site(tree, i);
	return source->errors == 0;
}

static void dump_sites(const struct region_tree *tree, const struct site *site, int depth, struct text *out)
{
	for (; site; site = site->next) {
		struct place place = source_place(tree->source, site->pragma->start);
		text_printf(out, "%*s%s:%u: %s", 2 * depth, "", place.file, place.line, site->pragma->directive.spelling);
		if (site->statement->found)
			text_printf(out, ", statement to line %u", source_place(tree->source, site->statement->end).line);
		for (int i = 0; i < site->loop_count; i++)
			text_printf(out, ", loop over %s", site->loops[i].variable->name);
		text_adds(out, "\n");
		dump_sites(tree, site->children, depth + 1, out);
	}
}

void region_dump(const struct region_tree *tree, struct text *out)
{
	dump_sites(tree, tree->roots, 0, out);
}
