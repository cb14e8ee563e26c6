/* advice_critical.c - loops that add up under critical, one thread after the other, what a reduction would add up in parallel. */
#include "advice.h"

#include "openmp.h"

#include <string.h>

/* The only access of the critical region at `site`, when that is one statement and a step of a reduction. */
static const struct memory_access *only_update(const struct advice *advice, const struct site *site, const char **operator)
{
	const struct memory_access *found = NULL;
	struct span operand, value;
	for (const struct memory_access *access = advice->accesses.items; access; access = access->next) {
		if (access->offset < site->statement->start || access->offset >= site->statement->end || !access->write)
			continue;
		if (found)
			return NULL;
		found = access;
	}
	bool plain = found && found->rank == 0 && !found->part, guarded = plain && found->conditional && advice_assigned_value(advice->source, found, &value);
	*operator = guarded ? advice_guarded_extreme(advice->source, found, value, &operand)
		    : plain && !found->conditional ? advice_update(advice->source, found, &operand) : NULL;
	return *operator ? found : NULL;
}

/* Whether the region uses the variable nowhere else, and calls no function that may need the exclusion too. */
static bool does_nothing_else(const struct advice *advice, const struct site *site, const struct memory_access *update)
{
	const struct survey *survey = advice->tree->survey;
	const struct source *source = advice->source;
	const struct statement *statement = site->statement;
	struct span operand, value, whole = {update->offset, update->offset};
	if (update->conditional && advice_assigned_value(source, update, &value))
		advice_guarded_extreme(source, update, value, &whole);
	else if (advice_update(source, update, &operand))
		whole.end = operand.start;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count && survey->references[i].offset < statement->end; i++)
		if (survey->references[i].variable == update->variable && survey->references[i].offset != update->offset &&
		    !(survey->references[i].offset > whole.start && survey->references[i].offset < whole.end))
			return false;
	for (unsigned i = source_token_at(source, statement->start); i + 1 < source->token_count && source->tokens[i + 1].start < statement->end; i++) {
		static const char pure[] = "sqrt sin cos tan exp log pow fabs abs sizeof for if while fmin fmax";
		const struct token *token = &source->tokens[i];
		if (token->kind != CXToken_Punctuation && source_token_is(source, i + 1, "(") &&
		    !openmp_lists(pure, arena_strndup(source->arena, source->text + token->start, token->end - token->start)))
			return false;
	}
	return true;
}

/* Whether nothing else looks at the variable while the loop runs: not its body, nor a function that uses the same lock. */
static bool is_alone(const struct advice *advice, const struct variable *variable, const struct statement *inside)
{
	const struct survey *survey = advice->tree->survey;
	if (variable->storage == STORAGE_GLOBAL)
		return false;
	for (unsigned i = survey_reference_at(survey, advice->start); i < survey->reference_count && survey->references[i].offset < advice->end; i++)
		if (survey->references[i].variable == variable &&
		    (survey->references[i].offset < inside->start || survey->references[i].offset >= inside->end))
			return false;
	return true;
}

void advice_about_critical(struct advice *advice)
{
	for (const struct site *site = advice->loop->site->children; site; site = site->next) {
		const char *operator;
		if (site->leaves[0].kind != D_CRITICAL || !site->statement->found || site->leaves[0].outer != advice->loop)
			continue;
		const struct memory_access *update = only_update(advice, site, &operator);
		if (!update || update->variable->type->class > TYPE_COMPLEX || !is_alone(advice, update->variable, site->statement) ||
		    !does_nothing_else(advice, site, update) ||
		    !advice_is_shared(advice, advice->loop, update->variable))
			continue;
		const char *clause = arena_printf(advice->source->arena, "reduction(%s : %s)", operator, update->variable->name);
		findings_add(advice->findings, FINDING_WARNING, site->pragma->start,
			     "all threads wait for each other here in every iteration, only to change '%s'", update->variable->name);
		findings_fix(advice->findings, advice->loop->site->pragma->start, advice_add_clause(advice->source, advice->loop->site->pragma, clause),
			     "without 'critical', a reduction does it faster: %s", clause);
	}
}
