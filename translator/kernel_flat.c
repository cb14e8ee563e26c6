#include "kernel_flat.h"

#include "code_edits.h"
#include "kernel_spaces.h"
#include "scan.h"

#include <string.h>

enum { RANK_MAX = 8 };

/* A parameter, or a pointer that a function declares, whose rows are of variable length. */
struct flat {
	struct flat *next;
	CXCursor cursor;
	int rank;
	const char *extents[RANK_MAX]; /* of the second dimension and on */
};

struct flattening {
	struct arena *arena;
	const char *code;
	struct kernel_code *result;
	struct code_edits edits;
	struct flat *flats;
};

static void problem(struct flattening *f, CXCursor where, const char *name)
{
	if (f->result->problem)
		return;
	f->result->problem = arena_printf(f->arena, "the rows of '%s', which have a variable length, are used in this way", name);
	clang_getPresumedLocation(clang_getCursorLocation(where), NULL, &f->result->line, NULL);
}

/* Whether a parameter points to rows of variable length. */
static bool has_rows(CXCursor parameter)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(parameter));
	if (type.kind == CXType_Pointer)
		type = clang_getCanonicalType(clang_getPointeeType(type));
	for (; type.kind == CXType_VariableArray || type.kind == CXType_ConstantArray;
	     type = clang_getCanonicalType(clang_getArrayElementType(type)))
		if (type.kind == CXType_VariableArray)
			return true;
	return false;
}

/* Where the declarator ends: before the value, if it has one. */
static const char *declarator_end(const char *from, const char *end)
{
	const char *last = from;
	for (struct lexeme word = scan(from, end); word.kind != LEX_END && !lexeme_is(word, "="); word = scan(last, end)) {
		const char *close = lexeme_is(word, "[") ? scan_closing(word.start, end) : NULL;
		last = close ? close + 1 : word.start + word.length;
	}
	return last;
}

/* Reads the extents behind the name, and makes the declaration that of a pointer to elements. */
static void flatten(struct flattening *f, CXCursor parameter)
{
	struct flat *flat = ARENA_NEW(f->arena, struct flat);
	const char *name = cursor_name(f->arena, parameter);
	unsigned at = cursor_offset(clang_getCursorLocation(parameter)), start = parameter.kind == CXCursor_VarDecl ? 0 : cursor_start(parameter);
	const char *rest = f->code + at + strlen(name), *end = declarator_end(rest, f->code + cursor_end(parameter));
	*flat = (struct flat){f->flats, parameter, 1, {NULL}};
	const char *before = f->code + at;
	while (before > f->code + start && !strchr("(*", *before))
		before--;
	bool pointer = *before == '*', first = !pointer;
	if (pointer)
		while (before > f->code + start && *before != '(')
			before--;
	for (struct lexeme word = scan(rest, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		const char *close = lexeme_is(word, "[") ? scan_closing(word.start, end) : NULL;
		if (!close)
			continue;
		if (!first && flat->rank < RANK_MAX)
			flat->extents[flat->rank++] = arena_strndup(f->arena, word.start + 1, (size_t)(close - word.start - 1));
		first = false;
		word = (struct lexeme){LEX_PUNCTUATOR, close, 1};
	}
	unsigned declarator = pointer ? (unsigned)(before - f->code) : at;
	code_edits_add(&f->edits, declarator, (unsigned)(end - f->code), arena_printf(f->arena, "*%s", name));
	if (flat->rank > 1)
		f->flats = flat;
}

static const struct flat *flat_of(const struct flattening *f, CXCursor reference)
{
	if (reference.kind == CXCursor_DeclRefExpr)
		for (const struct flat *flat = f->flats; flat; flat = flat->next)
			if (clang_equalCursors(flat->cursor, clang_getCursorReferenced(reference)))
				return flat;
	return NULL;
}

static CXCursor plain(struct arena *arena, CXCursor cursor)
{
	unsigned count;
	while (cursor.kind == CXCursor_ParenExpr || cursor.kind == CXCursor_UnexposedExpr) {
		CXCursor *children = cursor_children(arena, cursor, &count);
		if (count != 1)
			break;
		cursor = children[0];
	}
	return cursor;
}

static bool is_simple(CXCursor index)
{
	return index.kind == CXCursor_DeclRefExpr || index.kind == CXCursor_IntegerLiteral || index.kind == CXCursor_ParenExpr || index.kind == CXCursor_CallExpr ||
	       index.kind == CXCursor_ArraySubscriptExpr;
}

static const char *factor(struct arena *arena, const char *extent)
{
	const char *end = extent + strlen(extent);
	struct lexeme word = scan(extent, end);
	return scan(word.start + word.length, end).kind == LEX_END ? extent : arena_printf(arena, "(%s)", extent);
}

/* Adds the text between a subscript and the next one. */
static void between(struct flattening *f, CXCursor last, CXCursor next, const char *text)
{
	bool opens = !is_simple(plain(f->arena, next));
	code_edits_add(&f->edits, cursor_end(last), cursor_start(next), arena_printf(f->arena, "%s%s", text, opens ? "(" : ""));
}

static const char *repeated(struct arena *arena, char c, int count)
{
	char *text = arena_alloc(arena, (size_t)(count > 0 ? count : 0) + 1);
	memset(text, c, (size_t)(count > 0 ? count : 0));
	text[count > 0 ? count : 0] = '\0';
	return text;
}

/* a[i][j][k] becomes a[(i * n + j) * m + k], and a[i][j], the address of a row, (a + (i * n + j) * m). */
static void flatten_subscripts(struct flattening *f, const struct flat *flat, CXCursor base, const CXCursor *indices, int count, unsigned end)
{
	bool row = count < flat->rank;
	if (row)
		code_edits_add(&f->edits, cursor_start(base), cursor_start(base), "(");
	between(f, base, indices[0], arena_printf(f->arena, "%s%s", row ? " + " : "[", repeated(f->arena, '(', row ? count - 1 : count - 2)));
	for (int i = 1; i < count; i++)
		between(f, indices[i - 1], indices[i], arena_printf(f->arena, "%s%s * %s + ", is_simple(plain(f->arena, indices[i - 1])) ? "" : ")", i > 1 ? ")" : "",
			factor(f->arena, flat->extents[i])));
	const char *close = is_simple(plain(f->arena, indices[count - 1])) ? "" : ")", *rest = "";
	for (int i = count; i < flat->rank; i++)
		rest = arena_printf(f->arena, "%s * %s", rest, factor(f->arena, flat->extents[i]));
	code_edits_add(&f->edits, cursor_end(indices[count - 1]), end, row ? arena_printf(f->arena, "%s%s%s)", close, count > 1 ? ")" : "", rest) : arena_printf(f->arena, "%s]", close));
}

static void rewrite(struct flattening *f, CXCursor cursor, bool argument)
{
	unsigned count;
	CXCursor *children = cursor_children(f->arena, cursor, &count), indices[RANK_MAX];
	int depth = 0;
	CXCursor base = cursor;
	while (base.kind == CXCursor_ArraySubscriptExpr && depth < RANK_MAX) {
		unsigned inner;
		CXCursor *parts = cursor_children(f->arena, base, &inner);
		if (inner != 2)
			break;
		indices[depth++] = parts[1];
		base = plain(f->arena, parts[0]);
	}
	const struct flat *flat = flat_of(f, base);
	if (flat && depth > 0) {
		for (int i = 0; i < depth / 2; i++) {
			CXCursor other = indices[i];
			indices[i] = indices[depth - 1 - i];
			indices[depth - 1 - i] = other;
		}
		if (depth > flat->rank)
			problem(f, cursor, cursor_name(f->arena, flat->cursor));
		else
			flatten_subscripts(f, flat, base, indices, depth, cursor_end(cursor));
		for (int i = 0; i < depth; i++)
			rewrite(f, indices[i], false);
		return;
	}
	if (flat && !argument)
		problem(f, cursor, cursor_name(f->arena, flat->cursor));
	bool cast = cursor.kind == CXCursor_CStyleCastExpr && clang_getArrayElementType(clang_getCanonicalType(clang_getPointeeType(clang_getCanonicalType(clang_getCursorType(cursor))))).kind == CXType_Invalid;
	bool passes = cursor.kind == CXCursor_CallExpr || cast || (argument && (cursor.kind == CXCursor_UnexposedExpr || cursor.kind == CXCursor_ParenExpr));
	for (unsigned i = 0; i < count; i++)
		rewrite(f, children[i], passes);
}

/* Pointers to rows that a function declares. */
static void flatten_declared(struct flattening *f, CXCursor cursor)
{
	unsigned count;
	CXCursor *children = cursor_children(f->arena, cursor, &count);
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind == CXCursor_VarDecl && clang_getCanonicalType(clang_getCursorType(children[i])).kind == CXType_Pointer && has_rows(children[i]))
			flatten(f, children[i]);
		flatten_declared(f, children[i]);
	}
}

/* kernel_pass */
static void flatten_all(void *context, const CXCursor *declarations, unsigned count)
{
	struct flattening *f = context;
	unsigned parts;
	for (unsigned i = 0; i < count; i++) {
		CXCursor *inside = cursor_children(f->arena, declarations[i], &parts);
		for (unsigned j = 0; j < parts && declarations[i].kind == CXCursor_FunctionDecl; j++)
			if (inside[j].kind == CXCursor_ParmDecl && has_rows(inside[j]))
				flatten(f, inside[j]);
			else if (inside[j].kind == CXCursor_CompoundStmt)
				flatten_declared(f, inside[j]);
	}
	for (unsigned i = 0; i < count && f->edits.count > 0; i++)
		if (declarations[i].kind == CXCursor_FunctionDecl && clang_isCursorDefinition(declarations[i])) {
			CXCursor *inside = cursor_children(f->arena, declarations[i], &parts);
			for (unsigned j = 0; j < parts; j++)
				if (inside[j].kind == CXCursor_CompoundStmt)
					rewrite(f, inside[j], false);
		}
}

void kernel_flat_make(struct arena *arena, const char *code, struct kernel_code *result)
{
	struct flattening f = {.arena = arena, .code = code, .result = result, .edits = {.arena = arena}};
	*result = (struct kernel_code){.text = code};
	kernel_code_edit(arena, code, flatten_all, &f, &f.edits, result);
}
