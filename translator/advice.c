#include "advice.h"

#include "openmp.h"

#include <stdlib.h>
#include <string.h>

/* The value of a decimal literal; negative: the text is none. */
static long long literal(const char *text)
{
	return text && *text && strspn(text, "0123456789") == strlen(text) && strlen(text) < 10 ? strtoll(text, NULL, 10) : -1;
}

/* Whether the function says how many threads its regions get, by another call than of a literal number of several. */
static bool sets_threads(const struct source *source, const struct function *function)
{
	for (unsigned i = source_token_at(source, function->start); i + 3 < source->token_count && source->tokens[i].start < function->end; i++) {
		if (!source_token_is(source, i, "omp_set_num_threads"))
			continue;
		const struct token *number = &source->tokens[i + 2];
		if (!source_token_is(source, i + 3, ")") ||
		    literal(arena_strndup(source->arena, source->text + number->start, number->end - number->start)) < 2)
			return true;
	}
	return false;
}

/* Whether the leaf is one whose region a team of several threads runs, wherever there are several. */
static bool is_team(const struct region_tree *tree, const struct leaf *leaf)
{
	const struct clause *threads = leaf_clause(leaf, C_NUM_THREADS);
	if (leaf->kind != D_PARALLEL || leaf_if(leaf) || (threads && literal(threads->expression) < 2) || !leaf->site->function ||
	    (!threads && sets_threads(tree->source, leaf->site->function)))
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
	return accesses_use_atomic(tree->survey, statement->start) || (excludes && may_spin(tree->source, statement->start, statement->end));
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
	const struct clause *schedule = leaf_clause(advice->loop, C_SCHEDULE);
	long long iterations = advice_iterations(advice), chunk = schedule && schedule->expression ? literal(schedule->expression) : 1;
	bool one_thread = iterations == 0 || iterations == 1 || chunk < 1 || (iterations > 0 && chunk >= iterations);
	if (one_thread || !look_at(advice, body->body.start, body->body.end))
		return;
	if (!advice->accesses.may_synchronise) {
		advice_about_writes(advice);
		if (!schedule || !schedule->expression) /* else iterations that need each other may be of one chunk */
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
	if (!advice.team || !is_team(tree, advice.team) || has_own_order(tree, advice.team->site->statement))
		return;
	if (advice.loop)
		about_loop(&advice, site);
	else if (last->kind == D_SECTIONS)
		about_sections(&advice, last);
	else if (advice.team == last)
		about_region(&advice, site);
}

/* Whether the user wrote the line around the offset as it is; of a header that was put into the text, it is taken to be so. */
static bool is_line_as_written(struct source *source, unsigned offset)
{
	unsigned start = offset, end = offset;
	if (strcmp(source_place(source, offset).file, source->name) != 0)
		return true;
	while (start > 0 && source->text[start - 1] != '\n')
		start--;
	while (end < source->size && source->text[end] != '\n')
		end++;
	const char *line = arena_strndup(source->arena, source->text + start, end - start);
	for (const char *at = source->written; (at = strstr(at, line)) != NULL; at++)
		if ((at == source->written || at[-1] == '\n') && (at[end - start] == '\n' || !at[end - start]))
			return true;
	return false;
}

/* Leaves out what is said of lines that macros were expanded in, and changes to text that a macro stands for. */
static void keep_written(const struct region_tree *tree, struct findings *findings)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (!is_line_as_written(tree->source, finding->offset))
			continue;
		bool from_macro = survey_invocation(tree->survey, finding->offset);
		for (struct finding_note *note = finding->notes; note; note = note->next)
			if (from_macro || !is_line_as_written(tree->source, note->offset))
				note->fixit = (struct fixit){0};
		findings->items[kept++] = *finding;
	}
	findings->count = kept;
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
	keep_written(tree, &findings);
	findings_print(&findings);
	findings_release(&findings);
	return tree->source->errors == 0;
}
