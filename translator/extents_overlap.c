/* extents_overlap.c - whether two arrays or pointers may lead to the same memory. */
#include "extents.h"
#include "rotation.h"

#include <string.h>

/* Whether the declaration says restrict.  A macro that stands for it is not seen. */
static bool is_restrict(const struct survey *survey, const struct variable *variable)
{
	const struct declaration *declaration = variable->declarations;
	if (variable->of || variable->storage != STORAGE_PARAMETER || !declaration || !declaration->in_file)
		return false;
	const char *text = survey->source->text + declaration->start;
	return memmem(text, declaration->end - declaration->start, "restrict", strlen("restrict")) != NULL;
}

enum extent_origin extents_origin(struct survey *survey, const struct variable *variable, unsigned offset)
{
	const struct polynomial *count;
	bool counted, kept = accesses_keeps_value(survey, variable, 0);
	if (variable->of && variable->type->class == TYPE_POINTER)
		return ORIGIN_UNKNOWN;
	if (variable->of && variable->of->type->class == TYPE_RECORD && accesses_keeps_value(survey, variable->of, 0))
		return ORIGIN_RESTRICT; /* in a struct of the function's own, to which nothing points */
	if (variable->of)
		variable = variable->of;
	if (variable->type->class != TYPE_POINTER)
		return variable->storage == STORAGE_AUTO ? ORIGIN_LOCAL : ORIGIN_GLOBAL;
	const struct rotation *rotation = rotation_of(survey, variable);
	if (rotation && rotation_has_name(rotation, variable)) {
		enum extent_origin worst = ORIGIN_RESTRICT, other;
		for (int i = 0; i < rotation->origin_count; i++, worst = other > worst ? other : worst)
			other = extents_origin(survey, rotation->origins[i], offset);
		return rotation->origin_count == 0 ? ORIGIN_LOCAL : worst == ORIGIN_RESTRICT ? ORIGIN_UNKNOWN : worst;
	}
	if (variable->storage == STORAGE_PARAMETER && kept)
		return is_restrict(survey, variable) ? ORIGIN_RESTRICT : ORIGIN_PARAMETER;
	if (!accesses_allocation(survey, variable, offset, &count, &counted))
		return ORIGIN_UNKNOWN;
	return variable->function ? ORIGIN_LOCAL : ORIGIN_GLOBAL;
}

/* Whether an object of one type can be used as the other (C11 6.5, 7): scalars of different types cannot, but for char. */
static bool may_be_same_type(const struct ctype *a, const struct ctype *b)
{
	bool scalars = a->element_class <= TYPE_POINTER && b->element_class <= TYPE_POINTER;
	bool complex = a->element_class == TYPE_COMPLEX || b->element_class == TYPE_COMPLEX;
	if (!scalars || complex || a->element_size <= 1 || b->element_size <= 1)
		return true;
	bool integers = (a->element_class == TYPE_SIGNED || a->element_class == TYPE_UNSIGNED) &&
			(b->element_class == TYPE_SIGNED || b->element_class == TYPE_UNSIGNED);
	return a->element_size == b->element_size && (integers || a->element_class == b->element_class);
}

/* Whether the compiler, too, takes types to tell objects apart. */
static bool is_strict(const struct source_options *options)
{
	bool strict = true;
	for (const char *const *word = options->cpp; *word; word++)
		if (!strcmp(*word, "-fno-strict-aliasing") || !strcmp(*word, "-fstrict-aliasing"))
			strict = word[0][2] == 's';
	return strict;
}

bool extents_may_overlap(struct survey *survey, const struct variable *a, const struct variable *b, unsigned offset)
{
	a = accesses_root(survey, a);
	b = accesses_root(survey, b);
	if (a == b)
		return true;
	const struct rotation *rotation = rotation_of(survey, a);
	if (rotation && (rotation_has_name(rotation, b) || rotation_has_origin(rotation, b)))
		return !rotation_are_apart(rotation, a, b, offset);
	bool arrays = a->type->class != TYPE_POINTER && b->type->class != TYPE_POINTER;
	enum extent_origin first = extents_origin(survey, a, offset), second = extents_origin(survey, b, offset);
	if (!may_be_same_type(a->type, b->type) && is_strict(survey->source->options))
		return false;
	if (arrays || (first == ORIGIN_RESTRICT && !accesses_may_be_made_of(survey, b, a)) ||
	    (second == ORIGIN_RESTRICT && !accesses_may_be_made_of(survey, a, b)))
		return false;
	if (first != ORIGIN_UNKNOWN && second != ORIGIN_UNKNOWN) {
		bool local = first == ORIGIN_LOCAL || second == ORIGIN_LOCAL, global = first == ORIGIN_GLOBAL && second == ORIGIN_GLOBAL;
		return !local && !global && !accesses_given_apart(survey, a, b, extents_may_overlap);
	}
	return true;
}
