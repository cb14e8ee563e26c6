/* survey_constants.c - the operands in the headers of for statements that are integer constants. */
#include "survey_internal.h"

static enum CXChildVisitResult take_first(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Break;
}

static bool is_conversion(CXCursor cursor)
{
	return clang_getCursorKind(cursor) == CXCursor_UnexposedExpr;
}

static void add(struct walk *walk, CXCursor expression)
{
	CXCursor inside = expression;
	while (is_conversion(inside)) {
		CXCursor next = clang_getNullCursor();
		clang_visitChildren(inside, take_first, &next);
		if (clang_Cursor_isNull(next))
			return;
		inside = next;
	}
	enum CXCursorKind kind = clang_getCursorKind(inside);
	CXCursor named = clang_getCursorReferenced(inside);
	bool variable = kind == CXCursor_DeclRefExpr && clang_getCursorKind(named) != CXCursor_EnumConstantDecl;
	if (!clang_isExpression(kind) || variable || kind == CXCursor_CallExpr)
		return;
	CXEvalResult result = clang_Cursor_Evaluate(expression);
	if (!result)
		return;
	if (clang_EvalResult_getKind(result) == CXEval_Int) {
		struct survey_constant *constant = ARENA_NEW(walk->source->arena, struct survey_constant);
		*constant = (struct survey_constant){walk->survey->constants, survey_start(expression), clang_EvalResult_getAsLongLong(result)};
		walk->survey->constants = constant;
	}
	clang_EvalResult_dispose(result);
}

static enum CXChildVisitResult visit_operand(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	add(data, cursor);
	return CXChildVisit_Continue;
}

static enum CXChildVisitResult visit_part(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclStmt: return CXChildVisit_Recurse;
	case CXCursor_VarDecl:
	case CXCursor_BinaryOperator:
	case CXCursor_CompoundAssignOperator: clang_visitChildren(cursor, visit_operand, data); break;
	default: break;
	}
	return CXChildVisit_Continue;
}

void survey_add_constants(struct walk *walk, CXCursor loop)
{
	clang_visitChildren(loop, visit_part, walk);
}

const struct survey_constant *survey_constant_at(const struct survey *survey, unsigned start)
{
	const struct survey_constant *constant = survey->constants;
	while (constant && constant->start != start)
		constant = constant->next;
	return constant;
}
