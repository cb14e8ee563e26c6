#include "kernel_tune.h"

#include "kernel_const.h"
#include "kernel_cursor.h"
#include "kernel_spaces.h"

#include <string.h>

enum {
	MOST_ITERATIONS = 32, /* of the loops that are unrolled, one in the other */
	MOST_TEXT = 4096      /* characters that they would be */
};

struct tuning {
	const char *code;
	struct code_edits edits;
};

/* A loop as it is written. */
struct counted {
	CXCursor body;
	long long iterations; /* 0: not known */
};

static bool constant(CXCursor expression, long long *value)
{
	CXEvalResult result = clang_Cursor_Evaluate(expression);
	bool known = result && clang_EvalResult_getKind(result) == CXEval_Int;
	if (known)
		*value = clang_EvalResult_getAsLongLong(result);
	if (result)
		clang_EvalResult_dispose(result);
	return known;
}

/* What the expression names, below conversions and parentheses; null: no variable. */
static CXCursor variable_of(struct arena *arena, CXCursor expression)
{
	unsigned count = 1;
	CXCursor *inside = &expression;
	while (count == 1 && (inside[0].kind == CXCursor_UnexposedExpr || inside[0].kind == CXCursor_ParenExpr))
		inside = cursor_children(arena, inside[0], &count);
	return count == 1 && inside[0].kind == CXCursor_DeclRefExpr ? clang_getCursorReferenced(inside[0]) : clang_getNullCursor();
}

/* The variable that the first part of a for statement sets to a constant. */
static CXCursor starts(struct arena *arena, CXCursor part, long long *first)
{
	unsigned count, inside;
	CXCursor *children = cursor_children(arena, part, &count);
	if (part.kind == CXCursor_DeclStmt && count == 1 && children[0].kind == CXCursor_VarDecl) {
		CXCursor *value = cursor_children(arena, children[0], &inside);
		return inside > 0 && constant(value[inside - 1], first) ? children[0] : clang_getNullCursor();
	}
	if (part.kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(part) == CXBinaryOperator_Assign && constant(children[1], first))
		return variable_of(arena, children[0]);
	return clang_getNullCursor();
}

/* How far the last part moves the variable. */
static bool steps(struct arena *arena, CXCursor part, CXCursor variable, long long *step)
{
	unsigned count;
	CXCursor *children = cursor_children(arena, part, &count);
	if (count == 0 || !clang_equalCursors(variable_of(arena, children[0]), variable))
		return false;
	if (part.kind == CXCursor_UnaryOperator) {
		enum CXUnaryOperatorKind kind = clang_getCursorUnaryOperatorKind(part);
		*step = kind == CXUnaryOperator_PreInc || kind == CXUnaryOperator_PostInc ? 1 : -1;
		return *step == 1 || kind == CXUnaryOperator_PreDec || kind == CXUnaryOperator_PostDec;
	}
	if (part.kind != CXCursor_CompoundAssignOperator || !constant(children[1], step))
		return false;
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(part);
	*step = kind == CXBinaryOperator_SubAssign ? -*step : *step;
	return kind == CXBinaryOperator_AddAssign || kind == CXBinaryOperator_SubAssign;
}

/* first, first + step, ... while `part` holds; 0: not known, or many. */
static long long iterations(struct arena *arena, CXCursor part, CXCursor variable, long long first, long long step)
{
	unsigned count;
	CXCursor *children = cursor_children(arena, part, &count);
	long long limit, n = 0;
	if (part.kind != CXCursor_BinaryOperator || !clang_equalCursors(variable_of(arena, children[0]), variable) || !constant(children[1], &limit))
		return 0;
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(part);
	for (long long i = first; n <= MOST_ITERATIONS; i += step, n++) {
		bool goes_on = kind == CXBinaryOperator_LT ? i < limit : kind == CXBinaryOperator_LE ? i <= limit : kind == CXBinaryOperator_GT ? i > limit :
			kind == CXBinaryOperator_GE ? i >= limit : kind == CXBinaryOperator_NE ? i != limit : false;
		if (!goes_on)
			return n;
	}
	return 0;
}

static struct counted count_loop(struct arena *arena, CXCursor loop)
{
	struct counted counted = {.iterations = 0};
	unsigned count;
	CXCursor *parts = cursor_children(arena, loop, &count);
	long long first = 0, step = 0;
	if (count != 4)
		return counted;
	counted.body = parts[3];
	CXCursor variable = starts(arena, parts[0], &first);
	if (!clang_Cursor_isNull(variable) && steps(arena, parts[2], variable, &step))
		counted.iterations = iterations(arena, parts[1], variable, first, step);
	return counted;
}

/* What is in a loop. */
struct contents {
	struct tuning *tuning;
	unsigned start, end;   /* the loop */
	long long iterations;  /* of it and of those in it, one in the other */
	unsigned earliest;     /* where what is changed in it is declared: the first of these places */
	bool stays;            /* for another reason than their number its iterations are no straight code */
};

static enum CXChildVisitResult look(CXCursor cursor, CXCursor parent, CXClientData data);

static bool is_arithmetic(CXCursor cursor)
{
	enum CXTypeKind kind = clang_getCanonicalType(clang_getCursorType(cursor)).kind;
	return kind >= CXType_Bool && kind <= CXType_LongDouble;
}

/* Finds what is in the loop; whether it is to be unrolled, and those in it then are too. */
static bool look_at_loop(struct tuning *tuning, CXCursor loop, struct contents *contents)
{
	struct counted counted = count_loop(tuning->edits.arena, loop);
	*contents = (struct contents){tuning, cursor_start(loop), cursor_end(loop), counted.iterations, cursor_end(loop), counted.iterations == 0};
	CXCursor inside = counted.iterations ? counted.body : loop;
	if (!counted.iterations || look(inside, loop, contents) == CXChildVisit_Recurse)
		clang_visitChildren(inside, look, contents);
	return !contents->stays && contents->iterations > 1 && contents->iterations <= MOST_ITERATIONS &&
	       contents->iterations * (long long)(contents->end - contents->start) <= MOST_TEXT;
}

/* Whether a variable goes from one iteration to the next. */
static bool carries(const struct contents *contents)
{
	return contents->earliest < contents->start;
}

/* The variable that an expression changes: null when it changes none, or an element. */
static CXCursor changed(struct arena *arena, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(arena, cursor, &count);
	enum CXUnaryOperatorKind kind = cursor.kind == CXCursor_UnaryOperator ? clang_getCursorUnaryOperatorKind(cursor) : CXUnaryOperator_Invalid;
	bool counts = kind == CXUnaryOperator_PreInc || kind == CXUnaryOperator_PostInc || kind == CXUnaryOperator_PreDec || kind == CXUnaryOperator_PostDec;
	bool assigns = cursor.kind == CXCursor_CompoundAssignOperator || (cursor.kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign);
	return count > 0 && (counts || assigns) ? variable_of(arena, children[0]) : clang_getNullCursor();
}

/* Whether a variable is a small array of the work-item's own: when all its subscripts are known, it needs no memory. */
static bool could_be_registers(CXCursor variable)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(variable));
	if (variable.kind != CXCursor_VarDecl || type.kind != CXType_ConstantArray || spaces_is_local(variable))
		return false;
	return clang_getCursorKind(clang_getCursorSemanticParent(variable)) == CXCursor_FunctionDecl && clang_Type_getSizeOf(type) <= MOST_ITERATIONS * (long long)sizeof(double);
}

static bool is_barrier(CXCursor call)
{
	CXString name = clang_getCursorSpelling(call);
	bool barrier = !strcmp(clang_getCString(name), "barrier");
	clang_disposeString(name);
	return barrier;
}

/* Puts the pragma on a line of its own before a loop that begins its line; what follows keeps its place in the user's file. */
static void mark(struct tuning *tuning, CXCursor loop)
{
	unsigned start = cursor_start(loop), line = start, number;
	while (line > 0 && tuning->code[line - 1] != '\n')
		line--;
	CXString file;
	int indentation = (int)strspn(tuning->code + line, " \t");
	if (line + (unsigned)indentation != start)
		return;
	clang_getPresumedLocation(clang_getCursorLocation(loop), &file, &number, NULL);
	code_edits_add(&tuning->edits, start, start, arena_printf(tuning->edits.arena, "#pragma unroll\n#line %u \"%s\"\n%.*s", number, clang_getCString(file), indentation, tuning->code + line));
	clang_disposeString(file);
}

static enum CXChildVisitResult look(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct contents *contents = data, inner;
	(void)parent;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_DeclRefExpr: {
		CXCursor variable = clang_getCursorReferenced(cursor);
		if (could_be_registers(variable) && cursor_start(variable) < contents->earliest)
			contents->earliest = cursor_start(variable);
		break;
	}
	case CXCursor_ForStmt: {
		bool unrolled = look_at_loop(contents->tuning, cursor, &inner) && carries(&inner);
		if (unrolled)
			mark(contents->tuning, cursor);
		contents->stays |= !unrolled;
		contents->iterations *= inner.iterations;
		contents->earliest = inner.earliest < contents->earliest ? inner.earliest : contents->earliest;
		return CXChildVisit_Continue;
	}
	case CXCursor_WhileStmt: case CXCursor_DoStmt: case CXCursor_GotoStmt: case CXCursor_LabelStmt: case CXCursor_BreakStmt: case CXCursor_ReturnStmt:
	case CXCursor_SwitchStmt: contents->stays = true; break;
	case CXCursor_CallExpr: contents->stays |= is_barrier(cursor); break;
	case CXCursor_UnaryOperator: case CXCursor_CompoundAssignOperator: case CXCursor_BinaryOperator: {
		CXCursor variable = changed(contents->tuning->edits.arena, cursor);
		if (!clang_Cursor_isNull(variable) && is_arithmetic(variable) && cursor_start(variable) < contents->earliest)
			contents->earliest = cursor_start(variable);
		break;
	}
	default: break;
	}
	return CXChildVisit_Recurse;
}

/* Finds the outermost loops. */
static enum CXChildVisitResult find_loops(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct contents contents;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_ForStmt)
		return CXChildVisit_Recurse;
	if (look_at_loop(data, cursor, &contents) && carries(&contents))
		mark(data, cursor);
	return CXChildVisit_Continue;
}

/* Whether several work-items run a kernel. */
static bool is_shared(const char *code, CXCursor kernel)
{
	unsigned start = cursor_start(kernel), size = cursor_end(kernel) - start;
	return memmem(code + start, size, "get_global_id(", strlen("get_global_id(")) || memmem(code + start, size, "get_local_id(", strlen("get_local_id("));
}

/* Whether the loops in what is declared are looked at. */
static bool has_loops_to_tune(const char *code, CXCursor declared)
{
	bool function = cursor_is_own(declared) && declared.kind == CXCursor_FunctionDecl && clang_isCursorDefinition(declared);
	return function && (!spaces_is_kernel(declared) || is_shared(code, declared));
}

/* kernel_pass */
static void tune(void *data, const CXCursor *declarations, unsigned count)
{
	struct tuning *tuning = data;
	kernel_const_add(tuning->code, declarations, count, &tuning->edits);
	for (unsigned i = 0; i < count; i++)
		if (has_loops_to_tune(tuning->code, declarations[i]))
			clang_visitChildren(declarations[i], find_loops, tuning);
}

void kernel_tune_make(struct arena *arena, const char *code, struct kernel_code *result)
{
	struct tuning tuning = {code, {.arena = arena}};
	*result = (struct kernel_code){.text = code};
	if (strstr(code, "__global ") || strstr(code, "for ("))
		kernel_code_edit(arena, code, tune, &tuning, &tuning.edits, result);
}
