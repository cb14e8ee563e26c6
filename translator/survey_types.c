/* survey_types.c - a libclang type as text. */
#include "survey_internal.h"

#include <string.h>

static bool is_array_kind(enum CXTypeKind kind)
{
	return kind == CXType_ConstantArray || kind == CXType_IncompleteArray || kind == CXType_VariableArray ||
	       kind == CXType_DependentSizedArray;
}

bool survey_is_array(CXType type)
{
	return is_array_kind(clang_getCanonicalType(type).kind);
}

/* Whether a variable length array is anywhere in a type. */
static bool variably_modified(CXType type)
{
	type = clang_getCanonicalType(type);
	if (type.kind == CXType_VariableArray)
		return true;
	if (type.kind == CXType_Pointer)
		return variably_modified(clang_getPointeeType(type));
	if (is_array_kind(type.kind))
		return variably_modified(clang_getArrayElementType(type));
	return false;
}

enum ctype_class survey_class_of(CXType type)
{
	type = clang_getCanonicalType(type);
	switch (type.kind) {
	case CXType_Bool: return TYPE_BOOL;
	case CXType_Char_S:
	case CXType_SChar:
	case CXType_Short:
	case CXType_Int:
	case CXType_Long:
	case CXType_LongLong:
	case CXType_Int128: return TYPE_SIGNED;
	case CXType_Char_U:
	case CXType_UChar:
	case CXType_UShort:
	case CXType_UInt:
	case CXType_ULong:
	case CXType_ULongLong:
	case CXType_UInt128:
	case CXType_Enum: return type.kind == CXType_Enum &&
				 survey_class_of(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(type))) == TYPE_SIGNED
					 ? TYPE_SIGNED
					 : TYPE_UNSIGNED;
	case CXType_Half:
	case CXType_Float16:
	case CXType_Float:
	case CXType_Double:
	case CXType_LongDouble:
	case CXType_Float128: return TYPE_FLOAT;
	case CXType_Complex: return TYPE_COMPLEX;
	case CXType_Pointer: return TYPE_POINTER;
	case CXType_Record: return TYPE_RECORD;
	case CXType_Atomic: return survey_class_of(clang_Type_getValueType(type));
	default: return is_array_kind(type.kind) ? TYPE_ARRAY : TYPE_OTHER;
	}
}

/* "restrict" is no keyword of every C that gcc and clang accept; "__restrict" is. */
static const char *portable(struct walk *walk, const char *spelling)
{
	const char *word;
	while ((word = strstr(spelling, "*restrict")))
		spelling = arena_printf(walk->source->arena, "%.*s*__restrict%s", (int)(word - spelling), spelling, word + 9);
	return spelling;
}

/* The local type that a type is built from, if any. */
static struct local_type *local_of(struct walk *walk, CXType type, bool *is_typedef)
{
	for (;;) {
		CXCursor declaration = clang_getTypeDeclaration(type);
		if (clang_getCursorKind(declaration) != CXCursor_NoDeclFound) {
			unsigned offset = source_file_offset(clang_getCursorLocation(declaration));
			*is_typedef = clang_getCursorKind(declaration) == CXCursor_TypedefDecl;
			if (source_contains(walk->source, clang_getCursorLocation(declaration)))
				for (struct local_type *t = walk->survey->local_types; t; t = t->next)
					if (t->name_offset == offset)
						return t;
			if (!*is_typedef)
				return NULL;
			type = clang_getTypedefDeclUnderlyingType(declaration);
			return NULL;
		}
		if (type.kind == CXType_Pointer)
			type = clang_getPointeeType(type);
		else if (is_array_kind(type.kind))
			type = clang_getArrayElementType(type);
		else
			return NULL;
	}
}

static const char *replace_word(struct arena *arena, const char *text, const char *word, const char *with)
{
	const char *at = strstr(text, word);
	if (!at)
		return text;
	return arena_printf(arena, "%.*s%s%s", (int)(at - text), text, with, at + strlen(word));
}

static const char *spelling_of(struct walk *walk, CXType type)
{
	const char *spelling = source_string(walk->source, clang_getTypeSpelling(type));
	if (!strcmp(spelling, "__va_list_tag") || !strcmp(spelling, "struct __va_list_tag"))
		return "__typeof__(**(__builtin_va_list *)0)"; /* gcc has no name for it */
	if (strstr(spelling, "typeof")) { /* its operand may be a local variable */
		type = clang_getCanonicalType(type);
		spelling = source_string(walk->source, clang_getTypeSpelling(type));
	}
	bool is_typedef = false;
	struct local_type *local = local_of(walk, type, &is_typedef);
	if (local && local->new_name) {
		const char *kind = local->is_enum ? "enum" : local->is_union ? "union" : "struct";
		const char *open = strstr(spelling, "(unnamed"), *close = open ? strchr(open, ')') : NULL;
		if (open && close) {
			const char *before = strncmp(spelling, "const ", 6) ? "" : "const ";
			spelling = arena_printf(walk->source->arena, "%s%s %s%s", before, kind, local->new_name, close + 1);
		} else if (local->name && strcmp(local->name, local->new_name)) {
			spelling = replace_word(walk->source->arena, spelling, local->name, local->new_name);
		}
	}
	return portable(walk, spelling);
}

/* Dimensions of an array type, outermost first; what is left is the element. */
static void read_dimensions(struct walk *walk, struct ctype *result, CXType array)
{
	CXType type = clang_getCanonicalType(array), sugar = array;
	while (is_array_kind(type.kind)) {
		if (result->rank == TYPE_MAX_RANK) {
			result->too_variable = true;
			return;
		}
		if (type.kind == CXType_ConstantArray)
			result->extents[result->rank] =
				arena_printf(walk->source->arena, "%lld", (long long)clang_getArraySize(type));
		else if (type.kind == CXType_IncompleteArray)
			result->incomplete = true;
		result->rank++;
		CXType inner = is_array_kind(sugar.kind) ? clang_getArrayElementType(sugar) : clang_getArrayElementType(type);
		sugar = inner;
		type = clang_getCanonicalType(inner);
	}
	result->element = spelling_of(walk, sugar);
	result->element_class = survey_class_of(type);
	result->element_size = clang_Type_getSizeOf(type);
	result->is_const |= clang_isConstQualifiedType(type);
	result->is_volatile |= clang_isVolatileQualifiedType(type);
	if (variably_modified(type))
		result->too_variable = true;
}

/* What a pointer points to; arrays give their dimensions. */
static void read_pointee(struct walk *walk, struct ctype *result, CXType pointee)
{
	bool is_const = result->is_const, is_volatile = result->is_volatile;
	if (survey_class_of(pointee) == TYPE_ARRAY) {
		read_dimensions(walk, result, pointee);
	} else {
		result->element = spelling_of(walk, pointee);
		result->element_class = survey_class_of(pointee);
		result->element_size = clang_Type_getSizeOf(pointee);
		result->too_variable = result->variable;
	}
	result->is_const = is_const;
	result->is_volatile = is_volatile;
}

/* va_list is an array of a struct whose name no program can write. */
static const struct ctype *list_type(struct walk *walk, bool parameter)
{
	struct ctype *result = ARENA_NEW(walk->source->arena, struct ctype);
	result->class = parameter ? TYPE_POINTER : TYPE_OTHER;
	result->spelling = parameter ? "__typeof__(&(*(__builtin_va_list *)0)[0])" : "__builtin_va_list";
	result->size = (long long)sizeof(void *);
	return result;
}

const struct ctype *survey_type(struct walk *walk, CXType type, bool parameter)
{
	struct ctype *result = ARENA_NEW(walk->source->arena, struct ctype);
	CXType canonical = clang_getCanonicalType(type);

	if (is_array_kind(canonical.kind) && strstr(source_string(walk->source, clang_getTypeSpelling(canonical)), "__va_list_tag"))
		return list_type(walk, parameter);

	result->spelling = spelling_of(walk, type);
	result->class = survey_class_of(type);
	result->size = clang_Type_getSizeOf(canonical);
	result->is_const = clang_isConstQualifiedType(canonical);
	result->is_volatile = clang_isVolatileQualifiedType(canonical);
	result->is_atomic = canonical.kind == CXType_Atomic;
	if (parameter && result->class == TYPE_ARRAY) {
		/* a parameter declared as an array is a pointer to the element */
		CXType element = clang_getArrayElementType(is_array_kind(type.kind) ? type : canonical);
		result->class = TYPE_POINTER;
		result->size = (long long)sizeof(void *);
		result->is_const = false;
		if (survey_class_of(element) == TYPE_ARRAY) {
			read_dimensions(walk, result, element);
			result->is_const = false;
			const char *sizes = "";
			for (int i = 0; i < result->rank; i++)
				sizes = arena_printf(walk->source->arena, "%s[%s]", sizes, result->extents[i] ? result->extents[i] : "");
			result->variable = variably_modified(element);
			result->spelling = arena_printf(walk->source->arena, "%s (*)%s", result->element, sizes);
		} else {
			const char *name = spelling_of(walk, element);
			bool star = name[0] && name[strlen(name) - 1] == '*';
			result->spelling = strstr(name, "(*)") ? ctype_declare_spelling(walk->source->arena, name, "*")
							       : arena_printf(walk->source->arena, "%s%s*", name, star ? "" : " ");
			result->too_variable = variably_modified(element);
			result->element = name;
			result->element_class = survey_class_of(element);
			result->element_size = clang_Type_getSizeOf(element);
		}
		return result;
	}
	if (result->class == TYPE_ARRAY) {
		read_dimensions(walk, result, type);
		result->variable = variably_modified(type);
	} else if (result->class == TYPE_POINTER) {
		CXType pointee = clang_getPointeeType(type.kind == CXType_Pointer ? type : canonical);
		result->variable = variably_modified(type);
		read_pointee(walk, result, pointee);
	}
	return result;
}

/* A type without a name, spelled through the variable that has it. */
const struct ctype *survey_type_by_name(struct arena *arena, const struct variable *variable)
{
	struct ctype *type = ARENA_NEW(arena, struct ctype);
	*type = *variable->type;
	type->spelling = arena_printf(arena, "__typeof__(%s)", variable->name);
	const char *element = variable->name;
	for (int i = 0; i < type->rank + (type->class == TYPE_POINTER); i++)
		element = arena_printf(arena, "%s[0]", element);
	type->element = arena_printf(arena, "__typeof__(%s)", element);
	return type;
}

/* ---------------------------------------------------------------------------------------------- atomic constructs */

void survey_add_typed(struct walk *walk, CXCursor cursor)
{
	CXSourceRange extent = clang_getCursorExtent(cursor);
	unsigned start = source_file_offset(clang_getRangeStart(extent));
	if (start < walk->atomic.start || start >= walk->atomic.end)
		return;
	CXType type = clang_getUnqualifiedType(clang_getCursorType(cursor));
	/* the name of a built-in function: libclang crashes when it is asked for the size */
	if (clang_getCanonicalType(type).kind == CXType_Unexposed)
		return;
	struct typed_expression *typed = ARENA_NEW(walk->source->arena, struct typed_expression);
	typed->start = start;
	typed->end = source_file_offset(clang_getRangeEnd(extent));
	typed->spelling = spelling_of(walk, type);
	typed->class = survey_class_of(type);
	typed->size = clang_Type_getSizeOf(type);
	typed->is_atomic = clang_getCanonicalType(type).kind == CXType_Atomic;
	CXCursor referenced = clang_getCursorReferenced(cursor);
	typed->converted = clang_getCursorKind(cursor) == CXCursor_UnexposedExpr;
	typed->bit_field = clang_getCursorKind(referenced) == CXCursor_FieldDecl && clang_Cursor_isBitField(referenced);
	typed->next = walk->survey->typed;
	walk->survey->typed = typed;
}

/* An expression, its implicit conversions and, where a macro holds it, what it is made of have one place.  The outermost was
   recorded first and comes last. */
const struct typed_expression *survey_type_of(const struct survey *survey, unsigned start, unsigned end)
{
	const struct typed_expression *found = NULL;
	for (const struct typed_expression *typed = survey->typed; typed; typed = typed->next)
		if (typed->start == start && typed->end == end && (!found || !typed->converted))
			found = typed;
	return found;
}
