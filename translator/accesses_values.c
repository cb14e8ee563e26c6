/* accesses_values.c - variables that keep their values, and those that threads may change at the same time. */
#include "accesses.h"

#include "openmp.h"

#include <string.h>

/* Whether the variable's address, taken here, is given to a function that fills it in and forgets it: scanf("%d", &n). */
static bool is_filled_in(const struct survey *survey, unsigned offset)
{
	const struct source *source = survey->source;
	unsigned token = source_token_at(source, offset);
	int depth = 0;
	if (token < 2 || !source_token_is(source, token - 1, "&"))
		return false;
	for (unsigned i = token - 2; i > 0; i--) {
		if (source_token_is(source, i, ";") || source_token_is(source, i, "{"))
			return false;
		if (source_token_is(source, i, ")"))
			depth++;
		if (!source_token_is(source, i, "(") || depth-- > 0)
			continue;
		const struct token *name = &source->tokens[i - 1];
		const char *word = arena_strndup(source->arena, source->text + name->start, name->end - name->start);
		return openmp_lists("scanf fscanf sscanf", word);
	}
	return false;
}

static bool is_declared_here(const struct variable *variable)
{
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		if (!d->in_file || d->is_extern)
			return false;
	return variable->declarations != NULL;
}

bool accesses_keeps_value(const struct survey *survey, const struct variable *variable, unsigned offset)
{
	bool local = variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER;
	const struct function *function = local ? variable->function : survey_function_at(survey, offset);
	/* at file scope: all functions are known, and no header speaks of it */
	bool known = local || (variable->storage == STORAGE_GLOBAL && survey->source->every_function && function && is_declared_here(variable));
	if (!known || variable->type->is_volatile || variable->of)
		return false;
	for (unsigned i = 0; i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->variable != variable || !(reference->access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			continue;
		bool after = reference->offset >= offset || (function && reference->offset < function->start);
		if (after || (reference->access & ACCESS_ADDRESS && !is_filled_in(survey, reference->offset)))
			return false;
	}
	return true;
}

bool accesses_has_own_rules(const struct variable *variable)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(variable->cursor));
	if (variable->threadprivate || variable->groupprivate || clang_getCursorTLSKind(variable->cursor) != CXTLS_None)
		return true;
	while (type.kind != CXType_Atomic && !clang_isVolatileQualifiedType(type)) {
		CXType element = type.kind == CXType_Pointer ? clang_getPointeeType(type) : clang_getArrayElementType(type);
		if (element.kind == CXType_Invalid)
			return false;
		type = clang_getCanonicalType(element);
	}
	return true;
}
