/* accesses_split.c - whether the code of a parallel region that stands between its worksharing constructs does the same when one
   thread runs it. */
#include "accesses_internal.h"

#include "dataenv.h"

#include <string.h>

struct splitting {
	struct access_walk *walk;
	const struct site *site;
	const char *reason;
	unsigned offset;
};

static void refuse(struct splitting *splitting, CXCursor at, const char *reason)
{
	if (splitting->reason)
		return;
	splitting->reason = reason;
	splitting->offset = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(at)));
}

/* Declared in the region: each thread has its own. */
static bool is_inside(const struct splitting *splitting, const struct variable *variable)
{
	const struct statement *region = splitting->site->statement;
	return variable->declared >= region->start && variable->declared < region->end;
}

/* Whether the region writes the variable; of one of its own: in a construct that has no copy of it. */
static bool is_written(const struct splitting *splitting, const struct variable *variable)
{
	const struct survey *survey = splitting->walk->survey;
	const struct statement *region = splitting->site->statement;
	bool inside = is_inside(splitting, variable);
	for (unsigned i = survey_reference_at(survey, region->start); i < survey->reference_count && survey->references[i].offset < region->end; i++) {
		const struct reference *reference = &survey->references[i];
		bool counts = !inside;
		if (reference->variable != variable || !(reference->access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			continue;
		for (const struct site *child = splitting->site->children; child && !counts; child = child->next) {
			const struct share *share = leaf_share(&child->leaves[0], variable);
			bool copy = share && share->sharing == SHARING_PRIVATE;
			counts = !copy && child->statement->found && reference->offset >= child->statement->start && reference->offset < child->statement->end;
		}
		if (counts)
			return true;
	}
	return false;
}

/* An expression has the same value in every thread when it reads what the region does not write, and variables of the region that
   all threads set alike. */
static enum CXChildVisitResult check_uniform(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct splitting *splitting = data;
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr: {
		const struct variable *variable = access_variable(splitting->walk, cursor);
		if (variable && (variable->threadprivate || is_written(splitting, variable)))
			refuse(splitting, cursor, "it may not be the same in every thread");
		else if (!variable && clang_getCursorKind(clang_getCursorReferenced(cursor)) != CXCursor_EnumConstantDecl)
			refuse(splitting, cursor, "it may not be the same in every thread");
		return CXChildVisit_Continue;
	}
	case CXCursor_CallExpr:
	case CXCursor_CompoundAssignOperator:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_MemberRefExpr:
	case CXCursor_StmtExpr: refuse(splitting, cursor, "it may not be the same in every thread"); return CXChildVisit_Break;
	case CXCursor_BinaryOperator:
		if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign)
			refuse(splitting, cursor, "it may not be the same in every thread");
		return CXChildVisit_Recurse;
	case CXCursor_UnaryOperator:
		switch (clang_getCursorUnaryOperatorKind(cursor)) {
		case CXUnaryOperator_Minus:
		case CXUnaryOperator_Plus:
		case CXUnaryOperator_Not:
		case CXUnaryOperator_LNot: return CXChildVisit_Recurse;
		default: refuse(splitting, cursor, "it may not be the same in every thread"); return CXChildVisit_Break;
		}
	default: return CXChildVisit_Recurse;
	}
}

static void check_value(struct splitting *splitting, CXCursor cursor)
{
	if (check_uniform(cursor, cursor, splitting) == CXChildVisit_Recurse)
		clang_visitChildren(cursor, check_uniform, splitting);
}

/* A construct of the region whose statement this is. */
static const struct site *construct_at(const struct splitting *splitting, CXCursor cursor)
{
	unsigned start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	for (const struct site *child = splitting->site->children; child; child = child->next)
		if (child->statement->found && child->statement->start == start)
			return child;
	return NULL;
}

static void check_declarations(struct splitting *splitting, CXCursor cursor)
{
	struct access_children children = access_children(splitting->walk->arena, cursor);
	for (unsigned i = 0; i < children.count; i++) {
		CXCursor value = clang_getCursorKind(children.items[i]) == CXCursor_VarDecl ? clang_Cursor_getVarDeclInitializer(children.items[i]) : children.items[i];
		bool other = clang_getCursorKind(children.items[i]) != CXCursor_VarDecl || clang_Cursor_getStorageClass(children.items[i]) == CX_SC_Static;
		if (other)
			refuse(splitting, children.items[i], "it declares more than local variables");
		else if (!clang_Cursor_isNull(value))
			check_value(splitting, value);
	}
}

static void check_statement(struct splitting *splitting, CXCursor cursor);

/* `x = value`, where each thread has an x and the same value.  False: it is no assignment to such a variable. */
static bool check_assignment(struct splitting *splitting, CXCursor cursor)
{
	cursor = access_plain(splitting->walk->arena, cursor);
	struct access_children sides = access_children(splitting->walk->arena, cursor);
	bool assigns = clang_getCursorKind(cursor) == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign;
	const struct variable *variable = assigns ? access_variable(splitting->walk, access_plain(splitting->walk->arena, sides.items[0])) : NULL;
	if (!variable || !is_inside(splitting, variable) || variable->address_taken || variable->type->class == TYPE_POINTER)
		return false;
	check_value(splitting, sides.items[1]);
	return true;
}

/* A loop that every thread runs, with a variable of its own. */
static void check_loop(struct splitting *splitting, CXCursor cursor)
{
	struct access_children parts = access_children(splitting->walk->arena, cursor);
	if (parts.count == 4 && clang_getCursorKind(parts.items[0]) == CXCursor_DeclStmt)
		check_declarations(splitting, parts.items[0]);
	else if (parts.count != 4 || !check_assignment(splitting, parts.items[0])) {
		refuse(splitting, cursor, "the variable of a loop around its loops is not declared in the region");
		return;
	}
	check_value(splitting, parts.items[1]);
	struct access_children step = access_children(splitting->walk->arena, access_plain(splitting->walk->arena, parts.items[2]));
	for (unsigned i = 1; i < step.count; i++)
		check_value(splitting, step.items[i]);
	check_statement(splitting, parts.items[3]);
}

static void check_statement(struct splitting *splitting, CXCursor cursor)
{
	struct access_children children = access_children(splitting->walk->arena, cursor);
	if (splitting->reason || construct_at(splitting, cursor))
		return;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_CompoundStmt:
		for (unsigned i = 0; i < children.count; i++)
			check_statement(splitting, children.items[i]);
		break;
	case CXCursor_NullStmt: break;
	case CXCursor_DeclStmt: check_declarations(splitting, cursor); break;
	case CXCursor_ForStmt: check_loop(splitting, cursor); break;
	default:
		if (!check_assignment(splitting, cursor))
			refuse(splitting, cursor, "every thread runs this statement between its loops");
	}
}

const char *accesses_hinder_splitting(struct survey *survey, const struct site *site, unsigned *offset)
{
	struct accesses unused = {.items = NULL};
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena, .result = &unused, .only = clang_getNullCursor()};
	struct splitting splitting = {&walk, site, NULL, site->pragma->start};
	CXCursor cursor = access_statement_at(survey, site->statement->start);
	if (clang_Cursor_isNull(cursor))
		splitting.reason = "it is written in a macro";
	else
		check_statement(&splitting, cursor);
	*offset = splitting.offset;
	return splitting.reason;
}
