/* accesses_elements.c - the object that an lvalue means, and what a pointer points to: see struct element. */
#include "accesses_internal.h"

#include <string.h>

static CXType type_of(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor));
}

bool access_declared_inside(const struct access_walk *walk, const struct variable *variable)
{
	const struct variable *root = access_root(variable);
	const struct function *function = root->function;
	bool elsewhere = function && !(function->start <= walk->start && walk->start < function->end); /* in a function that is called */
	if (elsewhere || (root->declared >= walk->start && root->declared < walk->end))
		return true;
	for (const struct variable *local = walk->locals; local; local = local->next)
		if (local == root)
			return true;
	return false;
}

/* ---------------------------------------------------------------------------------------------- variables of its own */

static const struct ctype *make_type(struct access_walk *walk, CXType type, bool parameter)
{
	struct ctype *result = ARENA_NEW(walk->arena, struct ctype);
	*result = (struct ctype){.class = survey_class_of(type), .size = clang_Type_getSizeOf(type), .incomplete = type.kind == CXType_IncompleteArray,
				 .is_const = clang_isConstQualifiedType(type), .is_volatile = clang_isVolatileQualifiedType(type)};
	CXType element = type;
	if (result->class == TYPE_ARRAY && parameter)
		result->class = TYPE_POINTER;
	for (bool first = true; survey_is_array(element) || (first && element.kind == CXType_Pointer); first = false)
		element = clang_getCanonicalType(survey_is_array(element) ? clang_getArrayElementType(element) : clang_getPointeeType(element));
	result->element_class = survey_class_of(element);
	result->element_size = clang_Type_getSizeOf(element);
	result->spelling = source_string(walk->survey->source, clang_getTypeSpelling(type));
	return result;
}

const struct variable *access_declared(struct access_walk *walk, CXCursor declared)
{
	CXCursor canonical = clang_getCanonicalCursor(declared);
	const struct variable *known = survey_variable(walk->survey, canonical);
	for (const struct variable *v = walk->locals; v && !known; v = v->next)
		known = clang_equalCursors(v->cursor, canonical) ? v : NULL;
	if (known)
		return known;
	enum CXCursorKind kind = clang_getCursorKind(canonical);
	if (!walk->call || (kind != CXCursor_VarDecl && kind != CXCursor_ParmDecl))
		return NULL;
	struct variable *local = ARENA_NEW(walk->arena, struct variable);
	*local = (struct variable){.name = source_string(walk->survey->source, clang_getCursorSpelling(canonical)), .storage = STORAGE_AUTO,
				   .type = make_type(walk, type_of(canonical), kind == CXCursor_ParmDecl), .cursor = canonical,
				   .order = walk->locals ? walk->locals->order + 1 : 1 << 20, .next = walk->locals};
	walk->locals = local;
	return local;
}

/* The member of a variable, or of what it points to (arrow), as a variable. */
static const struct variable *member_variable(struct access_walk *walk, const struct variable *variable, bool arrow, CXCursor field)
{
	char *field_name = source_string(walk->survey->source, clang_getCursorSpelling(field));
	const char *name = arena_printf(walk->arena, "%s%s%s", variable->name, arrow ? "->" : ".", field_name);
	const struct variable *root = access_root(variable);
	for (struct variable *v = walk->survey->members; v; v = v->next)
		if (v->of == root && !strcmp(v->name, name))
			return v;
	struct variable *member = ARENA_NEW(walk->arena, struct variable);
	*member = *root;
	member->name = name;
	member->type = make_type(walk, type_of(field), false);
	member->of = root;
	member->order = (walk->survey->members ? walk->survey->members->order : 1 << 24) + 1;
	member->next = walk->survey->members;
	walk->survey->members = member;
	return member;
}

/* ---------------------------------------------------------------------------------------------- elements */

static bool push(struct element *element, const struct polynomial *subscript, bool known, long long extent)
{
	if (element->part)
		return true; /* subscripts of an array that is a member are within the element */
	if (element->count == TYPE_MAX_RANK)
		return false;
	element->subscripts[element->count] = subscript;
	element->known[element->count] = known;
	element->extents[element->count++] = extent;
	return true;
}

/* Moves a pointer to the element by a number of elements.  False: it points to a variable, and leaves that. */
static bool move(struct access_walk *walk, struct element *element, CXCursor distance, long long sign)
{
	if (element->part)
		return true;
	struct polynomials p = {walk->arena, true};
	int last = element->count - 1;
	const struct polynomial *by = access_polynomial(walk, &p, distance);
	if (element->count == 0)
		return p.good && !by;
	if (p.good && element->known[last])
		element->subscripts[last] = polynomial_add(&p, element->subscripts[last], by, sign);
	element->known[last] &= p.good;
	return true;
}

static bool points(struct access_walk *walk, CXCursor cursor)
{
	cursor = access_plain(walk->arena, cursor);
	const struct variable *variable = access_variable(walk, cursor);
	return type_of(cursor).kind == CXType_Pointer || (variable && variable->type->class == TYPE_POINTER);
}

/* Whether the member is an array that may go on beyond its struct: one without a length (C11, 6.7.2.1), or of one element at most. */
static bool has_no_end(CXCursor field)
{
	CXType type = clang_getCanonicalType(type_of(field));
	return type.kind == CXType_IncompleteArray || (type.kind == CXType_ConstantArray && clang_getArraySize(type) <= 1);
}

/* A member is a variable where the struct is, or is what a pointer points to first; else it is a part of its element. */
static bool member_of(struct access_walk *walk, CXCursor cursor, struct element *element)
{
	struct access_children children = access_children(walk->arena, cursor);
	if (children.count == 0)
		return false;
	if (has_no_end(clang_getCursorReferenced(cursor))) {
		access_object(walk, cursor, "where the array '%s' ends is not known", source_string(walk->survey->source, clang_getCursorSpelling(cursor)));
		return false;
	}
	bool arrow = points(walk, children.items[0]);
	if (arrow ? !access_target(walk, children.items[0], element) : !access_element(walk, children.items[0], element))
		return false;
	bool first = element->count == 1 && element->known[0] && !element->subscripts[0] && element->base->type->class == TYPE_POINTER && !element->base->of;
	if (element->part || !(element->count == 0 || first)) {
		element->part = true;
		return true;
	}
	element->count = 0;
	element->base = member_variable(walk, element->base, first, clang_getCursorReferenced(cursor));
	return true;
}

bool access_element(struct access_walk *walk, CXCursor cursor, struct element *element)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr:
		*element = (struct element){.base = access_variable(walk, cursor), .called = walk->call != NULL};
		return element->base != NULL;
	case CXCursor_MemberRefExpr: return member_of(walk, cursor, element);
	case CXCursor_ArraySubscriptExpr:
		return children.count == 2 && access_target(walk, children.items[0], element) && move(walk, element, children.items[1], 1);
	case CXCursor_UnaryOperator:
		return clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_Deref && access_target(walk, children.items[0], element);
	default: return false;
	}
}

const struct rotation *access_rotation(struct access_walk *walk, const struct variable *variable)
{
	const struct rotation *rotation = variable && access_declared_inside(walk, variable) ? rotation_of(walk->survey, variable) : NULL;
	bool named = rotation && rotation_has_name(rotation, variable) && rotation->origin_count == rotation->place_count;
	return named ? rotation : NULL;
}

/* What the pointer variable or member points to. */
static bool behind(struct access_walk *walk, CXCursor cursor, struct element *element)
{
	if (!access_element(walk, cursor, element) || element->count > 0 || element->part)
		return false; /* the pointer is in an element */
	for (const struct named_pointer *named = walk->pointers; named; named = named->next)
		if (named->variable == element->base) {
			*element = named->target;
			return true;
		}
	element->rotation = access_rotation(walk, element->base);
	if (element->rotation) {
		element->base = element->rotation->origins[0];
		return push(element, NULL, false, -1);
	}
	if (access_declared_inside(walk, element->base)) {
		access_object(walk, cursor, "what '%s' points to is not known: it is set in the loop", element->base->name);
		return false;
	}
	return push(element, NULL, true, -1);
}

static CXType pointee(CXType type)
{
	return clang_getCanonicalType(survey_is_array(type) ? clang_getArrayElementType(type) : clang_getPointeeType(type));
}

/* Whether two pointers, or arrays as such, count the same elements: their types differ in qualifiers at most. */
static bool alike(CXType a, CXType b)
{
	for (a = pointee(a), b = pointee(b); survey_is_array(a) && survey_is_array(b); a = pointee(a), b = pointee(b))
		if (clang_getArraySize(a) != clang_getArraySize(b))
			return false;
	return a.kind != CXType_Invalid && b.kind != CXType_Invalid && clang_equalTypes(clang_getUnqualifiedType(a), clang_getUnqualifiedType(b));
}

static bool target_of_sum(struct access_walk *walk, CXCursor cursor, const struct access_children *children, struct element *element)
{
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	if (operator != CXBinaryOperator_Add && operator != CXBinaryOperator_Sub)
		return false;
	bool first = points(walk, children->items[0]) || survey_is_array(type_of(access_plain(walk->arena, children->items[0])));
	return access_target(walk, children->items[!first], element) &&
	       move(walk, element, children->items[first], operator == CXBinaryOperator_Add ? 1 : -1);
}

bool access_target(struct access_walk *walk, CXCursor cursor, struct element *element)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	CXType type = type_of(cursor);
	if (survey_is_array(type) && !points(walk, cursor))
		return access_element(walk, cursor, element) && push(element, NULL, true, clang_getArraySize(type));
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr:
	case CXCursor_MemberRefExpr: return behind(walk, cursor, element);
	case CXCursor_BinaryOperator: return target_of_sum(walk, cursor, &children, element);
	case CXCursor_UnaryOperator:
		return clang_getCursorUnaryOperatorKind(cursor) == CXUnaryOperator_AddrOf && access_element(walk, children.items[0], element) &&
		       (element->count > 0 || !survey_is_array(type_of(children.items[0]))) && !element->part;
	case CXCursor_CStyleCastExpr: {
		CXCursor operand = access_plain(walk->arena, children.items[children.count - 1]);
		return alike(type, type_of(operand)) && access_target(walk, operand, element);
	}
	default: return false;
	}
}

void access_visit_address(struct access_walk *walk, CXCursor cursor)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr: break;
	case CXCursor_MemberRefExpr:
		if (children.count)
			access_visit_address(walk, children.items[0]);
		break;
	case CXCursor_ArraySubscriptExpr:
		access_visit_address(walk, children.items[0]);
		access_visit_read(walk, children.items[1]);
		break;
	case CXCursor_BinaryOperator:
		for (unsigned i = 0; i < children.count; i++) {
			bool address = points(walk, children.items[i]) || survey_is_array(type_of(access_plain(walk->arena, children.items[i])));
			if (address)
				access_visit_address(walk, children.items[i]);
			else
				access_visit_read(walk, children.items[i]);
		}
		break;
	case CXCursor_UnaryOperator:
	case CXCursor_CStyleCastExpr: access_visit_address(walk, children.items[children.count - 1]); break;
	default: access_visit_read(walk, cursor);
	}
}

/* ---------------------------------------------------------------------------------------------- names for them */

void access_name(struct access_walk *walk, const struct variable *variable, CXCursor declared, CXCursor value, bool keeps)
{
	if (!keeps)
		return;
	if (variable->type->class == TYPE_POINTER) {
		struct named_pointer *named = ARENA_NEW(walk->arena, struct named_pointer);
		bool same = alike(type_of(access_plain(walk->arena, value)), type_of(declared));
		*named = (struct named_pointer){walk->pointers, variable, {.base = NULL}};
		if (same && access_target(walk, value, &named->target))
			walk->pointers = named;
		return;
	}
	struct polynomials p = {walk->arena, true};
	const struct polynomial *polynomial = access_is_integer(declared) ? access_polynomial(walk, &p, value) : NULL;
	if (!access_is_integer(declared) || !p.good)
		return;
	struct named_value *named = ARENA_NEW(walk->arena, struct named_value);
	*named = (struct named_value){walk->values, variable, polynomial};
	walk->values = named;
}
