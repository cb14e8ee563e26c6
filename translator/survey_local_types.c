/* survey_local_types.c - types declared inside functions, the references to them, and the names declared at file scope. */
#include "survey_internal.h"

#include <string.h>

/* Whether a region that becomes a function of its own lies in text[start, end). */
static bool outlined_in(const struct survey *survey, unsigned start, unsigned end)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		for (int leaf = 0; leaf < pragma->directive.leaf_count; leaf++)
			if (pragma->start >= start && pragma->start < end && openmp_is_outlined(pragma->directive.leaves[leaf]))
				return true;
	}
	return false;
}

static struct local_type *enclosing_type(const struct survey *survey, unsigned offset)
{
	for (struct local_type *t = survey->local_types; t; t = t->next)
		if (t->start < offset && offset < t->end)
			return t;
	return NULL;
}

void survey_add_local_type(struct walk *walk, CXCursor cursor)
{
	struct survey *survey = walk->survey;
	struct source *source = walk->source;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	unsigned offset = source_file_offset(clang_getCursorLocation(cursor));
	struct local_type *type = ARENA_NEW(source->arena, struct local_type);
	bool forward = !clang_isCursorDefinition(cursor);
	if (forward && clang_Cursor_isNull(clang_getCursorDefinition(cursor)))
		return;
	for (const struct local_type *t = survey->local_types; t; t = t->next)
		if (t->name_offset == offset && t->is_typedef == (kind == CXCursor_TypedefDecl))
			return; /* a declaration shows its type to each of its declarators */
	type->is_typedef = kind == CXCursor_TypedefDecl;
	type->is_enum = kind == CXCursor_EnumDecl;
	type->is_union = kind == CXCursor_UnionDecl;
	type->is_enumerator = kind == CXCursor_EnumConstantDecl;
	type->is_forward = forward;
	type->name = clang_Cursor_isAnonymous(cursor) ? NULL : source_string(source, clang_getCursorSpelling(cursor));
	if (type->name && !survey_spelled_at(source, offset, type->name))
		type->name = NULL; /* libclang calls it by its typedef's name, or by its place */
	type->start = survey_start(cursor);
	type->end = survey_end(cursor);
	type->name_offset = offset;
	type->scope_end = survey_scope_end(walk);
	type->function = walk->function;
	const struct ctype *underlying = type->is_typedef ? survey_type(walk, clang_getTypedefDeclUnderlyingType(cursor), false) : NULL;
	if (underlying && underlying->variable) {
		type->variable = underlying;
	} else if (outlined_in(survey, type->start, type->scope_end)) {
		const char *base = type->name ? type->name : "type";
		bool taken = !type->name;
		for (struct local_type *t = survey->local_types; t && !taken; t = t->next)
			taken = t->new_name && t->name && !t->is_forward && !strcmp(t->name, type->name);
		struct name *name = NULL;
		if (type->name)
			HASH_FIND_STR(survey->file_names, type->name, name);
		type->new_name = taken || name ? survey_fresh_name(survey, arena_printf(source->arena, "%s_%s", walk->function->name, base))
					       : type->name;
	}
	const struct local_type *outer = enclosing_type(survey, type->start);
	if (outer && !type->name)
		return; /* an anonymous member moves with what it is in */
	*walk->type_tail = type;
	walk->type_tail = &type->next;
}

void survey_add_type_reference(struct walk *walk, unsigned offset, CXCursor referenced)
{
	unsigned declared = source_file_offset(clang_getCursorLocation(referenced));
	if (!source_contains(walk->source, clang_getCursorLocation(referenced)))
		return;
	for (struct local_type *t = walk->survey->local_types; t; t = t->next) {
		if (t->name_offset != declared)
			continue;
		struct type_reference *reference = ARENA_NEW(walk->source->arena, struct type_reference);
		*reference = (struct type_reference){t, offset, walk->survey->type_references};
		walk->survey->type_references = reference;
	}
}

static enum CXChildVisitResult visit_enumerator(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) == CXCursor_EnumConstantDecl || clang_getCursorKind(cursor) == CXCursor_EnumDecl)
		survey_note_file_name(data, cursor);
	return CXChildVisit_Recurse;
}

void survey_note_file_name(struct walk *walk, CXCursor cursor)
{
	CXString spelling = clang_getCursorSpelling(cursor);
	const char *text = clang_getCString(spelling);
	size_t length = strlen(text);
	struct name *name = NULL;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	if (kind == CXCursor_EnumDecl || kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl)
		clang_visitChildren(cursor, visit_enumerator, walk);
	HASH_FIND(hh, walk->survey->file_names, text, length, name);
	if (!name && length > 0) {
		name = arena_alloc(walk->source->arena, sizeof *name + length + 1);
		memcpy(name->spelling, text, length);
		HASH_ADD_KEYPTR(hh, walk->survey->file_names, name->spelling, length, name);
	}
	clang_disposeString(spelling);
}

static bool is_keyword(const char *name, size_t length)
{
	static const char *const keywords[] = {"sizeof", "_Alignof", "_Generic", "default", "const", "volatile", "signed", "unsigned", "char", "short",
		"int", "long", "float", "double", "_Bool", "_Complex", "struct", "union", "enum", "void", "alignof", "bool", "true", "false", "nullptr",
		"typeof", "omp_all_memory"};
	for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
		if (strlen(keywords[i]) == length && !memcmp(keywords[i], name, length))
			return true;
	return length > 1 && name[0] == '_' && (name[1] == '_' || (name[1] >= 'A' && name[1] <= 'Z'));
}

bool survey_declares(const struct survey *survey, const char *name, size_t length)
{
	struct name *found = NULL;
	HASH_FIND(hh, survey->file_names, name, length, found);
	for (const struct local_type *t = survey->local_types; t && !found; t = t->next)
		if (t->name && strlen(t->name) == length && !memcmp(t->name, name, length))
			return true;
	return found || is_keyword(name, length);
}
