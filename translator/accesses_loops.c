#include "accesses_internal.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- values */

static bool is_integer(CXCursor cursor)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
	return type.kind >= CXType_UShort && type.kind <= CXType_LongLong && type.kind != CXType_WChar && clang_Type_getSizeOf(type) >= 4;
}

static const struct polynomial *of_constant(struct polynomials *p, CXCursor cursor)
{
	CXEvalResult result = clang_Cursor_Evaluate(cursor);
	bool integer = result && clang_EvalResult_getKind(result) == CXEval_Int;
	long long value = integer ? clang_EvalResult_getAsLongLong(result) : 0;
	if (result)
		clang_EvalResult_dispose(result);
	p->good &= integer;
	return polynomial_constant(p, value);
}

static const struct polynomial *of_name(const struct access_walk *walk, struct polynomials *p, CXCursor cursor)
{
	if (clang_getCursorKind(clang_getCursorReferenced(cursor)) == CXCursor_EnumConstantDecl)
		return of_constant(p, cursor);
	const struct variable *variable = access_variable(walk->survey, cursor);
	for (const struct named_value *value = walk->values; value; value = value->next)
		if (value->variable == variable)
			return value->value;
	if (!variable || !is_integer(cursor)) {
		p->good = false;
		return NULL;
	}
	return polynomial_variable(p, variable);
}

const struct polynomial *access_polynomial(const struct access_walk *walk, struct polynomials *p, CXCursor cursor)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_UnaryExpr: return of_constant(p, cursor);
	case CXCursor_DeclRefExpr: return of_name(walk, p, cursor);
	case CXCursor_CStyleCastExpr:
		p->good &= is_integer(cursor);
		return p->good ? access_polynomial(walk, p, children.items[children.count - 1]) : NULL;
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind operator = clang_getCursorUnaryOperatorKind(cursor);
		p->good &= operator == CXUnaryOperator_Minus || operator == CXUnaryOperator_Plus;
		const struct polynomial *value = p->good ? access_polynomial(walk, p, children.items[0]) : NULL;
		return operator == CXUnaryOperator_Minus ? polynomial_add(p, NULL, value, -1) : value;
	}
	case CXCursor_BinaryOperator: {
		enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
		p->good &= operator == CXBinaryOperator_Add || operator == CXBinaryOperator_Sub || operator == CXBinaryOperator_Mul;
		if (!p->good)
			return NULL;
		const struct polynomial *a = access_polynomial(walk, p, children.items[0]), *b = access_polynomial(walk, p, children.items[1]);
		return !p->good                               ? NULL
		       : operator == CXBinaryOperator_Mul      ? polynomial_multiply(p, a, b)
						              : polynomial_add(p, a, b, operator == CXBinaryOperator_Add ? 1 : -1);
	}
	default: p->good = false; return NULL;
	}
}

/* ---------------------------------------------------------------------------------------------- loops */

/* The step of `i++`, `i -= 2` and the like; 0: another form. */
static long long step_of(const struct access_walk *walk, CXCursor cursor, const struct variable *variable)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	struct polynomials p = {walk->arena, true};
	long long step = 0;
	if (!children.count || access_variable(walk->survey, access_plain(walk->arena, children.items[0])) != variable)
		return 0;
	if (clang_getCursorKind(cursor) == CXCursor_UnaryOperator) {
		switch (clang_getCursorUnaryOperatorKind(cursor)) {
		case CXUnaryOperator_PostInc:
		case CXUnaryOperator_PreInc: return 1;
		case CXUnaryOperator_PostDec:
		case CXUnaryOperator_PreDec: return -1;
		default: return 0;
		}
	}
	if (children.count != 2)
		return 0;
	enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
	const struct polynomial *right = access_polynomial(walk, &p, children.items[1]);
	if (clang_getCursorKind(cursor) == CXCursor_BinaryOperator && operator == CXBinaryOperator_Assign) /* i = i + 1 */
		right = polynomial_add(&p, right, polynomial_variable(&p, variable), -1);
	else if (operator == CXBinaryOperator_SubAssign)
		right = polynomial_add(&p, NULL, right, -1);
	else if (operator != CXBinaryOperator_AddAssign)
		return 0;
	return p.good && polynomial_is_constant(right, &step) ? step : 0;
}

/* The variable and its first value. */
static const struct variable *read_start(const struct access_walk *walk, struct polynomials *p, CXCursor cursor, const struct polynomial **first)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	const struct variable *variable = NULL;
	if (clang_getCursorKind(cursor) == CXCursor_DeclStmt && children.count == 1) {
		CXCursor value = clang_Cursor_getVarDeclInitializer(children.items[0]);
		CXCursor declared = clang_getCanonicalCursor(children.items[0]);
		for (const struct variable *v = walk->survey->variables; v && !variable; v = v->next)
			variable = clang_equalCursors(v->cursor, declared) ? v : NULL;
		p->good &= !clang_Cursor_isNull(value);
		*first = p->good ? access_polynomial(walk, p, value) : NULL;
	} else if (clang_getCursorKind(cursor) == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign) {
		variable = access_variable(walk->survey, access_plain(walk->arena, children.items[0]));
		*first = access_polynomial(walk, p, children.items[1]);
	}
	return variable;
}

/* The last value that the condition admits, going up (or down): *last.  False: another form. */
static bool read_end(const struct access_walk *walk, struct polynomials *p, CXCursor cursor, const struct variable *variable, long long step,
		     const struct polynomial **last)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	if (clang_getCursorKind(cursor) != CXCursor_BinaryOperator || children.count != 2)
		return false;
	enum CXBinaryOperatorKind relation = clang_getCursorBinaryOperatorKind(cursor);
	CXCursor left = access_plain(walk->arena, children.items[0]), right = access_plain(walk->arena, children.items[1]);
	bool swapped = access_variable(walk->survey, left) != variable;
	if (swapped && access_variable(walk->survey, right) != variable)
		return false;
	const struct polynomial *bound = access_polynomial(walk, p, swapped ? left : right);
	bool less = relation == (swapped ? CXBinaryOperator_GT : CXBinaryOperator_LT);
	bool less_equal = relation == (swapped ? CXBinaryOperator_GE : CXBinaryOperator_LE);
	bool greater = relation == (swapped ? CXBinaryOperator_LT : CXBinaryOperator_GT);
	bool greater_equal = relation == (swapped ? CXBinaryOperator_LE : CXBinaryOperator_GE);
	bool unequal = relation == CXBinaryOperator_NE && (step == 1 || step == -1);
	if (!(unequal || (step > 0 ? less || less_equal : greater || greater_equal)))
		return false;
	bool beyond = less || greater || unequal;
	*last = polynomial_add(p, bound, polynomial_constant(p, beyond ? step > 0 ? 1 : -1 : 0), -1);
	return p->good && !polynomial_uses(*last, variable);
}

static struct access_loop *read_loop(struct access_walk *walk, const struct access_children *parts)
{
	struct access_loop *loop = ARENA_NEW(walk->arena, struct access_loop);
	struct polynomials p = {walk->arena, true};
	const struct polynomial *first = NULL, *last = NULL;
	*loop = (struct access_loop){.outer = walk->loop};
	*walk->loop_tail = loop;
	walk->loop_tail = &loop->next;
	if (parts->count != 4)
		return loop;
	loop->variable = read_start(walk, &p, parts->items[0], &first);
	for (struct access_loop *outer = walk->loop; outer; outer = outer->outer)
		outer->counted &= outer->variable != loop->variable;
	long long step = loop->variable ? step_of(walk, parts->items[2], loop->variable) : 0;
	if (step == 0 || !p.good || !read_end(walk, &p, parts->items[1], loop->variable, step, &last) || polynomial_uses(first, loop->variable))
		return loop;
	loop->counted = true;
	loop->every = step == 1 || step == -1;
	loop->lower = step > 0 ? first : last;
	loop->upper = step > 0 ? last : first;
	return loop;
}

struct leaving {
	bool found;
};

/* break and continue of the statement itself: those of loops in it are not visited. */
static enum CXChildVisitResult find_leaving(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct leaving *leaving = data;
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_BreakStmt:
	case CXCursor_ContinueStmt: leaving->found = true; return CXChildVisit_Break;
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt: return CXChildVisit_Continue;
	default: return CXChildVisit_Recurse;
	}
}

static void visit_statement(struct access_walk *walk, CXCursor cursor);

static void visit_body(struct access_walk *walk, CXCursor body, bool conditional)
{
	struct leaving leaving = {false};
	bool before = walk->conditional;
	clang_visitChildren(body, find_leaving, &leaving);
	walk->conditional |= conditional || leaving.found;
	visit_statement(walk, body);
	walk->conditional = before;
}

static void visit_for(struct access_walk *walk, CXCursor cursor)
{
	struct access_children parts = access_children(walk->arena, cursor);
	struct access_loop *outer = walk->loop;
	struct access_loop *loop = read_loop(walk, &parts);
	if (loop->counted) {
		CXCursor init = access_plain(walk->arena, parts.items[0]), condition = access_plain(walk->arena, parts.items[1]);
		struct access_children children = access_children(walk->arena, init);
		if (clang_getCursorKind(init) == CXCursor_DeclStmt)
			access_visit_read(walk, clang_Cursor_getVarDeclInitializer(children.items[0]));
		else
			access_visit_read(walk, children.items[1]);
		walk->loop = loop;
		access_visit_read(walk, condition);
		visit_body(walk, parts.items[3], false);
	} else {
		unsigned once = parts.count == 4 ? 2 : 0; /* what is looked at before the first iteration */
		for (unsigned i = 0; i < once; i++)
			visit_statement(walk, parts.items[i]);
		walk->loop = loop;
		for (unsigned i = once; i + 1 < parts.count; i++)
			visit_statement(walk, parts.items[i]);
		if (parts.count)
			visit_body(walk, parts.items[parts.count - 1], true);
	}
	walk->loop = outer;
}

/* A variable with a value that no other statement changes stands for that value. */
static void name_value(struct access_walk *walk, CXCursor declared, CXCursor value)
{
	CXCursor canonical = clang_getCanonicalCursor(declared);
	const struct variable *variable = walk->survey->variables;
	while (variable && !clang_equalCursors(variable->cursor, canonical))
		variable = variable->next;
	struct polynomials p = {walk->arena, true};
	const struct polynomial *polynomial = variable && is_integer(declared) ? access_polynomial(walk, &p, value) : NULL;
	if (!variable || !is_integer(declared) || !p.good || !accesses_keeps_value(walk->survey, variable, 0))
		return;
	struct named_value *named = ARENA_NEW(walk->arena, struct named_value);
	*named = (struct named_value){walk->values, variable, polynomial};
	walk->values = named;
}

static void visit_declarations(struct access_walk *walk, CXCursor cursor)
{
	struct access_children children = access_children(walk->arena, cursor);
	for (unsigned i = 0; i < children.count; i++) {
		CXCursor declared = children.items[i];
		if (clang_getCursorKind(declared) != CXCursor_VarDecl || clang_Cursor_getStorageClass(declared) == CX_SC_Static ||
		    clang_Cursor_getStorageClass(declared) == CX_SC_Extern) {
			access_object(walk, declared, "it has a declaration of another kind than a local variable%s", "");
			continue;
		}
		if (clang_getCanonicalType(clang_getCursorType(declared)).kind == CXType_VariableArray)
			access_object(walk, declared, "it declares an array of variable length%s", "");
		CXCursor value = clang_Cursor_getVarDeclInitializer(declared);
		if (clang_Cursor_isNull(value))
			continue;
		access_visit_read(walk, value);
		name_value(walk, declared, value);
	}
}

static void visit_statement(struct access_walk *walk, CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (kind) {
	case CXCursor_CompoundStmt:
		for (unsigned i = 0; i < children.count; i++)
			visit_statement(walk, children.items[i]);
		break;
	case CXCursor_DeclStmt: visit_declarations(walk, cursor); break;
	case CXCursor_NullStmt:
	case CXCursor_BreakStmt:
	case CXCursor_ContinueStmt: break;
	case CXCursor_ForStmt: visit_for(walk, cursor); break;
	case CXCursor_WhileStmt:
		access_visit_read(walk, children.items[0]);
		visit_body(walk, children.items[1], true);
		break;
	case CXCursor_DoStmt:
		visit_body(walk, children.items[0], true);
		access_visit_read(walk, children.items[1]);
		break;
	case CXCursor_IfStmt: {
		access_visit_read(walk, children.items[0]);
		bool before = walk->conditional;
		walk->conditional = true;
		for (unsigned i = 1; i < children.count; i++)
			visit_statement(walk, children.items[i]);
		walk->conditional = before;
		break;
	}
	case CXCursor_GotoStmt:
	case CXCursor_LabelStmt:
	case CXCursor_ReturnStmt:
	case CXCursor_SwitchStmt:
	case CXCursor_IndirectGotoStmt: access_object(walk, cursor, "it has a jump%s", ""); break;
	default:
		if (clang_isExpression(kind))
			access_visit_read(walk, cursor);
		else
			access_object(walk, cursor, "this statement is not one that is looked into%s", "");
	}
}

/* ---------------------------------------------------------------------------------------------- the file */

struct search {
	const struct source *source;
	unsigned start;     /* of the statement */
	CXCursor found;
};

static enum CXChildVisitResult find_for(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct search *search = data;
	CXSourceRange extent = clang_getCursorExtent(cursor);
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (!source_contains(search->source, clang_getRangeStart(extent)) || (kind == CXCursor_FunctionDecl && !clang_isCursorDefinition(cursor)))
		return CXChildVisit_Continue;
	unsigned start = source_expansion_offset(clang_getRangeStart(extent)), end = source_expansion_offset(clang_getRangeEnd(extent));
	if (start > search->start || end < search->start)
		return CXChildVisit_Continue;
	if (kind == CXCursor_ForStmt && start == search->start) {
		search->found = cursor;
		return CXChildVisit_Break;
	}
	return CXChildVisit_Recurse;
}

struct definition {
	const struct source *source;
	const char *name;
	size_t length;
	bool found;
};

static enum CXChildVisitResult find_definition(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct definition *definition = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl || !clang_isCursorDefinition(cursor) ||
	    !source_contains(definition->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	CXString spelling = clang_getCursorSpelling(cursor);
	const char *name = clang_getCString(spelling);
	definition->found = strlen(name) == definition->length && !memcmp(name, definition->name, definition->length);
	clang_disposeString(spelling);
	return definition->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

bool accesses_defines_function(const struct source *source, const char *name, size_t length)
{
	struct definition definition = {source, name, length, false};
	clang_visitChildren(clang_getTranslationUnitCursor(source->unit), find_definition, &definition);
	return definition.found;
}

bool accesses_of_loop(struct survey *survey, unsigned start, unsigned end, struct accesses *result)
{
	struct search search = {survey->source, start, clang_getNullCursor()};
	*result = (struct accesses){.items = NULL};
	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), find_for, &search);
	if (clang_Cursor_isNull(search.found))
		return false;
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena, .result = result, .tail = &result->items,
				   .loop_tail = &result->loops, .start = start, .end = end};
	visit_for(&walk, search.found);
	return true;
}

/* ---------------------------------------------------------------------------------------------- values kept */

bool accesses_keeps_value(const struct survey *survey, const struct variable *variable, unsigned offset)
{
	if (variable->storage != STORAGE_AUTO && variable->storage != STORAGE_PARAMETER)
		return false;
	if (variable->address_taken || variable->type->is_volatile)
		return false;
	for (unsigned i = 0; i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->variable == variable && reference->access & (ACCESS_WRITE | ACCESS_ADDRESS) && reference->offset >= offset)
			return false;
	}
	return true;
}
