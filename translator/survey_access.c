/* survey_access.c - what an expression does to the variable that it names, told from the expressions around it. */
#include "survey_internal.h"

static bool is_pointer(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Pointer;
}

struct first_child {
	CXCursor child;
	bool found;
};

static enum CXChildVisitResult take_first(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct first_child *first = data;
	(void)parent;
	first->child = cursor;
	first->found = true;
	return CXChildVisit_Break;
}

/* By extent: clang_equalCursors tells apart the cursors of one expression that two visits hand out. */
static bool is_first_child(CXCursor parent, CXCursor child)
{
	struct first_child first = {clang_getNullCursor(), false};
	clang_visitChildren(parent, take_first, &first);
	return first.found && clang_equalRanges(clang_getCursorExtent(first.child), clang_getCursorExtent(child));
}

static unsigned of_unary(CXCursor operator, bool *up)
{
	switch (clang_getCursorUnaryOperatorKind(operator)) {
	case CXUnaryOperator_AddrOf: return ACCESS_ADDRESS | ACCESS_WHOLE;
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec: return ACCESS_READ | ACCESS_WRITE;
	case CXUnaryOperator_Real:
	case CXUnaryOperator_Imag:
	case CXUnaryOperator_Extension: *up = true; return 0;
	default: return ACCESS_READ | ACCESS_VALUE;
	}
}

/* Climbs from the reference while the expression still denotes (a part of) the variable's own storage. */
unsigned survey_classify(const CXCursor *stack, int depth)
{
	int at = depth;
	/* a parameter declared as an array is a pointer, though libclang gives it the declared type */
	bool parameter = clang_getCursorKind(clang_getCursorReferenced(stack[depth])) == CXCursor_ParmDecl && survey_is_array(clang_getCursorType(stack[depth]));
	for (int i = depth - 1; i > 0; i--)
		if (clang_getCursorKind(stack[i]) == CXCursor_UnaryExpr)
			return ACCESS_UNEVALUATED | ACCESS_WHOLE;
	while (at > 1) {
		CXCursor here = stack[at], parent = stack[at - 1];
		bool up = false;
		unsigned access;
		switch (clang_getCursorKind(parent)) {
		case CXCursor_ParenExpr: at--; continue;
		case CXCursor_UnexposedExpr: /* an implicit conversion */
			if (!parameter && survey_is_array(clang_getCursorType(here)) && is_pointer(parent)) {
				if (clang_getCursorKind(stack[at - 2]) != CXCursor_ArraySubscriptExpr)
					return ACCESS_ADDRESS; /* the array decays */
				at -= 2;
				continue;
			}
			at--;
			continue;
		case CXCursor_MemberRefExpr:
			if (parameter || is_pointer(here))
				return ACCESS_READ | ACCESS_VALUE;
			at--;
			continue;
		case CXCursor_ArraySubscriptExpr:
			if (parameter || !survey_is_array(clang_getCursorType(here)))
				return ACCESS_READ | ACCESS_VALUE;
			at--;
			continue;
		case CXCursor_UnaryOperator:
			access = of_unary(parent, &up);
			if (!up)
				return access;
			at--;
			continue;
		case CXCursor_BinaryOperator:
			if (clang_getCursorBinaryOperatorKind(parent) == CXBinaryOperator_Assign && is_first_child(parent, here))
				return ACCESS_WRITE;
			return ACCESS_READ | ACCESS_VALUE;
		case CXCursor_CompoundAssignOperator:
			return is_first_child(parent, here) ? ACCESS_READ | ACCESS_WRITE : ACCESS_READ | ACCESS_VALUE;
		case CXCursor_UnaryExpr: return ACCESS_UNEVALUATED | ACCESS_WHOLE;
		case CXCursor_GCCAsmStmt: return ACCESS_READ | ACCESS_WRITE | ACCESS_VALUE | ACCESS_ADDRESS;
		default: return !parameter && survey_is_array(clang_getCursorType(here)) ? ACCESS_READ | ACCESS_VALUE | ACCESS_WHOLE : ACCESS_READ | ACCESS_VALUE;
		}
	}
	return ACCESS_READ | ACCESS_WRITE;
}
