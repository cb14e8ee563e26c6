/* survey_macros.c - the macro invocations written in the file, and what their expansions do. */
#include "diagnostic.h"
#include "scan.h"
#include "survey_internal.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 16 }; /* macros in macros that are followed */

/* A #define.  A name that is defined several times has one entry, of its last definition. */
struct macro {
	CXCursor cursor;
	bool examined;
	bool varies;      /* it has been one with parameters, and something else */
	unsigned effects; /* enum macro_effect */
	UT_hash_handle hh;
	char name[];
};

const struct invocation *survey_invocation(const struct survey *survey, unsigned offset)
{
	for (unsigned i = 0; i < survey->invocation_count; i++) {
		if (survey->invocations[i].start > offset)
			break;
		if (offset < survey->invocations[i].end)
			return &survey->invocations[i];
	}
	return NULL;
}

unsigned survey_macro_effects(const struct survey *survey, unsigned start, unsigned end)
{
	unsigned effects = 0;
	for (unsigned i = 0; i < survey->invocation_count && survey->invocations[i].start < end; i++)
		if (survey->invocations[i].end > start)
			effects |= survey->invocations[i].effects;
	return effects;
}

static const char *definition_text(CXCursor definition, const char **end)
{
	CXSourceRange range = clang_getCursorExtent(definition);
	CXFile file;
	unsigned start, stop;
	size_t size;
	clang_getFileLocation(clang_getRangeStart(range), &file, NULL, NULL, &start);
	clang_getFileLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &stop);
	const char *text = file ? clang_getFileContents(clang_Cursor_getTranslationUnit(definition), file, &size) : NULL;
	if (!text || stop > size || start >= stop)
		return NULL;
	*end = text + stop;
	return text + start;
}

static unsigned effects_of(struct walk *walk, struct macro *macro, int depth)
{
	if (macro->examined || depth == DEEPEST)
		return macro->effects;
	macro->examined = true;
	const char *end = NULL, *text = definition_text(macro->cursor, &end);
	for (struct lexeme word = scan(text, end); text && word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		struct macro *inner = NULL;
		if (lexeme_is(word, "#") || lexeme_is(word, "##"))
			macro->effects |= clang_Cursor_isMacroFunctionLike(macro->cursor) ? MACRO_PASTES : 0;
		else if (lexeme_is(word, "__func__") || lexeme_is(word, "__FUNCTION__") || lexeme_is(word, "__PRETTY_FUNCTION__"))
			macro->effects |= MACRO_NAMES_FUNCTION;
		else if (lexeme_is(word, "__COUNTER__"))
			macro->effects |= MACRO_COUNTS;
		else if (lexeme_is(word, "goto"))
			macro->effects |= MACRO_JUMPS | MACRO_GOES;
		else if (lexeme_is(word, "break") || lexeme_is(word, "continue") || lexeme_is(word, "return") || lexeme_is(word, "case") ||
			 lexeme_is(word, "default"))
			macro->effects |= MACRO_JUMPS;
		else if (word.kind == LEX_WORD)
			HASH_FIND(hh, walk->macros, word.start, word.length, inner);
		if (inner && inner != macro)
			macro->effects |= effects_of(walk, inner, depth + 1);
	}
	return macro->effects;
}

static void add_macro(struct walk *walk, CXCursor cursor)
{
	CXString spelling = clang_getCursorSpelling(cursor);
	const char *name = clang_getCString(spelling);
	size_t length = strlen(name);
	struct macro *macro = NULL;
	HASH_FIND(hh, walk->macros, name, length, macro);
	if (!macro) {
		macro = arena_alloc(walk->source->arena, sizeof *macro + length + 1);
		memcpy(macro->name, name, length);
		HASH_ADD_KEYPTR(hh, walk->macros, macro->name, length, macro);
		survey_use_name(walk->survey, name, length);
	} else {
		macro->varies |= clang_Cursor_isMacroFunctionLike(macro->cursor) || clang_Cursor_isMacroFunctionLike(cursor);
	}
	macro->cursor = cursor;
	clang_disposeString(spelling);
}

static struct invocation *add_invocation(struct walk *walk)
{
	struct survey *survey = walk->survey;
	if (survey->invocation_count == walk->invocation_capacity) {
		walk->invocation_capacity = walk->invocation_capacity ? 2 * walk->invocation_capacity : 256;
		struct invocation *grown = realloc(survey->invocations, walk->invocation_capacity * sizeof *grown);
		if (!grown)
			die("out of memory");
		survey->invocations = grown;
	}
	struct invocation *invocation = &survey->invocations[survey->invocation_count++];
	memset(invocation, 0, sizeof *invocation);
	return invocation;
}

static enum CXChildVisitResult visit_definition(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_MacroDefinition && !clang_Cursor_isMacroBuiltin(cursor))
		add_macro(data, cursor);
	return CXChildVisit_Continue;
}

static enum CXChildVisitResult visit_invocation(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct walk *walk = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_MacroExpansion || !source_contains(walk->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	struct invocation *invocation = add_invocation(walk);
	CXSourceRange range = clang_getCursorExtent(cursor);
	CXCursor definition = clang_getCursorReferenced(cursor);
	struct macro *macro;
	const char *name = source_string(walk->source, clang_getCursorSpelling(cursor));
	invocation->start = source_file_offset(clang_getRangeStart(range));
	invocation->end = source_file_offset(clang_getRangeEnd(range));
	HASH_FIND_STR(walk->macros, name, macro);
	invocation->effects = macro ? effects_of(walk, macro, 0) : !strcmp(name, "__COUNTER__") ? MACRO_COUNTS : 0;
	if (!clang_Cursor_isNull(definition) && source_contains(walk->source, clang_getCursorLocation(definition)))
		invocation->defined = source_file_offset(clang_getCursorLocation(definition));
	return CXChildVisit_Continue;
}

static int invocation_order(const void *a, const void *b)
{
	const struct invocation *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end > y->end ? -1 : x->end < y->end;
}

void survey_macros(struct walk *walk)
{
	CXCursor root = clang_getTranslationUnitCursor(walk->source->unit);
	clang_visitChildren(root, visit_definition, walk);
	clang_visitChildren(root, visit_invocation, walk);
	if (walk->survey->invocation_count > 0)
		qsort(walk->survey->invocations, walk->survey->invocation_count, sizeof *walk->survey->invocations, invocation_order);
	walk->survey->macros = walk->macros;
}

enum macro_kind survey_macro_kind(const struct survey *survey, const char *name, size_t length)
{
	static const char *const predefined[] = {"linux", "unix", "i386"}, *const not_macros[] = {"__kernel", "__global", "__local"};
	struct macro *macro = NULL;
	HASH_FIND(hh, survey->macros, name, length, macro);
	if (macro)
		return macro->varies ? MACRO_VARIES : clang_Cursor_isMacroFunctionLike(macro->cursor) ? MACRO_FUNCTION : MACRO_OBJECT;
	for (size_t i = 0; i < 3; i++) {
		if (length == strlen(not_macros[i]) && !memcmp(name, not_macros[i], length))
			return MACRO_NONE;
		if (length == strlen(predefined[i]) && !memcmp(name, predefined[i], length))
			return MACRO_PREDEFINED;
	}
	return length > 2 && !memcmp(name, "__", 2) ? MACRO_PREDEFINED : MACRO_NONE;
}

void survey_macros_release(struct survey *survey)
{
	struct macro *macros = survey->macros;
	HASH_CLEAR(hh, macros);
	survey->macros = NULL;
}
