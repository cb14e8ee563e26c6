#include "survey.h"

#include "diagnostic.h"
#include "scan.h"
#include "survey_internal.h"

#include <stdlib.h>
#include <string.h>

void survey_use_name(struct survey *survey, const char *spelling, size_t length)
{
	struct name *name;
	HASH_FIND(hh, survey->names, spelling, length, name);
	if (name)
		return;
	name = arena_alloc(survey->source->arena, sizeof *name + length + 1);
	memcpy(name->spelling, spelling, length);
	HASH_ADD_KEYPTR(hh, survey->names, name->spelling, length, name);
}

bool survey_uses_name(const struct survey *survey, const char *spelling)
{
	struct name *name;
	HASH_FIND_STR(survey->names, spelling, name);
	return name;
}

const char *survey_fresh_name(struct survey *survey, const char *base)
{
	const char *candidate = survey_free_name(survey, base);
	survey_use_name(survey, candidate, strlen(candidate));
	return candidate;
}

const char *survey_free_name(const struct survey *survey, const char *base)
{
	const char *candidate = base;
	for (int i = 2; survey_uses_name(survey, candidate); i++)
		candidate = arena_printf(survey->source->arena, "%s_%d", base, i);
	return candidate;
}

/* The words of `#pragma omp` outside parentheses name directives and clauses: generated names may be the same. */
static void collect_names(struct survey *survey)
{
	const struct source *source = survey->source;
	unsigned line_end = 0;
	int depth = 0;
	for (unsigned i = 0; i < source->token_count; i++) {
		const struct token *token = &source->tokens[i];
		if (token->directive && source_token_is(source, i, "#") && source_token_is(source, i + 1, "pragma") && source_token_is(source, i + 2, "omp")) {
			line_end = source_directive_end(source, i);
			depth = 0;
		}
		depth += source_token_is(source, i, "(") - source_token_is(source, i, ")");
		if (token->kind == CXToken_Identifier && (token->start >= line_end || depth > 0))
			survey_use_name(survey, source->text + token->start, token->end - token->start);
	}
}

unsigned survey_start(CXCursor cursor)
{
	return source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
}

unsigned survey_end(CXCursor cursor)
{
	return source_file_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
}

/* ---------------------------------------------------------------------------------------------- statements */

static bool holds_statements(enum CXCursorKind kind)
{
	switch (kind) {
	case CXCursor_CompoundStmt:
	case CXCursor_IfStmt:
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt:
	case CXCursor_SwitchStmt:
	case CXCursor_CaseStmt:
	case CXCursor_DefaultStmt:
	case CXCursor_LabelStmt: return true;
	default: return false;
	}
}

static enum CXChildVisitResult take_last(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Continue;
}

/* The end of a statement with its ';'.  Sets statement->unknown when the ';' is inside a macro. */
static unsigned statement_end(const struct walk *walk, CXCursor cursor, struct statement *statement)
{
	CXCursor last = clang_getNullCursor();
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_IfStmt:
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_SwitchStmt:
	case CXCursor_CaseStmt:
	case CXCursor_DefaultStmt:
	case CXCursor_LabelStmt:
		clang_visitChildren(cursor, take_last, &last);
		return statement_end(walk, last, statement);
	case CXCursor_CompoundStmt:
	case CXCursor_DeclStmt:
	case CXCursor_NullStmt: return survey_end(cursor);
	default: break;
	}
	unsigned end = survey_end(cursor);
	unsigned token = source_program_token(walk->source, source_token_at(walk->source, end));
	if (source_token_is(walk->source, token, ";"))
		return walk->source->tokens[token].end;
	const struct invocation *invocation = survey_invocation(walk->survey, end > 0 ? end - 1 : 0);
	statement->unknown = invocation ? invocation->start : statement->start;
	return end;
}

/* The first pragma whose next program token is at or after an offset. */
static unsigned first_before(const struct pragma_table *table, unsigned offset)
{
	unsigned low = 0, high = table->count;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (table->items[middle].next < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool same_place(CXCursor a, CXCursor b)
{
	return clang_getCursorKind(a) == clang_getCursorKind(b) && clang_equalRanges(clang_getCursorExtent(a), clang_getCursorExtent(b));
}

/* Ties the cursor to the pragmas that stand right before it. */
static void associate(struct walk *walk, CXCursor cursor, CXCursor parent)
{
	struct pragma_table *table = walk->survey->pragmas;
	unsigned start = survey_start(cursor), parent_start = survey_start(parent);
	for (unsigned i = first_before(table, start); i < table->count && table->items[i].next == start; i++) {
		struct statement *statement = &walk->survey->statements[i];
		if (statement->found && same_place(walk->statement_parents[i], parent))
			statement->unknown = statement->start; /* a macro holds more than the statement */
		if (statement->found || parent_start >= table->items[i].start)
			continue;
		statement->found = true;
		statement->start = start;
		statement->is_for = clang_getCursorKind(cursor) == CXCursor_ForStmt;
		statement->is_compound = clang_getCursorKind(cursor) == CXCursor_CompoundStmt;
		walk->statement_parents[i] = parent;
		statement->end = statement_end(walk, cursor, statement);
		if (table->items[i].directive.leaf_count > 0 && table->items[i].directive.leaves[0] == D_ATOMIC)
			walk->atomic = (struct text_range){statement->start, statement->end};
	}
}

/* ---------------------------------------------------------------------------------------------- the walk */

const struct function *survey_function_at(const struct survey *survey, unsigned offset)
{
	const struct function *function = survey->functions;
	while (function && !(function->start <= offset && offset < function->end))
		function = function->next;
	return function;
}

static bool holds_pragma(const struct survey *survey, unsigned start, unsigned end)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (survey->pragmas->items[i].start >= start && survey->pragmas->items[i].start < end)
			return true;
	return false;
}

static enum CXChildVisitResult find_body(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_CompoundStmt)
		*(unsigned *)data = survey_start(cursor);
	return CXChildVisit_Continue;
}

static void begin_function(struct walk *walk, CXCursor cursor)
{
	struct source *source = walk->source;
	struct function *function = ARENA_NEW(source->arena, struct function);
	function->name = source_string(source, clang_getCursorSpelling(cursor));
	function->cursor = cursor;
	function->start = survey_start(cursor);
	function->end = survey_end(cursor);
	function->body = function->start;
	clang_visitChildren(cursor, find_body, &function->body);
	function->declared_before = !clang_equalCursors(clang_getCanonicalCursor(cursor), cursor);
	function->variadic = clang_Cursor_isVariadic(cursor);
	function->old_style = clang_getCursorType(cursor).kind == CXType_FunctionNoProto;
	for (unsigned i = source_token_at(source, function->start); i < source->token_count && source->tokens[i].start < function->body; i++)
		function->old_style |= source_token_is(source, i, ";");
	unsigned last = source_token_at(source, function->body);
	while (last > 0 && (source->tokens[last - 1].kind == CXToken_Comment || source->tokens[last - 1].directive))
		last--;
	if (last > 0 && source->tokens[last - 1].end > function->start && !function->old_style) /* not all of it is written in one macro */
		function->prototype = arena_strndup(source->arena, source->text + function->start,
						    source->tokens[last - 1].end - function->start);
	else
		function->prototype = ctype_declare_spelling(
			source->arena, source_string(source, clang_getTypeSpelling(clang_getCursorResultType(cursor))),
			arena_printf(source->arena, "%s()", function->name));
	for (unsigned i = 0; i < walk->survey->pragmas->count; i++)
		if (walk->survey->pragmas->items[i].start >= function->start && walk->survey->pragmas->items[i].start < function->end)
			walk->survey->owners[i] = function;
	*walk->function_tail = function;
	walk->function_tail = &function->next;
	walk->function = function;
}

static void visit_reference(struct walk *walk, CXCursor cursor)
{
	CXCursor referenced = clang_getCursorReferenced(cursor);
	enum CXCursorKind kind = clang_getCursorKind(referenced);
	if (kind == CXCursor_EnumConstantDecl)
		survey_add_type_reference(walk, source_file_offset(clang_getCursorLocation(cursor)), referenced);
	if (kind != CXCursor_VarDecl && kind != CXCursor_ParmDecl) {
		CXString spelling = clang_getCursorSpelling(cursor);
		survey_use_name(walk->survey, clang_getCString(spelling), strlen(clang_getCString(spelling)));
		clang_disposeString(spelling);
		return;
	}
	CXCursor canonical = clang_getCanonicalCursor(referenced);
	struct variable *variable = survey_variable(walk->survey, canonical);
	if (variable) /* else: declared inside a macro-made function prototype or the like */
		survey_add_reference(walk, variable, cursor, survey_classify(walk->stack, walk->depth));
}

static void visit_in_function(struct walk *walk, CXCursor cursor, CXCursor parent)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	unsigned offset = source_file_offset(clang_getCursorLocation(cursor));
	if (holds_statements(clang_getCursorKind(parent)))
		associate(walk, cursor, parent);
	if (clang_isExpression(kind))
		survey_add_typed(walk, cursor);
	if (kind == CXCursor_ForStmt)
		survey_add_constants(walk, cursor);
	switch (kind) {
	case CXCursor_ParmDecl:
	case CXCursor_VarDecl: survey_add_variable(walk, cursor); break;
	case CXCursor_DeclRefExpr: visit_reference(walk, cursor); return;
	case CXCursor_StructDecl:
	case CXCursor_UnionDecl:
	case CXCursor_EnumDecl:
	case CXCursor_EnumConstantDecl:
	case CXCursor_TypedefDecl: survey_add_local_type(walk, cursor); break;
	case CXCursor_TypeRef: survey_add_type_reference(walk, offset, clang_getCursorReferenced(cursor)); break;
	case CXCursor_MemberRefExpr:
	case CXCursor_MemberRef:
	case CXCursor_LabelRef:
	case CXCursor_LabelStmt: break;
	default:
		if (!clang_isDeclaration(kind))
			return;
	}
	if (offset < walk->source->size && source_contains(walk->source, clang_getCursorLocation(cursor)))
		walk->seen[offset] = 1;
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct walk *walk = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	while (walk->depth > 0 && !clang_equalCursors(walk->stack[walk->depth], parent))
		walk->depth--;
	if (walk->depth == 0) { /* at file scope */
		walk->function = NULL;
		if (clang_isPreprocessing(kind))
			return CXChildVisit_Continue;
		walk->stack[0] = parent;
		survey_note_file_name(walk, cursor);
		if (kind == CXCursor_VarDecl)
			survey_add_variable(walk, cursor);
		if (kind != CXCursor_FunctionDecl || !clang_isCursorDefinition(cursor) ||
		    !source_contains(walk->source, clang_getCursorLocation(cursor)) ||
		    !(walk->source->every_function || holds_pragma(walk->survey, survey_start(cursor), survey_end(cursor))))
			return CXChildVisit_Continue;
		begin_function(walk, cursor);
	}
	if (walk->depth + 1 == WALK_DEPTH) {
		error_at(walk->source, survey_start(cursor), "this expression is nested more than %d deep: not supported", WALK_DEPTH);
		walk->failed = true;
		return CXChildVisit_Break;
	}
	walk->stack[++walk->depth] = cursor;
	if (walk->depth > 1)
		visit_in_function(walk, cursor, parent);
	return CXChildVisit_Recurse;
}

bool survey(struct source *source, struct pragma_table *pragmas, struct survey *result)
{
	*result = (struct survey){.source = source, .pragmas = pragmas};
	struct walk *walk = calloc(1, sizeof *walk);
	if (!walk)
		die("out of memory");
	walk->survey = result;
	walk->source = source;
	walk->function_tail = &result->functions;
	walk->variable_tail = &result->variables;
	walk->type_tail = &result->local_types;
	walk->seen = arena_alloc(source->arena, source->size + 1);
	walk->statement_parents = arena_alloc(source->arena, (pragmas->count + 1) * sizeof *walk->statement_parents);
	result->statements = arena_alloc(source->arena, (pragmas->count + 1) * sizeof *result->statements);
	result->owners = arena_alloc(source->arena, (pragmas->count + 1) * sizeof *result->owners);

	CXCursor root = clang_getTranslationUnitCursor(source->unit);
	walk->stack[0] = root;
	collect_names(result);
	survey_macros(walk);
	clang_visitChildren(root, visit, walk);
	survey_add_unseen(walk);
	survey_sort_references(result);
	bool good = !walk->failed;
	free(walk);
	return good;
}

void survey_release(struct survey *survey)
{
	HASH_CLEAR(hh, survey->names);
	HASH_CLEAR(hh, survey->file_names);
	survey_macros_release(survey);
	free(survey->references);
	free(survey->invocations);
	*survey = (struct survey){0};
}
