#include "kernel_calls.h"

#include "kernel_math.h"
#include "kernel_spaces.h"

#include <ctype.h>
#include <string.h>

/* The argument without conversions that are not written. */
static CXCursor written(struct arena *arena, CXCursor argument)
{
	unsigned count;
	while (argument.kind == CXCursor_UnexposedExpr) {
		CXCursor *children = cursor_children(arena, argument, &count);
		if (count != 1)
			break;
		argument = children[0];
	}
	return argument;
}

static bool has_type(struct arena *arena, CXCursor expression, const char *type)
{
	CXString string = clang_getTypeSpelling(clang_getUnqualifiedType(clang_getCanonicalType(clang_getCursorType(expression))));
	bool same = !strcmp(arena_strdup(arena, clang_getCString(string)), type);
	clang_disposeString(string);
	return same;
}

static bool is_digits(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!isdigit((unsigned char)text[i]))
			return false;
	return length > 0;
}

static void convert(const char *code, CXCursor argument, const char *type, struct code_edits *edits)
{
	CXCursor expression = written(edits->arena, argument);
	unsigned start = cursor_start(expression), end = cursor_end(expression);
	bool is_float = !strcmp(type, "float"), plain = expression.kind == CXCursor_DeclRefExpr || expression.kind == CXCursor_CallExpr ||
		expression.kind == CXCursor_ParenExpr || expression.kind == CXCursor_ArraySubscriptExpr || expression.kind == CXCursor_FloatingLiteral;
	if (has_type(edits->arena, expression, type))
		return;
	if (expression.kind == CXCursor_IntegerLiteral && (is_float || !strcmp(type, "double")) && is_digits(code + start, end - start)) {
		code_edits_add(edits, end, end, is_float ? ".0f" : ".0");
		return;
	}
	code_edits_add(edits, start, start, arena_printf(edits->arena, plain ? "(%s)" : "(%s)(", type));
	if (!plain)
		code_edits_add(edits, end, end, ")");
}

static void edit_call(const char *code, CXCursor call, struct code_edits *edits)
{
	bool is_float;
	CXCursor callee = clang_getCursorReferenced(call), definition = clang_getCursorDefinition(callee);
	unsigned count, start = cursor_start(call);
	if (callee.kind != CXCursor_FunctionDecl || !clang_Cursor_isNull(definition))
		return;
	const char *name = cursor_name(edits->arena, callee), *constant = kernel_math_constant(name);
	if (constant) {
		code_edits_add(edits, start, cursor_end(call), constant);
		return;
	}
	const struct math_function *function = kernel_math_find(name, &is_float);
	cursor_children(edits->arena, call, &count);
	if (!function || count == 0 || strncmp(code + start, name, strlen(name)))
		return;
	if (function->result)
		code_edits_add(edits, start, start, arena_printf(edits->arena, "(%s)", function->result));
	if (strcmp(name, function->opencl))
		code_edits_add(edits, start, start + (unsigned)strlen(name), function->opencl);
	const char *type = function->type ? function->type : is_float ? "float" : "double";
	for (int i = 0; i < function->values && *type; i++)
		convert(code, clang_Cursor_getArgument(call, (unsigned)i), type, edits);
}

static void edit_calls(const char *code, CXCursor cursor, struct code_edits *edits)
{
	unsigned count;
	if (cursor.kind == CXCursor_CallExpr)
		edit_call(code, cursor, edits);
	CXCursor *children = cursor_children(edits->arena, cursor, &count);
	for (unsigned i = 0; i < count; i++)
		edit_calls(code, children[i], edits);
}

void kernel_calls_edit(const char *code, CXCursor function, struct code_edits *edits)
{
	edit_calls(code, function, edits);
}
