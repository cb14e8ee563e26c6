/* accesses_calls.c - calls in a nest: functions that only compute, and functions of the file that are looked into. */
#include "accesses_internal.h"

#include "kernel_math.h"

#include <string.h>

enum { DEEPEST = 8, MOST = 512 }; /* calls in calls, where a recursive function ends; bodies that are looked into for a nest */

/* What is known about a function of the program; it is found out once. */
struct called_function {
	struct called_function *next;
	CXCursor definition;
	bool asked_to_compute, computes;         /* only: is_pure.  A function that calls itself does not */
	bool asked_to_synchronise, synchronises; /* may_synchronise.  A function that calls itself does */
};

static struct called_function *called_function(struct survey *survey, CXCursor definition)
{
	struct called_function *function = survey->called;
	while (function && !clang_equalCursors(function->definition, definition))
		function = function->next;
	if (function)
		return function;
	function = ARENA_NEW(survey->source->arena, struct called_function);
	*function = (struct called_function){.next = survey->called, .definition = definition};
	survey->called = function;
	return function;
}

/* ---------------------------------------------------------------------------------------------- functions that compute */

struct purity {
	struct access_walk *walk;
	bool pure;
	CXCursor function;
};

static bool is_pure(struct access_walk *walk, CXCursor declared);

static enum CXChildVisitResult check_pure(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct purity *purity = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (kind == CXCursor_VarDecl || kind == CXCursor_ParmDecl) {
		CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
		bool array = survey_is_array(type);
		purity->pure &= type.kind != CXType_Pointer && clang_Cursor_getStorageClass(cursor) != CX_SC_Static;
		purity->pure &= kind == CXCursor_VarDecl || !array; /* such a parameter is a pointer */
	} else if (kind == CXCursor_DeclRefExpr) {
		CXCursor declared = clang_getCursorReferenced(cursor);
		if (clang_getCursorKind(declared) == CXCursor_VarDecl)
			purity->pure &= clang_equalCursors(clang_getCursorSemanticParent(declared), purity->function);
		else if (clang_getCursorKind(declared) == CXCursor_FunctionDecl)
			purity->pure &= is_pure(purity->walk, declared);
	} else if (kind == CXCursor_GCCAsmStmt || kind == CXCursor_MSAsmStmt || kind == CXCursor_IndirectGotoStmt || kind == CXCursor_MemberRefExpr ||
		   (kind == CXCursor_CallExpr && clang_Cursor_isNull(clang_getCursorReferenced(cursor)))) {
		purity->pure = false;
	}
	return purity->pure ? CXChildVisit_Recurse : CXChildVisit_Break;
}

/* Whether a directive stands in the function; only_target: one that begins with target. */
static bool has_pragma(const struct survey *survey, CXCursor definition, bool only_target)
{
	CXSourceRange extent = clang_getCursorExtent(definition);
	if (!source_contains(survey->source, clang_getRangeStart(extent)))
		return false;
	unsigned start = source_expansion_offset(clang_getRangeStart(extent)), end = source_expansion_offset(clang_getRangeEnd(extent));
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (survey->pragmas->items[i].start > start && survey->pragmas->items[i].start < end &&
		    (!only_target || !strncmp(survey->pragmas->items[i].directive.spelling, "target", 6)))
			return true;
	return false;
}

/* Whether the function computes a value of its arguments and does nothing else. */
static bool is_pure(struct access_walk *walk, CXCursor declared)
{
	char *name = source_string(walk->survey->source, clang_getCursorSpelling(declared));
	CXCursor definition = clang_getCursorDefinition(declared);
	if (clang_Cursor_isNull(definition))
		return kernel_math_is_pure(name);
	struct called_function *function = called_function(walk->survey, definition);
	if (function->asked_to_compute)
		return function->computes;
	function->asked_to_compute = true;
	struct purity purity = {walk, !has_pragma(walk->survey, definition, false), definition};
	clang_visitChildren(definition, check_pure, &purity);
	return function->computes = purity.pure;
}

/* ---------------------------------------------------------------------------------------------- functions looked into */

struct change {
	struct arena *arena;
	CXCursor variable;
	bool found;
};

static bool means(struct change *change, CXCursor cursor)
{
	cursor = access_plain(change->arena, cursor);
	return clang_getCursorKind(cursor) == CXCursor_DeclRefExpr &&
	       clang_equalCursors(clang_getCanonicalCursor(clang_getCursorReferenced(cursor)), change->variable);
}

static enum CXChildVisitResult find_change(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct change *change = data;
	struct access_children children = access_children(change->arena, cursor);
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_UnaryOperator: {
		enum CXUnaryOperatorKind operator = clang_getCursorUnaryOperatorKind(cursor);
		bool changes = operator == CXUnaryOperator_PostInc || operator == CXUnaryOperator_PostDec || operator == CXUnaryOperator_PreInc ||
			       operator == CXUnaryOperator_PreDec || operator == CXUnaryOperator_AddrOf;
		change->found |= changes && means(change, children.items[0]);
		break;
	}
	case CXCursor_BinaryOperator:
		change->found |= clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign && means(change, children.items[0]);
		break;
	case CXCursor_CompoundAssignOperator: change->found |= means(change, children.items[0]); break;
	default: break;
	}
	return change->found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

bool access_keeps_value(struct access_walk *walk, const struct variable *variable)
{
	if (variable->function || !walk->call)
		return accesses_keeps_value(walk->survey, variable, 0);
	struct change change = {walk->arena, variable->cursor, variable->type->is_volatile};
	clang_visitChildren(walk->call->function, find_change, &change);
	return !change.found;
}

static enum CXChildVisitResult count_returns(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(unsigned *)data += clang_getCursorKind(cursor) == CXCursor_ReturnStmt;
	return CXChildVisit_Recurse;
}

static enum CXChildVisitResult find_global(CXCursor cursor, CXCursor parent, CXClientData data)
{
	CXCursor declared = clang_getCursorKind(cursor) == CXCursor_DeclRefExpr ? clang_getCursorReferenced(cursor) : clang_getNullCursor();
	(void)parent;
	if (clang_getCursorKind(declared) == CXCursor_VarDecl && !clang_isConstQualifiedType(clang_getCursorType(declared)) &&
	    clang_getCursorKind(clang_getCursorSemanticParent(declared)) == CXCursor_TranslationUnit)
		*(bool *)data = true;
	return CXChildVisit_Recurse;
}

/* Whether directives in it are in the way: on a device, constructs of its threads are not, unless they use variables of the file that
   can change: clang 19 has no place for what they capture of these. */
static bool has_obstacle(const struct access_walk *walk, CXCursor definition)
{
	bool global = false;
	if (!has_pragma(walk->survey, definition, false))
		return false;
	clang_visitChildren(definition, find_global, &global);
	return !walk->device || global || has_pragma(walk->survey, definition, true);
}

/* The body of a function that can be looked into; a null cursor: there is none. */
static CXCursor body_of(struct access_walk *walk, CXCursor definition)
{
	int depth = 0;
	if (clang_Cursor_isNull(definition) || clang_Cursor_isVariadic(definition) || has_obstacle(walk, definition))
		return clang_getNullCursor();
	for (const struct access_call *call = walk->call; call; call = call->outer, depth++)
		if (depth == DEEPEST || clang_equalCursors(call->function, definition))
			return clang_getNullCursor();
	struct access_children children = access_children(walk->arena, definition);
	CXCursor last = children.count ? children.items[children.count - 1] : clang_getNullCursor();
	return clang_getCursorKind(last) == CXCursor_CompoundStmt ? last : clang_getNullCursor();
}

/* What a function of the file does with memory, its parameters standing for the arguments. */
static void look_into(struct access_walk *walk, CXCursor cursor, CXCursor definition, CXCursor body, const struct access_children *children)
{
	struct named_value *values = walk->values;
	struct named_pointer *pointers = walk->pointers;
	bool conditional = walk->conditional, in_branch = walk->in_branch;
	const struct access_call *outer = walk->call;
	unsigned at = outer ? outer->offset : source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	struct access_call call = {outer, definition, at}, *inside = ARENA_NEW(walk->arena, struct access_call);
	struct access_children parts = access_children(walk->arena, body);
	unsigned returns = 0, count = (unsigned)clang_Cursor_getNumArguments(definition);
	*inside = call;
	for (unsigned i = 0; i < count && i + 1 < children->count; i++) {
		CXCursor parameter = clang_Cursor_getArgument(definition, i);
		walk->call = inside;
		const struct variable *variable = access_declared(walk, parameter);
		bool keeps = access_keeps_value(walk, variable);
		bool pointer = variable->type->class == TYPE_POINTER;
		walk->call = outer;
		if (pointer)
			access_visit_address(walk, children->items[i + 1]);
		else
			access_visit_read(walk, children->items[i + 1]);
		access_name(walk, variable, parameter, children->items[i + 1], keeps);
	}
	clang_visitChildren(body, count_returns, &returns);
	bool last = parts.count && clang_getCursorKind(parts.items[parts.count - 1]) == CXCursor_ReturnStmt;
	walk->call = inside;
	walk->conditional |= returns > (last ? 1 : 0);
	walk->in_branch |= returns > (last ? 1 : 0);
	access_visit_statement(walk, body);
	walk->call = outer;
	walk->conditional = conditional;
	walk->in_branch = in_branch;
	walk->values = values;
	walk->pointers = pointers;
}

/* ---------------------------------------------------------------------------------------------- functions that synchronise */

/* Whether a function of that name is one of those by which threads wait for each other. */
static bool is_synchronising_name(const char *name)
{
	static const char *const parts[] = {"lock", "mutex", "sem_", "atomic", "sync", "barrier", "spin", "acquire", "cond_", "wait"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcasestr(name, parts[i]))
			return true;
	return false;
}

struct callees {
	struct access_walk *walk;
	bool found;
};

static bool may_synchronise(struct access_walk *walk, CXCursor declared);

static enum CXChildVisitResult check_synchronising(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct callees *callees = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	if (kind == CXCursor_CallExpr)
		callees->found |= may_synchronise(callees->walk, clang_getCursorReferenced(cursor));
	else if (kind == CXCursor_GCCAsmStmt || kind == CXCursor_MSAsmStmt || access_is_atomic(cursor))
		callees->found = true;
	return callees->found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

/* Functions of system headers do not, unless their names say so; those that are not seen may. */
static bool may_synchronise(struct access_walk *walk, CXCursor declared)
{
	if (clang_getCursorKind(declared) != CXCursor_FunctionDecl)
		return true;
	char *name = source_string(walk->survey->source, clang_getCursorSpelling(declared));
	CXCursor definition = clang_getCursorDefinition(declared);
	if (is_synchronising_name(name))
		return true;
	if (clang_Cursor_isNull(definition)) {
		CXSourceLocation where = clang_getCursorLocation(declared);
		bool builtin = clang_equalLocations(where, clang_getNullLocation()) || !strncmp(name, "__builtin_", 10); /* also printf */
		return !builtin && !clang_Location_isInSystemHeader(where) && strncmp(name, "omp_", 4) != 0 && !kernel_math_is_pure(name);
	}
	if (clang_Location_isInSystemHeader(clang_getCursorLocation(definition)))
		return false;
	struct called_function *function = called_function(walk->survey, definition);
	if (function->asked_to_synchronise)
		return function->synchronises;
	function->asked_to_synchronise = function->synchronises = true;
	struct callees callees = {walk, has_pragma(walk->survey, definition, false)};
	if (!callees.found)
		clang_visitChildren(definition, check_synchronising, &callees);
	return function->synchronises = callees.found;
}

/* ---------------------------------------------------------------------------------------------- calls */

static void visit_argument(struct access_walk *walk, CXCursor argument)
{
	CXCursor plain = access_plain(walk->arena, argument);
	CXType type = clang_getCanonicalType(clang_getCursorType(argument));
	bool pointer = type.kind == CXType_Pointer || survey_is_array(type);
	if (walk->device && pointer && clang_getCursorKind(plain) != CXCursor_StringLiteral)
		access_visit_escape(walk, plain);
	else
		access_visit_read(walk, argument);
}

void access_visit_call(struct access_walk *walk, CXCursor cursor)
{
	struct access_children children = access_children(walk->arena, cursor);
	CXCursor function = children.count ? access_plain(walk->arena, children.items[0]) : cursor;
	CXCursor declared = clang_getCursorReferenced(function);
	bool direct = clang_getCursorKind(function) == CXCursor_DeclRefExpr && clang_getCursorKind(declared) == CXCursor_FunctionDecl;
	walk->result->may_synchronise |= may_synchronise(walk, declared);
	if (direct && !is_pure(walk, declared)) {
		CXCursor definition = clang_getCursorDefinition(declared), body = body_of(walk, definition);
		if (!clang_Cursor_isNull(body) && walk->bodies++ >= MOST) {
			walk->result->incomplete = true;
			access_object(walk, cursor, "it calls too many functions%s", "");
		} else if (!clang_Cursor_isNull(body)) {
			look_into(walk, cursor, definition, body, &children);
			return;
		}
		if (!walk->device)
			access_object(walk, cursor, "it calls '%s', which may do more than compute a value of its arguments",
				      source_string(walk->survey->source, clang_getCursorSpelling(declared)));
	} else if (!direct) {
		access_object(walk, cursor, "it calls a function through a pointer%s", "");
	}
	for (unsigned i = 1; i < children.count; i++)
		visit_argument(walk, children.items[i]);
}
