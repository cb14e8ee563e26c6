#include "survey_calls.h"

#include "macros.h"

#include <string.h>

/* What a walk collects. */
struct search {
	struct source *source;
	const struct macros *macros;
	const char *const *names;
	struct declared_function *functions, **function_tail;
	struct function_call *calls;
	const char *caller;
};

static unsigned start_of(CXCursor cursor)
{
	return source_file_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

static unsigned end_of(CXCursor cursor)
{
	return source_file_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
}

/* Whether the name is written at an offset. */
static bool spelled(const struct source *source, unsigned offset, const char *name)
{
	return source_token_is(source, source_token_at(source, offset), name);
}

static enum CXChildVisitResult find_function(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	(void)parent;
	CXSourceLocation location = clang_getCursorLocation(cursor);
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl)
		return CXChildVisit_Continue;
	struct declared_function *function = ARENA_NEW(search->source->arena, struct declared_function);
	int count = clang_Cursor_getNumArguments(cursor);
	function->name = source_string(search->source, clang_getCursorSpelling(cursor));
	*search->function_tail = function;
	search->function_tail = &function->next;
	function->in_file = source_contains(search->source, location);
	if (!function->in_file)
		return CXChildVisit_Continue;
	function->start = start_of(cursor);
	function->name_offset = source_file_offset(location);
	function->end = end_of(cursor);
	function->is_definition = clang_isCursorDefinition(cursor);
	function->is_static = clang_Cursor_getStorageClass(cursor) == CX_SC_Static;
	function->is_inline = clang_Cursor_isFunctionInlined(cursor);
	function->in_macro = !spelled(search->source, function->name_offset, function->name);
	function->parameters = arena_alloc(search->source->arena, (size_t)(count > 0 ? count : 1) * sizeof *function->parameters);
	for (int i = 0; i < count; i++)
		function->parameters[function->parameter_count++] =
			source_string(search->source, clang_getCursorSpelling(clang_Cursor_getArgument(cursor, (unsigned)i)));
	return CXChildVisit_Continue;
}

struct declared_function *survey_functions(struct source *source)
{
	struct search search = {.source = source};
	search.function_tail = &search.functions;
	clang_visitChildren(clang_getTranslationUnitCursor(source->unit), find_function, &search);
	return search.functions;
}

static enum CXChildVisitResult take_first(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Break;
}

/* The name in `f(x)` or `(f)(x)`; a null cursor when the callee is another expression. */
static CXCursor callee_of(CXCursor call)
{
	CXCursor callee = call;
	do {
		CXCursor child = clang_getNullCursor();
		clang_visitChildren(callee, take_first, &child);
		callee = child;
	} while (clang_getCursorKind(callee) == CXCursor_UnexposedExpr || clang_getCursorKind(callee) == CXCursor_ParenExpr);
	return clang_getCursorKind(callee) == CXCursor_DeclRefExpr ? callee : clang_getNullCursor();
}

static bool wanted(const struct search *search, const char *name)
{
	for (const char *const *names = search->names; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static void add_call(struct search *search, CXCursor cursor)
{
	struct source *source = search->source;
	CXCursor callee = callee_of(cursor);
	if (clang_Cursor_isNull(callee) || clang_getCursorKind(clang_getCursorReferenced(callee)) != CXCursor_FunctionDecl)
		return;
	CXSourceLocation location = clang_getCursorLocation(callee);
	const char *name = source_string(source, clang_getCursorSpelling(callee));
	if (!source_contains(source, location) || !wanted(search, name))
		return;
	struct function_call *call = ARENA_NEW(source->arena, struct function_call), **place = &search->calls;
	int count = clang_Cursor_getNumArguments(cursor);
	*call = (struct function_call){.name = name, .name_offset = source_file_offset(location), .caller = search->caller,
				       .start = start_of(cursor), .end = end_of(cursor), .invocation = ~0u};
	const struct invocation *invocation = invocation_at(search->macros, source_expansion_offset(location));
	if (invocation)
		call->invocation = invocation->start;
	call->arguments = arena_alloc(source->arena, (size_t)(count > 0 ? count : 1) * sizeof *call->arguments);
	for (int i = 0; i < count; i++) {
		CXCursor argument = clang_Cursor_getArgument(cursor, (unsigned)i);
		call->arguments[call->argument_count++] = (struct text_span){start_of(argument), end_of(argument)};
	}
	while (*place && (*place)->name_offset < call->name_offset)
		place = &(*place)->next;
	for (const struct function_call *other = *place; other && other->name_offset == call->name_offset; other = other->next)
		if (!strcmp(other->name, name))
			return; /* in a macro */
	call->next = *place;
	*place = call;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_FunctionDecl)
		search->caller = source_string(search->source, clang_getCursorSpelling(cursor));
	if (clang_getCursorKind(cursor) == CXCursor_CallExpr)
		add_call(search, cursor);
	return CXChildVisit_Recurse;
}

static enum CXChildVisitResult visit_file(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	search->caller = NULL;
	if (!source_contains(search->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	visit(cursor, parent, data);
	clang_visitChildren(cursor, visit, data);
	return CXChildVisit_Continue;
}

struct function_call *survey_calls(struct source *source, const struct macros *macros, const char *const *names)
{
	struct search search = {.source = source, .macros = macros, .names = names};
	clang_visitChildren(clang_getTranslationUnitCursor(source->unit), visit_file, &search);
	return search.calls;
}
