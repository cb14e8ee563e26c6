#include "accesses_internal.h"

#include "kernel_math.h"

#include <string.h>

enum mode { MODE_READ = 1, MODE_WRITE = 2 };

static void visit_expression(struct access_walk *walk, CXCursor cursor, unsigned mode);

static enum CXChildVisitResult count_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct access_children *children = data;
	(void)parent;
	if (children->items)
		children->items[children->count] = cursor;
	children->count++;
	return CXChildVisit_Continue;
}

struct access_children access_children(struct arena *arena, CXCursor cursor)
{
	struct access_children children = {NULL, 0};
	clang_visitChildren(cursor, count_child, &children);
	children.items = arena_alloc(arena, (children.count + 1) * sizeof *children.items);
	children.count = 0;
	clang_visitChildren(cursor, count_child, &children);
	return children;
}

void access_object(struct access_walk *walk, CXCursor at, const char *format, const char *name)
{
	if (walk->result->objection)
		return;
	walk->result->objection = arena_printf(walk->arena, format, name);
	walk->result->objection_at = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(at)));
}

CXCursor access_plain(struct arena *arena, CXCursor cursor)
{
	for (;;) {
		enum CXCursorKind kind = clang_getCursorKind(cursor);
		if (kind != CXCursor_ParenExpr && kind != CXCursor_UnexposedExpr)
			return cursor;
		struct access_children children = access_children(arena, cursor);
		if (children.count != 1)
			return cursor;
		cursor = children.items[0];
	}
}

const struct variable *access_variable(const struct survey *survey, CXCursor cursor)
{
	if (clang_getCursorKind(cursor) != CXCursor_DeclRefExpr)
		return NULL;
	CXCursor declared = clang_getCanonicalCursor(clang_getCursorReferenced(cursor));
	unsigned hash = clang_hashCursor(declared);
	for (const struct variable *v = survey->variables; v; v = v->next)
		if (v->hash == hash && clang_equalCursors(v->cursor, declared))
			return v;
	return NULL;
}

static bool is_pointer(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Pointer;
}

/* The same for a parameter that is declared as an array, whose type libclang gives as declared. */
static bool points(const struct access_walk *walk, CXCursor cursor)
{
	const struct variable *variable = access_variable(walk->survey, access_plain(walk->arena, cursor));
	return is_pointer(cursor) || (variable && variable->type->class == TYPE_POINTER);
}

static bool declared_inside(const struct access_walk *walk, const struct variable *variable)
{
	return variable->declared >= walk->start && variable->declared < walk->end;
}

static struct memory_access *add_access(struct access_walk *walk, const struct variable *variable, CXCursor cursor, unsigned mode)
{
	struct memory_access *access = ARENA_NEW(walk->arena, struct memory_access);
	*access = (struct memory_access){
		.variable = variable,
		.offset = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor))),
		.read = mode & MODE_READ,
		.write = mode & MODE_WRITE,
		.conditional = walk->conditional,
		.loop = walk->loop,
	};
	for (struct access_loop *loop = walk->loop; loop; loop = loop->outer)
		loop->counted &= loop->variable != variable || !access->write;
	if (declared_inside(walk, variable))
		return access; /* its subscripts were looked at; it is on no list */
	*walk->tail = access;
	walk->tail = &access->next;
	return access;
}

/* ---------------------------------------------------------------------------------------------- elements */

/* The base variable of an element, and its subscripts from the last to the first.  Null: it has no such form. */
static const struct variable *take_apart(struct access_walk *walk, CXCursor cursor, struct element *element)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	if (kind == CXCursor_DeclRefExpr)
		return access_variable(walk->survey, cursor);
	if (element->through_pointer || element->count == TYPE_MAX_RANK)
		return NULL; /* what an element or a member points to */
	if (kind == CXCursor_MemberRefExpr && children.count >= 1) {
		element->count = 0; /* subscripts of an array that is a member are within the element */
		element->part = true;
		if (points(walk, children.items[0])) {
			element->through_pointer = true;
			element->subscripts[element->count++] = clang_getNullCursor();
		}
		return take_apart(walk, children.items[0], element);
	}
	if (kind == CXCursor_ArraySubscriptExpr && children.count == 2) {
		CXCursor base = access_plain(walk->arena, children.items[0]);
		element->through_pointer = points(walk, base);
		visit_expression(walk, children.items[1], MODE_READ);
		element->extents[element->count] = clang_getArraySize(clang_getCanonicalType(clang_getCursorType(base)));
		element->subscripts[element->count++] = children.items[1];
		return take_apart(walk, base, element);
	}
	if (kind == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Deref) {
		CXCursor pointer = access_plain(walk->arena, children.items[0]);
		element->through_pointer = true;
		if (clang_getCursorKind(pointer) == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(pointer) == CXBinaryOperator_Add) {
			struct access_children sum = access_children(walk->arena, pointer);
			bool first = points(walk, sum.items[0]);
			visit_expression(walk, sum.items[first], MODE_READ);
			element->subscripts[element->count++] = sum.items[first];
			return take_apart(walk, sum.items[!first], element);
		}
		element->subscripts[element->count++] = clang_getNullCursor();
		return take_apart(walk, pointer, element);
	}
	return NULL;
}

static void visit_element(struct access_walk *walk, CXCursor cursor, unsigned mode)
{
	struct element element = {.count = 0};
	const struct variable *variable = take_apart(walk, cursor, &element);
	if (!variable) {
		access_object(walk, cursor, "it follows a pointer that is read from memory%s", "");
		return;
	}
	struct memory_access *access = add_access(walk, variable, cursor, mode);
	if (element.through_pointer && declared_inside(walk, variable))
		access_object(walk, cursor, "what '%s' points to is not known: it is set in the loop", variable->name);
	access->rank = element.count;
	access->part = element.part;
	for (int i = 0; i < element.count; i++) {
		CXCursor subscript = element.subscripts[element.count - 1 - i];
		struct polynomials p = {walk->arena, true};
		access->subscripts[i] = clang_Cursor_isNull(subscript) ? NULL : access_polynomial(walk, &p, subscript);
		access->known[i] = p.good;
		access->extents[i] = element.extents[element.count - 1 - i];
	}
}

static void visit_variable(struct access_walk *walk, CXCursor cursor, unsigned mode)
{
	CXCursor declared = clang_getCursorReferenced(cursor);
	if (clang_getCursorKind(declared) == CXCursor_EnumConstantDecl)
		return;
	const struct variable *variable = access_variable(walk->survey, cursor);
	if (!variable) {
		char *name = source_string(walk->survey->source, clang_getCursorSpelling(cursor));
		access_object(walk, cursor, "it uses '%s', which is no variable", name);
		return;
	}
	enum ctype_class class = variable->type->class;
	if (class == TYPE_POINTER)
		access_object(walk, cursor, "the pointer '%s' is used as a value", variable->name);
	else if (class == TYPE_ARRAY)
		access_object(walk, cursor, "the array '%s' is used as a whole", variable->name);
	else if (class == TYPE_OTHER || variable->type->is_volatile || variable->type->is_atomic)
		access_object(walk, cursor, "'%s' has a type that is not mapped", variable->name);
	add_access(walk, variable, cursor, mode);
}

/* ---------------------------------------------------------------------------------------------- calls */

struct purity {
	struct access_walk *walk;
	int depth;
	bool pure;
	CXCursor function;
};

static bool is_pure(struct access_walk *walk, CXCursor declared, int depth);

static enum CXChildVisitResult check_pure(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct purity *purity = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (kind == CXCursor_VarDecl || kind == CXCursor_ParmDecl) {
		enum CXTypeKind type = clang_getCanonicalType(clang_getCursorType(cursor)).kind;
		bool array = type == CXType_ConstantArray || type == CXType_IncompleteArray || type == CXType_VariableArray;
		purity->pure &= type != CXType_Pointer && clang_Cursor_getStorageClass(cursor) != CX_SC_Static;
		purity->pure &= kind == CXCursor_VarDecl || !array; /* such a parameter is a pointer */
	} else if (kind == CXCursor_DeclRefExpr) {
		CXCursor declared = clang_getCursorReferenced(cursor);
		if (clang_getCursorKind(declared) == CXCursor_VarDecl)
			purity->pure &= clang_equalCursors(clang_getCursorSemanticParent(declared), purity->function);
		else if (clang_getCursorKind(declared) == CXCursor_FunctionDecl)
			purity->pure &= is_pure(purity->walk, declared, purity->depth + 1);
	} else if (kind == CXCursor_GCCAsmStmt || kind == CXCursor_MSAsmStmt || kind == CXCursor_IndirectGotoStmt || kind == CXCursor_MemberRefExpr ||
		   (kind == CXCursor_CallExpr && clang_Cursor_isNull(clang_getCursorReferenced(cursor)))) {
		purity->pure = false;
	}
	return purity->pure ? CXChildVisit_Recurse : CXChildVisit_Break;
}

/* Whether a directive stands in the function. */
static bool has_pragma(const struct survey *survey, CXCursor definition)
{
	CXSourceRange extent = clang_getCursorExtent(definition);
	if (!source_contains(survey->source, clang_getRangeStart(extent)))
		return false;
	unsigned start = source_expansion_offset(clang_getRangeStart(extent)), end = source_expansion_offset(clang_getRangeEnd(extent));
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (survey->pragmas->items[i].start > start && survey->pragmas->items[i].start < end)
			return true;
	return false;
}

/* Whether the function computes a value of its arguments and does nothing else. */
static bool is_pure(struct access_walk *walk, CXCursor declared, int depth)
{
	enum { DEEPEST = 8 }; /* calls in calls; a recursive function ends there */
	char *name = source_string(walk->survey->source, clang_getCursorSpelling(declared));
	CXCursor definition = clang_getCursorDefinition(declared);
	if (clang_Cursor_isNull(definition))
		return kernel_math_is_pure(name);
	struct purity purity = {walk, depth, depth < DEEPEST && !has_pragma(walk->survey, definition), definition};
	clang_visitChildren(definition, check_pure, &purity);
	return purity.pure;
}

static void visit_call(struct access_walk *walk, CXCursor cursor)
{
	struct access_children children = access_children(walk->arena, cursor);
	CXCursor function = children.count ? access_plain(walk->arena, children.items[0]) : cursor;
	CXCursor declared = clang_getCursorReferenced(function);
	if (clang_getCursorKind(function) != CXCursor_DeclRefExpr || clang_getCursorKind(declared) != CXCursor_FunctionDecl)
		access_object(walk, cursor, "it calls a function through a pointer%s", "");
	else if (!is_pure(walk, declared, 0))
		access_object(walk, cursor, "it calls '%s', which may do more than compute a value of its arguments",
			      source_string(walk->survey->source, clang_getCursorSpelling(declared)));
	for (unsigned i = 1; i < children.count; i++)
		visit_expression(walk, children.items[i], MODE_READ);
}

/* ---------------------------------------------------------------------------------------------- expressions */

static void visit_conditionally(struct access_walk *walk, CXCursor cursor)
{
	bool before = walk->conditional;
	walk->conditional = true;
	visit_expression(walk, cursor, MODE_READ);
	walk->conditional = before;
}

static void visit_binary(struct access_walk *walk, CXCursor cursor, const struct access_children *children)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	if (operator == CXBinaryOperator_Assign) {
		visit_expression(walk, children->items[1], MODE_READ);
		visit_expression(walk, children->items[0], MODE_WRITE);
	} else if (operator == CXBinaryOperator_LAnd || operator == CXBinaryOperator_LOr) {
		visit_expression(walk, children->items[0], MODE_READ);
		visit_conditionally(walk, children->items[1]);
	} else {
		visit_expression(walk, children->items[0], MODE_READ);
		visit_expression(walk, children->items[1], MODE_READ);
	}
}

static void visit_unary(struct access_walk *walk, CXCursor cursor, CXCursor operand, unsigned mode)
{
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_Deref: visit_element(walk, cursor, mode); break;
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec: visit_expression(walk, operand, MODE_READ | MODE_WRITE); break;
	case CXUnaryOperator_AddrOf: access_object(walk, cursor, "it takes an address%s", ""); break;
	default: visit_expression(walk, operand, MODE_READ); break;
	}
}

static void visit_expression(struct access_walk *walk, CXCursor cursor, unsigned mode)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IntegerLiteral:
	case CXCursor_FloatingLiteral:
	case CXCursor_ImaginaryLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_UnaryExpr: break; /* sizeof */
	case CXCursor_DeclRefExpr: visit_variable(walk, cursor, mode); break;
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_MemberRefExpr: visit_element(walk, cursor, mode); break;
	case CXCursor_CStyleCastExpr: visit_expression(walk, children.items[children.count - 1], mode); break;
	case CXCursor_UnaryOperator: visit_unary(walk, cursor, children.items[0], mode); break;
	case CXCursor_BinaryOperator: visit_binary(walk, cursor, &children); break;
	case CXCursor_CompoundAssignOperator:
		visit_expression(walk, children.items[1], MODE_READ);
		visit_expression(walk, children.items[0], MODE_READ | MODE_WRITE);
		break;
	case CXCursor_ConditionalOperator:
		visit_expression(walk, children.items[0], MODE_READ);
		visit_conditionally(walk, children.items[1]);
		visit_conditionally(walk, children.items[2]);
		break;
	case CXCursor_InitListExpr:
		for (unsigned i = 0; i < children.count; i++)
			visit_expression(walk, children.items[i], MODE_READ);
		break;
	case CXCursor_CallExpr: visit_call(walk, cursor); break;
	default: access_object(walk, cursor, "this expression is not one that is looked into%s", ""); break;
	}
}

void access_visit_read(struct access_walk *walk, CXCursor cursor)
{
	visit_expression(walk, cursor, MODE_READ);
}
