/* kernel_types.c - what the types and marks of OpenCL C code say about address spaces. */
#include "kernel_spaces.h"

#include <string.h>

static bool has_attribute(struct arena *arena, CXCursor cursor, const char *text)
{
	unsigned count;
	CXCursor *children = cursor_children(arena, cursor, &count);
	for (unsigned i = 0; i < count; i++)
		if (children[i].kind == CXCursor_AnnotateAttr && !strcmp(cursor_name(arena, children[i]), text))
			return true;
	return false;
}

static bool is_marked(CXCursor cursor, enum CXCursorKind kind, const char *text)
{
	struct arena scratch;
	arena_init(&scratch);
	bool found = cursor.kind == kind && has_attribute(&scratch, cursor, text);
	arena_release(&scratch);
	return found;
}

bool spaces_is_kernel(CXCursor function)
{
	return is_marked(function, CXCursor_FunctionDecl, "kernel");
}

bool spaces_is_local(CXCursor variable)
{
	return is_marked(variable, variable.kind == CXCursor_ParmDecl ? CXCursor_ParmDecl : CXCursor_VarDecl, "local");
}

bool spaces_is_global(CXCursor parameter)
{
	return is_marked(parameter, CXCursor_ParmDecl, "global");
}

CXType spaces_peel(CXType type, int *depth)
{
	*depth = 0;
	for (type = clang_getCanonicalType(type);; type = clang_getCanonicalType(type)) {
		CXType element = clang_getArrayElementType(type);
		if (type.kind == CXType_Pointer) {
			++*depth;
			type = clang_getPointeeType(type);
		} else if (element.kind != CXType_Invalid && type.kind != CXType_Vector) {
			type = element;
		} else {
			return type;
		}
	}
}

CXType spaces_base(CXType type)
{
	int depth;
	return spaces_peel(type, &depth);
}

int spaces_depth(CXType type)
{
	int depth;
	CXType base = spaces_peel(type, &depth);
	return base.kind == CXType_FunctionProto || base.kind == CXType_FunctionNoProto ? -1 : depth;
}

bool spaces_type_is_array(CXType type)
{
	enum CXTypeKind kind = clang_getCanonicalType(type).kind;
	return kind == CXType_ConstantArray || kind == CXType_IncompleteArray || kind == CXType_VariableArray;
}

int spaces_declared_depth(CXCursor declaration)
{
	CXType type = clang_getCursorType(declaration);
	int depth = spaces_depth(type);
	return depth >= 0 && declaration.kind == CXCursor_ParmDecl && spaces_type_is_array(type) ? depth + 1 : depth;
}

bool spaces_is_array(struct arena *arena, CXCursor expression)
{
	unsigned count;
	if (!spaces_type_is_array(clang_getCursorType(expression)))
		return false;
	while (expression.kind == CXCursor_UnexposedExpr || expression.kind == CXCursor_ParenExpr) {
		CXCursor *children = cursor_children(arena, expression, &count);
		if (count == 0)
			return true;
		expression = children[count - 1];
	}
	return expression.kind != CXCursor_BinaryOperator &&
	       !(expression.kind == CXCursor_DeclRefExpr && clang_getCursorReferenced(expression).kind == CXCursor_ParmDecl);
}
