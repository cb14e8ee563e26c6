#include "kernel_names.h"

#include "kernel_math.h"
#include "kernel_words.h"

#include <string.h>

/* The spaces of levels, a letter for each. */
static const char *letters_of(const struct spaces *spaces, const struct levels *levels)
{
	const char *letters = "";
	for (int i = 0; i < levels->depth; i++) {
		enum space space = spaces_resolved(spaces, levels->at[i]);
		letters = arena_printf(spaces->arena, "%s%c", letters, space >= SPACE_HOLE ? '1' + (int)(space - SPACE_HOLE) : "ppglc"[space]);
	}
	return letters;
}

static const char *parameter_letters(const struct spaces *spaces, const struct instance *instance)
{
	const char *letters = "";
	int count = clang_Cursor_getNumArguments(instance->function);
	for (int i = 0; i < count - 1; i++) { /* the last one is the table */
		const struct declared *declared = spaces_of(spaces, instance, clang_Cursor_getArgument(instance->function, (unsigned)i));
		if (declared)
			letters = arena_printf(spaces->arena, "%s%s", letters, letters_of(spaces, &declared->levels));
	}
	return letters;
}

/* Functions that files call in one another have names that say for which spaces they are. */
static const char *public_name(struct spaces *spaces, const char *name, const struct instance *instance)
{
	if (kernel_word_is_taken(name, strlen(name)))
		spaces_problem(spaces, instance->function, "the name of '%s', which files call in one another, is a word of OpenCL C", name);
	return arena_printf(spaces->arena, "%s__%s", name, parameter_letters(spaces, instance));
}

void kernel_names_give(struct spaces *spaces)
{
	for (struct instance *instance = spaces->instances; instance; instance = instance->next) {
		unsigned others = 0;
		if (instance->same != instance)
			continue;
		for (struct instance *before = spaces->instances; before != instance; before = before->next)
			others += before->same == before && clang_equalCursors(before->function, instance->function);
		const char *name = cursor_name(spaces->arena, instance->function), *given = name;
		if (kernel_math_is_built_in(name))
			name = arena_printf(spaces->arena, "%s_", name);
		if (instance->elsewhere || instance->for_others)
			instance->name = public_name(spaces, given, instance);
		else
			instance->name = others ? arena_printf(spaces->arena, "%s_%u", name, others + 1) : name;
	}
	for (struct instance *instance = spaces->instances; instance; instance = instance->next)
		instance->name = instance->same->name;
}

void kernel_names_needs(const struct spaces *spaces, struct kernel_code *result)
{
	struct kernel_need **tail = &result->needs;
	for (const struct instance *instance = spaces->instances; instance; instance = instance->next) {
		if (instance->for_others) {
			result->parameters = parameter_letters(spaces, instance);
			result->returned = letters_of(spaces, &instance->result);
		}
		if (!instance->elsewhere || instance->same != instance)
			continue;
		struct kernel_need *need = ARENA_NEW(spaces->arena, struct kernel_need);
		*need = (struct kernel_need){NULL, cursor_name(spaces->arena, instance->function), parameter_letters(spaces, instance), letters_of(spaces, &instance->result)};
		*tail = need;
		tail = &need->next;
	}
}
