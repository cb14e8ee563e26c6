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

/* ---------------------------------------------------------------------------------------------- variables */

const struct function *survey_function_at(const struct survey *survey, unsigned offset)
{
	const struct function *function = survey->functions;
	while (function && !(function->start <= offset && offset < function->end))
		function = function->next;
	return function;
}

struct variable *survey_variable(const struct survey *survey, CXCursor canonical)
{
	struct variable *v = survey->buckets[clang_hashCursor(canonical) % VARIABLE_BUCKETS];
	while (v && !clang_equalCursors(v->cursor, canonical))
		v = v->same_hash;
	return v;
}

/* The innermost thing around the cursor at the top of the stack that ends the life of a name. */
unsigned survey_scope_end(const struct walk *walk)
{
	for (int i = walk->depth - 1; i > 0; i--) {
		enum CXCursorKind kind = clang_getCursorKind(walk->stack[i]);
		if (kind == CXCursor_CompoundStmt || kind == CXCursor_ForStmt || kind == CXCursor_FunctionDecl || kind == CXCursor_IfStmt ||
		    kind == CXCursor_WhileStmt || kind == CXCursor_DoStmt || kind == CXCursor_SwitchStmt) {
			unsigned end = survey_end(walk->stack[i]);
			/* `for (...) statement;` ends with its ';' */
			unsigned token = source_program_token(walk->source, source_token_at(walk->source, end));
			return kind == CXCursor_ForStmt && source_token_is(walk->source, token, ";") ? walk->source->tokens[token].end : end;
		}
	}
	return walk->source->size;
}

static enum storage storage_of(const struct walk *walk, CXCursor cursor)
{
	enum CX_StorageClass class = clang_Cursor_getStorageClass(cursor);
	if (clang_getCursorKind(cursor) == CXCursor_ParmDecl)
		return STORAGE_PARAMETER;
	if (!walk->function || walk->depth < 2)
		return STORAGE_GLOBAL;
	return class == CX_SC_Static ? STORAGE_STATIC_LOCAL : class == CX_SC_Extern ? STORAGE_EXTERN_LOCAL : STORAGE_AUTO;
}

static void add_declaration(struct walk *walk, struct variable *variable, CXCursor cursor)
{
	struct declaration *declaration = ARENA_NEW(walk->source->arena, struct declaration), **tail = &variable->declarations;
	enum CX_StorageClass class = clang_Cursor_getStorageClass(cursor);
	declaration->start = survey_start(cursor);
	declaration->end = survey_end(cursor);
	declaration->name_offset = source_file_offset(clang_getCursorLocation(cursor));
	declaration->in_file = source_contains(walk->source, clang_getCursorLocation(cursor));
	declaration->is_extern = class == CX_SC_Extern;
	declaration->is_static = class == CX_SC_Static;
	if (declaration->in_file) {
		unsigned after = source_program_token(walk->source, source_token_at(walk->source, declaration->end));
		declaration->shared_specifiers = source_token_is(walk->source, after, ",") && variable->storage != STORAGE_PARAMETER;
	}
	while (*tail)
		tail = &(*tail)->next;
	*tail = declaration;
}

static enum CXChildVisitResult find_alignment(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_AlignedAttr)
		*(unsigned *)data = source_file_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	return CXChildVisit_Continue;
}

/* The text in the parentheses of `_Alignas(64)` or `aligned(64)`. */
static const char *alignment_of(const struct source *source, CXCursor cursor)
{
	unsigned offset = 0;
	clang_visitChildren(cursor, find_alignment, &offset);
	if (offset == 0 || !source_contains(source, clang_getCursorLocation(cursor)))
		return NULL;
	const char *open = memchr(source->text + offset, '(', source->size - offset), *end = source->text + source->size;
	const char *close = open ? scan_closing(open, end) : NULL;
	return close ? arena_strndup(source->arena, open + 1, (size_t)(close - open - 1)) : NULL;
}

static struct variable *add_variable(struct walk *walk, CXCursor cursor)
{
	CXCursor canonical = clang_getCanonicalCursor(cursor);
	struct variable *variable = survey_variable(walk->survey, canonical);
	if (variable) {
		add_declaration(walk, variable, cursor);
		const struct ctype *type = survey_type(walk, clang_getCursorType(cursor), false);
		if (variable->type->incomplete)
			variable->type = type;
		return variable;
	}
	variable = ARENA_NEW(walk->source->arena, struct variable);
	variable->cursor = canonical;
	struct variable **bucket = &walk->survey->buckets[clang_hashCursor(canonical) % VARIABLE_BUCKETS];
	variable->same_hash = *bucket;
	*bucket = variable;
	variable->name = source_string(walk->source, clang_getCursorSpelling(cursor));
	survey_use_name(walk->survey, variable->name, strlen(variable->name));
	variable->storage = storage_of(walk, cursor);
	variable->function = variable->storage == STORAGE_GLOBAL ? NULL : walk->function;
	variable->type = survey_type(walk, clang_getCursorType(cursor), variable->storage == STORAGE_PARAMETER);
	if (strstr(variable->type->spelling, "(unnamed"))
		variable->type = survey_type_by_name(walk->source->arena, variable);
	variable->is_register = clang_Cursor_getStorageClass(cursor) == CX_SC_Register;
	variable->order = walk->order++;
	variable->alignment = alignment_of(walk->source, cursor);
	bool in_file = source_contains(walk->source, clang_getCursorLocation(cursor));
	variable->declared = in_file ? source_file_offset(clang_getCursorLocation(cursor)) : 0;
	variable->scope_start = in_file ? source_expansion_offset(clang_getCursorLocation(cursor)) : 0;
	variable->scope_end = variable->storage == STORAGE_GLOBAL ? walk->source->size : survey_scope_end(walk);
	if (variable->storage == STORAGE_PARAMETER && walk->depth > 2) /* of a type or a prototype, not of the function */
		variable->scope_end = survey_end(cursor);
	add_declaration(walk, variable, cursor);
	*walk->variable_tail = variable;
	walk->variable_tail = &variable->next;
	return variable;
}

struct variable *survey_lookup(const struct survey *survey, const char *name, size_t length, unsigned offset)
{
	struct variable *best = NULL;
	for (struct variable *v = survey->variables; v; v = v->next)
		if (strlen(v->name) == length && !memcmp(v->name, name, length) && v->scope_start <= offset && offset < v->scope_end &&
		    (!best || v->scope_start > best->scope_start || (v->storage != STORAGE_GLOBAL && best->storage == STORAGE_GLOBAL)))
			best = v;
	return best;
}

/* ---------------------------------------------------------------------------------------------- references */

/* Whether an argument at this offset is only passed on as an expression: no invocation around it pastes or stringifies. */
static bool argument_editable(const struct survey *survey, unsigned offset)
{
	for (unsigned i = 0; i < survey->invocation_count && survey->invocations[i].start <= offset; i++)
		if (offset < survey->invocations[i].end && (survey->invocations[i].effects & MACRO_PASTES))
			return false;
	return true;
}

bool survey_spelled_at(const struct source *source, unsigned offset, const char *name)
{
	unsigned token = source_token_at(source, offset);
	return token < source->token_count && source->tokens[token].start == offset && source_token_is(source, token, name);
}

static struct reference *new_reference(struct walk *walk)
{
	struct survey *survey = walk->survey;
	if (survey->reference_count == walk->reference_capacity) {
		walk->reference_capacity = walk->reference_capacity ? 2 * walk->reference_capacity : 256;
		struct reference *grown = realloc(survey->references, walk->reference_capacity * sizeof *grown);
		if (!grown)
			die("out of memory");
		survey->references = grown;
	}
	struct reference *reference = &survey->references[survey->reference_count++];
	memset(reference, 0, sizeof *reference);
	return reference;
}

void survey_add_reference(struct walk *walk, struct variable *variable, CXCursor cursor, unsigned access)
{
	CXSourceLocation location = clang_getCursorLocation(cursor);
	unsigned file = source_file_offset(location), expansion = source_expansion_offset(location);
	struct reference *reference = new_reference(walk);
	reference->variable = variable;
	reference->access = access;
	const struct invocation *invocation = survey_invocation(walk->survey, expansion);
	bool plain = file == expansion && !(invocation && invocation->start == file);
	reference->editable = survey_spelled_at(walk->source, file, variable->name) &&
			      (plain || argument_editable(walk->survey, file) ||
			       (invocation && invocation->start == file && invocation->end - file == strlen(variable->name)));
	reference->offset = reference->editable ? file : expansion;
	reference->invocation = expansion;
	if (file < walk->source->size)
		walk->seen[file] = 1;
	if (access & (ACCESS_ADDRESS | ACCESS_WHOLE) && !(access & ACCESS_UNEVALUATED))
		variable->address_taken |= variable->type->class != TYPE_ARRAY;
}

static int by_offset(const void *a, const void *b)
{
	const struct reference *x = a, *y = b;
	if (x->offset != y->offset)
		return x->offset < y->offset ? -1 : 1;
	return x->variable->order - y->variable->order;
}

unsigned survey_reference_at(const struct survey *survey, unsigned offset)
{
	unsigned low = 0, high = survey->reference_count;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (survey->references[middle].offset < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Sorts the references; an argument that a macro uses twice is one place with both accesses. */
static void sort_references(struct survey *survey)
{
	unsigned kept = 0;
	if (survey->reference_count == 0)
		return;
	qsort(survey->references, survey->reference_count, sizeof *survey->references, by_offset);
	for (unsigned i = 1; i < survey->reference_count; i++) {
		struct reference *last = &survey->references[kept], *this = &survey->references[i];
		if (last->offset == this->offset && last->variable == this->variable && last->editable == this->editable)
			last->access |= this->access;
		else
			survey->references[++kept] = *this;
	}
	survey->reference_count = kept + 1;
}

/* The token after an attribute that begins at token i; i itself when none does. */
static unsigned past_attribute(const struct source *source, unsigned i)
{
	bool gnu = source_token_is(source, i, "__attribute__") || source_token_is(source, i, "__attribute");
	if (!gnu && !(source_token_is(source, i, "[") && source_token_is(source, i + 1, "[")))
		return i;
	int depth = 0;
	for (unsigned j = i + gnu; j < source->token_count; j++) {
		if (source_token_is(source, j, "(") || source_token_is(source, j, "["))
			depth++;
		else if ((source_token_is(source, j, ")") || source_token_is(source, j, "]")) && --depth <= 0)
			return j + 1;
	}
	return i;
}

/* The name of an asm statement's operand: `[name] "constraint"`. */
static bool names_operand(const struct source *source, unsigned i)
{
	return i > 0 && source_token_is(source, i - 1, "[") && source_token_is(source, i + 1, "]") && i + 2 < source->token_count &&
	       source->tokens[i + 2].kind == CXToken_Literal && source->text[source->tokens[i + 2].start] == '"';
}

/* Names that no cursor accounted for (operands of __typeof__, arguments that a macro drops) count as unevaluated uses. */
static void add_unseen(struct walk *walk)
{
	const struct source *source = walk->source;
	for (struct function *f = walk->survey->functions; f; f = f->next) {
		for (unsigned i = source_token_at(source, f->body); i < source->token_count && source->tokens[i].start < f->end; i++) {
			i = past_attribute(source, i);
			const struct token *token = &source->tokens[i];
			if (token->kind != CXToken_Identifier || token->directive || token->skipped || walk->seen[token->start] || names_operand(source, i))
				continue;
			if (i > 0 && (source_token_is(source, i - 1, ".") || source_token_is(source, i - 1, "->") ||
				      source_token_is(source, i - 1, "goto") || source_token_is(source, i - 1, "struct") ||
				      source_token_is(source, i - 1, "union") || source_token_is(source, i - 1, "enum")))
				continue;
			struct variable *v = survey_lookup(walk->survey, source->text + token->start, token->end - token->start, token->start);
			if (!v || v->storage == STORAGE_GLOBAL || v->declared == token->start)
				continue;
			struct reference *reference = new_reference(walk);
			*reference = (struct reference){v, token->start, argument_editable(walk->survey, token->start), token->start,
							ACCESS_UNEVALUATED | ACCESS_WHOLE};
			const struct invocation *invocation = survey_invocation(walk->survey, token->start);
			if (invocation)
				reference->invocation = invocation->start;
		}
	}
}

/* ---------------------------------------------------------------------------------------------- the walk */

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
	if (last > 0 && !function->old_style)
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
	case CXCursor_VarDecl: add_variable(walk, cursor); break;
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
			add_variable(walk, cursor);
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
	add_unseen(walk);
	sort_references(result);
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
