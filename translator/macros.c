#include "macros.h"

#include "diagnostic.h"
#include "scan.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) die("out of memory")
#include <uthash.h>

struct definition {
	const char *body; /* the text from the macro's name on, in libclang's buffer */
	size_t length;
	struct definition *next;
};

struct macro {
	const char *name;
	bool function_like, yields_pragma;
	struct definition *definitions; /* but for those in system headers that have no _Pragma */
	UT_hash_handle hh;
};

/* Names that are macros without a definition. */
static const char *const built_in[] = {
	"__FILE__", "__LINE__", "__COUNTER__", "__DATE__", "__TIME__", "__TIMESTAMP__", "__BASE_FILE__", "__INCLUDE_LEVEL__",
};

/* What the visitor fills. */
struct finder {
	struct source *source;
	struct macros *macros;
	struct invocation *all; /* every invocation of the translation unit; malloc'ed */
	const char **names;     /* of all; malloc'ed */
	unsigned count, capacity;
	CXFile file;            /* the file of the last definition, */
	const char *content;    /* its text, null when its definitions do not matter, */
	size_t size;            /* and the bytes of that */
};

bool text_mentions(const char *text, size_t size, const char *string)
{
	return text && memmem(text, size, string, strlen(string));
}

static struct macro *lookup(const struct macros *macros, const char *name, size_t length)
{
	struct macro *macro;
	HASH_FIND(hh, macros->table, name, length, macro);
	return macro;
}

static struct macro *lookup_or_add(struct finder *finder, const char *name)
{
	struct macro *macro = lookup(finder->macros, name, strlen(name));
	if (!macro) {
		macro = ARENA_NEW(finder->source->arena, struct macro);
		macro->name = name;
		HASH_ADD_KEYPTR(hh, finder->macros->table, macro->name, strlen(macro->name), macro);
	}
	return macro;
}

/* The places of a cursor in the file where it is written. */
static CXFile cursor_extent(CXCursor cursor, unsigned *start, unsigned *end)
{
	CXSourceRange range = clang_getCursorExtent(cursor);
	CXFile file;

	clang_getFileLocation(clang_getRangeStart(range), &file, NULL, NULL, start);
	clang_getFileLocation(clang_getRangeEnd(range), NULL, NULL, NULL, end);
	return file;
}

/* Makes `file` the file whose definitions are read. */
static void enter_file(struct finder *finder, CXFile file, CXSourceLocation location)
{
	if (finder->file && clang_File_isEqual(finder->file, file))
		return;
	finder->file = file;
	finder->content = clang_getFileContents(finder->source->unit, file, &finder->size);
	if (clang_Location_isInSystemHeader(location) && !text_mentions(finder->content, finder->size, "_Pragma"))
		finder->content = NULL;
}

static void add_definition(struct finder *finder, CXCursor cursor)
{
	struct source *source = finder->source;
	struct macro *macro = lookup_or_add(finder, source_string(source, clang_getCursorSpelling(cursor)));
	unsigned start, end;

	if (clang_Cursor_isMacroFunctionLike(cursor))
		macro->function_like = true;
	CXFile file = cursor_extent(cursor, &start, &end);
	if (!file)
		return;
	enter_file(finder, file, clang_getCursorLocation(cursor));
	if (!finder->content || start >= end || end > finder->size)
		return;
	struct definition *definition = ARENA_NEW(source->arena, struct definition);
	*definition = (struct definition){finder->content + start, end - start, macro->definitions};
	macro->definitions = definition;
}

static void add_invocation(struct finder *finder, CXCursor cursor)
{
	const char *name = source_string(finder->source, clang_getCursorSpelling(cursor));

	if (strcmp(name, "_Pragma") == 0) /* an operator, which libclang takes for a macro without parameters */
		return;
	if (finder->count == finder->capacity) {
		finder->capacity = finder->capacity ? 2 * finder->capacity : 256;
		finder->all = realloc(finder->all, finder->capacity * sizeof *finder->all);
		finder->names = realloc(finder->names, finder->capacity * sizeof *finder->names);
		if (!finder->all || !finder->names)
			die("out of memory");
	}
	struct invocation *invocation = &finder->all[finder->count];
	*invocation = (struct invocation){0};
	invocation->file = cursor_extent(cursor, &invocation->start, &invocation->end);
	if (!invocation->file || clang_Location_isInSystemHeader(clang_getCursorLocation(cursor)))
		return;
	finder->names[finder->count++] = name;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_MacroDefinition)
		add_definition(data, cursor);
	else if (clang_getCursorKind(cursor) == CXCursor_MacroExpansion)
		add_invocation(data, cursor);
	return CXChildVisit_Continue;
}

/* Whether a string literal begins with omp. */
static bool is_omp_string(const char *text, size_t length)
{
	const char *end = text + length, *quote = memchr(text, '"', length);

	if (!quote)
		return false;
	quote++;
	while (quote < end && (*quote == ' ' || *quote == '\t'))
		quote++;
	return end - quote > 3 && memcmp(quote, "omp", 3) == 0;
}

/* Whether the body of a macro has a _Pragma that may be one of OpenMP, or a macro that may yield one. */
static bool yields_pragma(const struct macros *macros, const struct definition *definition)
{
	const char *end = definition->body + definition->length;
	struct lexeme name = scan(definition->body, end);

	for (struct lexeme lexeme = scan(name.start + name.length, end); lexeme.kind != LEX_END;
	     lexeme = scan(lexeme.start + lexeme.length, end)) {
		if (lexeme.kind != LEX_WORD)
			continue;
		if (lexeme_is(lexeme, "_Pragma")) {
			struct lexeme open = scan(lexeme.start + lexeme.length, end);
			struct lexeme operand = scan(open.start + open.length, end);
			if (operand.kind != LEX_STRING || is_omp_string(operand.start, operand.length))
				return true;
			continue;
		}
		const struct macro *other = lookup(macros, lexeme.start, lexeme.length);
		if (other && other->yields_pragma)
			return true;
	}
	return false;
}

/* Sets yields_pragma of each macro. */
static void find_pragma_macros(struct macros *macros)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (struct macro *macro = macros->table; macro; macro = macro->hh.next) {
			for (struct definition *one = macro->definitions; one && !macro->yields_pragma; one = one->next)
				if (yields_pragma(macros, one))
					changed = macro->yields_pragma = true;
		}
	}
}

/* Macros that the command line defines so that they yield a pragma: -DNAME=_Pragma(...). */
static void find_command_line_macros(struct finder *finder)
{
	for (const char *const *words = finder->source->options->cpp; words && *words; words++) {
		const char *definition = strncmp(*words, "-D", 2) == 0 ? *words + 2 : *words;
		if (!strstr(definition, "_Pragma"))
			continue;
		size_t length = strcspn(definition, "(=");
		char *name = arena_strndup(finder->source->arena, definition, length);
		lookup_or_add(finder, name)->yields_pragma = true;
	}
}

static int compare_invocations(const void *left, const void *right)
{
	const struct invocation *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* Makes of all invocations the lists of macros. */
static void sort_out(struct finder *finder)
{
	struct source *source = finder->source;
	struct macros *macros = finder->macros;
	size_t bytes = (finder->count + 1) * sizeof *finder->all;

	macros->invocations = arena_alloc(source->arena, bytes);
	macros->foreign = arena_alloc(source->arena, bytes);
	for (unsigned i = 0; i < finder->count; i++) {
		struct invocation *one = &finder->all[i];
		const struct macro *macro = lookup(macros, finder->names[i], strlen(finder->names[i]));
		one->yields_pragma = macro && macro->yields_pragma;
		if (clang_File_isEqual(one->file, source->file))
			macros->invocations[macros->invocation_count++] = *one;
		else if (one->yields_pragma)
			macros->foreign[macros->foreign_count++] = *one;
	}
	qsort(macros->invocations, macros->invocation_count, sizeof *macros->invocations, compare_invocations);

	unsigned outermost = 0;
	for (unsigned i = 0; i < macros->invocation_count; i++) {
		struct invocation *one = &macros->invocations[i], *outer = outermost ? &macros->invocations[outermost - 1] : NULL;
		if (outer && one->start < outer->end)
			outer->yields_pragma |= one->yields_pragma;
		else
			macros->invocations[outermost++] = *one;
	}
	macros->invocation_count = outermost;
}

void macros_find(struct macros *macros, struct source *source)
{
	struct finder finder = {.source = source, .macros = macros};

	*macros = (struct macros){0};
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
		lookup_or_add(&finder, built_in[i]);
	clang_visitChildren(clang_getTranslationUnitCursor(source->unit), visit, &finder);
	find_command_line_macros(&finder);
	find_pragma_macros(macros);
	sort_out(&finder);
	free(finder.all);
	free(finder.names);
}

void macros_release(struct macros *macros)
{
	HASH_CLEAR(hh, macros->table);
	*macros = (struct macros){0};
}

bool macro_exists(const struct macros *macros, const char *name, size_t length)
{
	return lookup(macros, name, length) != NULL;
}

bool macro_is_function_like(const struct macros *macros, const char *name, size_t length)
{
	const struct macro *macro = lookup(macros, name, length);
	return macro && macro->function_like;
}

const struct invocation *invocation_at(const struct macros *macros, unsigned offset)
{
	unsigned low = 0, high = macros->invocation_count;

	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (macros->invocations[middle].end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == macros->invocation_count || macros->invocations[low].start > offset)
		return NULL;
	return &macros->invocations[low];
}

/* The index of the first token after `index` that is no comment. */
static unsigned next_token(const struct source *source, unsigned index)
{
	do
		index++;
	while (index < source->token_count && source->tokens[index].kind == CXToken_Comment);
	return index;
}

unsigned pragma_operator_end(const struct source *source, unsigned index)
{
	if (!source_token_is(source, index, "_Pragma"))
		return 0;
	unsigned open = next_token(source, index);
	unsigned operand = next_token(source, open);
	unsigned close = next_token(source, operand);
	if (!source_token_is(source, open, "(") || !source_token_is(source, close, ")"))
		return 0;
	const struct token *string = &source->tokens[operand];
	return is_omp_string(source->text + string->start, string->end - string->start) ? close + 1 : 0;
}
