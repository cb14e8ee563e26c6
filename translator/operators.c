#include "operators.h"

#include <string.h>

bool operator_is_predefined(const char *operator)
{
	static const char *const operators[] = {"+", "-", "*", "&", "|", "^", "&&", "||", "min", "max"};
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (!strcmp(operator, operators[i]))
			return true;
	return false;
}

const char *operator_identity(struct arena *arena, const char *operator, enum ctype_class class, long long size, const char *type)
{
	bool max = !strcmp(operator, "max");
	if (!strcmp(operator, "*") || !strcmp(operator, "&&"))
		return "1";
	if (!strcmp(operator, "&"))
		return class == TYPE_BOOL ? "1" : class == TYPE_UNSIGNED ? arena_printf(arena, "(%s)-1", type) : "~0";
	if (!max && strcmp(operator, "min"))
		return "0";
	if (class == TYPE_FLOAT)
		return max ? "-__builtin_inf()" : "__builtin_inf()";
	if (class == TYPE_BOOL)
		return max ? "0" : "1";
	if (class == TYPE_UNSIGNED)
		return max ? "0" : arena_printf(arena, "(%s)-1", type);
	const char *limit = size == 1 ? "__SCHAR_MAX__" : size == 2 ? "__SHRT_MAX__" : size == 4 ? "__INT_MAX__"
		: size == 8 ? "__LONG_LONG_MAX__" : "(__int128)(~(unsigned __int128)0 >> 1)";
	return max ? arena_printf(arena, "-%s - 1", limit) : limit;
}

const char *operator_combine(struct arena *arena, const char *operator, enum ctype_class class, const char *into, const char *from)
{
	if (!strcmp(operator, "&&") || !strcmp(operator, "||"))
		return arena_printf(arena, "%s = %s %s %s;", into, into, operator, from);
	if (!strcmp(operator, "min") || !strcmp(operator, "max"))
		return arena_printf(arena, "if (%s %s %s)\n\t%s = %s;", from, operator[1] == 'i' ? "<" : ">", into, into, from);
	if (class == TYPE_BOOL && strchr("+-*", *operator))
		return arena_printf(arena, "%s = %s %s %s;", into, into, *operator == '*' ? "&&" : "||", from);
	return arena_printf(arena, "%s %s= %s;", into, *operator == '-' ? "+" : operator, from);
}
