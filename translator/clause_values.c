#include "clause_values.h"

#include "clang_arguments.h"
#include "diagnostic.h"
#include "scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define CONSTANT_NAME "ppcc_constant_"
#define VALUE_NAME "ppcc_value_"

/* What an expression has to be. */
enum want { WANT_ANYTHING, WANT_INTEGER, WANT_CONDITION, WANT_STRING };

/* What becomes of a constant. */
enum use {
	USE_NONE,
	USE_REPLACE,  /* it is replaced by its value */
	USE_POSITIVE, /* it stays as it is written, and must be positive */
	USE_SWITCH    /* it says whether the clause counts */
};

/* A piece of a clause's text. */
struct request {
	struct request *next; /* the one before it */
	struct pragma *pragma;
	struct clause *clause;
	const char **text; /* a field of the clause */
	size_t start, end; /* (*text)[start, end) */
	enum use use;
	enum want want;
	int number;        /* counted from 1 */
	unsigned block;    /* where the expression, of `want`, is in the text that is parsed */
	bool known;        /* the value */
	long long value;
	CXType type;       /* invalid: not known */
};

struct requests {
	struct source *source;
	struct request *last;
	struct request **items; /* by number - 1, so in the order of the file; set by add_blocks */
};

/* ---------------------------------------------------------------------------------------------- which expressions */

/* What the expressions of a clause must be, where libclang does not check it. */
static enum want want_of(const struct clause *clause)
{
	switch (clause->kind) {
	case C_MESSAGE: return WANT_STRING;
	case C_HOLDS:
	case C_NOWAIT:
	case C_REPLAYABLE:
	case C_GRAPH_RESET: return WANT_CONDITION;
	case C_TRANSPARENT:
	case C_GRAPH_ID:
	case C_FILTER:
	case C_SAFESYNC:
	case C_SIZES:
	case C_COUNTS: return WANT_INTEGER;
	default: return clause_rows[clause->kind].shape == SHAPE_SWITCH ? WANT_CONDITION : WANT_ANYTHING;
	}
}

static bool is_number(const char *start, const char *end)
{
	return start < end && isdigit((unsigned char)*start) && start + strspn(start, "0123456789abcdefABCDEFxXuUlL") >= end;
}

/* what: everything but the place and the number is set. */
static void ask(struct requests *requests, struct request what, const char *start, const char *end)
{
	scan_trim(&start, &end);
	if (start >= end || (is_number(start, end) && what.use != USE_POSITIVE && what.use != USE_SWITCH && what.want != WANT_STRING))
		return;
	struct request *request = ARENA_NEW(requests->source->arena, struct request);
	*request = what;
	request->next = requests->last;
	request->start = (size_t)(start - *what.text);
	request->end = (size_t)(end - *what.text);
	request->number = requests->last ? requests->last->number + 1 : 1;
	requests->last = request;
}

static void ask_for_all(struct requests *requests, struct request what)
{
	if (*what.text)
		ask(requests, what, *what.text, *what.text + strlen(*what.text));
}

/* The distances in `i - D, j + 2`. */
static void ask_for_distances(struct requests *requests, struct request what)
{
	const char *at = *what.text, *end = at + strlen(at);
	for (const char *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		const char *element_end = comma ? comma : end;
		struct lexeme name = scan(at, element_end), sign = scan(name.start + name.length, element_end);
		if (lexeme_is(sign, "+") || lexeme_is(sign, "-"))
			ask(requests, what, sign.start + 1, element_end);
	}
}

/* The items of a list but `omp_fill`, which is a word. */
static void ask_for_items(struct requests *requests, struct request what)
{
	const char *at = *what.text, *end = at ? at + strlen(at) : NULL;
	for (const char *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		if (!lexeme_is(scan(at, end), "omp_fill"))
			ask(requests, what, at, comma ? comma : end);
	}
}

/* What lint_hide.c hides of num_teams(least : most) and num_threads(outer, inner). */
static void ask_for_hidden(struct requests *requests, struct request what)
{
	const char *end = what.clause->expression + strlen(what.clause->expression), *comma = scan_find(what.clause->expression, end, ",");
	if (what.clause->kind == C_NUM_TEAMS) {
		what.text = &what.clause->modifiers;
		ask_for_all(requests, what);
	}
	for (const char *next; what.clause->kind == C_NUM_THREADS && comma; comma = next) {
		next = scan_find(comma + 1, end, ",");
		ask(requests, what, comma + 1, next ? next : end);
	}
}

static void collect_from(struct requests *requests, struct pragma *pragma, struct clause *clause)
{
	enum clause_shape shape = clause_rows[clause->kind].shape;
	struct request what = {.pragma = pragma, .clause = clause, .text = &clause->expression, .want = want_of(clause)};
	if (openmp_lists("sizes counts permutation looprange", clause_rows[clause->kind].spelling)) {
		what.text = &clause->argument;
		what.use = USE_REPLACE;
		ask_for_items(requests, what);
	} else if (clause->kind == C_HOLDS) {
		what.text = &clause->argument;
		ask_for_all(requests, what);
	} else if (shape == SHAPE_SWITCH) {
		what.use = USE_SWITCH;
		ask_for_all(requests, what);
	} else if (shape == SHAPE_CONSTANT || shape == SHAPE_OPTIONAL_CONSTANT) {
		what.use = USE_REPLACE;
		ask_for_all(requests, what);
	} else if (clause->expression && pragma->directive.leaves[0] == D_ORDERED_ALONE) {
		what.use = USE_REPLACE;
		ask_for_distances(requests, what);
	} else if (clause->kind == C_NUM_TEAMS || clause->kind == C_NUM_THREADS) {
		what.use = USE_POSITIVE;
		what.want = WANT_INTEGER;
		ask_for_hidden(requests, what);
	} else if (what.want != WANT_ANYTHING) {
		ask_for_all(requests, what);
	}
}

static void collect(struct requests *requests, struct pragma_table *pragmas)
{
	for (unsigned i = 0; i < pragmas->count; i++) {
		struct pragma *pragma = &pragmas->items[i];
		if (pragma->directive.leaves[0] == D_DECLARE_SIMD)
			continue; /* left to the compiler */
		for (struct clause *clause = pragma->clauses; clause; clause = clause->next)
			collect_from(requests, pragma, clause);
	}
}

/* ---------------------------------------------------------------------------------------------- the parse */

/* Whether braces are open at an offset; asked for in the order of the file.  *token, *depth: how far the last question got. */
static bool in_braces(const struct source *source, unsigned offset, unsigned *token, int *depth)
{
	for (; *token < source->token_count && source->tokens[*token].start < offset; ++*token)
		if (!source->tokens[*token].directive && !source->tokens[*token].skipped)
			*depth += source_token_is(source, *token, "{") - source_token_is(source, *token, "}");
	return *depth > 0;
}

/* The program with declarations before each of those pragmas: the expressions as constants of an enum, and as the type that a
   pointer leads to. */
static void add_blocks(struct requests *requests, struct text *out)
{
	const struct source *source = requests->source;
	requests->items = arena_alloc(source->arena, (size_t)requests->last->number * sizeof *requests->items);
	for (struct request *request = requests->last; request; request = request->next)
		requests->items[request->number - 1] = request;
	unsigned at = 0, token = 0;
	int depth = 0;
	for (int i = 0; i < requests->last->number; i++) {
		struct request *request = requests->items[i];
		const char *words = *request->text + request->start;
		int length = (int)(request->end - request->start);
		text_add(out, source->text + at, request->pragma->start - at);
		at = request->pragma->start;
		bool braces = in_braces(source, at, &token, &depth);
		text_adds(out, braces ? "{ " : "");
		if (request->use != USE_NONE)
			text_printf(out, "enum { " CONSTANT_NAME "%d = %s(%.*s) }; ", i + 1, request->use == USE_SWITCH ? "!!" : "", length, words);
		if (request->want != WANT_ANYTHING) {
			text_adds(out, "__typeof__(");
			request->block = (unsigned)out->length;
			text_printf(out, "%.*s) *" VALUE_NAME "%d; ", length, words, i + 1);
		}
		text_adds(out, braces ? "}\n" : "\n");
	}
	text_add(out, source->text + at, source->size - at);
}

static enum CXChildVisitResult note_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(bool *)data |= clang_isExpression(clang_getCursorKind(cursor)) != 0;
	return CXChildVisit_Continue;
}

/* The request that a name of add_blocks' belongs to; null: it is another name. */
static struct request *request_of(const struct requests *requests, CXCursor cursor, const char *prefix)
{
	CXString spelling = clang_getCursorSpelling(cursor);
	const char *name = clang_getCString(spelling);
	size_t length = strlen(prefix);
	int number = name && !strncmp(name, prefix, length) ? atoi(name + length) : 0;
	clang_disposeString(spelling);
	return number > 0 && number <= requests->last->number ? requests->items[number - 1] : NULL;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct requests *requests = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct request *request = NULL;
	(void)parent;
	if (kind == CXCursor_EnumConstantDecl && (request = request_of(requests, cursor, CONSTANT_NAME))) {
		clang_visitChildren(cursor, note_child, &request->known); /* none: not a constant */
		request->value = clang_getEnumConstantDeclValue(cursor);
	}
	if (kind == CXCursor_VarDecl && (request = request_of(requests, cursor, VALUE_NAME)))
		request->type = clang_getCanonicalType(clang_getPointeeType(clang_getCursorType(cursor)));
	return kind == CXCursor_EnumConstantDecl ? CXChildVisit_Continue : CXChildVisit_Recurse;
}

/* Prints the first error that libclang found in an expression.  False: there is none, or it is left to dataenv_uses.c. */
static bool find_error(const struct requests *requests, const struct request *request, CXTranslationUnit unit)
{
	static const char undeclared[] = "use of undeclared identifier ";
	const struct clause *clause = request->clause;
	bool found = false;
	for (unsigned i = 0; i < clang_getNumDiagnostics(unit) && !found; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
		unsigned offset = source_expansion_offset(clang_getDiagnosticLocation(diagnostic));
		bool inside = offset >= request->block && offset <= request->block + (request->end - request->start);
		const char *words = source_string(requests->source, clang_getDiagnosticSpelling(diagnostic));
		bool name = !strncmp(words, undeclared, strlen(undeclared));
		found = inside && clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error && (!name || clause->kind == C_HOLDS);
		if (found && name)
			error_at(requests->source, clause->offset, "'%.*s' is not declared here", (int)(strlen(words + strlen(undeclared)) - 2), words + strlen(undeclared) + 1);
		else if (found)
			error_at(requests->source, clause->offset, "the expression in '%s' cannot be read: %s", clause_rows[clause->kind].spelling, words);
		clang_disposeDiagnostic(diagnostic);
	}
	return found;
}

static bool is_integer(enum CXTypeKind kind)
{
	return (kind >= CXType_Bool && kind <= CXType_Int128) || kind == CXType_Enum;
}

static bool is_string(CXType type)
{
	CXType element = type.kind == CXType_Pointer ? clang_getPointeeType(type) : clang_getArrayElementType(type);
	enum CXTypeKind kind = clang_getCanonicalType(element).kind;
	return kind == CXType_Char_S || kind == CXType_Char_U || kind == CXType_SChar || kind == CXType_UChar;
}

/* Whether the expression has a type that the clause can take. */
static bool is_wanted(const struct request *request)
{
	enum CXTypeKind kind = request->type.kind;
	bool number = is_integer(kind) || (kind >= CXType_Float && kind <= CXType_LongDouble) || kind == CXType_Float128 || kind == CXType_Float16 || kind == CXType_Complex;
	bool address = kind == CXType_Pointer || kind == CXType_ConstantArray || kind == CXType_IncompleteArray || kind == CXType_VariableArray;
	if (kind == CXType_Invalid || request->want == WANT_ANYTHING)
		return true;
	return request->want == WANT_INTEGER ? is_integer(kind) : request->want == WANT_STRING ? is_string(request->type) : number || address || kind == CXType_FunctionProto || kind == CXType_FunctionNoProto;
}

/* Reads the program with the expressions in it. */
static bool parse(struct requests *requests)
{
	struct source *source = requests->source;
	struct text text = {0};
	struct clang_arguments arguments;
	CXTranslationUnit unit;
	bool good = true;
	add_blocks(requests, &text);
	struct CXUnsavedFile files[] = {
		{.Filename = source->name, .Contents = text.data, .Length = text.length},
		{.Filename = clang_prelude_name, .Contents = clang_prelude, .Length = strlen(clang_prelude)},
	};
	clang_arguments_make(&arguments, source, NULL);
	if (clang_parseTranslationUnit2(source->index, source->name, arguments.words, arguments.count, files, 2, CXTranslationUnit_KeepGoing,
					&unit) == CXError_Success) {
		static const char *const names[] = {"", "an integer", "a condition", "a string"};
		clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, requests);
		for (int i = 0; i < requests->last->number; i++) {
			const struct request *request = requests->items[i];
			if (request->want != WANT_ANYTHING && find_error(requests, request, unit)) {
				good = false;
			} else if (!is_wanted(request)) {
				error_at(source, request->clause->offset, "'%s' needs %s, not a value of type '%s'", clause_rows[request->clause->kind].spelling,
					 names[request->want], source_string(source, clang_getTypeSpelling(request->type)));
				good = false;
			}
		}
		clang_disposeTranslationUnit(unit);
	}
	text_release(&text);
	return good;
}

/* ---------------------------------------------------------------------------------------------- what the values mean */

/* A clause whose condition is false counts as not written (6.0, 5.2). */
static void switch_clause(const struct request *request)
{
	struct clause **place = &request->pragma->clauses;
	request->clause->expression = NULL;
	if (request->value)
		return;
	while (*place != request->clause)
		place = &(*place)->next;
	*place = request->clause->next;
	request->clause->next = request->pragma->off;
	request->pragma->off = request->clause;
}

/* False: an error was printed. */
static bool apply(struct source *source, const struct request *request)
{
	const char *name = clause_rows[request->clause->kind].spelling;
	switch (request->use) {
	case USE_NONE: return true;
	case USE_REPLACE:
		if (request->known)
			*request->text = arena_printf(source->arena, "%.*s%lld%s", (int)request->start, *request->text, request->value, *request->text + request->end);
		return true;
	case USE_POSITIVE:
		if (request->known && request->value < 1)
			error_at(source, request->clause->offset, "'%s' must be positive", name);
		return !request->known || request->value > 0;
	case USE_SWITCH:
		if (request->known)
			switch_clause(request);
		else
			error_at(source, request->clause->offset, "'%s' takes no argument but a condition that is known when the program is compiled", name);
		return request->known;
	}
	return true;
}

bool clause_values_find(struct source *source, struct pragma_table *pragmas)
{
	struct requests requests = {.source = source};
	collect(&requests, pragmas);
	if (!requests.last)
		return true;
	bool good = parse(&requests);
	for (const struct request *request = requests.last; request; request = request->next) /* the last of a clause first */
		good &= apply(source, request);
	return good;
}
