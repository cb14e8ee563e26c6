#include "kernel_others.h"

/* What only the callers of a function for other files know gets a number. */
static void number_holes(struct spaces *spaces, const struct instance *instance)
{
	int holes = 0, count = clang_Cursor_getNumArguments(instance->function);
	for (int i = 0; i < count; i++) {
		CXCursor parameter = clang_Cursor_getArgument(instance->function, (unsigned)i);
		const struct declared *declared = spaces_of(spaces, instance, parameter);
		for (int level = 0; declared && level < declared->levels.depth; level++) {
			if (spaces_resolved(spaces, declared->levels.at[level]))
				continue;
			if (holes == HOLES_MAX)
				spaces_problem(spaces, parameter, "it has too many pointers");
			else
				spaces_decide(spaces, declared->levels.at[level], (enum space)(SPACE_HOLE + holes++));
		}
	}
}

/* A function of another file that gives a pointer gives what it got in the first one that is as deep: the runtime sees whether that holds. */
static void guess_result(struct spaces *spaces, const struct instance *instance)
{
	int count = clang_Cursor_getNumArguments(instance->function);
	for (int i = 0; i < count; i++) {
		const struct declared *declared = spaces_of(spaces, instance, clang_Cursor_getArgument(instance->function, (unsigned)i));
		if (!declared || declared->levels.depth == 0 || declared->levels.depth != instance->result.depth)
			continue;
		for (int level = 0; level < instance->result.depth; level++)
			spaces_decide(spaces, instance->result.at[level], spaces_resolved(spaces, declared->levels.at[level]));
		return;
	}
}

/* Where nothing says what a pointer from or to another file points to, it is mapped data. */
static void make_global(struct spaces *spaces, const struct levels *levels)
{
	for (int i = 0; i < levels->depth; i++)
		spaces_decide(spaces, levels->at[i], SPACE_GLOBAL);
}

/* What a pointer in mapped data points to is mapped data where nothing else is said. */
static void follow_mapped(struct spaces *spaces, const struct levels *levels)
{
	for (int i = 0; i + 1 < levels->depth; i++)
		if (spaces_resolved(spaces, levels->at[i]) == SPACE_GLOBAL)
			spaces_decide(spaces, levels->at[i + 1], SPACE_GLOBAL);
}

void kernel_others_settle(struct spaces *spaces)
{
	for (const struct declared *d = spaces->declared; d; d = d->next)
		follow_mapped(spaces, &d->levels);
	for (const struct instance *instance = spaces->instances; instance; instance = instance->next) {
		follow_mapped(spaces, &instance->result);
		for (const struct cast *cast = instance->casts; cast; cast = cast->next)
			follow_mapped(spaces, &cast->levels);
	}
	for (const struct instance *instance = spaces->instances; instance; instance = instance->next)
		if (instance->for_others)
			number_holes(spaces, instance);
	for (const struct instance *instance = spaces->instances; instance; instance = instance->next) {
		if (!instance->for_others && !instance->elsewhere)
			continue;
		for (const struct declared *d = spaces->declared; d; d = d->next)
			if (d->instance == instance && d->cursor.kind == CXCursor_ParmDecl)
				make_global(spaces, &d->levels);
		if (instance->elsewhere)
			guess_result(spaces, instance);
		make_global(spaces, &instance->result);
	}
}
