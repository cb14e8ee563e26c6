#include "constants.h"

#include "clang_arguments.h"
#include "diagnostic.h"
#include "scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define CONSTANT_NAME "ppcc_constant_"

/* A piece of a clause's text. */
struct request {
	struct request *next; /* the one before it */
	const struct pragma *pragma;
	struct clause *clause;
	const char **text; /* a field of the clause */
	size_t start, end; /* (*text)[start, end) */
	int number;        /* counted from 1 */
	bool check;        /* it must be positive if it is a constant, and stays as it is written */
	bool known;
	long long value;
};

struct constants {
	struct source *source;
	struct request *last;
};

static bool is_number(const char *start, const char *end)
{
	return start < end && isdigit((unsigned char)*start) && start + strspn(start, "0123456789abcdefABCDEFxXuUlL") >= end;
}

/* what: pragma, clause, text and check are set. */
static void ask(struct constants *constants, struct request what, const char *start, const char *end)
{
	scan_trim(&start, &end);
	if (start >= end || (is_number(start, end) && !what.check))
		return;
	struct request *request = ARENA_NEW(constants->source->arena, struct request);
	*request = what;
	request->next = constants->last;
	request->start = (size_t)(start - *what.text);
	request->end = (size_t)(end - *what.text);
	request->number = constants->last ? constants->last->number + 1 : 1;
	constants->last = request;
}

/* The distances in `i - D, j + 2`. */
static void ask_for_distances(struct constants *constants, struct request what)
{
	const char *at = *what.text, *end = at + strlen(at);
	for (const char *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		const char *element_end = comma ? comma : end;
		struct lexeme name = scan(at, element_end), sign = scan(name.start + name.length, element_end);
		if (lexeme_is(sign, "+") || lexeme_is(sign, "-"))
			ask(constants, what, sign.start + 1, element_end);
	}
}

/* The items of a list. */
static void ask_for_items(struct constants *constants, struct request what)
{
	const char *at = *what.text, *end = at + strlen(at);
	for (const char *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		ask(constants, what, at, comma ? comma : end);
	}
}

static void collect_from(struct constants *constants, const struct pragma *pragma, struct clause *clause)
{
	enum clause_shape shape = clause_rows[clause->kind].shape;
	struct request what = {.pragma = pragma, .clause = clause, .text = &clause->expression};
	if (openmp_lists("sizes counts permutation looprange", clause_rows[clause->kind].spelling)) {
		what.text = &clause->argument;
		ask_for_items(constants, what);
	} else if (clause->expression && (shape == SHAPE_CONSTANT || shape == SHAPE_OPTIONAL_CONSTANT)) {
		ask(constants, what, clause->expression, clause->expression + strlen(clause->expression));
	} else if (clause->expression && pragma->directive.leaves[0] == D_ORDERED_ALONE) {
		ask_for_distances(constants, what);
	} else if ((clause->kind == C_NUM_TEAMS && clause->modifiers) || (clause->kind == C_NUM_THREADS && scan_find(clause->expression, clause->expression + strlen(clause->expression), ","))) {
		what.check = true; /* forms that lint.c does not see */
		ask_for_items(constants, what);
		what.text = &clause->modifiers;
		if (clause->kind == C_NUM_TEAMS)
			ask_for_items(constants, what);
	}
}

static void collect(struct constants *constants, struct pragma_table *pragmas)
{
	for (unsigned i = 0; i < pragmas->count; i++) {
		struct pragma *pragma = &pragmas->items[i];
		if (pragma->directive.leaves[0] == D_DECLARE_SIMD)
			continue; /* outside of functions, and left to the compiler */
		for (struct clause *clause = pragma->clauses; clause; clause = clause->next)
			collect_from(constants, pragma, clause);
	}
}

/* The program with a block before each of those pragmas that declares the expressions as constants of an enum. */
static void add_blocks(const struct constants *constants, struct text *out)
{
	const struct source *source = constants->source;
	struct request *first = NULL;
	for (const struct request *request = constants->last; request; request = request->next) {
		struct request *copy = ARENA_NEW(source->arena, struct request); /* in the order of the file */
		*copy = *request;
		copy->next = first;
		first = copy;
	}
	unsigned at = 0;
	for (const struct request *request = first; request; request = request->next) {
		text_add(out, source->text + at, request->pragma->start - at);
		at = request->pragma->start;
		text_printf(out, "{ enum { " CONSTANT_NAME "%d = (%.*s) }; }\n", request->number, (int)(request->end - request->start),
			    *request->text + request->start);
	}
	text_add(out, source->text + at, source->size - at);
}

static enum CXChildVisitResult note_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(bool *)data |= clang_isExpression(clang_getCursorKind(cursor)) != 0;
	return CXChildVisit_Continue;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct constants *constants = data;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_EnumConstantDecl)
		return CXChildVisit_Recurse;
	CXString spelling = clang_getCursorSpelling(cursor);
	const char *name = clang_getCString(spelling);
	if (name && !strncmp(name, CONSTANT_NAME, strlen(CONSTANT_NAME)))
		for (struct request *request = constants->last; request; request = request->next)
			if (request->number == atoi(name + strlen(CONSTANT_NAME))) {
				clang_visitChildren(cursor, note_child, &request->known); /* none: not a constant */
				request->value = clang_getEnumConstantDeclValue(cursor);
			}
	clang_disposeString(spelling);
	return CXChildVisit_Continue;
}

bool constants_evaluate(struct source *source, struct pragma_table *pragmas)
{
	struct constants constants = {source, NULL};
	struct text text = {0};
	struct clang_arguments arguments;
	CXTranslationUnit unit;
	collect(&constants, pragmas);
	if (!constants.last)
		return true;
	add_blocks(&constants, &text);
	struct CXUnsavedFile files[] = {
		{.Filename = source->name, .Contents = text.data, .Length = text.length},
		{.Filename = clang_prelude_name, .Contents = clang_prelude, .Length = strlen(clang_prelude)},
	};
	clang_arguments_make(&arguments, source, NULL);
	if (clang_parseTranslationUnit2(source->index, source->name, arguments.words, arguments.count, files, 2, CXTranslationUnit_KeepGoing,
					&unit) == CXError_Success) {
		clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, &constants);
		clang_disposeTranslationUnit(unit);
	}
	text_release(&text);
	bool good = true;
	for (const struct request *request = constants.last; request; request = request->next) { /* the last of a clause first */
		if (request->known && request->check && request->value < 1) {
			error_at(source, request->clause->offset, "'%s' must be positive", clause_rows[request->clause->kind].spelling);
			good = false;
		}
		if (request->known && !request->check)
			*request->text = arena_printf(source->arena, "%.*s%lld%s", (int)request->start, *request->text, request->value,
						      *request->text + request->end);
	}
	return good;
}
