/* extents_text.c - sections as C text. */
#include "extents.h"

#include <string.h>

/* Elements are counted in a type that is wide enough, as the allocation did, and signed where something is taken away. */
static const char *count_text(struct arena *arena, const struct polynomial *count)
{
	const char *text = polynomial_signed_text(arena, count);
	if (!count || count->degree < 2)
		return text;
	for (int i = 0; i < count->degree; i++)
		if (count->variables[i]->type->size > 4)
			return text;
	return arena_printf(arena, "(long)%s", text);
}

const char *extents_section(struct arena *arena, const struct polynomial *least, const struct polynomial *count, const char *inner,
			    const char *when)
{
	const char *length = count_text(arena, count);
	long long number;
	if (when && polynomial_is_constant(count, &number) && number == 1)
		length = when;
	else if (when) /* no branches: clang 19 fails on them in a section */
		length = arena_printf(arena, count && count->next ? "%s * (%s)" : "%s * %s", when, length);
	return arena_printf(arena, "[%s:%s]%s", count_text(arena, least), length, inner);
}

/* Whether one of the conditions in "a * b" is this. */
static bool has_condition(const char *all, const char *condition, size_t length)
{
	for (;;) {
		const char *end = strstr(all, ") * (");
		size_t part = end ? (size_t)(end + 1 - all) : strlen(all);
		if (part == length && !memcmp(all, condition, length))
			return true;
		if (!end)
			return false;
		all = end + strlen(") * ");
	}
}

const char *extents_join_conditions(struct arena *arena, const char *a, const char *b)
{
	if (!a || !b)
		return a ? a : b;
	for (const char *rest = b; *rest;) {
		const char *end = strstr(rest, ") * (");
		size_t length = end ? (size_t)(end + 1 - rest) : strlen(rest);
		if (!has_condition(a, rest, length))
			a = arena_printf(arena, "%s * %.*s", a, (int)length, rest);
		rest = end ? end + strlen(") * ") : rest + length;
	}
	return a;
}
