#include "accesses_reached.h"

#include "accesses_internal.h"

#include <string.h>

struct search {
	struct survey *survey;
	struct reached *result;
	bool called; /* in a function that was reached */
};

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data);

static void reach_function(struct search *search, CXCursor definition)
{
	struct source *source = search->survey->source;
	struct reached_function **tail = &search->result->functions, *function;
	char *name = source_string(source, clang_getCursorSpelling(definition));
	for (; *tail; tail = &(*tail)->next)
		if (!strcmp((*tail)->name, name))
			return;
	function = *tail = ARENA_NEW(source->arena, struct reached_function);
	CXSourceRange extent = clang_getCursorExtent(definition);
	*function = (struct reached_function){.name = name, .in_file = source_contains(source, clang_getCursorLocation(definition)),
					      .declared_before = !clang_equalCursors(clang_getCanonicalCursor(definition), definition),
					      .start = source_expansion_offset(clang_getRangeStart(extent)),
					      .end = source_expansion_offset(clang_getRangeEnd(extent))};
	bool before = search->called;
	search->called = true;
	clang_visitChildren(definition, visit, search);
	search->called = before;
}

static void reach_variable(struct search *search, CXCursor declared)
{
	CXCursor canonical = clang_getCanonicalCursor(declared);
	struct reached_variable **tail = &search->result->variables;
	const struct variable *variable = search->survey->variables;
	while (variable && !clang_equalCursors(variable->cursor, canonical))
		variable = variable->next;
	if (!variable || variable->storage != STORAGE_GLOBAL)
		return;
	for (; *tail; tail = &(*tail)->next)
		if ((*tail)->variable == variable)
			return;
	*tail = ARENA_NEW(search->survey->source->arena, struct reached_variable);
	(*tail)->variable = variable;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (kind == CXCursor_CallExpr) {
		CXCursor callee = clang_getCursorReferenced(cursor);
		search->result->unknown |= clang_Cursor_isNull(callee) || clang_getCursorKind(callee) != CXCursor_FunctionDecl;
	}
	if (kind != CXCursor_DeclRefExpr)
		return CXChildVisit_Recurse;
	CXCursor declared = clang_getCursorReferenced(cursor), definition = clang_getCursorDefinition(declared);
	if (clang_getCursorKind(declared) == CXCursor_FunctionDecl && !clang_Cursor_isNull(definition))
		reach_function(search, definition);
	else if (clang_getCursorKind(declared) == CXCursor_VarDecl && search->called)
		reach_variable(search, declared);
	return CXChildVisit_Continue;
}

void reached_find(struct survey *survey, unsigned start, struct reached *result)
{
	struct search search = {survey, result, false};
	CXCursor statement = access_statement_at(survey, start);
	*result = (struct reached){NULL, NULL, false};
	if (clang_Cursor_isNull(statement))
		result->unknown = true;
	else if (visit(statement, statement, &search) == CXChildVisit_Recurse)
		clang_visitChildren(statement, visit, &search);
}

static enum CXChildVisitResult find_atomic(CXCursor cursor, CXCursor parent, CXClientData data)
{
	bool *found = data;
	(void)parent;
	*found |= access_is_atomic(cursor);
	return *found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

bool accesses_use_atomic(struct survey *survey, unsigned start)
{
	CXCursor statement = access_statement_at(survey, start);
	bool found = false;
	if (!clang_Cursor_isNull(statement) && find_atomic(statement, statement, &found) == CXChildVisit_Recurse)
		clang_visitChildren(statement, find_atomic, &found);
	return found;
}

bool reached_has(const struct reached *reached, const char *function)
{
	for (const struct reached_function *f = reached->functions; f; f = f->next)
		if (!strcmp(f->name, function))
			return true;
	return false;
}
