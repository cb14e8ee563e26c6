/* allocation_made.c - whether a pointer is made of another, by what the file assigns. */
#include "allocation_internal.h"

enum { DEEPEST = 6 };

struct made_of {
	struct survey *survey;
	const struct variable *base;
	int depth;
	bool found;
};

static bool is_made_of(struct survey *survey, const struct variable *pointer, const struct variable *base, int depth);

/* Whether a value names the variable, or a pointer that is made of it. */
static enum CXChildVisitResult find_base(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct made_of *made = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_DeclRefExpr)
		return CXChildVisit_Recurse;
	const struct variable *variable = survey_variable(made->survey, clang_getCanonicalCursor(clang_getCursorReferenced(cursor)));
	if (variable == made->base)
		made->found = true;
	else if (variable && variable->type->class == TYPE_POINTER)
		made->found |= is_made_of(made->survey, variable, made->base, made->depth + 1);
	return made->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

static bool is_value_made_of(struct survey *survey, CXCursor value, const struct variable *base, int depth)
{
	struct made_of made = {survey, base, depth, false};
	if (find_base(value, value, &made) == CXChildVisit_Recurse)
		clang_visitChildren(value, find_base, &made);
	return made.found;
}

/* Whether it is stored in memory. */
static bool is_stored(struct survey *survey, const struct variable *base)
{
	for (const struct assignment *a = allocations_of(survey)->stored; a; a = a->next)
		if (is_value_made_of(survey, a->value, base, DEEPEST - 1))
			return true;
	return false;
}

static bool is_made_of(struct survey *survey, const struct variable *pointer, const struct variable *base, int depth)
{
	const struct allocations *all = allocations_of(survey);
	unsigned hash = clang_hashCursor(pointer->cursor);
	if (depth > DEEPEST)
		return false;
	if (pointer->of || pointer->address_taken)
		return is_stored(survey, base);
	for (const struct assignment *a = all->assignments[hash % ASSIGNMENT_BUCKETS]; a; a = a->next)
		if (a->hash == hash && clang_equalCursors(a->variable, pointer->cursor) && is_value_made_of(survey, a->value, base, depth))
			return true;
	return false;
}

bool accesses_may_be_made_of(struct survey *survey, const struct variable *pointer, const struct variable *base)
{
	const struct variable *root = base->of ? base->of : base;
	return pointer->type->class == TYPE_POINTER && is_made_of(survey, pointer, root, 0);
}
