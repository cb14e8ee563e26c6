#include "locator.h"

#include "constant.h"
#include "diagnostic.h"
#include "scan.h"
#include "survey_internal.h"

#include <stdlib.h>
#include <string.h>

/* An lvalue that is being read: text so far, and what is known of the object it means. */
struct object {
	const struct variable *variable;
	const char *text;
	CXType type;
	bool decayed;                /* a parameter of array type: a pointer */
	bool bit_field;
	const char *pointer;         /* the object is reached through this lvalue */
	const char *record, *record_pointer, *member; /* of the object itself; null record: it is no member */
	const char *pointer_record, *pointer_record_pointer; /* of the pointer */
	struct map_dimension dimensions[TYPE_MAX_RANK];
	int rank;
	bool section, unbounded;
	const char *shape[TYPE_MAX_RANK]; /* what a shaping operator says, of which the first `shaped` are used up */
	int shape_rank, shaped;
	const char *index;           /* of the element of a shaped pointer */
};

struct reading {
	const struct survey *survey;
	struct arena *arena;
	const char *at, *end;
	const char *whole, *clause;
	unsigned place, offset;
	const struct directive_name *also;
	struct walk *walk;           /* for types as text */
};

static bool fail(struct reading *r, const char *why)
{
	error_at(r->survey->source, r->offset, "'%s' in '%s' %s", r->whole, r->clause, why);
	return false;
}

static struct lexeme peek(const struct reading *r)
{
	return scan(r->at, r->end);
}

static bool take(struct reading *r, const char *spelling)
{
	struct lexeme word = peek(r);
	if (!lexeme_is(word, spelling))
		return false;
	r->at = word.start + word.length;
	return true;
}

static CXType canonical(CXType type)
{
	return clang_getUnqualifiedType(clang_getCanonicalType(type));
}

static bool is_pointer(const struct object *object)
{
	return object->decayed || canonical(object->type).kind == CXType_Pointer;
}

static CXType element_of(CXType type)
{
	return clang_getArrayElementType(clang_getCanonicalType(type));
}

/* What the pointer points to becomes the object. */
static void follow(struct object *object, const char *text)
{
	object->type = object->decayed ? element_of(object->type) : clang_getPointeeType(clang_getCanonicalType(object->type));
	object->decayed = false;
	object->pointer = object->text;
	object->pointer_record = object->record;
	object->pointer_record_pointer = object->record_pointer;
	object->record = object->record_pointer = object->member = NULL;
	object->text = text;
	object->rank = 0;
	object->section = false;
}

/* ---------------------------------------------------------------------------------------------- types by name */

struct type_search {
	const struct survey *survey;
	const char *name;
	bool tag;
	unsigned place;
	CXType found;
};

static enum CXChildVisitResult visit_type(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct type_search *search = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	bool tag = kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl;
	(void)parent;
	if (kind == CXCursor_FunctionDecl || kind == CXCursor_CompoundStmt || kind == CXCursor_DeclStmt) {
		CXSourceRange extent = clang_getCursorExtent(cursor);
		bool inside = source_contains(search->survey->source, clang_getCursorLocation(cursor)) &&
			      source_expansion_offset(clang_getRangeStart(extent)) < search->place &&
			      (kind == CXCursor_DeclStmt || search->place < source_expansion_offset(clang_getRangeEnd(extent)));
		return inside ? CXChildVisit_Recurse : CXChildVisit_Continue;
	}
	if (tag != search->tag || (!tag && kind != CXCursor_TypedefDecl))
		return CXChildVisit_Continue;
	CXString spelling = clang_getCursorSpelling(cursor);
	if (!strcmp(clang_getCString(spelling), search->name) &&
	    (!source_contains(search->survey->source, clang_getCursorLocation(cursor)) ||
	     source_expansion_offset(clang_getCursorLocation(cursor)) < search->place))
		search->found = clang_getCursorType(cursor);
	clang_disposeString(spelling);
	return CXChildVisit_Continue;
}

static CXType type_of_name(const struct survey *survey, const char *type, unsigned place)
{
	const char *end = type + strlen(type);
	struct lexeme word = scan(type, end);
	struct type_search search = {.survey = survey, .place = place, .found = {.kind = CXType_Invalid}};
	if (lexeme_is(word, "struct") || lexeme_is(word, "union") || lexeme_is(word, "enum")) {
		search.tag = true;
		word = scan(word.start + word.length, end);
	}
	search.name = arena_strndup(survey->source->arena, word.start, word.length);
	if (word.kind == LEX_WORD && scan(word.start + word.length, end).kind == LEX_END)
		clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), visit_type, &search);
	return search.found;
}

const char *survey_type_name(const struct survey *survey, const char *type, unsigned place, bool *is_record)
{
	CXType found = type_of_name(survey, type, place);
	if (found.kind == CXType_Invalid)
		return NULL;
	*is_record = canonical(found).kind == CXType_Record;
	return source_string(survey->source, clang_getTypeSpelling(canonical(found)));
}

/* ---------------------------------------------------------------------------------------------- members */

struct member_search {
	const char *name;
	CXCursor found;
};

static enum CXVisitorResult visit_member(CXCursor field, CXClientData data)
{
	struct member_search *search = data;
	CXString spelling = clang_getCursorSpelling(field);
	const char *name = clang_getCString(spelling);
	bool same = !strcmp(name, search->name), unnamed = !*name || strchr(name, '(');
	clang_disposeString(spelling);
	if (same)
		search->found = field;
	else if (unnamed) /* the members of a struct without a name are the outer struct's */
		clang_Type_visitFields(clang_getCanonicalType(clang_getCursorType(field)), visit_member, search);
	return same ? CXVisit_Break : CXVisit_Continue;
}

static CXCursor member_of(CXType record, const char *name)
{
	struct member_search search = {name, clang_getNullCursor()};
	clang_Type_visitFields(clang_getCanonicalType(record), visit_member, &search);
	return search.found;
}

static bool read_member(struct reading *r, struct object *object, bool arrow)
{
	struct lexeme word = peek(r);
	if (arrow) {
		if (!is_pointer(object))
			return fail(r, "has '->' after something that is no pointer");
		const char *pointer = object->text;
		follow(object, arena_printf(r->arena, "(*%s)", pointer));
	}
	if (canonical(object->type).kind != CXType_Record)
		return fail(r, "takes a member of something that is no struct or union");
	if (word.kind != LEX_WORD)
		return fail(r, "has no name of a member after '.' or '->'");
	r->at = word.start + word.length;
	const char *name = arena_strndup(r->arena, word.start, word.length);
	CXCursor field = member_of(object->type, name);
	if (clang_Cursor_isNull(field))
		return fail(r, arena_printf(r->arena, "names no member: there is no '%s' in '%s'", name,
					    source_string(r->survey->source, clang_getTypeSpelling(object->type))));
	if (!object->record) {
		object->record = object->pointer ? object->text : object->variable ? object->variable->name : r->also->name;
		object->record_pointer = object->pointer;
	}
	object->text = arrow ? arena_printf(r->arena, "%s->%s", object->pointer, name) : arena_printf(r->arena, "%s.%s", object->text, name);
	object->member = object->text;
	object->type = clang_getCursorType(field);
	object->bit_field = clang_Cursor_isBitField(field);
	object->rank = 0;
	object->section = false;
	return true;
}

/* ---------------------------------------------------------------------------------------------- subscripts */

static const char *piece(struct reading *r, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return start < end ? arena_strndup(r->arena, start, (size_t)(end - start)) : NULL;
}

static const char *bracketed(struct arena *arena, const char *text)
{
	const char *end = text + strlen(text);
	struct lexeme first = scan(text, end);
	if (scan(first.start + first.length, end).kind == LEX_END || (lexeme_is(first, "(") && scan_closing(first.start, end) == end - 1))
		return text;
	return arena_printf(arena, "(%s)", text);
}

/* Elements of the dimension that is subscripted next; null when only a pointer is known. */
static const char *extent_of(struct reading *r, const struct object *object)
{
	if (object->shaped < object->shape_rank)
		return object->shape[object->shaped];
	CXType type = clang_getCanonicalType(object->type);
	if (object->decayed || type.kind == CXType_Pointer || type.kind == CXType_IncompleteArray)
		return NULL;
	if (type.kind == CXType_ConstantArray)
		return arena_printf(r->arena, "%lld", (long long)clang_getArraySize(type));
	return arena_printf(r->arena, "sizeof %s / sizeof %s[0]", object->text, object->text);
}

/* The first ':' that does not belong to a conditional operator; null: none. */
static const char *find_colon(const char *at, const char *end)
{
	int questions = 0;
	for (;; at++) {
		const char *colon = scan_find(at, end, ":"), *question = scan_find(at, end, "?");
		if (!colon || (questions == 0 && (!question || colon < question)))
			return colon;
		bool asks = question && question < colon;
		questions += asks ? 1 : -1;
		at = asks ? question : colon;
	}
}

/* What the numbers in a section show; what they do not show is seen when the program runs. */
static bool check_section(struct reading *r, const struct map_dimension *dimension)
{
	long long lower, length, stride, extent;
	if (!constant_value(dimension->length, &length))
		return true;
	if (length < 0)
		return fail(r, "has a section of negative length");
	if (!dimension->extent || !constant_value(dimension->lower, &lower) || !constant_value(dimension->stride, &stride) ||
	    !constant_value(dimension->extent, &extent) || stride < 1 || lower < 0 || extent < 1)
		return true;
	long long end = length > 0 ? lower + (length - 1) * stride + 1 : lower;
	if (end > extent && dimension->subscript && !strcmp(r->clause, "depend"))
		return true;
	if (end > extent && dimension->subscript)
		return fail(r, arena_printf(r->arena, "has element %lld of a dimension whose last element is %lld", lower, extent - 1));
	if (end > extent)
		return fail(r, arena_printf(r->arena, "has a section that reaches beyond the array: to element %lld, and the last one is %lld", end - 1, extent - 1));
	return true;
}

/* lower : length : stride, each of which may be missing. */
static bool read_dimension(struct reading *r, const char *start, const char *end, struct map_dimension *dimension)
{
	const char *colon = find_colon(start, end);
	if (!colon) {
		dimension->lower = piece(r, start, end);
		dimension->subscript = true;
		dimension->length = dimension->stride = "1";
		dimension->whole = dimension->extent && !strcmp(dimension->extent, "1");
		return dimension->lower ? check_section(r, dimension) : fail(r, "has an empty subscript");
	}
	const char *second = find_colon(colon + 1, end), *length_end = second ? second : end;
	const char *lower = piece(r, start, colon), *length = piece(r, colon + 1, length_end);
	const char *stride = second ? piece(r, second + 1, end) : NULL, *extent = dimension->extent;
	dimension->lower = lower ? lower : "0";
	dimension->stride = stride ? stride : "1";
	if (!length && !extent && !lower && !stride) {
		dimension->length = "0";
		dimension->unbounded = true;
		return true;
	}
	if (!length && !extent)
		return fail(r, "needs the length of its section, as in x[0:n]: the size of what it points to is not known");
	bool from_start = !lower || !strcmp(lower, "0"), unit = !strcmp(dimension->stride, "1");
	dimension->whole = from_start && unit && (!length || (extent && !strcmp(length, extent)));
	if (!length) {
		length = from_start ? extent : arena_printf(r->arena, "%s - %s", bracketed(r->arena, extent), bracketed(r->arena, lower));
		if (!unit)
			length = arena_printf(r->arena, "(%s + %s - 1) / %s", bracketed(r->arena, length), bracketed(r->arena, stride),
					      bracketed(r->arena, stride));
	}
	dimension->length = length;
	return check_section(r, dimension);
}

/* The element of a shaped pointer that the subscripts so far lead to. */
static void move_in_shape(struct reading *r, struct object *object, const char *lower)
{
	const char *extent = object->shape[object->shaped++];
	object->index = object->index ? arena_printf(r->arena, "(%s) * %s + %s", object->index, bracketed(r->arena, extent), bracketed(r->arena, lower))
				      : lower;
	if (object->shaped < object->shape_rank)
		return;
	const char *text = arena_printf(r->arena, "%s[%s]", object->text, object->index);
	int rank = object->rank;
	bool section = object->section;
	follow(object, text);
	object->rank = rank;
	object->section = section;
}

static bool read_subscript(struct reading *r, struct object *object, const char *open)
{
	const char *close = scan_closing(open, r->end);
	if (!close)
		return fail(r, "has a '[' without ']'");
	bool shaped = object->shaped < object->shape_rank;
	if (!shaped && !is_pointer(object) && !survey_is_array(object->type))
		return fail(r, "has a subscript after something that is neither an array nor a pointer");
	struct map_dimension dimension = {.extent = extent_of(r, object)};
	if (!read_dimension(r, open + 1, close, &dimension))
		return false;
	if (object->rank == TYPE_MAX_RANK)
		return fail(r, "has too many dimensions");
	r->at = close + 1;
	if (shaped) {
		object->section |= !dimension.subscript;
		object->dimensions[object->rank++] = dimension;
		move_in_shape(r, object, dimension.lower);
		return true;
	}
	const char *text = arena_printf(r->arena, "%s[%s]", object->text, dimension.lower);
	if (is_pointer(object)) {
		if (object->section)
			return fail(r, "goes on after a section of pointers");
		follow(object, text);
	} else {
		object->type = element_of(object->type);
		object->text = text;
	}
	object->unbounded |= dimension.unbounded;
	object->section |= !dimension.subscript;
	object->dimensions[object->rank++] = dimension;
	return true;
}

/* ---------------------------------------------------------------------------------------------- the grammar */

static bool read_unary(struct reading *r, struct object *object);

static bool read_name(struct reading *r, struct object *object)
{
	struct lexeme word = peek(r);
	if (word.kind != LEX_WORD)
		return fail(r, "is not a variable, array section or member");
	r->at = word.start + word.length;
	object->text = arena_strndup(r->arena, word.start, word.length);
	if (r->also && lexeme_is(word, r->also->name)) {
		object->type = type_of_name(r->survey, r->also->type, r->place);
		return true;
	}
	object->variable = survey_lookup(r->survey, word.start, word.length, r->place);
	if (!object->variable && lexeme_is(peek(r), "("))
		return fail(r, "begins with a call: ppcc maps variables and what they point to");
	if (!object->variable)
		return fail(r, survey_declares(r->survey, word.start, word.length) ? "is not a variable" : "is not declared here");
	object->type = clang_getCursorType(object->variable->cursor);
	object->decayed = object->variable->storage == STORAGE_PARAMETER && survey_is_array(object->type);
	return true;
}

/* ([n][m])p: p as a pointer to an array of these dimensions. */
static bool read_shape(struct reading *r, struct object *object)
{
	const char *shape[TYPE_MAX_RANK];
	int rank = 0;
	while (!take(r, ")")) {
		const char *open = peek(r).start, *close = lexeme_is(peek(r), "[") ? scan_closing(open, r->end) : NULL;
		if (!close || rank == TYPE_MAX_RANK)
			return fail(r, "has a shape that is not written as ([n][m])");
		shape[rank] = piece(r, open + 1, close);
		if (!shape[rank++])
			return fail(r, "has a shape without a size");
		r->at = close + 1;
	}
	if (!read_unary(r, object))
		return false;
	if (!is_pointer(object))
		return fail(r, "gives a shape to something that is no pointer");
	memcpy(object->shape, shape, sizeof shape);
	object->shape_rank = rank;
	object->rank = 0;
	return true;
}

static bool read_primary(struct reading *r, struct object *object)
{
	if (!take(r, "("))
		return read_name(r, object);
	if (lexeme_is(peek(r), "["))
		return read_shape(r, object);
	if (!read_unary(r, object))
		return false;
	if (!take(r, ")"))
		return fail(r, "is not a variable, array section or member");
	return true;
}

static bool read_postfix(struct reading *r, struct object *object)
{
	if (!read_primary(r, object))
		return false;
	for (;;) {
		struct lexeme word = peek(r);
		bool good = true;
		if (lexeme_is(word, "["))
			good = read_subscript(r, object, word.start);
		else if (take(r, ".") || (word.kind == LEX_PUNCTUATOR && lexeme_is(word, "->") && take(r, "->")))
			good = !object->section ? read_member(r, object, *word.start == '-') : fail(r, "takes a member of a section");
		else
			return true;
		if (!good)
			return false;
	}
}

static bool read_unary(struct reading *r, struct object *object)
{
	if (!take(r, "*"))
		return read_postfix(r, object);
	if (!read_unary(r, object))
		return false;
	if (survey_is_array(object->type) && !object->decayed) {
		object->text = arena_printf(r->arena, "(*%s)", object->text);
		object->type = element_of(object->type);
		return true;
	}
	if (!is_pointer(object))
		return fail(r, "has '*' before something that is no pointer");
	follow(object, arena_printf(r->arena, "(*%s)", object->text));
	return true;
}

/* The dimensions of a shape that have no subscript are whole. */
static void finish_shape(struct reading *r, struct object *object)
{
	while (object->shaped < object->shape_rank && object->rank < TYPE_MAX_RANK) {
		const char *extent = object->shape[object->shaped];
		object->section = true;
		object->dimensions[object->rank++] = (struct map_dimension){.lower = "0", .length = extent, .stride = "1", .extent = extent, .whole = true};
		move_in_shape(r, object, "0");
	}
}

static void fill(struct reading *r, const struct object *object, struct locator *locator)
{
	struct object plain = *object;
	*locator = (struct locator){.variable = object->variable, .storage = object->text, .bit_field = object->bit_field,
				    .shaped = object->shape_rank > 0, .rank = object->rank, .section = object->section, .unbounded = object->unbounded, .member = object->member};
	memcpy(locator->dimensions, object->dimensions, sizeof locator->dimensions);
	locator->record = object->record ? object->record : object->pointer_record;
	locator->record_pointer = object->record ? object->record_pointer : object->pointer_record_pointer;
	locator->pointer = object->record ? NULL : object->pointer;
	locator->type = survey_type(r->walk, plain.type, object->decayed);
	locator->type_name = source_string(r->survey->source, clang_getTypeSpelling(canonical(plain.type)));
	enum CXTypeKind kind = canonical(plain.type).kind;
	locator->function = kind == CXType_FunctionProto || kind == CXType_FunctionNoProto || kind == CXType_Void;
}

bool survey_locator(const struct survey *survey, const char *text, const char *clause, unsigned place, unsigned offset,
		    const struct directive_name *also, struct locator *locator)
{
	struct reading r = {.survey = survey, .arena = survey->source->arena, .at = text, .end = text + strlen(text), .whole = text,
			    .clause = clause, .place = place, .offset = offset, .also = also};
	struct object object = {0};
	if (!read_unary(&r, &object))
		return false;
	if (peek(&r).kind != LEX_END)
		return fail(&r, "is not a variable, array section or member");
	finish_shape(&r, &object);
	r.walk = calloc(1, sizeof *r.walk);
	if (!r.walk)
		return fail(&r, "cannot be read: out of memory");
	r.walk->survey = (struct survey *)survey;
	r.walk->source = survey->source;
	fill(&r, &object, locator);
	free(r.walk);
	return true;
}
