#include "accesses_internal.h"

#include <string.h>

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

static unsigned offset_of(const struct access_walk *walk, CXCursor cursor)
{
	return walk->call ? walk->call->offset : source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

void access_object(struct access_walk *walk, CXCursor at, const char *format, const char *name)
{
	if (walk->result->objection)
		return;
	walk->result->objection = arena_printf(walk->arena, format, name);
	walk->result->objection_at = offset_of(walk, at);
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

const struct variable *access_variable(struct access_walk *walk, CXCursor cursor)
{
	return clang_getCursorKind(cursor) == CXCursor_DeclRefExpr ? access_declared(walk, clang_getCursorReferenced(cursor)) : NULL;
}

static struct memory_access *add_access_to(struct access_walk *walk, const struct element *element, CXCursor cursor, unsigned mode)
{
	struct memory_access *access = ARENA_NEW(walk->arena, struct memory_access);
	*access = (struct memory_access){
		.variable = element->base,
		.offset = offset_of(walk, cursor),
		.read = mode & MODE_READ,
		.write = mode & MODE_WRITE,
		.conditional = walk->conditional,
		.in_branch = walk->in_branch,
		.part = element->part,
		.called = element->called,
		.loop = walk->loop,
		.rank = element->count,
	};
	memcpy(access->subscripts, element->subscripts, sizeof access->subscripts);
	memcpy(access->known, element->known, sizeof access->known);
	memcpy(access->extents, element->extents, sizeof access->extents);
	for (struct access_loop *loop = walk->loop; loop; loop = loop->outer)
		loop->counted &= loop->variable != element->base || !access->write;
	if (access_declared_inside(walk, element->base))
		return access; /* its subscripts were looked at; it is on no list */
	*walk->tail = access;
	walk->tail = &access->next;
	return access;
}

/* Of the first, where there are several. */
static struct memory_access *add_access(struct access_walk *walk, const struct element *element, CXCursor cursor, unsigned mode)
{
	struct memory_access *first = add_access_to(walk, element, cursor, mode);
	for (int i = 1; element->rotation && i < element->rotation->origin_count; i++) {
		struct element other = *element;
		other.base = element->rotation->origins[i];
		add_access_to(walk, &other, cursor, mode)->conditional = true;
	}
	first->conditional |= element->rotation != NULL;
	return first;
}

/* The array or pointer variable of which it is an element, at any depth; null: none. */
static const char *first_name(struct access_walk *walk, CXCursor cursor)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr)
		return source_string(walk->survey->source, clang_getCursorSpelling(cursor));
	return clang_getCursorKind(cursor) == CXCursor_ArraySubscriptExpr && children.count ? first_name(walk, children.items[0]) : NULL;
}

/* It follows a pointer that is in an element, which needs a map of its own. */
static void object_to_rows(struct access_walk *walk, CXCursor cursor)
{
	const char *name = first_name(walk, cursor);
	if (!name)
		access_object(walk, cursor, "it follows a pointer that is read from memory%s", "");
	else
		access_object(walk, cursor, arena_printf(walk->arena, "it follows a pointer that is read from memory; to write by hand: #pragma omp target enter data map(to: %s[0:...]), "
				"and then for each of these pointers map(to: %%s[i][0:...])", name), name);
}

static void visit_element(struct access_walk *walk, CXCursor cursor, unsigned mode)
{
	struct element element;
	access_visit_address(walk, cursor);
	CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
	if (!access_element(walk, cursor, &element))
		object_to_rows(walk, cursor);
	else if (!walk->device && (type.kind == CXType_Atomic || clang_isVolatileQualifiedType(type)))
		access_object(walk, cursor, "'%s' is volatile or _Atomic", element.base->name);
	else
		add_access(walk, &element, cursor, mode);
}

void access_visit_escape(struct access_walk *walk, CXCursor cursor)
{
	struct element element;
	access_visit_address(walk, cursor);
	if (!access_target(walk, cursor, &element)) {
		access_object(walk, cursor, "what a pointer in it points to is not known%s", "");
		return;
	}
	struct memory_access *access = add_access(walk, &element, cursor, MODE_READ | MODE_WRITE);
	access->conditional = true;
	if (access->rank)
		access->known[access->rank - 1] = false;
}

static void visit_variable(struct access_walk *walk, CXCursor cursor, unsigned mode)
{
	CXCursor declared = clang_getCursorReferenced(cursor);
	if (clang_getCursorKind(declared) == CXCursor_EnumConstantDecl || clang_getCursorKind(declared) == CXCursor_FunctionDecl)
		return;
	struct element element = {.base = access_variable(walk, cursor), .called = walk->call != NULL};
	if (!element.base) {
		char *name = source_string(walk->survey->source, clang_getCursorSpelling(cursor));
		access_object(walk, cursor, "it uses '%s', which is no variable", name);
		return;
	}
	const struct ctype *type = element.base->type;
	if (walk->device && (type->class == TYPE_POINTER || type->class == TYPE_ARRAY) && !(mode & MODE_WRITE)) {
		access_visit_escape(walk, cursor);
		return;
	}
	if (walk->device)
		;
	else if (type->class == TYPE_POINTER)
		access_object(walk, cursor, "the pointer '%s' is used as a value", element.base->name);
	else if (type->class == TYPE_ARRAY)
		access_object(walk, cursor, "the array '%s' is used as a whole", element.base->name);
	else if (type->class == TYPE_OTHER || type->is_volatile || type->is_atomic)
		access_object(walk, cursor, "'%s' has a type that is not mapped", element.base->name);
	add_access(walk, &element, cursor, mode);
}

/* ---------------------------------------------------------------------------------------------- expressions */

static void visit_conditionally(struct access_walk *walk, CXCursor cursor)
{
	bool conditional = walk->conditional, in_branch = walk->in_branch;
	walk->conditional = walk->in_branch = true;
	visit_expression(walk, cursor, MODE_READ);
	walk->conditional = conditional;
	walk->in_branch = in_branch;
}

static void visit_binary(struct access_walk *walk, CXCursor cursor, const struct access_children *children)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	const struct rotation *rotation = access_rotation(walk, access_variable(walk, access_plain(walk->arena, children->items[0])));
	if (operator == CXBinaryOperator_Assign && rotation && access_rotation(walk, access_variable(walk, access_plain(walk->arena, children->items[1]))) == rotation) {
		; /* an exchange: nothing is followed */
	} else if (operator == CXBinaryOperator_Assign) {
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

/* &operand in device code: the object may be used in any way. */
static void visit_address(struct access_walk *walk, CXCursor operand)
{
	struct element element;
	if (!access_element(walk, operand, &element)) {
		access_object(walk, operand, "it takes an address of what is not known%s", "");
		return;
	}
	access_visit_address(walk, operand);
	struct memory_access *access = add_access(walk, &element, operand, MODE_READ | MODE_WRITE);
	access->conditional = true;
	if (access->rank)
		access->known[access->rank - 1] = false;
}

static void visit_unary(struct access_walk *walk, CXCursor cursor, CXCursor operand, unsigned mode)
{
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_Deref: visit_element(walk, cursor, mode); break;
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec: visit_expression(walk, operand, MODE_READ | MODE_WRITE); break;
	case CXUnaryOperator_AddrOf:
		if (walk->device)
			visit_address(walk, operand);
		else
			access_object(walk, cursor, "it takes an address%s", "");
		break;
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
	case CXCursor_StringLiteral:
	case CXCursor_UnaryExpr: break; /* sizeof */
	case CXCursor_DeclRefExpr: visit_variable(walk, cursor, mode); break;
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_MemberRefExpr: visit_element(walk, cursor, mode); break;
	case CXCursor_CStyleCastExpr: {
		CXCursor operand = children.items[children.count - 1];
		bool unused = clang_getCursorType(cursor).kind == CXType_Void; /* (void)x reads nothing */
		if (!unused || clang_getCursorKind(access_plain(walk->arena, operand)) != CXCursor_DeclRefExpr)
			visit_expression(walk, operand, mode);
		break;
	}
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
	case CXCursor_CallExpr: access_visit_call(walk, cursor); break;
	default:
		walk->result->incomplete = true;
		access_object(walk, cursor, "this expression is not one that is looked into%s", "");
		break;
	}
}

void access_visit_read(struct access_walk *walk, CXCursor cursor)
{
	visit_expression(walk, cursor, MODE_READ);
}
