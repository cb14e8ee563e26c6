#include "types.h"

#include <stddef.h>
#include <string.h>

const char *ctype_declare_spelling(struct arena *arena, const char *spelling, const char *declarator)
{
	const char *hole = strstr(spelling, "(*)");
	if (hole && !strstr(hole + 1, "(*)"))
		return arena_printf(arena, "%.*s(*%s%s", (int)(hole - spelling), spelling, declarator, hole + 2);
	size_t length = strlen(spelling);
	if (strchr(spelling, '(') && strncmp(spelling, "__attribute__", 13) && strncmp(spelling, "__typeof__", 10) && strncmp(spelling, "_Atomic(", 8))
		return arena_printf(arena, "__typeof__(%s) %s", spelling, declarator);
	return arena_printf(arena, "%s%s%s", spelling, length > 0 && spelling[length - 1] == '*' ? "" : " ", declarator);
}

/* Appends "[e]" for the dimensions from `first` on. */
static const char *with_extents(struct arena *arena, const struct ctype *type, const char *declarator, int first,
				const char *const *extents)
{
	for (int i = first; i < type->rank; i++)
		declarator = arena_printf(arena, "%s[%s]", declarator, type->extents[i] ? type->extents[i] : extents[i]);
	return declarator;
}

const char *ctype_declare_extents(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents)
{
	if (type->class == TYPE_ARRAY)
		return ctype_declare_spelling(arena, type->element, with_extents(arena, type, name, 0, extents));
	if (type->class == TYPE_POINTER && type->variable)
		return ctype_declare_elements(arena, type, name, extents);
	return ctype_declare_spelling(arena, type->spelling, name);
}

const char *ctype_declare(struct arena *arena, const struct ctype *type, const char *name)
{
	return ctype_declare_extents(arena, type, name, NULL);
}

const char *ctype_declare_pointer(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents)
{
	const char *star = arena_printf(arena, type->class == TYPE_ARRAY ? "(*%s)" : "*%s", name);
	return ctype_declare_extents(arena, type, star, extents);
}

const char *ctype_declare_elements(struct arena *arena, const struct ctype *type, const char *name, const char *const *extents)
{
	if (type->class == TYPE_POINTER)
		return ctype_declare_spelling(arena, type->element,
					      with_extents(arena, type, arena_printf(arena, "(*%s)", name), 0, extents));
	const char *star = arena_printf(arena, type->rank > 1 ? "(*%s)" : "*%s", name);
	return ctype_declare_spelling(arena, type->element, with_extents(arena, type, star, 1, extents));
}

const struct ctype *ctype_unqualified(struct arena *arena, const struct ctype *type)
{
	if (!type->is_const)
		return type;
	struct ctype *plain = ARENA_NEW(arena, struct ctype);
	*plain = *type;
	plain->is_const = false;
	/* the qualifiers of a pointer come after its last star, those of another type anywhere */
	const char **text = type->class == TYPE_ARRAY ? &plain->element : &plain->spelling;
	const char *star = strrchr(*text, '*'), *word = strstr(star ? star : *text, "const");
	if (word) {
		const char *rest = word + 5;
		while (*rest == ' ')
			rest++;
		*text = arena_printf(arena, "%.*s%s", (int)(word - *text), *text, rest);
	}
	return plain;
}
