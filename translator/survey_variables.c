/* survey_variables.c - the variables of a file: their declarations, types and scopes. */
#include "survey_internal.h"

#include "scan.h"

#include <string.h>

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

static unsigned name_bucket(const char *name, size_t length)
{
	unsigned hash = 5381;
	for (size_t i = 0; i < length; i++)
		hash = hash * 33 + (unsigned char)name[i];
	return hash % NAME_BUCKETS;
}

struct variable *survey_add_variable(struct walk *walk, CXCursor cursor)
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
	struct variable **namesakes = &walk->survey->by_name[name_bucket(variable->name, strlen(variable->name))];
	while (*namesakes)
		namesakes = &(*namesakes)->namesake;
	*namesakes = variable;
	return variable;
}

struct variable *survey_lookup(const struct survey *survey, const char *name, size_t length, unsigned offset)
{
	struct variable *best = NULL;
	for (struct variable *v = survey->by_name[name_bucket(name, length)]; v; v = v->namesake)
		if (v->scope_start <= offset && offset < v->scope_end && !strncmp(v->name, name, length) && v->name[length] == '\0' &&
		    (!best || v->scope_start > best->scope_start || (v->storage != STORAGE_GLOBAL && best->storage == STORAGE_GLOBAL)))
			best = v;
	return best;
}
