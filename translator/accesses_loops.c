#include "accesses_internal.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- values */

bool access_is_integer(CXCursor cursor)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
	return type.kind >= CXType_UShort && type.kind <= CXType_LongLong && type.kind != CXType_WChar && clang_Type_getSizeOf(type) >= 4;
}

bool access_is_atomic(CXCursor cursor)
{
	return clang_isExpression(clang_getCursorKind(cursor)) && clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Atomic;
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

static const struct polynomial *of_name(struct access_walk *walk, struct polynomials *p, CXCursor cursor)
{
	if (clang_getCursorKind(clang_getCursorReferenced(cursor)) == CXCursor_EnumConstantDecl)
		return of_constant(p, cursor);
	const struct variable *variable = access_variable(walk, cursor);
	for (const struct named_value *value = walk->values; value; value = value->next)
		if (value->variable == variable)
			return value->value;
	if (!variable || !access_is_integer(cursor)) {
		p->good = false;
		return NULL;
	}
	return polynomial_variable(p, variable);
}

/* A member of a struct that is a variable. */
static const struct polynomial *of_member(struct access_walk *walk, struct polynomials *p, CXCursor cursor)
{
	struct element element;
	if (access_is_integer(cursor) && access_element(walk, cursor, &element) && element.base->of && element.count == 0 && !element.part)
		return polynomial_variable(p, element.base);
	p->good = false;
	return NULL;
}

/* Whether a conversion, written or not, in the parentheses and conversions around a value can change it. */
static bool is_narrowed(struct arena *arena, CXCursor cursor)
{
	for (;;) {
		enum CXCursorKind kind = clang_getCursorKind(cursor);
		struct access_children children = access_children(arena, cursor);
		bool conversion = kind == CXCursor_UnexposedExpr || kind == CXCursor_CStyleCastExpr;
		if (!(conversion || kind == CXCursor_ParenExpr) || children.count == 0)
			return false;
		CXCursor operand = children.items[children.count - 1];
		long long to = clang_Type_getSizeOf(clang_getCursorType(cursor)), from = clang_Type_getSizeOf(clang_getCursorType(operand));
		if (conversion && to > 0 && from > to)
			return true;
		cursor = operand;
	}
}

const struct polynomial *access_polynomial(struct access_walk *walk, struct polynomials *p, CXCursor cursor)
{
	if (is_narrowed(walk->arena, cursor))
		return of_constant(p, cursor);
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_UnaryExpr: return of_constant(p, cursor);
	case CXCursor_DeclRefExpr: return of_name(walk, p, cursor);
	case CXCursor_MemberRefExpr: return of_member(walk, p, cursor);
	case CXCursor_CStyleCastExpr:
		p->good &= access_is_integer(cursor);
		return p->good ? access_polynomial(walk, p, children.items[children.count - 1]) : NULL;
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind operator = clang_getCursorUnaryOperatorKind(cursor);
		p->good &= operator == CXUnaryOperator_Minus || operator == CXUnaryOperator_Plus;
		const struct polynomial *value = p->good ? access_polynomial(walk, p, children.items[0]) : NULL;
		return operator == CXUnaryOperator_Minus ? polynomial_add(p, NULL, value, -1) : value;
	}
	case CXCursor_BinaryOperator: {
		enum CXBinaryOperatorKind operator = clang_getCursorBinaryOperatorKind(cursor);
		if (operator != CXBinaryOperator_Add && operator != CXBinaryOperator_Sub && operator != CXBinaryOperator_Mul)
			return of_constant(p, cursor);
		const struct polynomial *a = access_polynomial(walk, p, children.items[0]), *b = access_polynomial(walk, p, children.items[1]);
		return !p->good                               ? NULL
		       : operator == CXBinaryOperator_Mul      ? polynomial_multiply(p, a, b)
						              : polynomial_add(p, a, b, operator == CXBinaryOperator_Add ? 1 : -1);
	}
	case CXCursor_ConditionalOperator: return of_constant(p, cursor);
	default: p->good = false; return NULL;
	}
}

/* ---------------------------------------------------------------------------------------------- loops */

/* The step of `i++`, `i -= 2` and the like; 0: another form. */
static long long step_of(struct access_walk *walk, CXCursor cursor, const struct variable *variable)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	struct polynomials p = {walk->arena, true};
	long long step = 0;
	if (!children.count || access_variable(walk, access_plain(walk->arena, children.items[0])) != variable)
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
static const struct variable *read_start(struct access_walk *walk, struct polynomials *p, CXCursor cursor, const struct polynomial **first)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	const struct variable *variable = NULL;
	if (clang_getCursorKind(cursor) == CXCursor_DeclStmt && children.count == 1) {
		CXCursor value = clang_Cursor_getVarDeclInitializer(children.items[0]);
		variable = access_declared(walk, children.items[0]);
		p->good &= !clang_Cursor_isNull(value);
		*first = p->good ? access_polynomial(walk, p, value) : NULL;
	} else if (clang_getCursorKind(cursor) == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign) {
		variable = access_variable(walk, access_plain(walk->arena, children.items[0]));
		*first = access_polynomial(walk, p, children.items[1]);
	}
	return variable;
}

/* The last value that the condition admits, going up (or down): *last.  False: another form. */
static bool read_end(struct access_walk *walk, struct polynomials *p, CXCursor cursor, const struct variable *variable, long long step,
		     const struct polynomial **last)
{
	cursor = access_plain(walk->arena, cursor);
	struct access_children children = access_children(walk->arena, cursor);
	if (clang_getCursorKind(cursor) != CXCursor_BinaryOperator || children.count != 2)
		return false;
	enum CXBinaryOperatorKind relation = clang_getCursorBinaryOperatorKind(cursor);
	CXCursor left = access_plain(walk->arena, children.items[0]), right = access_plain(walk->arena, children.items[1]);
	bool swapped = access_variable(walk, left) != variable;
	if (swapped && access_variable(walk, right) != variable)
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

/* Whether a directive stands between the beginnings of two loops. */
static bool has_directive_between(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned t = source_token_at(source, start); t < source->token_count && source->tokens[t].start < end; t++)
		if (source->tokens[t].directive)
			return true;
	return false;
}

/* The statement that is all of a loop's body. */
static CXCursor only_statement(struct access_walk *walk, CXCursor body)
{
	while (clang_getCursorKind(body) == CXCursor_CompoundStmt) {
		struct access_children children = access_children(walk->arena, body);
		if (children.count != 1)
			return clang_getNullCursor();
		body = children.items[0];
	}
	return body;
}

static struct access_loop *read_loop(struct access_walk *walk, CXCursor cursor, const struct access_children *parts)
{
	struct access_loop *loop = ARENA_NEW(walk->arena, struct access_loop);
	struct polynomials p = {walk->arena, true};
	const struct polynomial *first = NULL, *last = NULL;
	*loop = (struct access_loop){.start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor))), .outer = walk->loop, .conditional = walk->conditional};
	*walk->loop_tail = loop;
	walk->loop_tail = &loop->next;
	loop->alone = walk->loop && !walk->call && clang_equalCursors(walk->only, cursor) &&
		      !has_directive_between(walk->survey->source, walk->loop->start, loop->start);
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
	bool in_switch; /* break only leaves that */
	bool goes_on;   /* continue does not count */
};

/* break and continue of the statement itself: those of loops in it are not visited. */
static enum CXChildVisitResult find_leaving(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct leaving *leaving = data;
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_BreakStmt: leaving->found |= !leaving->in_switch; break;
	case CXCursor_ContinueStmt: leaving->found |= !leaving->goes_on; break;
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt: return CXChildVisit_Continue;
	case CXCursor_SwitchStmt: {
		struct leaving inside = {false, true, leaving->goes_on};
		clang_visitChildren(cursor, find_leaving, &inside);
		leaving->found |= inside.found;
		return leaving->found ? CXChildVisit_Break : CXChildVisit_Continue;
	}
	default: break;
	}
	return leaving->found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

/* Whether the statement can leave the loop around it, or, with goes_on false, go on with its next iteration. */
static bool can_leave(CXCursor cursor, bool goes_on)
{
	struct leaving leaving = {false, false, goes_on};
	if (find_leaving(cursor, cursor, &leaving) == CXChildVisit_Recurse)
		clang_visitChildren(cursor, find_leaving, &leaving);
	return leaving.found;
}

/* A body that may run any number of times; in_branch: what is behind it in the iteration need not have run it. */
static void visit_body(struct access_walk *walk, CXCursor body, bool conditional, bool in_branch)
{
	bool conditional_before = walk->conditional, in_branch_before = walk->in_branch;
	walk->conditional |= conditional || can_leave(body, false);
	walk->in_branch = in_branch;
	access_visit_statement(walk, body);
	walk->conditional = conditional_before;
	walk->in_branch = in_branch_before;
}

static void visit_for(struct access_walk *walk, CXCursor cursor)
{
	struct access_children parts = access_children(walk->arena, cursor);
	struct access_loop *outer = walk->loop;
	struct access_loop *loop = read_loop(walk, cursor, &parts);
	walk->only = parts.count ? only_statement(walk, parts.items[parts.count - 1]) : clang_getNullCursor();
	if (loop->counted) {
		CXCursor init = access_plain(walk->arena, parts.items[0]), condition = access_plain(walk->arena, parts.items[1]);
		struct access_children children = access_children(walk->arena, init);
		if (clang_getCursorKind(init) == CXCursor_DeclStmt)
			access_visit_read(walk, clang_Cursor_getVarDeclInitializer(children.items[0]));
		else
			access_visit_read(walk, init);
		walk->loop = loop;
		access_visit_read(walk, condition);
		loop->breaks = can_leave(parts.items[3], true);
		visit_body(walk, parts.items[3], false, false);
	} else {
		unsigned once = parts.count == 4 ? 2 : 0; /* what is looked at before the first iteration */
		for (unsigned i = 0; i < once; i++)
			access_visit_statement(walk, parts.items[i]);
		walk->loop = loop;
		for (unsigned i = once; i + 1 < parts.count; i++)
			visit_body(walk, parts.items[i], false, true); /* is run after the body */
		if (parts.count)
			visit_body(walk, parts.items[parts.count - 1], true, false);
	}
	walk->loop = outer;
}

/* `static const int table[] = {...}`: numbers that are the same everywhere. */
static bool is_table(CXCursor declared)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(declared));
	bool constant = clang_isConstQualifiedType(type), changes = clang_isVolatileQualifiedType(type);
	while (survey_is_array(type)) {
		type = clang_getArrayElementType(type);
		constant |= clang_isConstQualifiedType(type);
		changes |= clang_isVolatileQualifiedType(type);
		type = clang_getCanonicalType(type);
	}
	constant |= clang_isConstQualifiedType(type);
	changes |= clang_isVolatileQualifiedType(type);
	return clang_getCursorKind(declared) == CXCursor_VarDecl && clang_Cursor_getStorageClass(declared) == CX_SC_Static &&
	       constant && !changes && type.kind >= CXType_Bool && type.kind <= CXType_LongDouble;
}

static void visit_declarations(struct access_walk *walk, CXCursor cursor)
{
	struct access_children children = access_children(walk->arena, cursor);
	for (unsigned i = 0; i < children.count; i++) {
		CXCursor declared = children.items[i];
		if (is_table(declared))
			continue;
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
		const struct variable *variable = access_declared(walk, declared);
		bool pointer = clang_getCanonicalType(clang_getCursorType(declared)).kind == CXType_Pointer;
		if (pointer)
			access_visit_address(walk, value);
		else
			access_visit_read(walk, value);
		if (variable)
			access_name(walk, variable, declared, value, access_keeps_value(walk, variable));
	}
}

/* What stands behind a continue or break need not run. */
static void visit_sequence(struct access_walk *walk, const struct access_children *children)
{
	bool conditional = walk->conditional, in_branch = walk->in_branch;
	for (unsigned i = 0; i < children->count; i++) {
		bool leaves = can_leave(children->items[i], false);
		access_visit_statement(walk, children->items[i]);
		walk->conditional |= leaves;
		walk->in_branch |= leaves;
	}
	walk->conditional = conditional;
	walk->in_branch = in_branch;
}

void access_visit_statement(struct access_walk *walk, CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct access_children children = access_children(walk->arena, cursor);
	switch (kind) {
	case CXCursor_CompoundStmt: visit_sequence(walk, &children); break;
	case CXCursor_DeclStmt: visit_declarations(walk, cursor); break;
	case CXCursor_NullStmt:
	case CXCursor_BreakStmt:
	case CXCursor_ContinueStmt: break;
	case CXCursor_ForStmt: visit_for(walk, cursor); break;
	case CXCursor_WhileStmt:
		access_visit_read(walk, children.items[0]);
		visit_body(walk, children.items[1], true, true);
		break;
	case CXCursor_DoStmt:
		visit_body(walk, children.items[0], true, true);
		access_visit_read(walk, children.items[1]);
		break;
	case CXCursor_IfStmt: {
		access_visit_read(walk, children.items[0]);
		bool conditional = walk->conditional, in_branch = walk->in_branch;
		walk->conditional = walk->in_branch = true;
		for (unsigned i = 1; i < children.count; i++)
			access_visit_statement(walk, children.items[i]);
		walk->conditional = conditional;
		walk->in_branch = in_branch;
		break;
	}
	case CXCursor_SwitchStmt:
		access_visit_read(walk, children.items[0]);
		visit_body(walk, children.items[children.count - 1], true, true);
		break;
	case CXCursor_CaseStmt:
	case CXCursor_DefaultStmt: access_visit_statement(walk, children.items[children.count - 1]); break;
	case CXCursor_ReturnStmt:
		walk->result->incomplete |= !walk->call;
		if (!walk->call)
			access_object(walk, cursor, "it has a jump%s", "");
		else if (children.count)
			access_visit_read(walk, children.items[0]);
		break;
	case CXCursor_GotoStmt:
	case CXCursor_LabelStmt:
	case CXCursor_IndirectGotoStmt:
		walk->result->incomplete = true;
		access_object(walk, cursor, "it has a jump%s", "");
		break;
	default:
		if (clang_isExpression(kind)) {
			access_visit_read(walk, cursor);
		} else {
			walk->result->incomplete = true;
			access_object(walk, cursor, "this statement is not one that is looked into%s", "");
		}
	}
}

/* ---------------------------------------------------------------------------------------------- the file */

struct search {
	const struct source *source;
	unsigned start;     /* of the statement */
	bool loop;          /* it must be a for statement */
	CXCursor found;
	bool in_function, in_loop;
};

static enum CXChildVisitResult find_statement(CXCursor cursor, CXCursor parent, CXClientData data)
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
	bool statement = search->loop ? kind == CXCursor_ForStmt : clang_isStatement(kind) || clang_isExpression(kind);
	if (statement && start == search->start && search->in_function) {
		search->found = cursor;
		return CXChildVisit_Break;
	}
	search->in_function |= kind == CXCursor_FunctionDecl;
	search->in_loop |= kind == CXCursor_ForStmt || kind == CXCursor_WhileStmt || kind == CXCursor_DoStmt;
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

/* Whether the nest follows a pointer that is a member of the variable, or of what it points to. */
static const struct variable *followed_member(const struct accesses *accesses, const struct variable *root)
{
	for (const struct memory_access *access = accesses->items; access; access = access->next)
		if (access->variable->of == root && access->variable->type->class == TYPE_POINTER && access->rank > 0)
			return access->variable;
	return NULL;
}

/* Makes an access to a member one to the struct: the variable, or the first that it points to. */
static void merge(struct memory_access *access)
{
	access->member = access->variable;
	access->variable = access->variable->of;
	access->rank = access->variable->type->class == TYPE_POINTER ? 1 : 0;
	access->subscripts[0] = NULL;
	access->known[0] = true;
	access->extents[0] = -1;
	access->part = true;
}

/* What is mapped by itself of a struct: its members where one of them is followed; else it is mapped as a whole.  What a pointer
   points to is always mapped as a whole too. */
static void settle_members(struct access_walk *walk)
{
	struct accesses *result = walk->result;
	for (struct memory_access *access = result->items; access; access = access->next) {
		const struct variable *member = access->variable, *followed = member->of ? followed_member(result, member->of) : NULL;
		bool by_pointer = member->of && member->of->type->class == TYPE_POINTER;
		if (!member->of)
			continue;
		if (followed && !result->objection) {
			const struct memory_access *whole = result->items;
			while (whole && (whole->variable != member->of || whole->member))
				whole = whole->next;
			if (whole || (member->type->class == TYPE_POINTER && access->rank == 0)) {
				result->objection = whole ? arena_printf(walk->arena, "'%s' is used as a whole beside '%s'", member->of->name, followed->name)
							  : arena_printf(walk->arena, "the pointer '%s' is used as a value", member->name);
				result->objection_at = (whole ? whole : access)->offset;
			}
		}
		if (followed && by_pointer && member->type->class == TYPE_POINTER) {
			struct memory_access *pointer = ARENA_NEW(walk->arena, struct memory_access); /* is read to follow it */
			*pointer = *access;
			access->next = pointer;
			pointer->read = true;
			pointer->write = false;
			merge(pointer);
			access = pointer;
		} else if (!followed || by_pointer) {
			merge(access);
		}
	}
}

/* Where the statement begins whose text begins there, perhaps with pragmas. */
static unsigned after_pragmas(const struct source *source, unsigned start)
{
	unsigned token = source_program_token(source, source_token_at(source, start));
	return token < source->token_count ? source->tokens[token].start : start;
}

static CXCursor search_file(const struct survey *survey, struct search *search)
{
	const struct function *f = survey_function_at(survey, search->start);
	search->found = clang_getNullCursor();
	search->in_function = f != NULL;
	clang_visitChildren(f ? f->cursor : clang_getTranslationUnitCursor(survey->source->unit), find_statement, search);
	return search->found;
}

CXCursor access_statement_at(struct survey *survey, unsigned start)
{
	struct search search = {.source = survey->source, .start = after_pragmas(survey->source, start)};
	return search_file(survey, &search);
}

static bool look_at(struct survey *survey, unsigned start, unsigned end, bool loop, bool device, struct accesses *result)
{
	struct search search = {.source = survey->source, .start = after_pragmas(survey->source, start), .loop = loop};
	*result = (struct accesses){.items = NULL};
	if (clang_Cursor_isNull(search_file(survey, &search)))
		return false;
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena, .result = result, .tail = &result->items,
				   .only = clang_getNullCursor(),
				   .loop_tail = &result->loops, .start = start, .end = end, .device = device};
	result->in_loop = search.in_loop;
	access_visit_statement(&walk, search.found);
	settle_members(&walk);
	return true;
}

bool accesses_of_loop(struct survey *survey, unsigned start, unsigned end, struct accesses *result)
{
	return look_at(survey, start, end, true, false, result);
}

bool accesses_of_statement(struct survey *survey, unsigned start, unsigned end, struct accesses *result)
{
	return look_at(survey, start, end, false, false, result);
}

bool accesses_of_region(struct survey *survey, unsigned start, unsigned end, struct accesses *result)
{
	return look_at(survey, start, end, false, true, result);
}
