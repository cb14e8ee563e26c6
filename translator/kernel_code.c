#include "kernel_code.h"

#include "code_edits.h"
#include "kernel_calls.h"
#include "kernel_globals.h"
#include "kernel_names.h"
#include "kernel_spaces.h"
#include "kernel_spelling.h"
#include "kernel_words.h"
#include "scan.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* What OpenCL C has built in, as far as plain C needs to know of it. */
static const char prelude_name[] = "/ppcc-opencl-builtins.h";
static const char prelude[] =
	"#define __kernel __attribute__((annotate(\"kernel\")))\n"
	"#define __global __attribute__((annotate(\"global\")))\n"
	"#define __local __attribute__((annotate(\"local\")))\n"
	"typedef unsigned long size_t, uintptr_t, ulong;\n"
	"typedef long ptrdiff_t, intptr_t;\n"
	"typedef unsigned int uint;\n"
	"typedef unsigned short ushort;\n"
	"typedef unsigned char uchar;\n"
	"enum { CLK_LOCAL_MEM_FENCE = 1, CLK_GLOBAL_MEM_FENCE = 2 };\n"
	"size_t get_global_id(unsigned), get_local_id(unsigned), get_group_id(unsigned), get_global_size(unsigned),\n"
	"\tget_local_size(unsigned), get_num_groups(unsigned);\n"
	"void barrier(int), mem_fence(int);\n"
	"long atomic_add(volatile void *, long), atomic_sub(volatile void *, long), atomic_inc(volatile void *), atomic_dec(volatile void *),\n"
	"\tatomic_and(volatile void *, long), atomic_or(volatile void *, long), atomic_xor(volatile void *, long),\n"
	"\tatomic_cmpxchg(volatile void *, long, long), atomic_xchg(volatile void *, long), atom_add(volatile void *, long), atom_sub(volatile void *, long),\n"
	"\tatom_inc(volatile void *), atom_dec(volatile void *), atom_cmpxchg(volatile void *, long, long);\n"
	"int as_int(float);\n"
	"long as_long(double);\n"
	"extern const int ppcc_team;\n"
	"enum { PPCC_DEVICE_NUMBER = 0, PPCC_MAX_TEAMS = 0, PPCC_TEAM_THREADS = 0, " KERNEL_FIRST " };\n";

struct writer {
	struct arena *arena;
	const char *code;
	CXTranslationUnit unit;
	struct spaces spaces;
	struct code_edits edits; /* of the piece that is written */
	bool hides;              /* its functions are not to be seen in other files */
	struct text out;
};

static void add_edit(struct writer *writer, unsigned start, unsigned end, const char *with)
{
	code_edits_add(&writer->edits, start, end, with);
}

static void write_piece(struct writer *writer, unsigned start, unsigned end)
{
	code_edits_write(&writer->edits, writer->code, start, end, &writer->out);
}

/* ---------------------------------------------------------------------------------------------- qualifiers */

static const char *qualifier_of(const struct writer *writer, enum space space)
{
	static const char *const qualifiers[SPACE_COUNT] = {"", "", "__global ", "__local ", "__constant "};
	return space >= SPACE_HOLE ? arena_printf(writer->arena, KERNEL_SPACE "%d ", 1 + (int)(space - SPACE_HOLE)) : qualifiers[space];
}

/* Where the stars of a declarator are: in code[from, to), outside of brackets of its parameters. */
struct stars {
	const char *at[LEVELS_MAX];
	int count;
	const char *first; /* where the declarator begins: its first star, bracket or name */
	bool array;        /* a parameter is written as an array: it is a pointer without a star */
};

static bool find_stars(const char *from, const char *to, struct stars *stars)
{
	*stars = (struct stars){.first = NULL};
	struct lexeme last = {LEX_END, from, 0};
	for (struct lexeme word = scan(from, to); word.kind != LEX_END && word.start < to; word = scan(word.start + word.length, to)) {
		bool attribute = last.kind == LEX_WORD && (lexeme_is(last, "__attribute__") || lexeme_is(last, "__typeof__") || lexeme_is(last, "_Alignas"));
		if (lexeme_is(word, "(") && attribute) {
			const char *close = scan_closing(word.start, to);
			if (!close)
				return false;
			word = (struct lexeme){LEX_PUNCTUATOR, close, 1};
		} else if (lexeme_is(word, "{")) {
			const char *close = scan_closing(word.start, to);
			if (!close)
				return false;
			word = (struct lexeme){LEX_PUNCTUATOR, close, 1};
		} else if (lexeme_is(word, "*")) {
			if (stars->count == LEVELS_MAX)
				return false;
			stars->at[stars->count++] = word.start;
			stars->first = stars->first ? stars->first : word.start;
		} else if (lexeme_is(word, "(")) {
			stars->first = stars->first ? stars->first : word.start;
		}
		last = word;
	}
	stars->first = stars->first ? stars->first : to;
	return true;
}

/* The space that stands before the base type: what the innermost pointer points to. */
static enum space base_space(const struct writer *writer, const struct levels *levels)
{
	return levels->depth > 0 ? spaces_resolved(&writer->spaces, levels->at[levels->depth - 1]) : SPACE_UNKNOWN;
}

/* How many stars a typedef hides. */
static int hidden_stars(const struct levels *levels, const struct stars *stars)
{
	return levels->depth - stars->count - stars->array;
}

/* The qualifier that follows a star; the first star is 1. */
static const char *qualifier_after(const struct writer *writer, const struct levels *levels, int star)
{
	return star < levels->depth ? qualifier_of(writer, spaces_resolved(&writer->spaces, levels->at[levels->depth - 1 - star])) : "";
}

/* Qualifies all but the base type.  Stars that a typedef hides are written before the declarator. */
static void qualify_stars(struct writer *writer, const struct levels *levels, const struct stars *stars)
{
	int hidden = hidden_stars(levels, stars);
	struct text written = {0};
	for (int star = 1; star <= hidden; star++)
		text_printf(&written, "*%s", qualifier_after(writer, levels, star));
	unsigned first = (unsigned)(stars->first - writer->code);
	if (hidden > 0)
		add_edit(writer, first, first, arena_strdup(writer->arena, written.data));
	text_release(&written);
	for (int star = hidden + 1; star < levels->depth; star++) {
		unsigned after = (unsigned)(stars->at[star - hidden - 1] - writer->code) + 1;
		const char *qualifier = qualifier_after(writer, levels, star);
		if (*qualifier)
			add_edit(writer, after, after, arena_printf(writer->arena, " %s", qualifier));
	}
}

/* The specifiers that stand for those with a typedef of a pointer; null: C cannot say it so. */
static const char *open_specifiers(struct writer *writer, CXType type)
{
	int depth;
	CXType base = spaces_peel(type, &depth);
	CXString string = clang_getTypeSpelling(base);
	const char *spelling = arena_printf(writer->arena, "%s ", clang_getCString(string));
	clang_disposeString(string);
	return strpbrk(spelling, "[(") ? NULL : spelling;
}

static void hidden_pointer(struct writer *writer, CXCursor cursor)
{
	spaces_problem(&writer->spaces, cursor, "the type of '%s' hides a pointer", cursor_name(writer->arena, cursor));
}

/* A parameter that is written as an array, int a[n], becomes the pointer that it is: an array's address space would be its own. */
static bool write_as_pointer(struct writer *writer, CXCursor cursor, unsigned name)
{
	const char *after = writer->code + name + strlen(cursor_name(writer->arena, cursor)), *end = after + strlen(after);
	struct lexeme open = scan(after, end);
	const char *close = cursor.kind == CXCursor_ParmDecl && lexeme_is(open, "[") ? scan_closing(open.start, end) : NULL;
	if (!close)
		return false;
	bool rows = lexeme_is(scan(close + 1, end), "[");
	add_edit(writer, name, name, rows ? "(*" : "*");
	add_edit(writer, (unsigned)(open.start - writer->code), (unsigned)(close - writer->code) + 1, rows ? ")" : "");
	return true;
}

/* A parameter, field, function or lone variable whose type begins at `start` and whose name is at `name`. */
static void qualify_one(struct writer *writer, CXCursor cursor, CXType type, const struct levels *levels, unsigned start, unsigned name, bool marked)
{
	struct stars stars;
	if (levels->depth == 0)
		return;
	if (!find_stars(writer->code + start, writer->code + name, &stars)) {
		hidden_pointer(writer, cursor);
		return;
	}
	stars.array = write_as_pointer(writer, cursor, name);
	if (hidden_stars(levels, &stars) > 0) {
		const char *specifiers = open_specifiers(writer, type);
		bool array = memchr(writer->code + start, '(', name - start);
		if (!specifiers || array)
			hidden_pointer(writer, cursor);
		else
			add_edit(writer, start, (unsigned)(stars.first - writer->code), specifiers);
		marked = false;
	}
	qualify_stars(writer, levels, &stars);
	enum space space = base_space(writer, levels);
	if (space > SPACE_PRIVATE && !marked)
		add_edit(writer, start, start, qualifier_of(writer, space));
}

/* Where the declarator after `from`, which follows a comma, begins. */
static unsigned after_comma(const struct writer *writer, unsigned from, unsigned to)
{
	const char *comma = NULL, *at = writer->code + from;
	while ((at = scan_find(at, writer->code + to, ",")))
		comma = at++;
	return comma ? (unsigned)(comma - writer->code) : to;
}

/* Variables or fields that share one list of specifiers: each gets a declaration of its own when their bases differ. */
static void qualify_group(struct writer *writer, const struct instance *instance, const CXCursor *cursors, unsigned count, bool splittable)
{
	enum space first = SPACE_UNKNOWN;
	bool differ = false;
	const char *opened = NULL;
	struct stars stars;
	unsigned start = cursor_start(cursors[0]), specifiers_end = 0;
	for (unsigned i = 0; i < count; i++) {
		const struct declared *declared = spaces_of(&writer->spaces, instance, cursors[i]);
		unsigned name = cursor_offset(clang_getCursorLocation(cursors[i]));
		enum space space = declared ? base_space(writer, &declared->levels) : SPACE_UNKNOWN;
		space = space == SPACE_PRIVATE ? SPACE_UNKNOWN : space;
		unsigned from = i == 0 ? start : after_comma(writer, cursor_end(cursors[i - 1]), name) + 1;
		if (!find_stars(writer->code + from, writer->code + name, &stars))
			hidden_pointer(writer, cursors[i]);
		bool hides = declared && hidden_stars(&declared->levels, &stars) > 0;
		if (declared)
			qualify_stars(writer, &declared->levels, &stars);
		if (i == 0) {
			first = space;
			specifiers_end = (unsigned)(stars.first - writer->code);
			opened = hides ? open_specifiers(writer, clang_getCursorType(cursors[0])) : NULL;
			if (opened)
				add_edit(writer, start, specifiers_end, opened);
			if (hides && !opened)
				hidden_pointer(writer, cursors[i]);
		} else if (hides != (opened != NULL)) {
			hidden_pointer(writer, cursors[i]);
		}
		differ |= space != first;
	}
	if (!differ) {
		if (first > SPACE_PRIVATE)
			add_edit(writer, start, start, qualifier_of(writer, first));
		return;
	}
	while (specifiers_end > start && strchr(" \t\n", writer->code[specifiers_end - 1]))
		specifiers_end--;
	const char *specifiers = opened ? arena_strndup(writer->arena, opened, strlen(opened) - 1) : arena_strndup(writer->arena, writer->code + start, specifiers_end - start);
	if (!splittable || strchr(specifiers, '{')) {
		spaces_problem(&writer->spaces, cursors[0], "'%s' is declared together with pointers", cursor_name(writer->arena, cursors[0]));
		return;
	}
	for (unsigned i = 0; i < count; i++) {
		const struct declared *declared = spaces_of(&writer->spaces, instance, cursors[i]);
		const char *qualifier = qualifier_of(writer, declared ? base_space(writer, &declared->levels) : SPACE_UNKNOWN);
		if (i == 0) {
			add_edit(writer, start, start, qualifier);
			continue;
		}
		unsigned comma = after_comma(writer, cursor_end(cursors[i - 1]), cursor_offset(clang_getCursorLocation(cursors[i])));
		add_edit(writer, comma, comma + 1, arena_printf(writer->arena, "; %s%s", qualifier, specifiers));
	}
}

static void qualify_tree(struct writer *writer, const struct instance *instance, CXCursor cursor, bool in_for);

static void qualify_record(struct writer *writer, CXCursor record)
{
	unsigned count;
	CXCursor *children = cursor_children(writer->arena, record, &count);
	for (unsigned i = 0; i < count;) {
		unsigned group = 1;
		if (children[i].kind != CXCursor_FieldDecl) {
			if (children[i].kind == CXCursor_StructDecl || children[i].kind == CXCursor_UnionDecl)
				qualify_record(writer, children[i]);
			i++;
			continue;
		}
		while (i + group < count && children[i + group].kind == CXCursor_FieldDecl && cursor_start(children[i + group]) == cursor_start(children[i]))
			group++;
		qualify_group(writer, NULL, children + i, group, true);
		i += group;
	}
}

static void qualify_statement(struct writer *writer, const struct instance *instance, CXCursor statement, bool in_for)
{
	unsigned count, variables = 0;
	CXCursor *children = cursor_children(writer->arena, statement, &count);
	CXCursor *group = arena_alloc(writer->arena, (count + 1) * sizeof *group);
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind == CXCursor_VarDecl)
			group[variables++] = children[i];
		else if (children[i].kind == CXCursor_StructDecl || children[i].kind == CXCursor_UnionDecl)
			qualify_record(writer, children[i]);
	}
	if (variables > 0)
		qualify_group(writer, instance, group, variables, !in_for);
	for (unsigned i = 0; i < variables; i++)
		qualify_tree(writer, instance, group[i], false);
}

static void qualify_tree(struct writer *writer, const struct instance *instance, CXCursor cursor, bool in_for)
{
	unsigned count;
	CXCursor *children = cursor_children(writer->arena, cursor, &count);
	for (unsigned i = 0; i < count; i++) {
		if (children[i].kind == CXCursor_DeclStmt)
			qualify_statement(writer, instance, children[i], in_for && i == 0);
		else if (children[i].kind != CXCursor_ParmDecl)
			qualify_tree(writer, instance, children[i], children[i].kind == CXCursor_ForStmt);
	}
}

/* ---------------------------------------------------------------------------------------------- names */

/* Renames taken words in code[start, end). */
static void rename_words(struct writer *writer, unsigned start, unsigned end)
{
	const char *limit = writer->code + end;
	for (struct lexeme word = scan(writer->code + start, limit); word.kind != LEX_END; word = scan(word.start + word.length, limit)) {
		unsigned after = (unsigned)(word.start - writer->code) + (unsigned)word.length;
		if (word.kind == LEX_WORD && kernel_word_is_taken(word.start, word.length))
			add_edit(writer, after, after, "_");
	}
}

/* ---------------------------------------------------------------------------------------------- functions */

static void edit_body(struct writer *writer, const struct instance *instance)
{
	CXCursor function = instance->function;
	for (const struct call *call = instance->calls; call; call = call->next)
		add_edit(writer, call->offset, call->offset + (unsigned)strlen(cursor_name(writer->arena, call->callee->function)), call->callee->name);
	for (const struct cast *cast = instance->casts; cast; cast = cast->next) {
		unsigned open = cursor_start(cast->cursor);
		const char *close = scan_closing(writer->code + open, writer->code + cursor_end(function));
		if (close)
			qualify_one(writer, cast->cursor, clang_getCursorType(cast->cursor), &cast->levels, open + 1, (unsigned)(close - writer->code), false);
	}
	qualify_tree(writer, instance, function, false);
	kernel_calls_edit(writer->code, function, &writer->edits);
}

/* The blanks and the newline before a body give way to a semicolon. */
static void finish_prototype(struct writer *writer)
{
	while (writer->out.length > 0 && strchr(" \t\n", writer->out.data[writer->out.length - 1]))
		writer->out.data[--writer->out.length] = '\0';
	text_adds(&writer->out, ";\n");
}

/* A function, or (declares) a prototype of it. */
static void write_instance(struct writer *writer, struct instance *instance, bool declares)
{
	CXCursor function = instance->function;
	unsigned count, start = cursor_start(function), end = cursor_end(function), name = cursor_offset(clang_getCursorLocation(function));
	CXCursor *children = cursor_children(writer->arena, function, &count);
	instance->declared = true;
	if (writer->hides && !instance->elsewhere && !instance->for_others && !spaces_is_kernel(function) && clang_Cursor_getStorageClass(function) == CX_SC_None)
		add_edit(writer, start, start, "static ");
	if (declares && count > 0 && children[count - 1].kind == CXCursor_CompoundStmt)
		end = cursor_start(children[count - 1]);
	qualify_one(writer, function, clang_getCursorResultType(function), &instance->result, start, name, false);
	add_edit(writer, name, name + (unsigned)strlen(cursor_name(writer->arena, function)), instance->name);
	for (unsigned i = 0; i < count; i++) {
		const struct declared *declared = children[i].kind == CXCursor_ParmDecl ? spaces_of(&writer->spaces, instance, children[i]) : NULL;
		if (!declared)
			continue;
		unsigned from = cursor_start(children[i]);
		bool marked = !strncmp(writer->code + from, "__global", 8) || !strncmp(writer->code + from, "__local", 7);
		qualify_one(writer, children[i], clang_getCursorType(children[i]), &declared->levels, from, cursor_offset(clang_getCursorLocation(children[i])), marked);
	}
	if (!declares)
		edit_body(writer, instance);
	rename_words(writer, start, end);
	write_piece(writer, start, end);
	if (declares)
		finish_prototype(writer);
}

/* Prototypes of what the function calls and the text has not yet. */
static void write_prototypes(struct writer *writer, CXCursor function)
{
	for (const struct instance *instance = writer->spaces.instances; instance; instance = instance->next) {
		if (instance->same != instance || !clang_equalCursors(instance->function, function))
			continue;
		for (const struct call *call = instance->calls; call; call = call->next) {
			if (call->callee->same->declared)
				continue;
			if (writer->out.length > 0 && strcmp(writer->out.data + writer->out.length - 1, "\n"))
				text_adds(&writer->out, "\n\n");
			write_instance(writer, call->callee->same, true);
		}
	}
}

static void write_function(struct writer *writer, CXCursor function)
{
	bool any = false;
	for (struct instance *instance = writer->spaces.instances; instance; instance = instance->next) {
		if (instance->same != instance || !clang_equalCursors(instance->function, function))
			continue;
		if (any)
			text_adds(&writer->out, "\n\n");
		any = true;
		write_instance(writer, instance, false);
	}
}

/* A constant, and what pointers in it point to. */
static void qualify_constant(struct writer *writer, CXCursor variable, unsigned start)
{
	struct stars stars;
	unsigned name = cursor_offset(clang_getCursorLocation(variable));
	const struct declared *declared = spaces_of(&writer->spaces, NULL, variable);
	add_edit(writer, start, start, "__constant ");
	if (!declared || declared->levels.depth == 0)
		return;
	if (!find_stars(writer->code + start, writer->code + name, &stars) || hidden_stars(&declared->levels, &stars) != 0) {
		hidden_pointer(writer, variable);
		return;
	}
	qualify_stars(writer, &declared->levels, &stars);
	unsigned last = (unsigned)(stars.at[stars.count - 1] - writer->code) + 1;
	add_edit(writer, last, last, " __constant ");
}

/* All that is declared, in order; what stands between stays. */
static void write_code(struct writer *writer)
{
	unsigned count, at = 0;
	CXCursor *children = cursor_children(writer->arena, clang_getTranslationUnitCursor(writer->unit), &count);
	for (unsigned i = 0; i < count; i++) {
		CXCursor child = children[i];
		bool prototype = child.kind == CXCursor_FunctionDecl && !clang_isCursorDefinition(child);
		if (cursor_is_own(child) && prototype && cursor_start(child) < at && cursor_end(child) > at) /* one more of the same declaration */
			at = cursor_end(child) + (writer->code[cursor_end(child)] == ';');
		if (!cursor_is_own(child) || cursor_start(child) < at)
			continue;
		unsigned start = cursor_start(child), end = cursor_end(child);
		if (child.kind == CXCursor_FunctionDecl && clang_isCursorDefinition(child))
			write_prototypes(writer, child);
		rename_words(writer, at, start);
		write_piece(writer, at, start);
		at = end;
		if (child.kind == CXCursor_FunctionDecl && clang_isCursorDefinition(child)) {
			write_function(writer, child);
			continue;
		}
		if (prototype) { /* the definitions stand in the order of the calls */
			at += writer->code[at] == ';';
			continue;
		}
		if (child.kind == CXCursor_StructDecl || child.kind == CXCursor_UnionDecl)
			qualify_record(writer, child);
		if (child.kind == CXCursor_VarDecl)
			qualify_constant(writer, child, start);
		rename_words(writer, start, end);
		write_piece(writer, start, end);
	}
	unsigned length = (unsigned)strlen(writer->code);
	rename_words(writer, at, length);
	write_piece(writer, at, length);
}

/* ---------------------------------------------------------------------------------------------- */

static CXTranslationUnit parse(CXIndex index, const char *name, const char *code, const char *const *arguments, int count)
{
	struct CXUnsavedFile files[2] = {
		{.Filename = name, .Contents = code, .Length = strlen(code)},
		{.Filename = prelude_name, .Contents = prelude, .Length = strlen(prelude)},
	};
	CXTranslationUnit unit = NULL;
	if (clang_parseTranslationUnit2(index, name, arguments, count, files, 2, 0, &unit) != CXError_Success)
		return NULL;
	return unit;
}

/* The first error in the unit becomes the problem. */
static bool has_error(struct arena *arena, CXTranslationUnit unit, struct kernel_code *result)
{
	unsigned count = clang_getNumDiagnostics(unit);
	for (unsigned i = 0; i < count && !result->problem; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
		if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
			CXString text = clang_getDiagnosticSpelling(diagnostic);
			result->problem = arena_strdup(arena, clang_getCString(text));
			clang_getPresumedLocation(clang_getDiagnosticLocation(diagnostic), NULL, &result->line, NULL);
			clang_disposeString(text);
		}
		clang_disposeDiagnostic(diagnostic);
	}
	return result->problem != NULL;
}

/* Whether the text is OpenCL C: clang's own compiler for it says. */
static void check(struct arena *arena, CXIndex index, struct kernel_code *result)
{
	static const char *const arguments[] = {"-x", "cl", "-cl-std=CL1.2", "-target", "spir64", "-Xclang", "-finclude-default-header", "-DPPCC_DEVICE_NUMBER=0",
		"-DPPCC_MAX_TEAMS=0", "-DPPCC_TEAM_THREADS=0",
#ifdef PPCC_CLANG_RESOURCE_DIR
		"-resource-dir", PPCC_CLANG_RESOURCE_DIR,
#endif
		"-Xclang", "-cl-ext=+cl_khr_fp64,+cl_khr_int64_base_atomics", "-Wno-everything", "-Werror=implicit-function-declaration"};
	const char *text = result->text;
	for (int i = 1; result->parameters && i <= HOLES_MAX; i++)
		text = arena_printf(arena, "#define " KERNEL_SPACE "%d __global\n%s%s", i, i == 1 ? "#define " KERNEL_FIRST " 0\n" : "", text);
	CXTranslationUnit unit = parse(index, "kernel.cl", text, arguments, sizeof arguments / sizeof *arguments);
	if (!unit)
		result->problem = "libclang cannot read it";
	else
		has_error(arena, unit, result);
	if (result->problem)
		result->text = NULL;
	if (unit)
		clang_disposeTranslationUnit(unit);
}

/* The code as C; null: it cannot be read at all.  An error in it is the problem. */
static CXTranslationUnit parse_as_c(CXIndex index, struct arena *arena, const char *code, struct kernel_code *result)
{
	static const char *const arguments[] = {"-x", "c", "-std=gnu11", "-include", prelude_name, "-Wno-everything", "-ferror-limit=0"};
	CXTranslationUnit unit = parse(index, KERNEL_CODE_NAME, code, arguments, sizeof arguments / sizeof *arguments);
	if (!unit)
		result->problem = "libclang cannot read it";
	else
		has_error(arena, unit, result);
	return unit;
}

void kernel_code_edit(struct arena *arena, const char *code, kernel_pass *pass, void *context, struct code_edits *edits, struct kernel_code *result)
{
	struct text out = {0};
	unsigned count;
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit unit = parse_as_c(index, arena, code, result);
	if (!result->problem) {
		CXCursor *declarations = cursor_children(arena, clang_getTranslationUnitCursor(unit), &count);
		pass(context, declarations, count);
		code_edits_write(edits, code, 0, (unsigned)strlen(code), &out);
		result->text = arena_strndup(arena, out.data, out.length);
	}
	if (result->problem)
		result->text = NULL;
	text_release(&out);
	if (unit)
		clang_disposeTranslationUnit(unit);
	clang_disposeIndex(index);
}

void kernel_code_make(struct arena *arena, const char *code, const char *function, struct kernel_code *result)
{
	CXIndex index = clang_createIndex(0, 0);
	struct writer writer = {.arena = arena, .code = code, .spaces = {.arena = arena}, .edits = {.arena = arena}};
	*result = (struct kernel_code){.text = NULL};
	writer.unit = parse_as_c(index, arena, code, result);
	if (!result->problem) {
		if (spaces_find(&writer.spaces, writer.unit, function)) {
			kernel_names_give(&writer.spaces);
			kernel_names_needs(&writer.spaces, result);
			writer.hides = function || result->needs;
			write_code(&writer);
		}
		if (writer.spaces.problem)
			*result = (struct kernel_code){.problem = writer.spaces.problem, .line = writer.spaces.line};
		else
			result->text = arena_strdup(arena, writer.out.data ? writer.out.data : "");
	}
	text_release(&writer.out);
	spaces_release(&writer.spaces);
	if (result->text)
		kernel_spelling_settle(arena, result);
	if (result->text)
		check(arena, index, result);
	if (writer.unit)
		clang_disposeTranslationUnit(writer.unit);
	clang_disposeIndex(index);
}
