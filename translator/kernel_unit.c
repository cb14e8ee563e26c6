#include "kernel_unit.h"

#include "kernel_choices.h"
#include "kernel_expand.h"
#include "kernel_math.h"
#include "kernel_spaces.h"
#include "kernel_spelling.h"
#include "preprocess.h"
#include "scan.h"
#include "survey.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* Something declared at file scope. */
struct item {
	struct item *next; /* in the order of the file */
	CXCursor cursor;
	const char *name;
	struct item *part_of; /* an enumerator: its enum; a tag declared inside a typedef: the typedef; else null */
	unsigned start, end;
	CXFile file;
	bool needed, expanded;
	const char *text; /* with macros expanded; null: not yet */
};

struct maker {
	struct kernel_unit *unit;
	struct arena *arena;
	struct item *items, *last;
};

static void problem(struct maker *maker, const char *format, const char *name)
{
	if (!maker->unit->problem)
		maker->unit->problem = arena_printf(maker->arena, format, name);
}

/* ---------------------------------------------------------------------------------------------- what the file declares */

static struct item *add_item(struct maker *maker, CXCursor cursor, struct item *part_of)
{
	struct item *item = ARENA_NEW(maker->arena, struct item);
	*item = (struct item){.cursor = cursor, .name = cursor_name(maker->arena, cursor), .part_of = part_of};
	clang_getFileLocation(clang_getRangeStart(clang_getCursorExtent(cursor)), &item->file, NULL, NULL, &item->start);
	item->end = cursor_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
	if (maker->last)
		maker->last->next = item;
	else
		maker->items = item;
	maker->last = item;
	return item;
}

static bool is_record(CXCursor cursor)
{
	return cursor.kind == CXCursor_StructDecl || cursor.kind == CXCursor_UnionDecl || cursor.kind == CXCursor_EnumDecl;
}

static void add_enumerators(struct maker *maker, struct item *item)
{
	unsigned count;
	CXCursor *children = cursor_children(maker->arena, item->cursor, &count);
	for (unsigned i = 0; i < count; i++)
		if (children[i].kind == CXCursor_EnumConstantDecl)
			add_item(maker, children[i], item);
}

/* A tag that a typedef or a variable defines in passing belongs to that declaration. */
static void join_tag(struct maker *maker, struct item *item)
{
	for (struct item *tag = maker->items; tag != item; tag = tag->next)
		if (!tag->part_of && is_record(tag->cursor) && tag->start >= item->start && tag->end <= item->end && clang_File_isEqual(tag->file, item->file))
			tag->part_of = item;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct maker *maker = data;
	(void)parent;
	if (is_record(cursor)) {
		struct item *item = add_item(maker, cursor, NULL);
		add_enumerators(maker, item);
	} else if (cursor.kind == CXCursor_TypedefDecl || cursor.kind == CXCursor_VarDecl || cursor.kind == CXCursor_FunctionDecl) {
		join_tag(maker, add_item(maker, cursor, NULL));
	}
	return CXChildVisit_Continue;
}

/* ---------------------------------------------------------------------------------------------- what is needed */

static bool expand(struct maker *maker, struct kernel_piece *pieces, unsigned count)
{
	bool good = kernel_expand(maker->unit->expansions, pieces, count);
	if (!good)
		problem(maker, "the preprocessor does not give it back%s", "");
	return good;
}

/* Names that OpenCL C has itself: nothing of the file's stands for them. */
static bool is_built_in(const char *name)
{
	static const char *const names[] = {"size_t", "ptrdiff_t", "intptr_t", "uintptr_t", "uint", "ulong", "ushort", "uchar", "bool", "printf", "barrier",
		"get_global_id", "get_local_id", "get_group_id", "get_global_size", "get_local_size", "get_num_groups"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

static bool is_own(const struct kernel_unit *unit, const char *name)
{
	for (const char *const *own = unit->own; own && *own; own++)
		if (!strcmp(*own, name))
			return true;
	return false;
}

/* Whether a function that the program only declares is one of its own, which another file defines. */
static bool is_elsewhere(const struct item *item)
{
	bool is_float;
	if (clang_Location_isInSystemHeader(clang_getCursorLocation(item->cursor)) || clang_Cursor_getStorageClass(item->cursor) == CX_SC_Static)
		return false;
	return strncmp(item->name, "omp_", 4) && strncmp(item->name, "ppcc_", 5) && !kernel_math_find(item->name, &is_float);
}

/* Whether the declaration is of use to a device: of a function the definition is, and the first prototype when the definition
   stands behind it or in another file.  Of `void f(int), g(int);` only f's is: g's text has the name of f in it. */
static bool is_useful(const struct maker *maker, const struct item *item)
{
	if (item->cursor.kind != CXCursor_FunctionDecl || clang_isCursorDefinition(item->cursor))
		return true;
	for (const struct item *before = maker->items; before != item; before = before->next)
		if (before->cursor.kind == CXCursor_FunctionDecl && (!strcmp(before->name, item->name) || (before->start == item->start && clang_File_isEqual(before->file, item->file))))
			return false;
	return !clang_Cursor_isNull(clang_getCursorDefinition(item->cursor)) || is_elsewhere(item);
}

static struct kernel_global *global_named(const struct maker *maker, const char *name)
{
	for (struct kernel_global *global = maker->unit->globals; global; global = global->next)
		if (!strcmp(global->name, name))
			return global;
	return NULL;
}

static void need_variable(struct maker *maker, struct item *item)
{
	CXType type = clang_getCursorType(item->cursor);
	CXType element = clang_getArrayElementType(type);
	while (element.kind != CXType_Invalid) {
		type = element;
		element = clang_getArrayElementType(type);
	}
	bool constant = clang_isConstQualifiedType(type) && !clang_isVolatileQualifiedType(type);
	struct kernel_global *global = constant ? NULL : global_named(maker, item->name);
	if (global && global->on_host && !clang_File_isEqual(item->file, maker->unit->source->file)) /* stderr, errno: with types of their own */
		global = NULL;
	if (global) {
		item->needed = !global->used;
		global->used = true;
		return;
	}
	if (!constant)
		problem(maker, "it uses the variable '%s', which devices do not have", item->name);
	item->needed = true;
}

/* tag: the name is that of a struct, union or enum. */
static void need(struct maker *maker, const char *name, bool tag)
{
	for (struct item *item = maker->items; item; item = item->next) {
		if (strcmp(item->name, name) || is_record(item->cursor) != tag || !is_useful(maker, item))
			continue;
		struct item *whole = item->part_of ? item->part_of : item;
		while (whole->part_of)
			whole = whole->part_of;
		if (whole->needed)
			continue;
		if (item->cursor.kind == CXCursor_FunctionDecl && clang_Cursor_isNull(clang_getCursorDefinition(item->cursor)))
			maker->unit->calls_others = true;
		if (whole->cursor.kind == CXCursor_VarDecl)
			need_variable(maker, whole);
		else
			whole->needed = true;
	}
}

/* The end of the outermost list of members that the word is in; null: none.  before: the same of the word before it. */
static const char *members_end(const char *before, struct lexeme last, struct lexeme word, const char *end)
{
	if (before && word.start < before)
		return before;
	struct lexeme next = scan(word.start + word.length, end);
	bool tag = lexeme_is(last, "struct") || lexeme_is(last, "union");
	const char *open = lexeme_is(word, "{") ? word.start : lexeme_is(next, "{") ? next.start : NULL;
	return tag && open ? scan_closing(open, end) : NULL;
}

/* Whether a word in such a list of members is the name of one: it stands behind its type, and its declarator ends or goes on behind it. */
static bool is_member_name(struct lexeme last, struct lexeme next)
{
	bool behind = last.kind == LEX_WORD || lexeme_is(last, "*") || lexeme_is(last, ",");
	return behind && (lexeme_is(next, ";") || lexeme_is(next, ",") || lexeme_is(next, "[") || lexeme_is(next, ":"));
}

/* Parameters of the code hide what the file has of their names; functions that it calls see the file's. */
static void need_words(struct maker *maker, const char *text, bool is_code)
{
	const char *end = text + strlen(text);
	struct lexeme last = {LEX_END, text, 0};
	const char *members = NULL;
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool member = lexeme_is(last, ".") || lexeme_is(last, "->");
		bool tag = lexeme_is(last, "struct") || lexeme_is(last, "union") || lexeme_is(last, "enum");
		members = members_end(members, last, word, end);
		member |= members && !tag && is_member_name(last, scan(word.start + word.length, end));
		last = word;
		if (word.kind != LEX_WORD || member)
			continue;
		const char *name = arena_strndup(maker->arena, word.start, word.length);
		if (tag || (!is_built_in(name) && !(is_code && is_own(maker->unit, name))))
			need(maker, name, tag);
	}
}

/* A global's declaration, after the types that its definition defines in passing. */
static const char *global_text(struct maker *maker, const struct item *item, const char *contents, const struct kernel_global *global)
{
	const char *text = "";
	for (const struct item *tag = maker->items; tag; tag = tag->next)
		if (tag->part_of == item && is_record(tag->cursor))
			text = arena_printf(maker->arena, "%s%.*s;\n", text, (int)(tag->end - tag->start), contents + tag->start);
	return arena_printf(maker->arena, "%s%s\n", text, global->extern_text);
}

/* A typedef of an arithmetic type in a header, without the macros that it is written with: they may be gone where the code stands.
   Null: it is none. */
static const char *arithmetic_typedef(struct maker *maker, const struct item *item)
{
	if (item->cursor.kind != CXCursor_TypedefDecl || clang_File_isEqual(item->file, maker->unit->source->file))
		return NULL;
	CXType type = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(item->cursor));
	if (type.kind < CXType_Bool || type.kind > CXType_Double)
		return NULL;
	CXString spelling = clang_getTypeSpelling(type);
	const char *text = arena_printf(maker->arena, "typedef %s %s;\n", clang_getCString(spelling), item->name);
	clang_disposeString(spelling);
	return text;
}

/* The declaration as written, with its semicolon. */
static const char *written(struct maker *maker, const struct item *item)
{
	size_t size;
	const char *contents = clang_getFileContents(maker->unit->source->unit, item->file, &size);
	if (!contents || item->end > size || item->end < item->start)
		return NULL;
	const char *plain = arithmetic_typedef(maker, item);
	if (plain)
		return plain;
	bool body = item->cursor.kind == CXCursor_FunctionDecl && clang_isCursorDefinition(item->cursor);
	const struct kernel_global *global = item->cursor.kind == CXCursor_VarDecl ? global_named(maker, item->name) : NULL;
	if (global && global->used)
		return global_text(maker, item, contents, global);
	unsigned line;
	CXString name;
	clang_getPresumedLocation(clang_getRangeStart(clang_getCursorExtent(item->cursor)), &name, &line, NULL);
	bool own = body && maker->unit->lower && clang_File_isEqual(item->file, maker->unit->source->file);
	const char *lowered = own ? maker->unit->lower(maker->unit->context, item->start, item->end) : NULL;
	const char *text = lowered ? arena_printf(maker->arena, "#line %u \"%s\"\n%s\n", line, quoted(maker->arena, clang_getCString(name)), lowered)
		: arena_printf(maker->arena, "#line %u \"%s\"\n%.*s%s\n", line, quoted(maker->arena, clang_getCString(name)),
					(int)(item->end - item->start), contents + item->start, body ? "" : ";");
	clang_disposeString(name);
	return text;
}

/* Comments may name directives. */
static bool has_directive(const char *text)
{
	for (const char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		line += strspn(line, " \t");
		if (!strncmp(line, "#pragma", 7) || !strncmp(line, "_Pragma", 7))
			return true;
	}
	return false;
}

/* Expands what is needed and not expanded yet, and finds what that needs in turn.  False: nothing was. */
static bool expand_needed(struct maker *maker)
{
	unsigned count = 0;
	for (struct item *item = maker->items; item; item = item->next)
		count += item->needed && !item->expanded;
	if (count == 0 || maker->unit->problem)
		return false;
	struct kernel_piece *pieces = arena_alloc(maker->arena, count * sizeof *pieces);
	struct item **expanded = arena_alloc(maker->arena, count * sizeof *expanded);
	count = 0;
	for (struct item *item = maker->items; item; item = item->next) {
		if (!item->needed || item->expanded)
			continue;
		item->expanded = true;
		bool own = clang_File_isEqual(item->file, maker->unit->source->file);
		pieces[count] = (struct kernel_piece){written(maker, item), own ? item->start : maker->unit->place};
		if (!pieces[count].text) {
			problem(maker, "the text of '%s' cannot be read", item->name);
			return false;
		}
		expanded[count++] = item;
	}
	if (!expand(maker, pieces, count))
		return false;
	for (unsigned i = 0; i < count; i++) {
		expanded[i]->text = kernel_choices_make(maker->arena, pieces[i].text);
		if (has_directive(expanded[i]->text))
			problem(maker, "'%s', which it calls, has directives", expanded[i]->name);
		need_words(maker, expanded[i]->text, false);
	}
	return true;
}

void kernel_unit_make(struct kernel_unit *unit)
{
	struct maker maker = {.unit = unit, .arena = unit->source->arena};
	struct kernel_piece piece = {unit->code, unit->place};
	struct text out = {0};
	unit->text = unit->problem = NULL;
	clang_visitChildren(clang_getTranslationUnitCursor(unit->source->unit), visit, &maker);
	if (!expand(&maker, &piece, 1))
		return;
	const char *code = kernel_choices_make(maker.arena, piece.text);
	need_words(&maker, code, true);
	if (unit->function)
		need(&maker, unit->function, false);
	while (expand_needed(&maker))
		continue;
	for (const struct item *item = maker.items; item && !unit->problem; item = item->next)
		if (item->needed)
			text_printf(&out, "%s\n", item->text);
	text_adds(&out, code);
	if (!unit->problem)
		unit->text = arena_strndup(maker.arena, out.data, out.length);
	if (unit->text && source_char_is_unsigned(unit->source))
		unit->text = kernel_spelling_unsigned_char(maker.arena, unit->text);
	text_release(&out);
}
