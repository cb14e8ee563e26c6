/* allocation_function.c - functions of the program that return what they have allocated. */
#include "allocation_internal.h"

#include <string.h>

const char *allocator_name(struct survey *survey, CXCursor call)
{
	static const struct allocator {
		const char *name;
		unsigned arguments;
	} known[] = {{"malloc", 1}, {"calloc", 2}, {"aligned_alloc", 2}};
	if (clang_getCursorKind(call) != CXCursor_CallExpr)
		return NULL;
	const char *name = source_string(survey->source, clang_getCursorSpelling(call));
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(name, known[i].name) && access_children(survey->source->arena, call).count == known[i].arguments + 1)
			return known[i].name;
	return NULL;
}

/* ---------------------------------------------------------------------------------------------- what a function returns */

struct returned {
	struct survey *survey;
	struct arena *arena;
	CXCursor variable;     /* that is returned; null: what is returned is the allocation itself */
	CXCursor allocation;   /* null: none yet */
	bool failed;
};

/* One value that the function returns or the variable gets: the one allocation, or null. */
static void note_value(struct returned *returned, CXCursor value)
{
	value = without_casts(returned->arena, value);
	if (is_null_pointer(returned->arena, value))
		return;
	returned->failed |= !clang_Cursor_isNull(returned->allocation) || !allocator_name(returned->survey, value);
	returned->allocation = value;
}

static bool means_variable(const struct returned *returned, CXCursor cursor)
{
	cursor = access_plain(returned->arena, cursor);
	return clang_getCursorKind(cursor) == CXCursor_DeclRefExpr && clang_equalCursors(clang_getCursorReferenced(cursor), returned->variable);
}

static enum CXChildVisitResult find_values(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct returned *returned = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct access_children children = access_children(returned->arena, cursor);
	(void)parent;
	if (kind == CXCursor_VarDecl && clang_equalCursors(cursor, returned->variable)) {
		CXCursor value = clang_Cursor_getVarDeclInitializer(cursor);
		returned->failed |= clang_Cursor_getStorageClass(cursor) == CX_SC_Static;
		if (!clang_Cursor_isNull(value))
			note_value(returned, value);
	} else if (kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign) {
		if (means_variable(returned, children.items[0]))
			note_value(returned, children.items[1]);
	} else if (kind == CXCursor_CompoundAssignOperator) {
		returned->failed |= means_variable(returned, children.items[0]);
	} else if (kind == CXCursor_UnaryOperator) {
		enum CXUnaryOperatorKind operator = clang_getCursorUnaryOperatorKind(cursor);
		bool reads = operator == CXUnaryOperator_LNot || operator == CXUnaryOperator_Deref;
		returned->failed |= !reads && means_variable(returned, children.items[0]);
	}
	return CXChildVisit_Recurse;
}

static enum CXChildVisitResult find_returns(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct returned *returned = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_ReturnStmt)
		return CXChildVisit_Recurse;
	struct access_children children = access_children(returned->arena, cursor);
	CXCursor value = children.count ? without_casts(returned->arena, children.items[0]) : clang_getNullCursor();
	CXCursor declared = clang_getCursorKind(value) == CXCursor_DeclRefExpr ? clang_getCursorReferenced(value) : clang_getNullCursor();
	if (clang_Cursor_isNull(declared) && children.count)
		note_value(returned, value);
	else if (clang_getCursorKind(declared) == CXCursor_VarDecl && (clang_Cursor_isNull(returned->variable) || clang_equalCursors(returned->variable, declared)))
		returned->variable = declared;
	else
		returned->failed = true;
	return CXChildVisit_Continue;
}

/* Gives the parameters that keep their values those of the arguments. */
static void name_parameters(struct access_walk *walk, CXCursor call, CXCursor definition)
{
	struct access_children children = access_children(walk->arena, call);
	struct access_walk outside = *walk;
	struct access_call *inside = ARENA_NEW(walk->arena, struct access_call);
	*inside = (struct access_call){.function = definition};
	walk->call = inside;
	for (unsigned i = 0; (int)i < clang_Cursor_getNumArguments(definition) && i + 1 < children.count; i++) {
		CXCursor parameter = clang_Cursor_getArgument(definition, i);
		struct polynomials p = {walk->arena, true};
		const struct polynomial *value = access_polynomial(&outside, &p, children.items[i + 1]);
		const struct variable *variable = access_declared(walk, parameter);
		if (!variable || !p.good || !access_is_integer(parameter) || !access_keeps_value(walk, variable))
			continue;
		struct named_value *named = ARENA_NEW(walk->arena, struct named_value);
		*named = (struct named_value){walk->values, variable, value};
		walk->values = named;
	}
}

bool allocation_returned(struct access_walk *walk, CXCursor call, CXCursor *allocation)
{
	if (clang_getCursorKind(call) != CXCursor_CallExpr)
		return false;
	CXCursor definition = clang_getCursorDefinition(clang_getCursorReferenced(call));
	struct returned returned = {walk->survey, walk->arena, clang_getNullCursor(), clang_getNullCursor(), false};
	if (clang_Cursor_isNull(definition) || clang_getCursorKind(definition) != CXCursor_FunctionDecl || clang_Cursor_isVariadic(definition))
		return false;
	clang_visitChildren(definition, find_returns, &returned);
	if (!clang_Cursor_isNull(returned.variable)) {
		bool local = clang_equalCursors(clang_getCursorSemanticParent(returned.variable), definition);
		if (!local || !clang_Cursor_isNull(returned.allocation))
			return false;
		clang_visitChildren(definition, find_values, &returned);
	}
	if (returned.failed || clang_Cursor_isNull(returned.allocation))
		return false;
	name_parameters(walk, call, definition);
	*allocation = returned.allocation;
	return true;
}
