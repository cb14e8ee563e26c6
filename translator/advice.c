#include "advice.h"

#include "openmp.h"

#include <string.h>

/* Whether a clause's expression is the constant. */
static bool is_constant(const struct clause *clause, const char *constant)
{
	return clause && clause->expression && !strcmp(clause->expression, constant);
}

/* Whether the leaf is one whose region a team of several threads can run. */
static bool is_team(const struct leaf *leaf)
{
	if (leaf->kind != D_PARALLEL || is_constant(leaf_if(leaf), "0") || is_constant(leaf_clause(leaf, C_NUM_THREADS), "1"))
		return false;
	for (const struct leaf *outer = leaf->outer; outer; outer = outer->outer)
		if (outer->kind == D_PARALLEL) /* by default such a region has one thread */
			return false;
	return true;
}

/* Whether the atomic operation tells other threads more than one value: that what came before it is done. */
static bool orders_memory(const struct leaf *leaf)
{
	return leaf->kind == D_ATOMIC && (leaf_clause(leaf, C_READ) || leaf_clause(leaf, C_ACQUIRE) || leaf_clause(leaf, C_RELEASE) ||
					  leaf_clause(leaf, C_ACQ_REL) || leaf_clause(leaf, C_SEQ_CST));
}

/* Whether text[start, end) has a loop of which nobody knows how often it runs: it may wait for another thread. */
static bool may_spin(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++)
		if (!source->tokens[i].directive && (source_token_is(source, i, "while") || source_token_is(source, i, "goto") ||
						     (source_token_is(source, i, ";") && i + 1 < source->token_count && source_token_is(source, i + 1, ";"))))
			return true;
	return false;
}

/* Whether directives inside order the threads in a way that is not looked into. */
static bool has_own_order(const struct region_tree *tree, const struct statement *statement)
{
	bool excludes = false;
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		if (!site || site->pragma->start < statement->start || site->pragma->start >= statement->end)
			continue;
		for (int l = 0; l < site->leaf_count; l++)
			if (site->leaves[l].kind == D_FLUSH || site->leaves[l].kind == D_CANCEL || orders_memory(&site->leaves[l]))
				return true;
		excludes |= site->leaves[0].kind == D_CRITICAL || site->leaves[0].kind == D_ATOMIC;
	}
	return excludes && may_spin(tree->source, statement->start, statement->end);
}

static bool has_ordered(const struct site *site)
{
	for (const struct site *inside = site->children; inside; inside = inside->next)
		if (inside->leaves[0].kind == D_ORDERED || inside->leaves[0].kind == D_ORDERED_ALONE || has_ordered(inside))
			return true;
	return false;
}

/* The loop leaf of a site whose iterations the threads of a parallel leaf share; null: none, or in an order of their own. */
static const struct leaf *shared_loop(const struct site *site)
{
	for (int i = 0; i < site->leaf_count; i++)
		if (site->leaves[i].kind == D_FOR && site->loop_count > 0 && !(leaf_clause(&site->leaves[i], C_ORDERED) && has_ordered(site)))
			return &site->leaves[i];
	return NULL;
}

static const struct leaf *team_around(const struct leaf *leaf)
{
	while (leaf && leaf->kind != D_PARALLEL)
		leaf = leaf->outer;
	return leaf;
}

static bool look_at(struct advice *advice, unsigned start, unsigned end)
{
	advice->start = start;
	advice->end = end;
	return accesses_of_statement(advice->tree->survey, start, end, &advice->accesses) && !advice->accesses.incomplete;
}

static void about_loop(struct advice *advice, const struct site *site)
{
	const struct loop *body = &site->loops[(site->shared_loops > 0 ? site->shared_loops : site->loop_count) - 1];
	long long iterations = advice_iterations(advice);
	if (iterations == 0 || iterations == 1 || !look_at(advice, body->body.start, body->body.end))
		return;
	if (!advice->accesses.may_synchronise) {
		advice_about_writes(advice);
		advice_about_dependences(advice);
	}
	advice_about_critical(advice);
}

static void about_region(struct advice *advice, const struct site *site)
{
	if (!look_at(advice, site->statement->start, site->statement->end) || advice->accesses.may_synchronise)
		return;
	advice_about_writes(advice);
	advice_about_order(advice);
}

static void about_sections(struct advice *advice, const struct leaf *sections)
{
	const struct statement *statement = sections->site->statement;
	if (look_at(advice, statement->start, statement->end) && !advice->accesses.may_synchronise)
		advice_about_sections(advice, sections);
}

static void about_site(const struct region_tree *tree, struct findings *findings, const struct site *site)
{
	struct advice advice = {.tree = tree, .source = tree->source, .findings = findings};
	const struct leaf *last = &site->leaves[site->leaf_count - 1];
	advice.loop = shared_loop(site);
	advice.team = team_around(advice.loop ? advice.loop : last);
	if (!advice.team || !is_team(advice.team) || has_own_order(tree, advice.team->site->statement))
		return;
	if (advice.loop)
		about_loop(&advice, site);
	else if (last->kind == D_SECTIONS)
		about_sections(&advice, last);
	else if (advice.team == last)
		about_region(&advice, site);
}

bool advice_give(const struct region_tree *tree)
{
	struct findings findings;
	if (tree->source->options->no_warnings)
		return true;
	findings_init(&findings, tree->source);
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i] && tree->sites[i]->statement->found && tree->sites[i]->leaf_count > 0)
			about_site(tree, &findings, tree->sites[i]);
	advice_about_values(tree, &findings);
	advice_about_tasks(tree, &findings);
	advice_about_maps(tree, &findings);
	findings_print(&findings);
	findings_release(&findings);
	return tree->source->errors == 0;
}
