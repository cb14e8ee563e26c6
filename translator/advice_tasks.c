/* advice_tasks.c - variables that a task sets and the code after it uses without waiting for the task; variables that two
   sections use at the same time. */
#include "advice.h"

#include "scan.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- tasks */

static bool waits(enum directive kind)
{
	return kind == D_TASKWAIT || kind == D_BARRIER || kind == D_TASKGROUP || kind == D_TASKYIELD || kind == D_FLUSH || kind == D_CRITICAL ||
	       kind == D_ATOMIC || kind == D_SINGLE || kind == D_FOR || kind == D_SECTIONS || kind == D_PARALLEL;
}

/* Whether the threads may wait for tasks between the offsets: at a directive, or in a function that is called.  What tasks do
   there does not count. */
static bool may_wait(const struct region_tree *tree, unsigned start, unsigned end)
{
	const struct source *source = tree->source;
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		for (int l = 0; site && site->pragma->start >= start && site->pragma->start < end && l < site->leaf_count; l++)
			if (waits(site->leaves[l].kind))
				return true;
	}
	for (unsigned i = survey_reference_at(tree->survey, start); i < tree->survey->reference_count && tree->survey->references[i].offset < end; i++)
		if (accesses_has_own_rules(tree->survey->references[i].variable))
			return true;
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		const struct leaf *leaf = region_leaf_at(tree, source->tokens[i].start);
		const char *word = source->text + source->tokens[i].start;
		if (source->tokens[i].directive || (leaf && leaf->kind == D_TASK && leaf->site->pragma->start >= start))
			continue;
		if (!strncmp(word, "goto", 4))
			return true;
		if (i > 0 && *word == '(' && source_token_is(source, i, "(") && scan(source->text + source->tokens[i - 1].start, word).kind == LEX_WORD &&
		    !source_token_is(source, i - 1, "return") && !source_token_is(source, i - 1, "if") && !source_token_is(source, i - 1, "sizeof"))
			return true;
	}
	return false;
}

/* Whether the code at `use` is in the compound statement in which the task ends at `end`, or in one within it, and in no other
   branch than the task. */
static bool comes_after(const struct source *source, unsigned end, unsigned use)
{
	int depth = 0;
	for (unsigned i = source_token_at(source, end); i < source->token_count && source->tokens[i].start < use; i++) {
		depth += source_token_is(source, i, "{");
		depth -= source_token_is(source, i, "}");
		if (depth < 0 || (depth == 0 && (source_token_is(source, i, "else") || source_token_is(source, i, "case") || source_token_is(source, i, "default") ||
						 source_token_is(source, i, "break") || source_token_is(source, i, "continue"))))
			return false;
	}
	return true;
}

/* Whether nothing makes the task run where it is made: no condition, and no final task around it. */
static bool is_deferred(const struct leaf *task)
{
	for (const struct leaf *leaf = task; leaf; leaf = leaf->outer)
		if (leaf_clause(leaf, C_FINAL))
			return false;
	return !leaf_if(task) && !leaf_clause(task, C_DEPEND) && !leaf_clause(task, C_DETACH);
}

static void about_task(const struct region_tree *tree, struct findings *findings, const struct site *site)
{
	const struct survey *survey = tree->survey;
	const struct leaf *task = &site->leaves[0];
	unsigned end = site->statement->end;
	struct accesses accesses;
	if (!is_deferred(task) || !accesses_of_statement(tree->survey, site->statement->start, end, &accesses) || accesses.incomplete)
		return;
	for (const struct memory_access *write = accesses.items; write; write = write->next) {
		const struct share *share = leaf_share(task, write->variable);
		if (!write->write || write->conditional || write->called || write->part || write->rank || !share || share->sharing != SHARING_SHARED ||
		    accesses_has_own_rules(write->variable) || region_leaf_at(tree, write->offset) != task)
			continue;
		unsigned i = survey_reference_at(survey, end);
		while (i < survey->reference_count && (survey->references[i].variable != write->variable || region_leaf_at(tree, survey->references[i].offset) != task->outer))
			i++;
		if (i == survey->reference_count || !(survey->references[i].access & ACCESS_READ) || survey->references[i].access & ACCESS_UNEVALUATED)
			continue;
		unsigned use = survey->references[i].offset;
		if (survey_function_at(survey, use) != site->function || may_wait(tree, end, use) || !comes_after(tree->source, end, use))
			continue;
		findings_add(findings, FINDING_WARNING, use, "'%s' is used here, but the task that sets it may not have run yet", write->variable->name);
		findings_note(findings, site->pragma->start, "the task is made here");
		findings_note(findings, write->offset, "it sets '%s' here; '#pragma omp taskwait' before the use waits for it", write->variable->name);
		return;
	}
}

void advice_about_tasks(const struct region_tree *tree, struct findings *findings)
{
	for (unsigned i = 0; i < tree->site_count; i++)
		if (tree->sites[i] && tree->sites[i]->leaf_count == 1 && tree->sites[i]->leaves[0].kind == D_TASK && tree->sites[i]->statement->found)
			about_task(tree, findings, tree->sites[i]);
}

/* ---------------------------------------------------------------------------------------------- sections */

/* The section that an access is in: where its directive is, or that of the sections for the first, which may have none; 0: it is
   in none, or something else is around it. */
static unsigned section_of(const struct advice *advice, const struct leaf *sections, const struct memory_access *access)
{
	const struct leaf *leaf = region_leaf_at(advice->tree, access->offset);
	bool section = leaf && leaf->kind == D_SECTION && leaf->outer == sections;
	return section ? leaf->site->pragma->start : leaf == sections ? sections->site->pragma->start : 0;
}

/* Whether a section excludes others, or waits for one that has done something. */
static bool has_exclusion(const struct site *site)
{
	for (const struct site *inside = site->children; inside; inside = inside->next)
		if (inside->leaves[0].kind == D_CRITICAL || inside->leaves[0].kind == D_ATOMIC || has_exclusion(inside))
			return true;
	return false;
}

/* A write in one section and another access to the variable in another. */
void advice_about_sections(struct advice *advice, const struct leaf *sections)
{
	if (has_exclusion(sections->site))
		return;
	for (const struct memory_access *write = advice->accesses.items; write; write = write->next) {
		unsigned one = section_of(advice, sections, write);
		if (!one || !write->write || write->rank || write->conditional || write->part || write->called || write->variable->of ||
		    !advice_is_shared(advice, sections, write->variable) ||
		    advice_address_taken(advice->tree->survey, write->variable, advice->start, advice->end))
			continue;
		for (const struct memory_access *other = advice->accesses.items; other; other = other->next) {
			unsigned two = other->variable == write->variable && !other->conditional && !other->called && !other->part ? section_of(advice, sections, other) : 0;
			if (!two || two == one)
				continue;
			findings_add(advice->findings, FINDING_WARNING, other->offset, "'%s' is used in this section and written in another, and both may run at the same time",
				     write->variable->name);
			findings_note(advice->findings, write->offset, "the other one writes it here");
			return;
		}
	}
}
