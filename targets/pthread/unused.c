/*
 * unused.c - variables all of whose uses became private copies.  The program used them; the translated one does not, and the
 * compiler must not say so.
 */
#include "pthread_target.h"

/* Where the original of a variable would be used for the use at `offset`, if it is not: the outermost construct with a copy of
   its own.  Null: the original is used. */
static const struct leaf *copy_holder(struct lowering *lowering, const struct variable *variable, unsigned offset)
{
	const struct leaf *holder = NULL;
	bool copied = false;
	for (const struct leaf *leaf = region_leaf_at(lowering->tree, offset); leaf && !leaf_declares(leaf, variable); leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		bool own = share && share->sharing == SHARING_PRIVATE && share->passing == PASS_NOT && !share->last && !variable->type->variable;
		if (share && !own && (share->passing != PASS_NOT || share->sharing != SHARING_SHARED)) {
			if (copied)
				return NULL;
			continue; /* it uses what the construct around it has under this name */
		}
		if (own && !copied) {
			copied = true;
			holder = leaf;
		}
		if (copied && leaf->outlined)
			holder = leaf;
	}
	return copied ? holder : NULL;
}

static bool can_be_unused(const struct variable *variable)
{
	if (variable->storage == STORAGE_EXTERN_LOCAL)
		return false;
	return variable->storage != STORAGE_GLOBAL || (variable->declarations->is_static && variable->declarations->in_file);
}

/* Whether the original of the variable is never used, and the leaf is the first that has a copy. */
static bool first_copy_of_unused(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable)
{
	const struct survey *survey = lowering->survey;
	const struct leaf *first = NULL;
	for (unsigned i = 0; i < survey->reference_count && (!first || first == leaf); i++) {
		if (survey->references[i].variable != variable)
			continue;
		const struct leaf *holder = copy_holder(lowering, variable, survey->references[i].offset);
		if (!holder && (survey->references[i].access & ~(unsigned)ACCESS_WRITE))
			return false;
		first = first ? first : holder;
	}
	return first == leaf;
}

static bool refers_to(const struct survey *survey, const struct statement *statement, const struct variable *variable)
{
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count; i++) {
		if (survey->references[i].offset >= statement->end)
			return false;
		if (survey->references[i].variable == variable)
			return true;
	}
	return false;
}

const char *unused_originals(struct lowering *lowering, const struct leaf *leaf)
{
	const struct survey *survey = lowering->survey;
	struct text lines = {0};
	for (const struct variable *v = survey->variables; v; v = v->next) {
		if (!can_be_unused(v) || (v->function && v->function != leaf->site->function) || leaf_declares(leaf, v))
			continue;
		if (refers_to(survey, leaf->site->statement, v) && first_copy_of_unused(lowering, leaf, v))
			add_line(&lines, "(void)%s; /* each thread has its own */", v->name);
	}
	const char *result = lines_of(lowering, &lines);
	text_release(&lines);
	return result;
}
