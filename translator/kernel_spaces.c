#include "kernel_spaces.h"

#include "kernel_math.h"
#include "kernel_others.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void spaces_problem(struct spaces *spaces, CXCursor where, const char *format, ...)
{
	va_list arguments;
	if (spaces->problem)
		return;
	va_start(arguments, format);
	spaces->problem = arena_vprintf(spaces->arena, format, arguments);
	va_end(arguments);
	clang_getPresumedLocation(clang_getCursorLocation(where), NULL, &spaces->line, NULL);
}

/* ---------------------------------------------------------------------------------------------- nodes */

static space_node new_node(struct spaces *spaces, enum space space)
{
	if (spaces->count == spaces->capacity) {
		spaces->capacity = spaces->capacity ? 2 * spaces->capacity : 256;
		void *grown = realloc(spaces->nodes, (size_t)spaces->capacity * sizeof *spaces->nodes);
		if (!grown)
			abort();
		spaces->nodes = grown;
	}
	spaces->nodes[spaces->count].parent = spaces->count;
	spaces->nodes[spaces->count].space = space;
	return spaces->count++;
}

static space_node root_of(const struct spaces *spaces, space_node node)
{
	while (spaces->nodes[node].parent != node)
		node = spaces->nodes[node].parent;
	return node;
}

enum space spaces_resolved(const struct spaces *spaces, space_node node)
{
	return spaces->nodes[root_of(spaces, node)].space;
}

void spaces_decide(struct spaces *spaces, space_node node, enum space space)
{
	node = root_of(spaces, node);
	if (!spaces->nodes[node].space)
		spaces->nodes[node].space = space;
}

static const char *const space_words[SPACE_COUNT] = {"unknown memory", "private variables", "mapped data", "data of a team", "constants"};

static void unify(struct spaces *spaces, CXCursor where, space_node a, space_node b)
{
	a = root_of(spaces, a);
	b = root_of(spaces, b);
	enum space one = spaces->nodes[a].space, other = spaces->nodes[b].space;
	if (a == b)
		return;
	if (one && other && one != other) {
		spaces_problem(spaces, where, "a pointer here points to %s and to %s", space_words[one], space_words[other]);
		return;
	}
	if (!one)
		spaces->nodes[a].parent = b;
	else
		spaces->nodes[b].parent = a;
}

static void unify_levels(struct spaces *spaces, CXCursor where, const struct levels *a, const struct levels *b)
{
	for (int i = 0; i < a->depth && i < b->depth; i++)
		unify(spaces, where, a->at[i], b->at[i]);
}

/* Levels of which nothing is known but that what a pointer in memory points to is global, too. */
static struct levels fresh(struct spaces *spaces, CXCursor where, int depth, enum space first, enum space rest)
{
	struct levels levels = {.depth = depth, .object = SPACE_PRIVATE};
	if (levels.depth < 0)
		spaces_problem(spaces, where, "it uses a pointer to a function");
	if (levels.depth > LEVELS_MAX)
		spaces_problem(spaces, where, "a pointer type is too deep");
	if (levels.depth < 0 || levels.depth > LEVELS_MAX)
		levels.depth = 0;
	for (int i = 0; i < levels.depth; i++)
		levels.at[i] = new_node(spaces, i == 0 ? first : rest);
	return levels;
}

/* ---------------------------------------------------------------------------------------------- declarations */

const struct declared *spaces_of(const struct spaces *spaces, const struct instance *instance, CXCursor declaration)
{
	for (const struct declared *d = spaces->declared; d; d = d->next)
		if (d->instance == instance && clang_equalCursors(d->cursor, declaration))
			return d;
	return NULL;
}

static const struct declared *add_declared(struct spaces *spaces, struct instance *instance, CXCursor cursor, struct levels levels)
{
	struct declared *declared = ARENA_NEW(spaces->arena, struct declared);
	*declared = (struct declared){spaces->declared, instance, cursor, levels};
	spaces->declared = declared;
	return declared;
}

/* Where a variable itself is. */
static enum space home_of(CXCursor cursor)
{
	if (cursor.kind == CXCursor_VarDecl && spaces_is_local(cursor))
		return SPACE_LOCAL;
	return clang_getCursorSemanticParent(cursor).kind == CXCursor_TranslationUnit ? SPACE_CONSTANT : SPACE_PRIVATE;
}

static const struct declared *declare(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	bool field = cursor.kind == CXCursor_FieldDecl, global = clang_getCursorSemanticParent(cursor).kind == CXCursor_TranslationUnit;
	if (field || global)
		instance = NULL;
	const struct declared *known = spaces_of(spaces, instance, cursor);
	if (known)
		return known;
	bool marked = spaces_is_global(cursor);
	bool kernel = cursor.kind == CXCursor_ParmDecl && instance && !instance->caller && !instance->for_others;
	CXType type = clang_getCursorType(cursor);
	if (clang_getCanonicalType(type).kind == CXType_VariableArray)
		spaces_problem(spaces, cursor, "the array '%s' has a variable length", cursor_name(spaces->arena, cursor));
	if (spaces_base(type).kind == CXType_LongDouble)
		spaces_problem(spaces, cursor, "OpenCL has no long double");
	bool team = cursor.kind == CXCursor_ParmDecl && spaces_is_local(cursor);
	struct levels levels = fresh(spaces, cursor, spaces_declared_depth(cursor), team ? SPACE_LOCAL : field || marked || kernel ? SPACE_GLOBAL : SPACE_UNKNOWN,
				     field || kernel ? SPACE_GLOBAL : SPACE_UNKNOWN);
	if (!field)
		levels.object = home_of(cursor);
	for (int i = 0; i < levels.depth && levels.object == SPACE_CONSTANT; i++) /* what a constant can point to is one */
		spaces_decide(spaces, levels.at[i], SPACE_CONSTANT);
	return add_declared(spaces, instance, cursor, levels);
}

/* ---------------------------------------------------------------------------------------------- expressions */

static struct levels evaluate(struct spaces *spaces, struct instance *instance, CXCursor cursor);
static void walk(struct spaces *spaces, struct instance *instance, CXCursor cursor);
static void initialise(struct spaces *spaces, struct instance *instance, CXCursor list, CXType type, const struct levels *levels);

/* What an array means in an expression: a pointer to its first element. */
static struct levels decayed(struct spaces *spaces, CXCursor cursor, struct levels levels)
{
	if (!spaces_is_array(spaces->arena, cursor) || levels.depth >= LEVELS_MAX)
		return levels;
	memmove(&levels.at[1], &levels.at[0], (size_t)levels.depth * sizeof levels.at[0]);
	levels.at[0] = levels.object;
	levels.depth++;
	levels.object = SPACE_PRIVATE;
	return levels;
}

/* The object that a pointer with these levels points to. */
static struct levels pointed_to(struct levels pointer)
{
	struct levels object = pointer;
	if (pointer.depth == 0)
		return object;
	object.object = pointer.at[0];
	object.depth--;
	memmove(&object.at[0], &pointer.at[1], (size_t)object.depth * sizeof object.at[0]);
	return object;
}

static struct levels address_of(struct levels object)
{
	struct levels pointer = object;
	if (object.depth >= LEVELS_MAX)
		return pointer;
	memmove(&pointer.at[1], &object.at[0], (size_t)object.depth * sizeof object.at[0]);
	pointer.at[0] = object.object;
	pointer.depth++;
	pointer.object = SPACE_PRIVATE;
	return pointer;
}

/* The value of an operand. */
static struct levels value(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	return decayed(spaces, cursor, evaluate(spaces, instance, cursor));
}

static struct levels evaluate_member(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, cursor, &count);
	CXCursor field = clang_getCursorReferenced(cursor);
	struct levels base = count > 0 ? value(spaces, instance, children[0]) : (struct levels){.object = SPACE_PRIVATE};
	bool arrow = count > 0 && (clang_getCanonicalType(clang_getCursorType(children[0])).kind == CXType_Pointer || spaces_type_is_array(clang_getCursorType(children[0])));
	if (clang_Cursor_isBitField(field))
		spaces_problem(spaces, cursor, "'%s' is a bit-field", cursor_name(spaces->arena, field));
	struct levels levels = declare(spaces, instance, field)->levels;
	levels.object = arrow ? pointed_to(base).object : base.object;
	return levels;
}

static bool is_recursive(const struct instance *instance, CXCursor function)
{
	for (; instance; instance = instance->caller)
		if (clang_equalCursors(instance->function, function))
			return true;
	return false;
}

static struct instance *new_instance(struct spaces *spaces, struct instance *caller, CXCursor function)
{
	struct instance *instance = ARENA_NEW(spaces->arena, struct instance);
	*instance = (struct instance){.caller = caller, .function = function};
	instance->result = fresh(spaces, function, spaces_depth(clang_getCursorResultType(function)), SPACE_UNKNOWN, SPACE_UNKNOWN);
	if (spaces->last)
		spaces->last->next = instance;
	else
		spaces->instances = instance;
	spaces->last = instance;
	return instance;
}

static void walk_function(struct spaces *spaces, struct instance *instance)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, instance->function, &count);
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind == CXCursor_ParmDecl)
			declare(spaces, instance, children[i]);
		else if (children[i].kind == CXCursor_CompoundStmt)
			walk(spaces, instance, children[i]);
	}
}

/* Whether nothing but a call declares a function: it seems to be declared there by its name alone, or nowhere. */
static bool is_undeclared(CXCursor function)
{
	unsigned start = cursor_start(function);
	return start == cursor_end(function) || start == cursor_offset(clang_getCursorLocation(function));
}

bool spaces_is_elsewhere(CXCursor function)
{
	return function.kind == CXCursor_FunctionDecl && !is_undeclared(function) && cursor_is_own(function) && clang_Cursor_isNull(clang_getCursorDefinition(function));
}

/* A call of a function that is an instance of it in any case, for what is given. */
static struct instance *call_instance(struct spaces *spaces, struct instance *instance, CXCursor cursor, CXCursor callee, CXCursor function)
{
	int arguments = clang_Cursor_getNumArguments(cursor);
	struct instance *called = new_instance(spaces, instance, function);
	struct call *call = ARENA_NEW(spaces->arena, struct call);
	*call = (struct call){instance->calls, cursor_offset(clang_getCursorLocation(callee)), called};
	instance->calls = call;
	for (int i = 0; i < arguments; i++) {
		CXCursor argument = clang_Cursor_getArgument(cursor, (unsigned)i);
		struct levels given = value(spaces, instance, argument);
		CXCursor parameter = clang_Cursor_getArgument(function, (unsigned)i);
		if (parameter.kind == CXCursor_ParmDecl)
			unify_levels(spaces, argument, &declare(spaces, called, parameter)->levels, &given);
	}
	return called;
}

static struct levels evaluate_call(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, cursor, &count);
	CXCursor callee = clang_getCursorReferenced(cursor), definition = clang_getCursorDefinition(callee);
	int arguments = clang_Cursor_getNumArguments(cursor);
	if (callee.kind != CXCursor_FunctionDecl) {
		spaces_problem(spaces, cursor, "it calls a function through a pointer");
		return (struct levels){.object = SPACE_PRIVATE};
	}
	if (count > 0 && spaces_is_elsewhere(callee)) {
		if (clang_getCursorType(callee).kind == CXType_FunctionNoProto && arguments > 0)
			spaces_problem(spaces, cursor, "'%s', which is in another file, is declared without its parameters", cursor_name(spaces->arena, callee));
		struct instance *called = call_instance(spaces, instance, cursor, children[0], clang_getCanonicalCursor(callee));
		called->elsewhere = true;
		return called->result;
	}
	if (clang_Cursor_isNull(definition) || definition.kind != CXCursor_FunctionDecl) { /* of OpenCL's own */
		bool is_float;
		const char *name = cursor_name(spaces->arena, callee);
		if (is_undeclared(callee) && !kernel_math_find(name, &is_float) && !kernel_math_is_built_in(name) && strncmp(name, "__builtin_", 10))
			spaces_problem(spaces, cursor, "it calls '%s', which is neither in this file nor in 'declare target'", name);
		for (int i = 0; i < arguments; i++)
			value(spaces, instance, clang_Cursor_getArgument(cursor, (unsigned)i));
		return fresh(spaces, cursor, spaces_depth(clang_getCursorType(cursor)), SPACE_UNKNOWN, SPACE_UNKNOWN);
	}
	if (is_recursive(instance, definition)) {
		spaces_problem(spaces, cursor, "'%s' calls itself", cursor_name(spaces->arena, definition));
		return (struct levels){.object = SPACE_PRIVATE};
	}
	struct instance *called = call_instance(spaces, instance, cursor, count > 0 ? children[0] : clang_getNullCursor(), definition);
	walk_function(spaces, called);
	return called->result;
}

static struct levels evaluate_unary(struct spaces *spaces, struct instance *instance, CXCursor cursor, CXCursor operand)
{
	switch (clang_getCursorUnaryOperatorKind(cursor)) {
	case CXUnaryOperator_Deref: return pointed_to(value(spaces, instance, operand));
	case CXUnaryOperator_AddrOf: return address_of(evaluate(spaces, instance, operand));
	default: return value(spaces, instance, operand);
	}
}

static struct levels evaluate_binary(struct spaces *spaces, struct instance *instance, CXCursor cursor, CXCursor left, CXCursor right)
{
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(cursor);
	if (kind == CXBinaryOperator_Assign) {
		struct levels to = evaluate(spaces, instance, left), from = value(spaces, instance, right);
		unify_levels(spaces, cursor, &to, &from);
		return to;
	}
	struct levels a = value(spaces, instance, left), b = value(spaces, instance, right);
	bool compares = kind >= CXBinaryOperator_Cmp && kind <= CXBinaryOperator_NE;
	if (compares)
		unify_levels(spaces, cursor, &a, &b);
	if (kind == CXBinaryOperator_Comma)
		return b;
	return a.depth >= b.depth ? a : b;
}

static struct levels evaluate_cast(struct spaces *spaces, struct instance *instance, CXCursor cursor, CXCursor operand)
{
	struct levels from = value(spaces, instance, operand), to = fresh(spaces, cursor, spaces_depth(clang_getCursorType(cursor)), SPACE_UNKNOWN, SPACE_UNKNOWN);
	if (to.depth > 0 && from.depth == 0 && operand.kind != CXCursor_IntegerLiteral)
		unify(spaces, cursor, to.at[0], SPACE_GLOBAL); /* an address that travelled as a number */
	if (to.depth > 0 && from.depth > 0)
		unify(spaces, cursor, to.at[0], from.at[0]);
	if (to.depth == from.depth)
		unify_levels(spaces, cursor, &to, &from);
	for (int i = from.depth; i < to.depth && from.depth > 0; i++) /* what pointers in memory point to is global */
		unify(spaces, cursor, to.at[i], SPACE_GLOBAL);
	struct cast *cast = ARENA_NEW(spaces->arena, struct cast);
	*cast = (struct cast){instance->casts, cursor, to};
	instance->casts = cast;
	return to;
}

/* The last child that is an expression: operands of casts stand behind the parts of their types. */
static bool last_expression(const CXCursor *children, unsigned count, CXCursor *found)
{
	while (count > 0 && !clang_isExpression(children[count - 1].kind))
		count--;
	if (count > 0)
		*found = children[count - 1];
	return count > 0;
}

static struct levels evaluate(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, cursor, &count), operand;
	struct levels nothing = {.object = SPACE_PRIVATE};
	switch (cursor.kind) {
	case CXCursor_DeclRefExpr: {
		CXCursor declaration = clang_getCursorReferenced(cursor);
		if (declaration.kind == CXCursor_VarDecl || declaration.kind == CXCursor_ParmDecl)
			return declare(spaces, instance, declaration)->levels;
		return nothing;
	}
	case CXCursor_MemberRefExpr: return evaluate_member(spaces, instance, cursor);
	case CXCursor_CallExpr: return evaluate_call(spaces, instance, cursor);
	case CXCursor_StringLiteral: nothing.object = SPACE_CONSTANT; return nothing;
	case CXCursor_UnaryOperator:
		return count > 0 ? evaluate_unary(spaces, instance, cursor, children[0]) : nothing;
	case CXCursor_BinaryOperator:
	case CXCursor_CompoundAssignOperator:
		return count == 2 ? evaluate_binary(spaces, instance, cursor, children[0], children[1]) : nothing;
	case CXCursor_ArraySubscriptExpr:
		if (count == 2) {
			struct levels base = value(spaces, instance, children[0]), index = value(spaces, instance, children[1]);
			return pointed_to(base.depth >= index.depth ? base : index);
		}
		return nothing;
	case CXCursor_ConditionalOperator:
		if (count == 3) {
			value(spaces, instance, children[0]);
			struct levels yes = value(spaces, instance, children[1]), no = value(spaces, instance, children[2]);
			unify_levels(spaces, cursor, &yes, &no);
			return yes.depth >= no.depth ? yes : no;
		}
		return nothing;
	case CXCursor_CompoundLiteralExpr: {
		CXType type = clang_getCursorType(cursor);
		struct levels levels = fresh(spaces, cursor, spaces_depth(type), SPACE_UNKNOWN, SPACE_UNKNOWN);
		if (last_expression(children, count, &operand))
			initialise(spaces, instance, operand, type, &levels);
		return levels;
	}
	case CXCursor_CStyleCastExpr:
		return last_expression(children, count, &operand) ? evaluate_cast(spaces, instance, cursor, operand) : nothing;
	case CXCursor_ParenExpr:
	case CXCursor_UnexposedExpr: /* implicit conversions, too */
		if (!last_expression(children, count, &operand))
			return nothing;
		return spaces_type_is_array(clang_getCursorType(cursor)) ? evaluate(spaces, instance, operand) : value(spaces, instance, operand);
	case CXCursor_UnaryExpr: return nothing; /* sizeof: nothing is evaluated */
	default:
		walk(spaces, instance, cursor);
		return nothing;
	}
}

/* ---------------------------------------------------------------------------------------------- statements */

/* A list that initialises an array or a struct, element by element. */
static void initialise(struct spaces *spaces, struct instance *instance, CXCursor list, CXType type, const struct levels *levels)
{
	unsigned count, fields = 0;
	CXCursor *children = cursor_children(spaces->arena, list, &count), *members = NULL;
	CXType canonical = clang_getCanonicalType(type);
	if (list.kind != CXCursor_InitListExpr) {
		struct levels given = value(spaces, instance, list);
		unify_levels(spaces, list, levels, &given);
		return;
	}
	if (canonical.kind == CXType_Record)
		members = cursor_children(spaces->arena, clang_getTypeDeclaration(canonical), &fields);
	unsigned next = 0;
	for (unsigned i = 0; i < count; i++) {
		while (canonical.kind == CXType_Record && next < fields && members[next].kind != CXCursor_FieldDecl)
			next++;
		if (spaces_type_is_array(canonical))
			initialise(spaces, instance, children[i], clang_getArrayElementType(canonical), levels);
		else if (next < fields && children[i].kind != CXCursor_MemberRef)
			initialise(spaces, instance, children[i], clang_getCursorType(members[next]), &declare(spaces, instance, members[next])->levels), next++;
		else
			evaluate(spaces, instance, children[i]);
	}
}

static void walk_variable(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, cursor, &count), first;
	const struct declared *declared = declare(spaces, instance, cursor);
	if (clang_Cursor_getStorageClass(cursor) == CX_SC_Static && clang_getCursorSemanticParent(cursor).kind != CXCursor_TranslationUnit)
		spaces_problem(spaces, cursor, "'%s' is a static variable", cursor_name(spaces->arena, cursor));
	if (!spaces_type_is_array(clang_getCursorType(cursor)) && last_expression(children, count, &first))
		initialise(spaces, instance, first, clang_getCursorType(cursor), &declared->levels);
	for (unsigned i = 0; i < count && spaces_type_is_array(clang_getCursorType(cursor)); i++)
		if (children[i].kind == CXCursor_InitListExpr)
			initialise(spaces, instance, children[i], clang_getCursorType(cursor), &declared->levels);
}

static void walk(struct spaces *spaces, struct instance *instance, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(spaces->arena, cursor, &count);
	for (unsigned i = 0; i < count && !spaces->problem; i++) {
		CXCursor child = children[i];
		if (child.kind == CXCursor_VarDecl) {
			walk_variable(spaces, instance, child);
		} else if (child.kind == CXCursor_ReturnStmt) {
			unsigned values;
			CXCursor *value_of = cursor_children(spaces->arena, child, &values);
			if (values > 0) {
				struct levels given = value(spaces, instance, value_of[0]);
				unify_levels(spaces, child, &instance->result, &given);
			}
		} else if (child.kind == CXCursor_GCCAsmStmt || child.kind == CXCursor_MSAsmStmt) {
			spaces_problem(spaces, child, "it has assembler code");
		} else if (clang_isExpression(child.kind)) {
			value(spaces, instance, child);
		} else {
			walk(spaces, instance, child);
		}
	}
}

/* ---------------------------------------------------------------------------------------------- */

/* Whether two instances of one function came out the same, all that they call included. */
static bool are_same(const struct spaces *spaces, const struct instance *a, const struct instance *b)
{
	if (!clang_equalCursors(a->function, b->function))
		return false;
	for (const struct declared *d = spaces->declared; d; d = d->next) {
		if (d->instance != a)
			continue;
		const struct declared *other = spaces_of(spaces, b, d->cursor);
		for (int i = 0; other && i < d->levels.depth; i++)
			if (spaces_resolved(spaces, d->levels.at[i]) != spaces_resolved(spaces, other->levels.at[i]))
				return false;
	}
	for (int i = 0; i < a->result.depth; i++)
		if (spaces_resolved(spaces, a->result.at[i]) != spaces_resolved(spaces, b->result.at[i]))
			return false;
	return true;
}

bool spaces_find(struct spaces *spaces, CXTranslationUnit unit, const char *function)
{
	unsigned count;
	for (int space = 0; space < SPACE_COUNT; space++) /* the node with a space's number has that space */
		new_node(spaces, (enum space)space);
	CXCursor *children = cursor_children(spaces->arena, clang_getTranslationUnitCursor(unit), &count);
	for (unsigned i = 0; i < count && !spaces->problem; i++) {
		bool for_others = function && children[i].kind == CXCursor_FunctionDecl && !strcmp(cursor_name(spaces->arena, children[i]), function);
		if (!clang_isCursorDefinition(children[i]) || (!for_others && !spaces_is_kernel(children[i])))
			continue;
		struct instance *root = new_instance(spaces, NULL, children[i]);
		root->for_others = for_others;
		walk_function(spaces, root);
	}
	kernel_others_settle(spaces);
	for (struct instance *a = spaces->instances; a && !spaces->problem; a = a->next) {
		a->same = a;
		for (struct instance *b = spaces->instances; b != a; b = b->next)
			if (b->same == b && a->same == a && are_same(spaces, a, b))
				a->same = b;
	}
	return !spaces->problem;
}

void spaces_release(struct spaces *spaces)
{
	free(spaces->nodes);
	spaces->nodes = NULL;
}
