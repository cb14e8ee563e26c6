/* allocation.c - what a local pointer points to, told from the allocation in the same function. */
#include "accesses_internal.h"

#include <string.h>

struct assignment {
	struct access_walk *walk;
	const struct variable *pointer;
	CXCursor value;
	unsigned found;
};

static enum CXChildVisitResult find_assignment(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct assignment *assignment = data;
	struct access_walk *walk = assignment->walk;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (!source_contains(walk->survey->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	unsigned start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	if (kind == CXCursor_FunctionDecl && start != assignment->pointer->function->start)
		return CXChildVisit_Continue;
	if (kind == CXCursor_VarDecl && clang_equalCursors(clang_getCanonicalCursor(cursor), assignment->pointer->cursor)) {
		CXCursor value = clang_Cursor_getVarDeclInitializer(cursor);
		if (!clang_Cursor_isNull(value)) {
			assignment->value = value;
			assignment->found++;
		}
	} else if (kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign) {
		struct access_children children = access_children(walk->arena, cursor);
		if (access_variable(walk, access_plain(walk->arena, children.items[0])) == assignment->pointer) {
			assignment->value = children.items[1];
			assignment->found++;
		}
	}
	return CXChildVisit_Recurse;
}

/* The number of elements in a number of bytes. */
static const struct polynomial *elements(struct polynomials *p, const struct polynomial *bytes, long long size)
{
	const struct polynomial *result = NULL;
	for (; bytes; bytes = bytes->next) {
		struct polynomial *term = ARENA_NEW(p->arena, struct polynomial);
		*term = *bytes;
		term->next = NULL;
		p->good &= size > 0 && term->factor % size == 0;
		if (!p->good)
			return NULL;
		term->factor /= size;
		result = polynomial_add(p, result, term, 1);
	}
	return result;
}

static bool keep_values(const struct survey *survey, const struct polynomial *a, unsigned offset)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (!accesses_keeps_value(survey, a->variables[i], offset))
				return false;
	return true;
}

bool accesses_allocation(struct survey *survey, const struct variable *pointer, unsigned offset, const struct polynomial **count, bool *counted)
{
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena};
	struct assignment assignment = {&walk, pointer, clang_getNullCursor(), 0};
	*counted = false;
	if (pointer->storage != STORAGE_AUTO || pointer->address_taken || pointer->type->class != TYPE_POINTER)
		return false;
	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), find_assignment, &assignment);
	if (assignment.found != 1)
		return false;
	unsigned writes = 0;
	for (unsigned i = 0; i < survey->reference_count; i++)
		writes += survey->references[i].variable == pointer && survey->references[i].access & ACCESS_WRITE;
	CXCursor call = access_plain(walk.arena, assignment.value);
	while (clang_getCursorKind(call) == CXCursor_CStyleCastExpr) {
		struct access_children children = access_children(walk.arena, call);
		call = access_plain(walk.arena, children.items[children.count - 1]);
	}
	unsigned place = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(call)));
	struct access_children children = access_children(walk.arena, call);
	if (clang_getCursorKind(call) != CXCursor_CallExpr || writes > 1 || place >= offset)
		return false;
	const char *name = source_string(survey->source, clang_getCursorSpelling(call));
	bool is_calloc = !strcmp(name, "calloc") && children.count == 3, aligned = !strcmp(name, "aligned_alloc") && children.count == 3;
	if (!is_calloc && !aligned && !(!strcmp(name, "malloc") && children.count == 2))
		return false;
	struct polynomials p = {walk.arena, true};
	const struct polynomial *bytes = access_polynomial(&walk, &p, children.items[is_calloc || !aligned ? 1 : 2]);
	if (is_calloc)
		bytes = polynomial_multiply(&p, bytes, access_polynomial(&walk, &p, children.items[2]));
	CXType element = clang_getPointeeType(clang_getCanonicalType(clang_getCursorType(pointer->cursor)));
	*count = p.good ? elements(&p, bytes, clang_Type_getSizeOf(element)) : NULL;
	*counted = p.good && keep_values(survey, *count, place);
	return true;
}
