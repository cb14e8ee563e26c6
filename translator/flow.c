#include "flow_internal.h"

#include <string.h>

static struct flow *build(struct flow_walk *walk, CXCursor cursor, struct flow *parent);

/* Notes in *list what the expression or declaration does. */
static void note(struct flow_walk *walk, CXCursor cursor, struct touch **list)
{
	while (*list)
		list = &(*list)->next;
	walk->tail = list;
	flow_touches(walk, cursor);
}

/* The end of what the cursor covers, with a ';' that belongs to it. */
static unsigned end_of(const struct survey *survey, CXCursor cursor)
{
	const struct source *source = survey->source;
	unsigned end = source_expansion_offset(clang_getRangeEnd(clang_getCursorExtent(cursor)));
	const struct invocation *invocation = survey_invocation(survey, end);
	if (invocation && end < invocation->end)
		end = invocation->end;
	unsigned token = source_program_token(source, source_token_at(source, end));
	bool ended = end > 0 && (source->text[end - 1] == ';' || source->text[end - 1] == '}');
	return !ended && source_token_is(source, token, ";") ? source->tokens[token].end : end;
}

/* Whether the statement begins in a macro: no line can be put before it, unless the macro is all of it. */
static bool in_macro(const struct survey *survey, CXCursor cursor)
{
	CXSourceRange extent = clang_getCursorExtent(cursor);
	return survey_invocation(survey, source_expansion_offset(clang_getRangeStart(extent))) != NULL;
}

struct inside {
	struct flow_walk *walk;
	struct flow *flow;
};

/* Everything in a statement that is not taken apart. */
static enum CXChildVisitResult note_inside(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct inside *inside = data;
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	(void)parent;
	switch (kind) {
	case CXCursor_ReturnStmt:
	case CXCursor_GotoStmt:
	case CXCursor_IndirectGotoStmt:
	case CXCursor_LabelStmt:
	case CXCursor_ContinueStmt: inside->flow->leaves = true; break;
	default: break;
	}
	if (kind == CXCursor_DeclStmt || kind == CXCursor_ReturnStmt || clang_isExpression(kind) || kind == CXCursor_GCCAsmStmt || kind == CXCursor_MSAsmStmt) {
		note(inside->walk, cursor, &inside->flow->touches);
		return CXChildVisit_Continue;
	}
	return CXChildVisit_Recurse;
}

static void add_child(struct flow_walk *walk, CXCursor cursor, struct flow *parent)
{
	struct flow **tail = &parent->children;
	while (*tail)
		tail = &(*tail)->next;
	*tail = build(walk, cursor, parent);
	parent->leaves |= (*tail)->leaves;
}

static void build_block(struct flow_walk *walk, const struct access_children *children, struct flow *flow)
{
	struct flow **tail = &flow->children;
	flow->kind = FLOW_BLOCK;
	flow->braces = walk->names.survey->source->text[flow->end - 1] == '}';
	for (unsigned i = 0; i < children->count; i++) {
		*tail = build(walk, children->items[i], flow);
		flow->leaves |= (*tail)->leaves;
		tail = &(*tail)->next;
	}
}

static bool is_number(CXCursor cursor, long long *value)
{
	CXEvalResult result = clang_Cursor_Evaluate(cursor);
	bool integer = result && clang_EvalResult_getKind(result) == CXEval_Int;
	*value = integer ? clang_EvalResult_getAsLongLong(result) : 0;
	if (result)
		clang_EvalResult_dispose(result);
	return integer;
}

/* Whether the first value of a loop's variable and its condition are numbers with which there is an iteration. */
static bool certainly_runs(const struct flow_walk *walk, CXCursor start, CXCursor condition)
{
	struct arena *arena = walk->names.arena;
	struct access_children parts = access_children(arena, start), sides;
	long long first, last;
	CXCursor value = clang_getNullCursor();
	if (clang_getCursorKind(start) == CXCursor_DeclStmt && parts.count == 1)
		value = clang_Cursor_getVarDeclInitializer(parts.items[0]);
	else if (clang_getCursorKind(start) == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(start) == CXBinaryOperator_Assign)
		value = parts.items[1];
	condition = access_plain(arena, condition);
	sides = access_children(arena, condition);
	if (clang_Cursor_isNull(value) || clang_getCursorKind(condition) != CXCursor_BinaryOperator || !is_number(value, &first) ||
	    !is_number(sides.items[1], &last))
		return false;
	CXCursor named = access_plain(arena, sides.items[0]);
	CXCursor started = clang_getCursorKind(start) == CXCursor_DeclStmt ? parts.items[0]
									     : clang_getCursorReferenced(access_plain(arena, parts.items[0]));
	if (!clang_equalCursors(clang_getCanonicalCursor(clang_getCursorReferenced(named)), clang_getCanonicalCursor(started)))
		return false;
	switch (clang_getCursorBinaryOperatorKind(condition)) {
	case CXBinaryOperator_LT: return first < last;
	case CXBinaryOperator_LE: return first <= last;
	case CXBinaryOperator_GT: return first > last;
	case CXBinaryOperator_GE: return first >= last;
	default: return false;
	}
}

static void build_for(struct flow_walk *walk, const struct access_children *children, struct flow *flow)
{
	unsigned header = children->count - 1;
	flow->kind = FLOW_LOOP;
	/* absent parts of the header are no children: all that there is may then be the first one */
	for (unsigned i = 0; i < header; i++) {
		if (i == 0)
			note(walk, children->items[i], &flow->first);
		if (i > 0 || header < 3)
			note(walk, children->items[i], &flow->touches);
	}
	if (header == 3) {
		note(walk, children->items[1], &flow->first);
		flow->runs = certainly_runs(walk, children->items[0], children->items[1]);
	}
	add_child(walk, children->items[header], flow);
}

static void build_parts(struct flow_walk *walk, CXCursor cursor, struct flow *flow)
{
	struct access_children children = access_children(walk->names.arena, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_CompoundStmt: build_block(walk, &children, flow); break;
	case CXCursor_IfStmt:
		flow->kind = FLOW_IF;
		note(walk, children.items[0], &flow->touches);
		for (unsigned i = 1; i < children.count; i++)
			add_child(walk, children.items[i], flow);
		break;
	case CXCursor_ForStmt: build_for(walk, &children, flow); break;
	case CXCursor_WhileStmt:
		flow->kind = FLOW_LOOP;
		note(walk, children.items[0], &flow->touches);
		note(walk, children.items[0], &flow->first);
		add_child(walk, children.items[children.count - 1], flow);
		break;
	case CXCursor_DoStmt:
		flow->kind = FLOW_DO;
		add_child(walk, children.items[0], flow);
		note(walk, children.items[1], &flow->touches);
		break;
	case CXCursor_BreakStmt: flow->kind = FLOW_BREAK; break;
	case CXCursor_ContinueStmt: flow->kind = FLOW_CONTINUE; break;
	case CXCursor_DeclStmt:
	case CXCursor_NullStmt: note(walk, cursor, &flow->touches); break;
	default:
		if (clang_isExpression(clang_getCursorKind(cursor))) {
			note(walk, cursor, &flow->touches);
		} else {
			struct inside inside = {walk, flow};
			note_inside(cursor, cursor, &inside);
			clang_visitChildren(cursor, note_inside, &inside);
		}
	}
}

static struct flow *build(struct flow_walk *walk, CXCursor cursor, struct flow *parent)
{
	struct flow *flow = ARENA_NEW(walk->names.arena, struct flow);
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	*flow = (struct flow){
		.kind = FLOW_LEAF,
		.start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor))),
		.end = end_of(walk->names.survey, cursor),
		.parent = parent,
		.loops = parent ? parent->loops + (parent->kind == FLOW_LOOP || parent->kind == FLOW_DO) : 0,
		.conditions = parent ? parent->conditions + (parent->kind == FLOW_IF) : 0,
	};
	if (in_macro(walk->names.survey, cursor) && !clang_isExpression(kind) && kind != CXCursor_BreakStmt && kind != CXCursor_ContinueStmt) {
		struct inside inside = {walk, flow};
		note_inside(cursor, cursor, &inside);
		if (kind != CXCursor_DeclStmt)
			clang_visitChildren(cursor, note_inside, &inside);
	} else {
		build_parts(walk, cursor, flow);
	}
	return flow;
}

/* ---------------------------------------------------------------------------------------------- the file */

struct listing {
	struct survey *survey;
	struct flow_function **tail;
};

static enum CXChildVisitResult list_function(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct listing *listing = data;
	struct survey *survey = listing->survey;
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl || !clang_isCursorDefinition(cursor) ||
	    !source_contains(survey->source, clang_getCursorLocation(cursor)))
		return CXChildVisit_Continue;
	struct arena *arena = survey->source->arena;
	struct flow_function *f = ARENA_NEW(arena, struct flow_function);
	int count = clang_Cursor_getNumArguments(cursor);
	unsigned start = source_expansion_offset(clang_getRangeStart(clang_getCursorExtent(cursor)));
	*f = (struct flow_function){
		.name = source_string(survey->source, clang_getCursorSpelling(cursor)),
		.function = survey->functions,
		.parameter_count = count,
		.parameters = arena_alloc(arena, ((size_t)count + 1) * sizeof *f->parameters),
	};
	while (f->function && f->function->start != start)
		f->function = f->function->next;
	for (int i = 0; i < count; i++)
		f->parameters[i] = survey_variable(survey, clang_getCanonicalCursor(clang_Cursor_getArgument(cursor, (unsigned)i)));
	struct access_children children = access_children(arena, cursor);
	struct flow_walk walk = {.names = {.survey = survey, .arena = arena}, .element = clang_getNullCursor()};
	f->body = build(&walk, children.items[children.count - 1], NULL);
	*listing->tail = f;
	listing->tail = &f->next;
	return CXChildVisit_Continue;
}

static void tie(struct touch *touches, struct flow_function *functions)
{
	for (struct touch *touch = touches; touch; touch = touch->next) {
		if (!touch->call || !touch->call->name)
			continue;
		struct flow_function *f = functions;
		while (f && strcmp(f->name, touch->call->name) != 0)
			f = f->next;
		touch->call->function = f;
	}
}

static void tie_calls(struct flow *flow, struct flow_function *functions)
{
	tie(flow->touches, functions);
	tie(flow->first, functions);
	for (struct flow *child = flow->children; child; child = child->next)
		tie_calls(child, functions);
}

struct flow_function *flow_of_file(struct survey *survey)
{
	struct flow_function *functions = NULL;
	struct listing listing = {.survey = survey, .tail = &functions};
	clang_visitChildren(clang_getTranslationUnitCursor(survey->source->unit), list_function, &listing);
	for (struct flow_function *f = functions; f; f = f->next)
		tie_calls(f->body, functions);
	return functions;
}
