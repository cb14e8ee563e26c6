/* flow_touches.c - what an expression of the host does to variables and to memory. */
#include "flow_internal.h"

#include <string.h>

/* What becomes of an expression's value; of the first three, of the object that it denotes. */
enum use {
	USE_READ,
	USE_WRITE,
	USE_BOTH,
	USE_COPY,    /* a pointer goes elsewhere */
	USE_GIVE,    /* ... to walk->argument of walk->calls */
	USE_COMPARE  /* only where it points to matters */
};

static void visit(struct flow_walk *walk, CXCursor cursor, enum use use);

/* Whether an expression has nothing but numbers and variables in sums, products and quotients. */
static bool only_names(struct flow_walk *walk, CXCursor cursor)
{
	cursor = access_plain(walk->names.arena, cursor);
	struct access_children children = access_children(walk->names.arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IntegerLiteral:
	case CXCursor_DeclRefExpr: return true;
	case CXCursor_BinaryOperator:
		if (clang_getCursorBinaryOperatorKind(cursor) > CXBinaryOperator_Sub)
			return false;
		break;
	default: return false;
	}
	return only_names(walk, children.items[0]) && only_names(walk, children.items[1]);
}

/* Whether it is an element of a variable, all of whose subscripts are such. */
static bool is_plain_element(struct flow_walk *walk, CXCursor cursor)
{
	cursor = access_plain(walk->names.arena, cursor);
	struct access_children children = access_children(walk->names.arena, cursor);
	if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr)
		return true;
	return clang_getCursorKind(cursor) == CXCursor_ArraySubscriptExpr && is_plain_element(walk, children.items[0]) && only_names(walk, children.items[1]);
}

/* The text of walk->element.  Null: it has none that can stand elsewhere. */
static const char *element_text(struct flow_walk *walk)
{
	const struct source *source = walk->names.survey->source;
	if (clang_Cursor_isNull(walk->element) || walk->seldom > 0 || !is_plain_element(walk, walk->element))
		return NULL;
	CXSourceRange extent = clang_getCursorExtent(walk->element);
	unsigned start = source_file_offset(clang_getRangeStart(extent)), end = source_file_offset(clang_getRangeEnd(extent));
	for (unsigned i = start; i < end; i++)
		if (source->text[i] == '\n' || survey_invocation(walk->names.survey, i))
			return NULL;
	return start < end ? arena_strndup(walk->names.arena, source->text + start, end - start) : NULL;
}

/* The caller fills what only some kinds have. */
static struct touch *add(struct flow_walk *walk, enum touch_kind kind, const struct variable *variable, CXCursor at, enum use use)
{
	struct touch *touch = ARENA_NEW(walk->names.arena, struct touch);
	*touch = (struct touch){
		.kind = kind,
		.variable = variable,
		.read = use == USE_READ || use == USE_BOTH,
		.write = use == USE_WRITE || use == USE_BOTH,
		.offset = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(at))),
	};
	if (kind == TOUCH_MEMORY && variable)
		touch->element = element_text(walk);
	if (kind == TOUCH_COPY)
		touch->into = walk->into;
	if (kind == TOUCH_GIVE) {
		touch->call = walk->calls;
		touch->argument = walk->argument;
	}
	*walk->tail = touch;
	walk->tail = &touch->next;
	return touch;
}

static bool is_address(enum use use)
{
	return use >= USE_COPY;
}

static enum CXTypeKind kind_of(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind;
}

/* An object of array type; a parameter that is declared as one is a pointer. */
static bool is_array(struct flow_walk *walk, CXCursor cursor)
{
	const struct variable *variable = access_variable(&walk->names, cursor);
	return survey_is_array(clang_getCursorType(cursor)) && !(variable && variable->type->class == TYPE_POINTER);
}

static bool is_pointer(struct flow_walk *walk, CXCursor cursor)
{
	const struct variable *variable = access_variable(&walk->names, cursor);
	return kind_of(cursor) == CXType_Pointer || (variable && variable->type->class == TYPE_POINTER);
}

static void address_goes(struct flow_walk *walk, const struct variable *variable, CXCursor at, enum use use)
{
	if (use != USE_COMPARE)
		add(walk, use == USE_GIVE ? TOUCH_GIVE : TOUCH_COPY, variable, at, use);
}

static void through(struct flow_walk *walk, CXCursor pointer, enum use use);

/* The object that an expression denotes, or, as the use says, its address. */
static void object(struct flow_walk *walk, CXCursor cursor, enum use use, bool element)
{
	cursor = access_plain(walk->names.arena, cursor);
	struct access_children children = access_children(walk->names.arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr: {
		const struct variable *variable = access_variable(&walk->names, cursor);
		if (is_address(use))
			address_goes(walk, variable, cursor, use);
		else if (variable)
			add(walk, element || variable->type->class == TYPE_ARRAY ? TOUCH_MEMORY : TOUCH_ITSELF, variable, cursor, use);
		break;
	}
	case CXCursor_ArraySubscriptExpr: {
		CXCursor base = access_plain(walk->names.arena, children.items[0]), outer = walk->element;
		bool swapped = !is_array(walk, base) && !is_pointer(walk, base); /* 1[a] */
		walk->element = clang_getNullCursor();
		visit(walk, children.items[!swapped], USE_READ);
		walk->element = clang_Cursor_isNull(outer) ? cursor : outer;
		base = access_plain(walk->names.arena, children.items[swapped]);
		if (is_array(walk, base))
			object(walk, base, use, true);
		else
			through(walk, base, use);
		walk->element = outer;
		break;
	}
	case CXCursor_MemberRefExpr:
		if (children.count == 0)
			add(walk, TOUCH_ODD, NULL, cursor, use);
		else if (is_pointer(walk, access_plain(walk->names.arena, children.items[0])))
			through(walk, children.items[0], use);
		else
			object(walk, children.items[0], use, element);
		break;
	case CXCursor_UnaryOperator:
		if (clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Deref) {
			through(walk, children.items[0], use);
			break;
		}
		/* fall through */
	default:
		for (unsigned i = 0; i < children.count; i++)
			visit(walk, children.items[i], USE_READ);
		break;
	}
}

/* What a pointer's value leads to. */
static void through(struct flow_walk *walk, CXCursor pointer, enum use use)
{
	CXCursor element = walk->element;
	pointer = access_plain(walk->names.arena, pointer);
	struct access_children children = access_children(walk->names.arena, pointer);
	enum CXCursorKind kind = clang_getCursorKind(pointer);
	const struct variable *variable = access_variable(&walk->names, pointer);
	enum CXBinaryOperatorKind operator = kind == CXCursor_BinaryOperator ? clang_getCursorBinaryOperatorKind(pointer) : CXBinaryOperator_Invalid;
	if (is_array(walk, pointer)) {
		object(walk, pointer, use, true);
	} else if (variable) {
		if (is_address(use))
			address_goes(walk, variable, pointer, use);
		else
			add(walk, TOUCH_MEMORY, variable, pointer, use);
	} else if (kind == CXCursor_CStyleCastExpr && is_pointer(walk, access_plain(walk->names.arena, children.items[children.count - 1]))) {
		through(walk, children.items[children.count - 1], use);
	} else if (operator == CXBinaryOperator_Add || operator == CXBinaryOperator_Sub) {
		CXCursor left = access_plain(walk->names.arena, children.items[0]);
		bool second = !is_pointer(walk, left) && !is_array(walk, left);
		visit(walk, children.items[!second], USE_READ);
		through(walk, children.items[second], use);
	} else if (kind == CXCursor_UnaryOperator && clang_getCursorUnaryOperatorKind(pointer) == CXUnaryOperator_AddrOf) {
		object(walk, children.items[0], use, false);
	} else {
		walk->element = clang_getNullCursor();
		visit(walk, pointer, USE_READ); /* p++, a pointer in memory, a call: it may have been copied from any other */
		if (is_address(use))
			address_goes(walk, NULL, pointer, use);
		else
			add(walk, TOUCH_MEMORY, NULL, pointer, use);
		walk->element = element;
	}
}

static bool leads_to_constant(CXType type)
{
	type = clang_getCanonicalType(type);
	return type.kind == CXType_Pointer && clang_isConstQualifiedType(clang_getPointeeType(type));
}

static void visit_call(struct flow_walk *walk, CXCursor cursor, const struct access_children *children, bool used)
{
	struct arena *arena = walk->names.arena;
	struct flow_call *call = ARENA_NEW(arena, struct flow_call), *outer = walk->calls;
	int argument = walk->argument;
	CXCursor function = children->count ? access_plain(arena, children->items[0]) : cursor;
	CXCursor declared = clang_getCursorReferenced(function);
	*call = (struct flow_call){.used = used};
	if (clang_getCursorKind(function) == CXCursor_DeclRefExpr && clang_getCursorKind(declared) == CXCursor_FunctionDecl) {
		call->name = source_string(walk->names.survey->source, clang_getCursorSpelling(declared));
		call->in_system = clang_Location_isInSystemHeader(clang_getCursorLocation(declared)) || !strncmp(call->name, "omp_", 4);
		for (int i = 0; i < 64 && i < clang_Cursor_getNumArguments(declared); i++)
			if (leads_to_constant(clang_getCursorType(clang_Cursor_getArgument(declared, (unsigned)i))))
				call->constant |= 1ull << i;
	} else if (children->count) {
		visit(walk, children->items[0], USE_READ);
	}
	for (unsigned i = 1; i < children->count; i++) {
		walk->calls = call;
		walk->argument = (int)i - 1;
		visit(walk, children->items[i], USE_GIVE);
	}
	walk->calls = outer;
	walk->argument = argument;
	add(walk, TOUCH_CALL, NULL, cursor, USE_READ)->call = call;
}

/* The value of a variable: where that is a pointer's name and the value another's, the address goes there as it is. */
static void visit_value(struct flow_walk *walk, const struct variable *variable, CXCursor value)
{
	struct arena *arena = walk->names.arena;
	CXCursor named = access_plain(arena, value);
	while (clang_getCursorKind(named) == CXCursor_CStyleCastExpr && is_pointer(walk, named)) {
		struct access_children children = access_children(arena, named);
		named = access_plain(arena, children.items[children.count - 1]);
	}
	bool pointers = variable && variable->type->class == TYPE_POINTER && (is_pointer(walk, named) || is_array(walk, named));
	walk->into = pointers && access_variable(&walk->names, named) ? variable : NULL;
	visit(walk, value, USE_COPY);
	walk->into = NULL;
}

static void visit_binary(struct flow_walk *walk, const struct access_children *children, enum CXBinaryOperatorKind operator, enum use use)
{
	CXCursor left = children->items[0], right = children->items[1];
	bool compares = (operator >= CXBinaryOperator_LT && operator <= CXBinaryOperator_NE) || operator == CXBinaryOperator_LAnd ||
			operator == CXBinaryOperator_LOr;
	if (operator == CXBinaryOperator_Assign) {
		visit_value(walk, use == USE_COMPARE ? access_variable(&walk->names, access_plain(walk->names.arena, left)) : NULL, right);
		object(walk, left, USE_WRITE, false);
	} else if (operator == CXBinaryOperator_Comma) {
		visit(walk, left, USE_COMPARE);
		visit(walk, right, use);
	} else {
		bool seldom = operator == CXBinaryOperator_LAnd || operator == CXBinaryOperator_LOr;
		visit(walk, left, compares ? USE_COMPARE : use);
		walk->seldom += seldom;
		visit(walk, right, compares ? USE_COMPARE : use);
		walk->seldom -= seldom;
	}
}

static void visit_unary(struct flow_walk *walk, CXCursor cursor, CXCursor operand, enum use use)
{
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec: object(walk, operand, USE_BOTH, false); break;
	case CXUnaryOperator_AddrOf: object(walk, operand, is_address(use) ? use : USE_COPY, false); break;
	case CXUnaryOperator_LNot: visit(walk, operand, USE_COMPARE); break;
	default: visit(walk, operand, use); break;
	}
}

/* An expression for its value.  Where that is a pointer, the use says what becomes of it; a number is read. */
static void visit(struct flow_walk *walk, CXCursor cursor, enum use use)
{
	cursor = access_plain(walk->names.arena, cursor);
	struct access_children children = access_children(walk->names.arena, cursor);
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	bool array = is_array(walk, cursor), pointer = is_pointer(walk, cursor);
	enum use address = is_address(use) ? use : USE_COPY;
	switch (kind) {
	case CXCursor_DeclRefExpr:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_MemberRefExpr:
		if (kind == CXCursor_DeclRefExpr && clang_getCursorKind(clang_getCursorReferenced(cursor)) == CXCursor_FunctionDecl) {
			/* a function as a value: it may be called from where that goes */
			add(walk, TOUCH_CALL, NULL, cursor, USE_READ)->call = ARENA_NEW(walk->names.arena, struct flow_call);
			break;
		}
		if (array || (pointer && kind == CXCursor_DeclRefExpr))
			object(walk, cursor, address, false);
		else
			object(walk, cursor, USE_READ, false);
		if (pointer && kind != CXCursor_DeclRefExpr && use == USE_GIVE)
			address_goes(walk, NULL, cursor, use);
		break;
	case CXCursor_UnaryOperator:
		if (clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Deref)
			object(walk, cursor, array ? address : USE_READ, false);
		else
			visit_unary(walk, cursor, children.items[0], use);
		break;
	case CXCursor_BinaryOperator: visit_binary(walk, &children, clang_getCursorBinaryOperatorKind(cursor), use); break;
	case CXCursor_CompoundAssignOperator:
		visit(walk, children.items[1], USE_READ);
		object(walk, children.items[0], USE_BOTH, false);
		break;
	case CXCursor_CStyleCastExpr:
		if (children.count)
			visit(walk, children.items[children.count - 1], kind_of(cursor) == CXType_Void ? USE_COMPARE : pointer ? use : USE_COPY);
		break;
	case CXCursor_CallExpr:
		visit_call(walk, cursor, &children, pointer && use != USE_COMPARE);
		if (pointer && use == USE_GIVE)
			address_goes(walk, NULL, cursor, use);
		break;
	case CXCursor_ConditionalOperator:
		visit(walk, children.items[0], USE_COMPARE);
		walk->seldom++;
		visit(walk, children.items[1], use);
		visit(walk, children.items[2], use);
		walk->seldom--;
		break;
	case CXCursor_UnaryExpr: break; /* sizeof */
	case CXCursor_StmtExpr:
	case CXCursor_GCCAsmStmt:
	case CXCursor_MSAsmStmt: add(walk, TOUCH_ODD, NULL, cursor, USE_BOTH); break;
	default:
		for (unsigned i = 0; i < children.count; i++)
			if (clang_isExpression(clang_getCursorKind(children.items[i])))
				visit(walk, children.items[i], USE_COPY);
		break;
	}
}

static void declaration(struct flow_walk *walk, CXCursor cursor)
{
	if (clang_getCursorKind(cursor) != CXCursor_VarDecl)
		return;
	struct survey *survey = walk->names.survey;
	const struct variable *variable = survey_variable(survey, clang_getCanonicalCursor(cursor));
	struct access_children children = access_children(walk->names.arena, cursor);
	for (unsigned i = 0; i < children.count; i++)
		if (clang_isExpression(clang_getCursorKind(children.items[i])))
			visit_value(walk, variable, children.items[i]);
	if (variable && !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(cursor)))
		add(walk, variable->type->class == TYPE_ARRAY ? TOUCH_MEMORY : TOUCH_ITSELF, variable, cursor, USE_WRITE);
}

void flow_touches(struct flow_walk *walk, CXCursor cursor)
{
	if (clang_getCursorKind(cursor) == CXCursor_DeclStmt) {
		struct access_children children = access_children(walk->names.arena, cursor);
		for (unsigned i = 0; i < children.count; i++)
			declaration(walk, children.items[i]);
	} else if (clang_isExpression(clang_getCursorKind(cursor))) {
		visit(walk, cursor, USE_COMPARE);
	} else if (clang_getCursorKind(cursor) == CXCursor_ReturnStmt) {
		struct access_children children = access_children(walk->names.arena, cursor);
		if (children.count)
			visit(walk, children.items[0], USE_COPY);
	} else if (clang_getCursorKind(cursor) != CXCursor_NullStmt) {
		add(walk, TOUCH_ODD, NULL, cursor, USE_BOTH);
	}
}
