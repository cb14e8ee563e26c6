/* allocation_function.c - functions of the program that return what they have allocated. */
#include "allocation_internal.h"

#include "openmp.h"

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

enum { DEEPEST_CALL = 4 };

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

/* The uses of a pointer in a function. */
struct pointer_uses {
	struct arena *arena;
	CXCursor variable;
	int depth;
	unsigned all, harmless; /* by the harmless ones its value goes nowhere but to the caller */
};

static bool is_kept(struct arena *arena, CXCursor function, CXCursor variable, int depth);

static bool keeps_argument(const struct pointer_uses *uses, CXCursor call, unsigned argument, bool result_is_used)
{
	CXCursor function = clang_getCursorReferenced(call), definition = clang_getCursorDefinition(function);
	if (clang_Cursor_isNull(definition)) {
		CXString name = clang_getCursorSpelling(function);
		bool known = !result_is_used && openmp_lists("memset memcpy free", clang_getCString(name));
		clang_disposeString(name);
		return !known;
	}
	return uses->depth >= DEEPEST_CALL || (int)argument >= clang_Cursor_getNumArguments(definition) ||
	       is_kept(uses->arena, definition, clang_Cursor_getArgument(definition, argument), uses->depth + 1);
}

static enum CXChildVisitResult count_uses(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct pointer_uses *uses = data;
	struct returned wanted = {.arena = uses->arena, .variable = uses->variable};
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct access_children children = access_children(uses->arena, cursor);
	enum CXBinaryOperatorKind binary = kind == CXCursor_BinaryOperator ? clang_getCursorBinaryOperatorKind(cursor) : CXBinaryOperator_Invalid;
	enum CXUnaryOperatorKind unary = kind == CXCursor_UnaryOperator ? clang_getCursorUnaryOperatorKind(cursor) : CXUnaryOperator_Invalid;
	bool compares = (binary >= CXBinaryOperator_LT && binary <= CXBinaryOperator_NE) || binary == CXBinaryOperator_LAnd || binary == CXBinaryOperator_LOr;
	bool looks = kind == CXCursor_ArraySubscriptExpr || kind == CXCursor_MemberRefExpr || kind == CXCursor_IfStmt || kind == CXCursor_WhileStmt ||
		     unary == CXUnaryOperator_LNot || unary == CXUnaryOperator_Deref;
	for (unsigned i = 0; i < children.count; i++) {
		bool returns = kind == CXCursor_ReturnStmt && means_variable(&wanted, without_casts(uses->arena, children.items[i]));
		if (!returns && !means_variable(&wanted, children.items[i]))
			continue;
		bool given = kind == CXCursor_CallExpr && i > 0 && !keeps_argument(uses, cursor, i - 1, clang_isExpression(clang_getCursorKind(parent)));
		uses->harmless += returns || looks || compares || given || (binary == CXBinaryOperator_Assign && i == 0);
	}
	uses->all += kind == CXCursor_DeclRefExpr && means_variable(&wanted, cursor);
	return kind == CXCursor_UnaryExpr ? CXChildVisit_Continue : CXChildVisit_Recurse;
}

/* Whether the value of a pointer of the function may be found in other places after it. */
static bool is_kept(struct arena *arena, CXCursor function, CXCursor variable, int depth)
{
	struct pointer_uses uses = {.arena = arena, .variable = variable, .depth = depth};
	clang_visitChildren(function, count_uses, &uses);
	return uses.harmless < uses.all;
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
		returned.failed |= is_kept(walk->arena, definition, returned.variable, 0);
	}
	if (returned.failed || clang_Cursor_isNull(returned.allocation))
		return false;
	name_parameters(walk, call, definition);
	*allocation = returned.allocation;
	return true;
}
