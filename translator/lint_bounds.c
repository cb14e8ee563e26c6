#include "lint_bounds.h"

#include "lint_place.h"

struct walk {
	const struct survey *survey;
	struct findings *findings;
};

/* The children of a for statement: those parts of its header that are there, and its body. */
struct header {
	CXCursor last; /* the child before; at the end the body */
	bool floating; /* a comparison is made in a floating point type */
	bool variable; /* the loop variable has such a type: others say so */
};

static bool is_floating(CXType type)
{
	enum CXTypeKind kind = clang_getCanonicalType(type).kind;

	return (kind >= CXType_Float && kind <= CXType_LongDouble) || kind == CXType_Float128 || kind == CXType_Half || kind == CXType_Float16;
}

static enum CXChildVisitResult look_at_operand(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(bool *)data |= is_floating(clang_getCursorType(cursor));
	return CXChildVisit_Continue;
}

/* Whether an expression is a comparison that is made in a floating point type. */
static bool compares_floating(CXCursor cursor)
{
	bool floating = false;
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(cursor);

	if (kind >= CXBinaryOperator_LT && kind <= CXBinaryOperator_NE)
		clang_visitChildren(cursor, look_at_operand, &floating);
	return floating;
}

/* Whether the first part of the header gives a value to a floating point variable. */
static bool sets_floating(CXCursor cursor)
{
	bool floating = false;

	if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign)
		return is_floating(clang_getCursorType(cursor));
	if (clang_getCursorKind(cursor) == CXCursor_DeclStmt)
		clang_visitChildren(cursor, look_at_operand, &floating);
	return floating;
}

static enum CXChildVisitResult visit_part(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct header *header = data;

	(void)parent;
	if (!clang_Cursor_isNull(header->last)) {
		header->floating |= compares_floating(header->last);
		header->variable |= sets_floating(header->last);
	}
	header->last = cursor;
	return CXChildVisit_Continue;
}

static enum CXChildVisitResult find_loop(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Break;
}

/* The loop and those right inside it. */
static void check_nest(struct findings *findings, CXCursor loop, long loops)
{
	for (; loops > 0 && clang_getCursorKind(loop) == CXCursor_ForStmt; loops--) {
		struct header header = {clang_getNullCursor(), false, false};
		clang_visitChildren(loop, visit_part, &header);
		if (header.floating && !header.variable)
			findings_add(findings, FINDING_ERROR, source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(loop))),
						 "the bound of the loop must be an integer, not a floating point number");
		loop = header.last;
		while (clang_getCursorKind(loop) == CXCursor_CompoundStmt) {
			CXCursor first = clang_getNullCursor();
			clang_visitChildren(loop, find_loop, &first);
			loop = first;
		}
	}
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	const struct walk *walk = data;

	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_ForStmt)
		return CXChildVisit_Recurse;
	unsigned start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	for (unsigned i = 0; i < walk->survey->pragmas->count; i++) {
		const struct pragma *pragma = &walk->survey->pragmas->items[i];
		if (pragma->next == start && pragma_has_loop(pragma)) {
			check_nest(walk->findings, cursor, pragma_loops(pragma));
			break;
		}
	}
	return CXChildVisit_Recurse;
}

static enum CXChildVisitResult visit_file(CXCursor cursor, CXCursor parent, CXClientData data)
{
	const struct walk *walk = data;

	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_FunctionDecl && source_contains(walk->survey->source, clang_getCursorLocation(cursor)))
		clang_visitChildren(cursor, visit, data);
	return CXChildVisit_Continue;
}

void lint_bounds(const struct survey *survey, struct findings *findings)
{
	struct walk walk = {.survey = survey, .findings = findings};

	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), visit_file, &walk);
}
