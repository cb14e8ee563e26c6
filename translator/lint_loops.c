#include "lint.h"

#include "dataenv.h"
#include "lint_findings.h"
#include "scan.h"

#include <string.h>

/* Whether a construct inside `around` holds the place and has the variable as its own: a write there is
   to another copy. */
static bool in_inner_loop(const struct region_tree *tree, const struct site *around, const struct variable *variable,
						  unsigned offset)
{
	const struct leaf *leaf = region_leaf_at(tree, offset);

	for (const struct site *site = leaf ? leaf->site : NULL; site && site != around; site = site->parent) {
		for (int i = 0; i < site->loop_count; i++)
			if (site->loops[i].variable == variable)
				return true;
		for (int i = 0; i < site->leaf_count; i++)
			for (const struct share *share = site->leaves[i].shares; share; share = share->next)
				if (share->variable == variable && share->sharing != SHARING_SHARED)
					return true;
	}
	return false;
}

/* Whether the place is in the header of one of the site's own loops. */
static bool in_header(const struct site *site, unsigned offset)
{
	for (int i = 0; i < site->loop_count; i++)
		if (site->loops[i].header.start <= offset && offset < site->loops[i].header.end)
			return true;
	return false;
}

/* The first place in [start, end) that writes the variable; end when there is none. */
static unsigned first_write(const struct region_tree *tree, const struct site *site, const struct variable *variable,
							struct span body)
{
	const struct survey *survey = tree->survey;

	for (unsigned i = survey_reference_at(survey, body.start); i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->offset >= body.end)
			break;
		if (reference->variable == variable && (reference->access & ACCESS_WRITE) &&
			!in_header(site, reference->offset) && !in_inner_loop(tree, site, variable, reference->offset))
			return reference->offset;
	}
	return body.end;
}

/* Whether the reference is to the variable's whole value, not to an element, a member or what it points to. */
static bool is_plain_use(const struct source *source, const struct reference *reference)
{
	const char *end = source->text + source->size;
	struct lexeme name = scan(source->text + reference->offset, end), next = scan(name.start + name.length, end);

	return reference->editable && !(reference->access & ACCESS_UNEVALUATED) && !lexeme_is(next, "[") &&
		   !lexeme_is(next, ".") && !lexeme_is(next, "->") && !lexeme_is(next, "(");
}

/* Whether the threads that run the site's loop share the variable.  A thread may change what is its own:
   every thread counts the iterations before it runs the first one. */
static bool is_shared(const struct site *site, const struct variable *variable)
{
	bool parallel = false;

	for (const struct leaf *leaf = &site->leaves[site->leaf_count - 1]; leaf; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		if ((share && share->sharing != SHARING_SHARED) || leaf_declares(leaf, variable))
			return false;
		parallel = parallel || leaf->kind == D_PARALLEL;
	}
	return parallel || !variable->function || variable->storage == STORAGE_STATIC_LOCAL;
}

/* The variables of a bound or a step that the body writes. */
static void check_part(const struct region_tree *tree, struct findings *findings, const struct site *site,
					   struct span part, struct span body)
{
	const struct survey *survey = tree->survey;

	for (unsigned i = survey_reference_at(survey, part.start); i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->offset >= part.end)
			break;
		if (!is_plain_use(tree->source, reference) || !is_shared(site, reference->variable))
			continue;
		unsigned write = first_write(tree, site, reference->variable, body);
		if (write == body.end)
			continue;
		findings_add(
			findings, FINDING_ERROR, write,
			"'%s' controls the loop and must not change while it runs: the iterations are counted before it starts",
			reference->variable->name);
		findings_note(findings, reference->offset, "the loop uses '%s' here", reference->variable->name);
	}
}

static void check_loop(const struct region_tree *tree, struct findings *findings, const struct site *site,
					   const struct loop *loop)
{
	unsigned write = first_write(tree, site, loop->variable, loop->body);

	if (write != loop->body.end) {
		findings_add(findings, FINDING_ERROR, write, "'%s' is the loop variable and must not change in the loop's body",
					 loop->variable->name);
		findings_note(findings, loop->name.start, "the loop over '%s' starts here", loop->variable->name);
	}
	check_part(tree, findings, site, loop->bound, loop->body);
	check_part(tree, findings, site, loop->step, loop->body);
	for (unsigned i = survey_reference_at(tree->survey, loop->step.start); i < tree->survey->reference_count; i++) {
		const struct reference *reference = &tree->survey->references[i];
		if (reference->offset >= loop->step.end)
			break;
		if (reference->variable == loop->variable)
			findings_add(findings, FINDING_ERROR, reference->offset,
						 "the step of the loop uses the loop variable '%s' itself: it must be the same for every iteration",
						 loop->variable->name);
	}
}

bool lint_loops(const struct region_tree *tree)
{
	struct findings findings;

	findings_init(&findings, tree->source);
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		for (int k = 0; site && k < site->loop_count; k++)
			if (site->loops[k].variable)
				check_loop(tree, &findings, site, &site->loops[k]);
	}
	bool good = findings_print(&findings);
	findings_release(&findings);
	return good;
}
