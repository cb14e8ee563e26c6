/* allocation.c - what a pointer points to, told from allocations and calls in the same file. */
#include "allocation_internal.h"
#include "rotation.h"

#include <string.h>

enum { DEEPEST = 6, MOST_EXPANSIONS = 16 };

/* ---------------------------------------------------------------------------------------------- the file */

CXCursor without_casts(struct arena *arena, CXCursor cursor)
{
	cursor = access_plain(arena, cursor);
	while (clang_getCursorKind(cursor) == CXCursor_CStyleCastExpr) {
		struct access_children children = access_children(arena, cursor);
		cursor = access_plain(arena, children.items[children.count - 1]);
	}
	return cursor;
}

bool is_null_pointer(struct arena *arena, CXCursor value)
{
	value = without_casts(arena, value);
	CXEvalResult result = clang_getCursorKind(value) == CXCursor_IntegerLiteral ? clang_Cursor_Evaluate(value) : NULL;
	bool zero = result && clang_EvalResult_getKind(result) == CXEval_Int && clang_EvalResult_getAsLongLong(result) == 0;
	if (result)
		clang_EvalResult_dispose(result);
	return zero;
}

static void add_assignment(struct allocations *all, CXCursor variable, CXCursor value, bool declared)
{
	struct assignment *assignment = ARENA_NEW(all->arena, struct assignment);
	if (is_null_pointer(all->arena, value))
		return;
	variable = clang_getCanonicalCursor(variable);
	unsigned hash = clang_hashCursor(variable);
	*assignment = (struct assignment){
		.next = all->assignments[hash % ASSIGNMENT_BUCKETS],
		.hash = hash,
		.declared = declared,
		.in_loop = all->loops > 0,
		.seldom = all->conditions > 0,
		.plain = all->plain,
		.block = all->block,
		.offset = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(value))),
		.variable = variable,
		.value = value,
	};
	all->assignments[hash % ASSIGNMENT_BUCKETS] = assignment;
	*all->tail = assignment;
	all->tail = &assignment->later;
}

static void add_stored(struct allocations *all, CXCursor value)
{
	struct assignment *assignment = ARENA_NEW(all->arena, struct assignment);
	*assignment = (struct assignment){.next = all->stored, .value = value};
	all->stored = assignment;
}

static bool is_pointer(CXCursor cursor)
{
	return clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Pointer;
}

static struct own_function *own_function(struct allocations *all, CXCursor function)
{
	function = clang_getCanonicalCursor(function);
	for (struct own_function *f = all->functions; f; f = f->next)
		if (clang_equalCursors(f->cursor, function))
			return f;
	struct own_function *f = ARENA_NEW(all->arena, struct own_function);
	*f = (struct own_function){.next = all->functions, .cursor = function, .in_header = !source_contains(all->source, clang_getCursorLocation(function))};
	return all->functions = f;
}

static void note_function(struct allocations *all, CXCursor cursor)
{
	if (!clang_isCursorDefinition(cursor))
		return;
	struct own_function *f = own_function(all, cursor);
	CXString name = clang_getCursorSpelling(cursor);
	f->start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	f->is_static = clang_Cursor_getStorageClass(cursor) == CX_SC_Static;
	all->has_main |= !strcmp(clang_getCString(name), "main");
	clang_disposeString(name);
}

static enum CXChildVisitResult gather(CXCursor cursor, CXCursor parent, CXClientData data);

static void gather_block(struct allocations *all, CXCursor cursor)
{
	unsigned outer = all->block;
	all->block = ++all->blocks;
	clang_visitChildren(cursor, gather, all);
	all->block = outer;
}

/* A declaration's variables, or the sides of a comma. */
static void gather_parts(struct allocations *all, CXCursor cursor)
{
	struct access_children parts = access_children(all->arena, cursor);
	bool plain = all->plain;
	for (unsigned i = 0; i < parts.count; i++) {
		all->part = plain;
		if (gather(parts.items[i], cursor, all) == CXChildVisit_Recurse)
			clang_visitChildren(parts.items[i], gather, all);
	}
}

/* What is in a loop or under a condition, which is counted. */
static void gather_in(struct allocations *all, CXCursor cursor, int *count)
{
	++*count;
	clang_visitChildren(cursor, gather, all);
	--*count;
}

static enum CXChildVisitResult gather(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct allocations *all = data;
	all->plain = all->part || clang_getCursorKind(parent) == CXCursor_CompoundStmt;
	all->part = false;
	if (!source_contains(all->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_FunctionDecl: note_function(all, cursor); break;
	case CXCursor_CompoundStmt: gather_block(all, cursor); return CXChildVisit_Continue;
	case CXCursor_ForStmt:
	case CXCursor_WhileStmt:
	case CXCursor_DoStmt: gather_in(all, cursor, &all->loops); return CXChildVisit_Continue;
	case CXCursor_IfStmt:
	case CXCursor_SwitchStmt:
	case CXCursor_ConditionalOperator:
		if (all->loops == 0)
			break;
		gather_in(all, cursor, &all->conditions);
		return CXChildVisit_Continue;
	case CXCursor_VarDecl: {
		CXCursor value = clang_Cursor_getVarDeclInitializer(cursor);
		if (is_pointer(cursor) && !clang_Cursor_isNull(value))
			add_assignment(all, cursor, value, true);
		else if (!clang_Cursor_isNull(value) && clang_getCursorKind(access_plain(all->arena, value)) == CXCursor_InitListExpr)
			add_stored(all, value);
		break;
	}
	case CXCursor_DeclStmt: gather_parts(all, cursor); return CXChildVisit_Continue;
	case CXCursor_BinaryOperator:
		if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Comma) {
			gather_parts(all, cursor);
			return CXChildVisit_Continue;
		}
		if (clang_getCursorBinaryOperatorKind(cursor) == CXBinaryOperator_Assign && is_pointer(cursor)) {
			struct access_children sides = access_children(all->arena, cursor);
			CXCursor left = access_plain(all->arena, sides.items[0]);
			if (clang_getCursorKind(left) == CXCursor_DeclRefExpr)
				add_assignment(all, clang_getCursorReferenced(left), sides.items[1], false);
			else
				add_stored(all, sides.items[1]);
		}
		break;
	case CXCursor_CallExpr: {
		struct access_children children = access_children(all->arena, cursor);
		CXCursor function = children.count ? access_plain(all->arena, children.items[0]) : cursor;
		CXCursor declared = clang_getCursorReferenced(function);
		if (clang_getCursorKind(function) != CXCursor_DeclRefExpr || clang_getCursorKind(declared) != CXCursor_FunctionDecl)
			break;
		struct call_site *call = ARENA_NEW(all->arena, struct call_site);
		unsigned offset = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
		*call = (struct call_site){all->calls, clang_getCanonicalCursor(declared), cursor, offset};
		all->calls = call;
		all->callee = source_file_offset(clang_getCursorLocation(function));
		break;
	}
	case CXCursor_DeclRefExpr: {
		CXCursor declared = clang_getCursorReferenced(cursor);
		if (clang_getCursorKind(declared) == CXCursor_FunctionDecl && source_file_offset(clang_getCursorLocation(cursor)) != all->callee)
			own_function(all, declared)->named = true;
		break;
	}
	default: break;
	}
	return CXChildVisit_Recurse;
}

struct allocations *allocations_of(struct survey *survey)
{
	if (!survey->allocations) {
		struct arena *arena = survey->source->arena;
		struct allocations *all = ARENA_NEW(arena, struct allocations);
		*all = (struct allocations){.arena = arena, .source = survey->source, .callee = ~0u};
		all->tail = &all->first;
		clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), gather, all);
		survey->allocations = all;
	}
	return survey->allocations;
}

/* The function that starts at an offset, when all of its calls are in the file: it is static, or the file has main and no header
   declares the function.  Null: there may be others. */
static const struct own_function *closed_function(const struct allocations *all, const struct function *function)
{
	for (const struct own_function *f = all->functions; f && function; f = f->next)
		if (f->start == function->start)
			return !f->named && (f->is_static || (all->has_main && !f->in_header)) ? f : NULL;
	return NULL;
}

/* ---------------------------------------------------------------------------------------------- sizes */

/* The number of elements in a number of bytes. */
static const struct polynomial *elements(struct polynomials *p, const struct polynomial *bytes, long long size)
{
	const struct polynomial *result = NULL;
	for (; bytes; bytes = bytes->next) {
		struct polynomial *term = ARENA_NEW(p->arena, struct polynomial);
		*term = *bytes;
		term->next = NULL;
		p->good &= size > 0 && term->factor % size == 0;
		if (!p->good)
			return NULL;
		term->factor /= size;
		result = polynomial_add(p, result, term, 1);
	}
	return result;
}

static bool keep_values(const struct survey *survey, const struct polynomial *a, unsigned offset)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (!accesses_keeps_value(survey, a->variables[i], offset))
				return false;
	return true;
}

/* The same number where each variable that keeps the value it is declared with is that value.  False: there is none. */
static bool expand(struct survey *survey, struct polynomials *p, const struct polynomial **a)
{
	struct access_walk walk = {.survey = survey, .arena = p->arena};
	for (const struct polynomial *term = *a; term; term = term->next)
		for (int i = 0; i < term->degree; i++) {
			const struct variable *variable = term->variables[i];
			struct polynomials trial = {p->arena, true};
			CXCursor value = variable->storage == STORAGE_AUTO ? clang_Cursor_getVarDeclInitializer(variable->cursor) : clang_getNullCursor();
			if (clang_Cursor_isNull(value) || !accesses_keeps_value(survey, variable, 0))
				continue;
			/* `int bytes = n * sizeof(x)`: a size that does not fit there would be none that the program can use */
			const struct polynomial *number = access_polynomial(&walk, &trial, access_plain(p->arena, value)), *factor, *rest;
			if (!trial.good || !keep_values(survey, number, variable->declared) || !polynomial_split(p, *a, variable, &factor, &rest))
				continue;
			*a = polynomial_add(p, rest, polynomial_multiply(p, factor, number), 1);
			return p->good;
		}
	return false;
}

/* Elements of that size, variables being looked into where that is necessary.  Null, with *good false: it is not known. */
static const struct polynomial *count_of(struct survey *survey, const struct polynomial *bytes, long long size, bool *good)
{
	struct arena *arena = survey->source->arena;
	*good = true;
	for (int i = 0; i < MOST_EXPANSIONS; i++) {
		struct polynomials p = {arena, true};
		const struct polynomial *count = elements(&p, bytes, size);
		if (p.good)
			return count;
		p.good = true;
		if (!expand(survey, &p, &bytes))
			break;
	}
	*good = false;
	return NULL;
}

static long long element_size(const struct variable *pointer)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(pointer->cursor));
	CXType element = type.kind == CXType_Pointer ? clang_getPointeeType(type) : clang_getArrayElementType(type);
	return clang_Type_getSizeOf(element);
}

/* ---------------------------------------------------------------------------------------------- pointers */

bool accesses_is_own_global(struct survey *survey, const struct variable *variable)
{
	const struct allocations *all = allocations_of(survey);
	if (variable->storage != STORAGE_GLOBAL || !survey->source->every_function || !variable->declarations)
		return false;
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		if (!d->in_file || d->is_extern || !(d->is_static || all->has_main))
			return false;
	for (unsigned i = 0; i < survey->reference_count; i++)
		if (survey->references[i].variable == variable && survey->references[i].access & ACCESS_ADDRESS)
			return false;
	return true;
}

const struct assignment *only_assignment(struct survey *survey, const struct variable *pointer)
{
	const struct allocations *all = allocations_of(survey);
	const struct assignment *only = NULL;
	unsigned found = 0, assigned = 0, writes = 0, nulls = 0, hash = clang_hashCursor(pointer->cursor);
	if ((pointer->storage != STORAGE_AUTO && !accesses_is_own_global(survey, pointer)) || pointer->address_taken || pointer->type->class != TYPE_POINTER)
		return NULL;
	for (const struct assignment *a = all->assignments[hash % ASSIGNMENT_BUCKETS]; a; a = a->next) {
		if (a->hash != hash || !clang_equalCursors(a->variable, pointer->cursor))
			continue;
		only = a;
		found += a->seldom ? 2 : 1;
		assigned += !a->declared;
	}
	for (unsigned i = 0; i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->variable != pointer || !(reference->access & ACCESS_WRITE))
			continue;
		unsigned token = source_token_at(survey->source, reference->offset);
		bool to_null = source_token_is(survey->source, token + 1, "=") &&
			       (source_token_is(survey->source, token + 2, "NULL") || source_token_is(survey->source, token + 2, "0"));
		nulls += to_null;
		writes++;
	}
	return found == 1 && writes - nulls == assigned ? only : NULL;
}

static bool only_value(struct survey *survey, const struct variable *pointer, CXCursor *value)
{
	const struct assignment *only = only_assignment(survey, pointer);
	if (only)
		*value = only->value;
	return only != NULL;
}

bool allocated_bytes(struct survey *survey, struct polynomials *p, CXCursor call, const struct polynomial **bytes)
{
	struct access_walk walk = {.survey = survey, .arena = p->arena};
	const char *name = allocator_name(survey, call);
	if (!name && (!allocation_returned(&walk, call, &call) || !(name = allocator_name(survey, call))))
		return false;
	struct access_children children = access_children(p->arena, call);
	*bytes = access_polynomial(&walk, p, children.items[strcmp(name, "aligned_alloc") ? 1 : 2]);
	if (!strcmp(name, "calloc"))
		*bytes = polynomial_multiply(p, *bytes, access_polynomial(&walk, p, children.items[2]));
	return true;
}

bool assignment_allocates(struct survey *survey, const struct assignment *assignment, const struct polynomial **bytes, bool *known, bool *is_new)
{
	struct polynomials p = {survey->source->arena, true};
	CXCursor value = without_casts(p.arena, assignment->value);
	if (!allocated_bytes(survey, &p, value, bytes))
		return false;
	*known = p.good && keep_values(survey, *bytes, assignment->offset);
	const char *name = allocator_name(survey, value);
	*is_new = name && strcmp(name, "calloc") != 0;
	return true;
}

bool accesses_allocation(struct survey *survey, const struct variable *pointer, unsigned offset, const struct polynomial **count, bool *counted)
{
	struct polynomials p = {survey->source->arena, true};
	const struct polynomial *bytes = NULL;
	CXCursor value;
	*counted = false;
	if (!only_value(survey, pointer, &value))
		return false;
	CXCursor call = without_casts(p.arena, value);
	unsigned place = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(call)));
	if ((pointer->function && place >= offset) || !allocated_bytes(survey, &p, call, &bytes))
		return false;
	*count = p.good ? count_of(survey, bytes, element_size(pointer), counted) : NULL;
	*counted = *counted && keep_values(survey, *count, place);
	return true;
}

bool accesses_is_new(struct survey *survey, const struct variable *pointer)
{
	const struct rotation *rotation = rotation_of(survey, pointer);
	CXCursor value;
	if (rotation || !only_value(survey, pointer, &value))
		return rotation && rotation->is_new;
	value = without_casts(survey->source->arena, value);
	const char *name = allocator_name(survey, value);
	return name && strcmp(name, "calloc") != 0;
}

/* ---------------------------------------------------------------------------------------------- objects */

static bool object_bytes(struct survey *survey, const struct variable *pointer, unsigned offset, int depth, const struct polynomial **bytes);

const struct variable *plain_variable(struct survey *survey, CXCursor cursor)
{
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena};
	return access_variable(&walk, without_casts(walk.arena, cursor));
}

bool variable_bytes(struct survey *survey, const struct variable *variable, unsigned offset, int depth, const struct polynomial **bytes)
{
	struct polynomials p = {survey->source->arena, true};
	if (!variable || variable->of)
		return false;
	if (variable->type->class == TYPE_POINTER)
		return object_bytes(survey, variable, offset, depth + 1, bytes);
	if (variable->type->class != TYPE_ARRAY || variable->type->size <= 0 || variable->type->size >= 1 << 30)
		return false;
	*bytes = polynomial_constant(&p, variable->type->size);
	return p.good;
}

/* The parameter that stands for the caller's variable in a call.  Null: none, or it changes. */
static const struct variable *parameter_for(struct survey *survey, CXCursor call, CXCursor definition, const struct variable *variable)
{
	struct access_walk walk = {.survey = survey, .arena = survey->source->arena};
	struct access_children children = access_children(walk.arena, call);
	for (unsigned i = 1; i < children.count && (int)i <= clang_Cursor_getNumArguments(definition); i++) {
		if (access_variable(&walk, access_plain(walk.arena, children.items[i])) != variable)
			continue;
		CXCursor parameter = clang_Cursor_getArgument(definition, i - 1);
		const struct variable *found = access_declared(&walk, parameter);
		if (found && access_is_integer(parameter) && found->function && accesses_keeps_value(survey, found, 0))
			return found;
	}
	return NULL;
}

/* The caller's number in the parameters of the function that it calls. */
static const struct polynomial *in_parameters(struct survey *survey, struct polynomials *p, CXCursor call, CXCursor definition,
					      const struct polynomial *a)
{
	const struct polynomial *sum = NULL;
	for (; a && p->good; a = a->next) {
		const struct polynomial *term = polynomial_constant(p, a->factor);
		for (int i = 0; i < a->degree && p->good; i++) {
			const struct variable *parameter = parameter_for(survey, call, definition, a->variables[i]);
			p->good &= parameter != NULL;
			if (parameter)
				term = polynomial_multiply(p, term, polynomial_variable(p, parameter));
		}
		sum = polynomial_add(p, sum, term, 1);
	}
	return sum;
}

/* What one call gives for the parameter with that number. */
static bool given_bytes(struct survey *survey, const struct call_site *call, CXCursor definition, unsigned number, int depth,
			const struct polynomial **bytes)
{
	struct arena *arena = survey->source->arena;
	struct access_children children = access_children(arena, call->cursor);
	const struct polynomial *number_of_bytes;
	if (number + 1 >= children.count ||
	    !variable_bytes(survey, plain_variable(survey, children.items[number + 1]), call->offset, depth, &number_of_bytes))
		return false;
	for (int i = 0; i < MOST_EXPANSIONS; i++) {
		struct polynomials p = {arena, true};
		*bytes = in_parameters(survey, &p, call->cursor, definition, number_of_bytes);
		if (p.good)
			return true;
		p.good = true;
		if (!expand(survey, &p, &number_of_bytes))
			return false;
	}
	return false;
}

static int parameter_number(const struct variable *parameter, CXCursor definition)
{
	for (int i = 0; i < clang_Cursor_getNumArguments(definition); i++)
		if (clang_equalCursors(clang_getCanonicalCursor(clang_Cursor_getArgument(definition, (unsigned)i)), parameter->cursor))
			return i;
	return -1;
}

/* What all calls give. */
static bool parameter_bytes(struct survey *survey, const struct variable *parameter, int depth, const struct polynomial **bytes)
{
	const struct allocations *all = allocations_of(survey);
	const struct own_function *function = closed_function(all, parameter->function);
	if (!function || !accesses_keeps_value(survey, parameter, 0))
		return false;
	CXCursor definition = clang_getCursorDefinition(function->cursor);
	int number = parameter_number(parameter, definition);
	bool any = false;
	for (const struct call_site *call = all->calls; call && number >= 0; call = call->next) {
		const struct polynomial *given;
		if (!clang_equalCursors(call->function, function->cursor))
			continue;
		if (!given_bytes(survey, call, definition, (unsigned)number, depth, &given) || (any && !polynomial_equal(given, *bytes)))
			return false;
		*bytes = given;
		any = true;
	}
	return any;
}

/* The bytes of the object to whose beginning the pointer leads, in variables that keep their values. */
static bool object_bytes(struct survey *survey, const struct variable *pointer, unsigned offset, int depth, const struct polynomial **bytes)
{
	struct polynomials p = {survey->source->arena, true};
	CXCursor value;
	if (depth > DEEPEST)
		return false;
	const struct rotation *rotation = rotation_of(survey, pointer);
	if (rotation && rotation_has_name(rotation, pointer)) {
		*bytes = rotation->bytes;
		return rotation->sized && offset > rotation->from;
	}
	if (pointer->storage == STORAGE_PARAMETER)
		return parameter_bytes(survey, pointer, depth, bytes);
	if (!only_value(survey, pointer, &value))
		return false;
	value = without_casts(p.arena, value);
	unsigned place = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(value)));
	if (pointer->function && place >= offset)
		return false;
	if (allocated_bytes(survey, &p, value, bytes))
		return p.good && keep_values(survey, *bytes, place);
	return pointer->function && variable_bytes(survey, plain_variable(survey, value), place, depth, bytes);
}

const struct variable *accesses_root(struct survey *survey, const struct variable *pointer)
{
	for (int depth = 0; depth < DEEPEST && pointer->type->class == TYPE_POINTER; depth++) {
		const struct assignment *copy = pointer->of ? NULL : only_assignment(survey, pointer), *first;
		if (!copy)
			break;
		const struct variable *from = plain_variable(survey, copy->value);
		enum ctype_class class = from ? from->type->class : TYPE_OTHER;
		bool keeps = class == TYPE_ARRAY || (class == TYPE_POINTER && from->storage == STORAGE_PARAMETER && accesses_keeps_value(survey, from, 0)) ||
			     (class == TYPE_POINTER && (first = only_assignment(survey, from)) != NULL && (copy->declared || !first->in_loop));
		if (!keeps || from->of || from == pointer || !pointer->function || (class == TYPE_POINTER && !from->function))
			break;
		pointer = from;
	}
	return pointer;
}

bool accesses_object(struct survey *survey, const struct variable *pointer, unsigned offset, const struct polynomial **count)
{
	const struct polynomial *bytes;
	bool counted = false;
	if (pointer->type->class == TYPE_POINTER && !pointer->of && object_bytes(survey, pointer, offset, 0, &bytes))
		*count = count_of(survey, bytes, element_size(pointer), &counted);
	return counted;
}

bool accesses_given_apart(struct survey *survey, const struct variable *a, const struct variable *b,
			  bool (*may_overlap)(struct survey *, const struct variable *, const struct variable *, unsigned))
{
	struct allocations *all = allocations_of(survey);
	bool both = a->storage == STORAGE_PARAMETER && b->storage == STORAGE_PARAMETER;
	const struct variable *parameter = a->storage == STORAGE_PARAMETER ? a : b, *other = parameter == a ? b : a;
	const struct own_function *function = !both || a->function == b->function ? closed_function(all, parameter->function) : NULL;
	if (!function || parameter->storage != STORAGE_PARAMETER || !accesses_keeps_value(survey, parameter, 0) ||
	    (both && !accesses_keeps_value(survey, other, 0)) || all->depth > DEEPEST)
		return false;
	CXCursor definition = clang_getCursorDefinition(function->cursor);
	int first = parameter_number(parameter, definition), second = both ? parameter_number(other, definition) : first;
	for (const struct call_site *call = all->calls; call; call = call->next) {
		if (!clang_equalCursors(call->function, function->cursor))
			continue;
		struct access_children children = access_children(all->arena, call->cursor);
		unsigned last = (unsigned)(first > second ? first : second) + 1;
		const struct variable *x = last < children.count ? plain_variable(survey, children.items[first + 1]) : NULL;
		const struct variable *y = !both ? other : last < children.count ? plain_variable(survey, children.items[second + 1]) : NULL;
		all->depth++;
		bool apart = x && y && x != y && !x->of && !y->of && !may_overlap(survey, x, y, call->offset);
		all->depth--;
		if (!apart)
			return false;
	}
	return true;
}
