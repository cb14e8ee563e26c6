#include "kernel_effects.h"

#include "kernel_math.h"
#include "kernel_serial.h"

#include <string.h>

/* Where the visit is. */
struct position {
	bool in_team;
	bool in_loop, in_switch; /* of the statement itself */
};

struct serial_variable *effects_variable(const struct effects *effects, CXCursor declaration)
{
	for (struct serial_variable *v = effects->variables; v; v = v->next)
		if (clang_equalCursors(v->cursor, declaration))
			return v;
	return NULL;
}

bool effects_is_team(struct arena *arena, CXCursor statement, CXCursor *together)
{
	unsigned count;
	if (statement.kind != CXCursor_IfStmt)
		return false;
	CXCursor *children = cursor_children(arena, statement, &count), condition;
	if (count < 2)
		return false;
	condition = children[0];
	while (condition.kind == CXCursor_UnexposedExpr) {
		unsigned inner;
		CXCursor *parts = cursor_children(arena, condition, &inner);
		if (inner != 1)
			return false;
		condition = parts[0];
	}
	*together = children[1];
	return condition.kind == CXCursor_DeclRefExpr && !strcmp(cursor_name(arena, condition), KERNEL_TEAM_MARK);
}

static CXCursor plain(struct arena *arena, CXCursor cursor)
{
	unsigned count;
	while (cursor.kind == CXCursor_ParenExpr || cursor.kind == CXCursor_UnexposedExpr) {
		CXCursor *children = cursor_children(arena, cursor, &count);
		if (count == 0)
			return cursor;
		cursor = children[count - 1];
	}
	return cursor;
}

/* The variable that an lvalue is, or is a part of; false: it is reached through a pointer. */
static bool base_of(struct arena *arena, CXCursor lvalue, CXCursor *declaration)
{
	for (;;) {
		unsigned count;
		lvalue = plain(arena, lvalue);
		CXCursor *children = cursor_children(arena, lvalue, &count);
		if (lvalue.kind == CXCursor_DeclRefExpr) {
			*declaration = clang_getCursorReferenced(lvalue);
			return true;
		}
		if (count == 0 || (lvalue.kind != CXCursor_ArraySubscriptExpr && lvalue.kind != CXCursor_MemberRefExpr))
			return false;
		CXCursor inner = plain(arena, children[0]);
		bool element = lvalue.kind == CXCursor_ArraySubscriptExpr;
		if (clang_getCanonicalType(clang_getCursorType(inner)).kind == CXType_Pointer || (element && !spaces_is_array(arena, inner)))
			return false;
		lvalue = inner;
	}
}

static void note(struct effects *effects, CXCursor declaration, bool by_team)
{
	struct serial_variable *variable = effects_variable(effects, declaration);
	if (!variable)
		return;
	struct written *written = ARENA_NEW(effects->arena, struct written);
	*written = (struct written){effects->written, variable, by_team};
	effects->written = written;
}

static void note_write(struct effects *effects, CXCursor lvalue, bool in_team)
{
	CXCursor declaration;
	if (base_of(effects->arena, lvalue, &declaration))
		note(effects, declaration, in_team);
	else
		effects->flags |= EFFECT_WRITES;
}

static void note_address(struct effects *effects, CXCursor operand)
{
	CXCursor declaration;
	if (base_of(effects->arena, operand, &declaration))
		note(effects, declaration, true);
}

/* Calls of functions that only compute, in a few steps. */
static bool is_harmless(struct effects *effects, CXCursor call)
{
	CXCursor callee = clang_getCursorReferenced(call), definition = clang_getCursorDefinition(callee);
	const char *name = cursor_name(effects->arena, callee);
	if (callee.kind != CXCursor_FunctionDecl)
		return false;
	if (clang_Cursor_isNull(definition))
		return !spaces_is_elsewhere(callee) && (!strncmp(name, "get_", 4) || kernel_math_is_pure(name));
	if (!strncmp(name, "omp_", 4)) /* what ppcc has put there: but for memory they only return a number */
		return !strstr(name, "alloc") && strcmp(name, "omp_free") != 0;
	int count = clang_Cursor_getNumArguments(definition);
	for (int i = 0; i < count; i++)
		if (spaces_declared_depth(clang_Cursor_getArgument(definition, (unsigned)i)) != 0)
			return false;
	struct effects inside = {.arena = effects->arena};
	effects_add(&inside, definition);
	return !(inside.flags & (EFFECT_WRITES | EFFECT_LOOPS | EFFECT_JUMPS));
}

static void visit(struct effects *effects, CXCursor cursor, struct position position);

static void visit_children(struct effects *effects, CXCursor cursor, struct position position)
{
	unsigned count;
	CXCursor *children = cursor_children(effects->arena, cursor, &count);
	for (unsigned i = 0; i < count; i++)
		visit(effects, children[i], position);
}

static void visit_statement(struct effects *effects, CXCursor cursor, struct position position)
{
	CXCursor together;
	switch (cursor.kind) {
	case CXCursor_IfStmt:
		if (effects_is_team(effects->arena, cursor, &together)) {
			effects->flags |= EFFECT_TEAM;
			position.in_team = true;
			unsigned before = effects->flags;
			visit(effects, together, position);
			effects->flags = before;
			return;
		}
		break;
	case CXCursor_ForStmt: case CXCursor_WhileStmt: case CXCursor_DoStmt:
		effects->flags |= EFFECT_LOOPS;
		position.in_loop = true;
		break;
	case CXCursor_SwitchStmt: position.in_switch = true; break;
	case CXCursor_BreakStmt:
		effects->flags |= position.in_loop || position.in_switch ? 0 : EFFECT_LEAVES;
		break;
	case CXCursor_ContinueStmt:
		effects->flags |= position.in_loop ? 0 : EFFECT_LEAVES;
		break;
	case CXCursor_ReturnStmt: effects->flags |= EFFECT_LEAVES; break;
	case CXCursor_GotoStmt: case CXCursor_IndirectGotoStmt: case CXCursor_LabelStmt: effects->flags |= EFFECT_JUMPS; break;
	default: break;
	}
	visit_children(effects, cursor, position);
}

static void visit_reference(struct effects *effects, CXCursor cursor)
{
	const struct serial_variable *variable = effects_variable(effects, clang_getCursorReferenced(cursor));
	if (variable && variable->shared)
		effects->flags |= EFFECT_READS;
}

static void visit(struct effects *effects, CXCursor cursor, struct position position)
{
	unsigned count;
	CXCursor *children = cursor_children(effects->arena, cursor, &count);
	switch (cursor.kind) {
	case CXCursor_UnaryExpr: return; /* sizeof */
	case CXCursor_DeclRefExpr: visit_reference(effects, cursor); return;
	case CXCursor_BinaryOperator:
		if (count == 2 && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign)
			note_write(effects, children[0], position.in_team);
		break;
	case CXCursor_CompoundAssignOperator:
		if (count == 2)
			note_write(effects, children[0], position.in_team);
		break;
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(cursor);
		if (kind >= CXUnaryOperator_PostInc && kind <= CXUnaryOperator_PreDec)
			note_write(effects, children[0], position.in_team);
		if (kind == CXUnaryOperator_AddrOf)
			note_address(effects, children[0]);
		if (kind == CXUnaryOperator_Deref)
			effects->flags |= EFFECT_READS;
		break;
	}
	case CXCursor_UnexposedExpr: /* an array that becomes a pointer, other than to be subscripted */
		if (count == 1 && spaces_is_array(effects->arena, children[0]) && !spaces_is_array(effects->arena, cursor))
			note_address(effects, children[0]);
		break;
	case CXCursor_ArraySubscriptExpr:
		if (count == 2) {
			CXCursor base = plain(effects->arena, children[0]);
			if (!spaces_is_array(effects->arena, base))
				effects->flags |= EFFECT_READS;
			visit(effects, spaces_is_array(effects->arena, base) ? base : children[0], position);
			visit(effects, children[1], position);
			return;
		}
		break;
	case CXCursor_MemberRefExpr:
		if (count > 0 && clang_getCanonicalType(clang_getCursorType(children[0])).kind == CXType_Pointer)
			effects->flags |= EFFECT_READS;
		break;
	case CXCursor_CallExpr:
		if (!is_harmless(effects, cursor))
			effects->flags |= EFFECT_WRITES;
		break;
	default:
		if (clang_isStatement(cursor.kind)) {
			visit_statement(effects, cursor, position);
			return;
		}
	}
	visit_children(effects, cursor, position);
}

void effects_add(struct effects *effects, CXCursor statement)
{
	visit(effects, statement, (struct position){false, false, false});
}
