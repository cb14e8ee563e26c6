#include "kernel_const.h"

#include "kernel_spaces.h"

#include <string.h>

enum { DEPTH = 256, PARAMETERS = 64 };

/* A pointer to global memory. */
struct parameter {
	CXCursor cursor;
	bool only_read; /* as far as is known */
};

struct search {
	struct arena *arena;
	struct parameter parameters[PARAMETERS];
	int count;
	CXCursor stack[DEPTH]; /* the expressions around the one that is visited, outermost first */
	int depth;
};

static enum CXTypeKind kind_of(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind;
}

static bool is_array(CXCursor cursor)
{
	return kind_of(cursor) == CXType_ConstantArray;
}

/* Whether the use of a parameter at the top of the stack comes to reading an element: pointer arithmetic, then an element or
   a member, then the conversion of what that designates to its value. */
static bool reads(const struct search *search)
{
	bool element = false;
	CXCursor inner = search->stack[search->depth - 1];
	for (int i = search->depth - 2; i >= 0; i--) {
		CXCursor outer = search->stack[i];
		switch (clang_getCursorKind(outer)) {
		case CXCursor_ParenExpr: break;
		case CXCursor_UnexposedExpr:
			if (element && !is_array(inner) && kind_of(inner) != CXType_Pointer)
				return true;
			if (kind_of(outer) != CXType_Pointer || (element && !is_array(inner)))
				return false;
			break;
		case CXCursor_BinaryOperator:
			if (kind_of(outer) != CXType_Pointer || clang_getCursorBinaryOperatorKind(outer) != CXBinaryOperator_Add)
				return false;
			break;
		case CXCursor_ArraySubscriptExpr:
			if (kind_of(inner) != CXType_Pointer)
				return false;
			element = true;
			break;
		case CXCursor_MemberRefExpr: element = true; break;
		case CXCursor_UnaryOperator:
			if (kind_of(inner) != CXType_Pointer || clang_getCursorUnaryOperatorKind(outer) != CXUnaryOperator_Deref)
				return false;
			element = true;
			break;
		default: return false;
		}
		inner = outer;
	}
	return false;
}

static enum CXChildVisitResult visit_use(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	(void)parent;
	if (search->depth == DEPTH) {
		search->count = 0;
		return CXChildVisit_Break;
	}
	search->stack[search->depth++] = cursor;
	if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr)
		for (int i = 0; i < search->count; i++)
			if (clang_equalCursors(search->parameters[i].cursor, clang_getCursorReferenced(cursor)))
				search->parameters[i].only_read &= reads(search);
	clang_visitChildren(cursor, visit_use, search);
	search->depth--;
	return CXChildVisit_Continue;
}

/* Whether a parameter is marked __global and points to numbers, structs or rows of them that are not qualified; *at: where const goes. */
static bool points_to_data(const char *code, CXCursor parameter, unsigned *at)
{
	static const char mark[] = "__global ";
	const char *name = code + cursor_offset(clang_getCursorLocation(parameter)), *start = name;
	CXType type = clang_getCanonicalType(clang_getCursorType(parameter));
	if (type.kind != CXType_Pointer)
		return false;
	type = clang_getPointeeType(type);
	while (type.kind == CXType_ConstantArray)
		type = clang_getArrayElementType(type);
	if (type.kind == CXType_Pointer || type.kind == CXType_Void || clang_isConstQualifiedType(type) || clang_isVolatileQualifiedType(type))
		return false;
	while (start > code && strncmp(start, mark, sizeof mark - 1) != 0 && *start != ',')
		start--;
	*at = (unsigned)(start - code + sizeof mark - 1);
	return strncmp(start, mark, sizeof mark - 1) == 0;
}

void kernel_const_add(const char *code, const CXCursor *declarations, unsigned count, struct code_edits *edits)
{
	for (unsigned i = 0; i < count; i++) {
		if (!spaces_is_kernel(declarations[i]) || !clang_isCursorDefinition(declarations[i]))
			continue;
		struct search search = {.arena = edits->arena};
		unsigned parts, at[PARAMETERS];
		CXCursor *inside = cursor_children(search.arena, declarations[i], &parts);
		for (unsigned j = 0; j < parts; j++) {
			if (clang_getCursorKind(inside[j]) == CXCursor_ParmDecl && search.count < PARAMETERS && points_to_data(code, inside[j], &at[search.count]))
				search.parameters[search.count++] = (struct parameter){inside[j], true};
			else if (clang_getCursorKind(inside[j]) == CXCursor_CompoundStmt)
				clang_visitChildren(inside[j], visit_use, &search);
		}
		for (int j = 0; j < search.count; j++)
			if (search.parameters[j].only_read)
				code_edits_add(edits, at[j], at[j], "const ");
	}
}
