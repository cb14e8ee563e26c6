/* reside.c - chooses the spans of statements over which variables stay on the device. */
#include "reside.h"

#include <math.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------------- marks */

/* The innermost statement around an offset. */
static struct flow *innermost_at(struct flow *flow, unsigned offset)
{
	while (flow->start != offset) {
		struct flow *child = flow->children;
		while (child && !(child->start <= offset && offset < child->end))
			child = child->next;
		if (!child)
			break;
		flow = child;
	}
	return flow;
}

static bool is_device_construct(enum directive kind)
{
	return kind == D_TARGET || kind == D_TARGET_DATA || kind == D_TARGET_ENTER_DATA || kind == D_TARGET_EXIT_DATA || kind == D_TARGET_UPDATE;
}

static bool is_dissolved(const struct lowering *lowering, const struct site *site)
{
	const struct edit *edit = lowering->edits;
	while (edit && edit->start != site->pragma->start)
		edit = edit->next;
	return edit != NULL;
}

/* Whether the name is written in text[start, end). */
static bool says(const struct source *source, unsigned start, unsigned end, const char *name)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++)
		if (source->tokens[i].kind != CXToken_Comment && source->tokens[i].kind != CXToken_Literal && source_token_is(source, i, name))
			return true;
	return false;
}

/* Jumps that the order of statements does not tell. */
static bool has_goto(const struct subject *subject)
{
	const struct flow *body = subject->function->body;
	return says(subject->reside->lowering->source, body->start, body->end, "goto") ||
	       survey_macro_effects(subject->reside->lowering->survey, body->start, body->end) & MACRO_GOES;
}

/* A jump out of functions would leave data on the device, and what runs at the program's end would not see it. */
static bool leaves_otherwise(const struct survey *survey)
{
	static const char *const names[] = {"atexit", "on_exit", "at_quick_exit", "destructor"};
	const struct source *source = survey->source;
	if (survey_declares(survey, "longjmp", strlen("longjmp"))) /* a macro of a header may hide the jump */
		return true;
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (says(source, 0, source->size, names[i]))
			return true;
	return false;
}

/* Notes which statements run on the device, and which have directives of their own.  False: the file moves data itself. */
static bool mark_all(struct reside *reside, struct offload *offloads)
{
	const struct region_tree *tree = reside->lowering->tree;
	const struct source *source = reside->lowering->source;
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		enum directive kind = site->leaves[0].kind;
		if (is_device_construct(kind) && kind != D_TARGET)
			return false;
		struct flow_function *function = reside->functions;
		while (function && function->function != site->function)
			function = function->next;
		unsigned token = source_program_token(source, source_token_at(source, site->statement->start)); /* past other directives */
		struct flow *flow = function && site->statement->found ? innermost_at(function->body, source->tokens[token].start) : NULL;
		struct offload *offload = offloads;
		while (offload && offload->site != site)
			offload = offload->next;
		if (!flow || flow->user)
			continue;
		if (offload && offload->by_threads) /* each of them would keep the data for the others */
			offload = NULL;
		if (flow->start != source->tokens[token].start) { /* in a switch, behind a label */
			flow->place = offload || kind == D_TARGET ? PLACE_UNKNOWN : flow->place;
			continue;
		}
		struct mark *mark = ARENA_NEW(reside->arena, struct mark);
		*mark = (struct mark){offload, site->pragma->start, is_dissolved(reside->lowering, site)};
		flow->user = mark;
		flow->place = offload ? PLACE_DEVICE : kind == D_TARGET ? PLACE_UNKNOWN : PLACE_HOST;
	}
	return true;
}

/* ---------------------------------------------------------------------------------------------- later */

static bool reads(const struct subject *subject, const struct touch *touches)
{
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		bool copied = touch->kind == TOUCH_COPY && !is_name_of(subject, touch->into);
		struct effect effect = {.read = touch->read || copied || touch->kind == TOUCH_ODD};
		if (touch->kind != TOUCH_ODD && !is_name_of(subject, touch->variable))
			continue;
		if (touch->kind == TOUCH_GIVE)
			effect = flow_argument(subject->reside->arena, touch);
		if (effect.read || effect.device_read || effect.device_write || effect.kept || effect.unknown)
			return true;
	}
	return false;
}

static bool reads_in(const struct subject *subject, const struct flow *flow)
{
	bool found = reads(subject, flow->first) || reads(subject, flow->touches) || (flow->place == PLACE_DEVICE && uses_device(subject, flow));
	for (const struct flow *child = flow->children; child && !found; child = child->next)
		found = reads_in(subject, child);
	return found;
}

/* Whether one of the names means the same in all iterations of the loop. */
static bool is_older(const struct subject *subject, const struct flow *loop)
{
	bool older = subject->variable->declared < loop->start;
	for (int i = 0; i < subject->name_count; i++)
		older |= subject->names[i]->declared < loop->start;
	return older;
}

/* Whether the host's copy counts after the span.  A variable that only names of the function lead to is looked for. */
static bool is_read_later(const struct subject *subject, struct stay span)
{
	const struct variable *variable = subject->variable;
	if (!is_private(subject->reside, variable) || has_goto(subject))
		return true;
	for (const struct flow *flow = span.last; flow; flow = flow->parent) {
		bool loop = flow->kind == FLOW_LOOP || flow->kind == FLOW_DO;
		if (loop && flow != span.last && is_older(subject, flow) && reads_in(subject, flow))
			return true;
		for (const struct flow *after = flow->next; after; after = after->next)
			if (reads_in(subject, after))
				return true;
	}
	return false;
}

static bool writes(const struct subject *subject, const struct touch *touches)
{
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		struct effect effect = {.write = touch->kind == TOUCH_MEMORY && touch->write};
		if (touch->kind != TOUCH_ODD && !is_name_of(subject, touch->variable))
			continue;
		if (touch->kind == TOUCH_GIVE)
			effect = flow_argument(subject->reside->arena, touch);
		if (effect.write || effect.device_write || effect.unknown || touch->kind == TOUCH_ODD)
			return true;
	}
	return false;
}

/* Whether the statement, as far as it stands before an offset, stores something in the subject. */
static bool writes_before(const struct subject *subject, const struct flow *flow, unsigned offset)
{
	bool found = flow->start < offset && (writes(subject, flow->first) || writes(subject, flow->touches));
	for (const struct flow *child = flow->children; child && !found && child->start < offset; child = child->next)
		found = writes_before(subject, child, offset);
	return found;
}

/* Whether it is certain that nothing was stored in the variable before the span: a local array, or memory from malloc. */
static bool has_no_value(const struct subject *subject, struct stay span)
{
	const struct variable *variable = subject->variable;
	unsigned until = span.first->start;
	if (!subject->is_memory || !is_private(subject->reside, variable) || variable->storage != STORAGE_AUTO || has_goto(subject))
		return false;
	if (variable->type->class == TYPE_POINTER && !accesses_is_new(subject->reside->lowering->survey, variable))
		return false;
	for (const struct flow *flow = span.first->parent; flow; flow = flow->parent)
		if ((flow->kind == FLOW_LOOP || flow->kind == FLOW_DO) && is_older(subject, flow))
			until = flow->end > until ? flow->end : until; /* an earlier iteration counts */
	return !writes_before(subject, subject->function->body, until);
}

/* ---------------------------------------------------------------------------------------------- spans */

struct chosen {
	struct chosen *next;
	struct subject *subject;
	struct stay span;
};

static double cost_over(struct subject *subject, struct stay span, bool record)
{
	subject->may_be_read_later = is_read_later(subject, span);
	subject->has_no_value = has_no_value(subject, span);
	return cost_of_span(subject, span, record);
}

static double choose(struct subject *subject, struct flow *flow, struct chosen **list);

/* The children from first to last, none of which is in the way: kept on the device over all of them, or over parts. */
static double choose_run(struct subject *subject, struct stay run, struct chosen **list)
{
	bool alone = run.first == run.last && (is_whole(run.first) || run.first->kind == FLOW_LEAF);
	double together = alone ? INFINITY : cost_over(subject, run, false), apart = 0;
	for (struct flow *flow = run.first; flow; flow = flow == run.last ? NULL : flow->next)
		if (uses_device(subject, flow))
			apart += choose(subject, flow, NULL);
	if (!list)
		return together < apart ? together : apart;
	if (together < apart) {
		struct chosen *chosen = ARENA_NEW(subject->reside->arena, struct chosen);
		*chosen = (struct chosen){*list, subject, run};
		*list = chosen;
		return together;
	}
	for (struct flow *flow = run.first; flow; flow = flow == run.last ? NULL : flow->next)
		if (uses_device(subject, flow))
			choose(subject, flow, list);
	return apart;
}

static double choose_in_block(struct subject *subject, struct flow *block, struct chosen **list)
{
	struct stay run = {NULL, NULL};
	double cost = 0;
	for (struct flow *flow = block->children; flow; flow = flow->next) {
		struct event event = event_of(subject, flow);
		bool used = event.device_read || event.device_write, in_way = event.blocked || flow->leaves;
		if (used && !in_way) {
			run.first = run.first ? run.first : flow;
			run.last = flow;
		}
		if ((in_way || !flow->next) && run.first) {
			cost += choose_run(subject, run, list);
			run.first = NULL;
		}
		if (used && in_way)
			cost += choose(subject, flow, list);
	}
	return cost;
}

/* The least cost of the subject in a statement that uses it on the device.  list: where the chosen spans go; null: nowhere. */
static double choose(struct subject *subject, struct flow *flow, struct chosen **list)
{
	if (is_whole(flow) || flow->kind == FLOW_LEAF)
		return cost_apart(subject, flow);
	if (flow->kind == FLOW_BLOCK)
		return choose_in_block(subject, flow, list);
	double cost = 0;
	for (struct flow *child = flow->children; child; child = child->next)
		if (uses_device(subject, child))
			cost += choose(subject, child, list);
	return cost;
}

/* ---------------------------------------------------------------------------------------------- functions */

struct subjects {
	struct subject *items[256];
	int count;
};

static void add_subject(struct reside *reside, struct flow_function *function, const struct variable *variable, struct subjects *subjects)
{
	variable = root_of(reside, variable);
	enum ctype_class class = variable->type->class;
	bool pointer = class == TYPE_POINTER;
	for (int i = 0; i < subjects->count; i++)
		if (subjects->items[i]->variable == variable)
			return;
	if (subjects->count == (int)(sizeof subjects->items / sizeof *subjects->items) || variable->of || class == TYPE_OTHER ||
	    variable->on_device != DEVICE_NONE || variable->threadprivate || variable->type->is_volatile || variable->type->is_atomic)
		return;
	bool local = variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER;
	if (pointer && (variable->address_taken || (!local && extents_origin(reside->lowering->survey, variable, ~0u) != ORIGIN_GLOBAL)))
		return;
	struct subject *subject = ARENA_NEW(reside->arena, struct subject);
	*subject = (struct subject){.reside = reside, .function = function, .variable = variable, .is_memory = pointer || class == TYPE_ARRAY};
	subject->rotation = rotation_of(reside->lowering->survey, variable);
	subject->named = variable;
	subject->names = subject->rotation ? subject->rotation->names : &subject->named;
	subject->name_count = subject->rotation ? subject->rotation->place_count : 1;
	int at = subjects->count++;
	for (; at > 0 && subjects->items[at - 1]->variable->order > variable->order; at--)
		subjects->items[at] = subjects->items[at - 1];
	subjects->items[at] = subject;
}

enum { DEEPEST = 6 };

static bool is_global_memory(const struct variable *variable)
{
	return variable->storage == STORAGE_GLOBAL && (variable->type->class == TYPE_ARRAY || variable->type->class == TYPE_POINTER);
}

/* Arrays at file scope, and what pointers there lead to, that a function which is called uses on the device. */
static void find_globals(struct reside *reside, struct flow_function *function, const struct flow *flow, int depth, struct subjects *subjects)
{
	const struct mark *mark = flow->user;
	if (mark && mark->offload)
		for (const struct mapped *mapped = mark->offload->mapped; mapped; mapped = mapped->next)
			if (mapped->way < WAY_FIRSTPRIVATE && is_global_memory(mapped->extent->variable))
				add_subject(reside, function, mapped->extent->variable, subjects);
	for (int list = 0; list < 2; list++)
		for (const struct touch *touch = list ? flow->touches : flow->first; touch && depth < DEEPEST; touch = touch->next)
			if (touch->kind == TOUCH_CALL && touch->call->function)
				find_globals(reside, function, touch->call->function->body, depth + 1, subjects);
	for (const struct flow *child = flow->children; child; child = child->next)
		find_globals(reside, function, child, depth, subjects);
}

static void find_subjects(struct reside *reside, struct flow_function *function, const struct flow *flow, struct subjects *subjects)
{
	for (int list = 0; list < 2; list++)
		for (const struct touch *touch = list ? flow->touches : flow->first; touch; touch = touch->next) {
			if (!touch->variable || touch->kind != TOUCH_GIVE)
				continue;
			struct effect effect = flow_argument(reside->arena, touch);
			if (effect.device_read || effect.device_write)
				add_subject(reside, function, touch->variable, subjects);
		}
	const struct mark *mark = flow->user;
	if (mark && mark->offload)
		for (const struct mapped *mapped = mark->offload->mapped; mapped; mapped = mapped->next)
			if (mapped->way < WAY_FIRSTPRIVATE)
				add_subject(reside, function, mapped->extent->variable, subjects);
	for (const struct flow *child = flow->children; child; child = child->next)
		find_subjects(reside, function, child, subjects);
}

static bool precedes(const struct flow *a, const struct flow *b)
{
	return a->start < b->start;
}

/* Spans of one block that overlap become one, where that costs nothing. */
static void unite(struct chosen *list)
{
	for (bool changed = true; changed;) {
		changed = false;
		for (struct chosen *a = list; a; a = a->next)
			for (struct chosen *b = list; b; b = b->next) {
				struct stay both = a->span;
				if (a == b || a->span.first->parent != b->span.first->parent || a->span.last->start < b->span.first->start ||
				    b->span.last->start < a->span.first->start)
					continue;
				both.first = precedes(b->span.first, both.first) ? b->span.first : both.first;
				both.last = precedes(both.last, b->span.last) ? b->span.last : both.last;
				if (both.first == a->span.first && both.last == a->span.last)
					continue;
				if (cost_over(a->subject, both, false) <= cost_over(a->subject, a->span, false)) {
					a->span = both;
					changed = true;
				}
			}
	}
}

static void reside_in(struct reside *reside, struct flow_function *function)
{
	struct subjects subjects = {.count = 0};
	struct chosen *list = NULL;
	find_subjects(reside, function, function->body, &subjects);
	find_globals(reside, function, function->body, 0, &subjects);
	if (subjects.count == 0)
		return;
	find_facts(reside, function);
	for (int i = subjects.count; i-- > 0;) {
		struct subject *subject = subjects.items[i];
		if (uses_device(subject, function->body))
			choose(subject, function->body, &list);
	}
	unite(list);
	for (struct chosen *chosen = list; chosen; chosen = chosen->next)
		cost_over(chosen->subject, chosen->span, true);
}

void omp_target_reside(struct lowering *lowering, struct offload *offloads)
{
	struct reside reside = {.lowering = lowering, .arena = lowering->arena};
	if (!offloads || leaves_otherwise(lowering->survey))
		return;
	reside.functions = flow_of_file(lowering->survey);
	if (!mark_all(&reside, offloads))
		return;
	for (struct flow_function *function = reside.functions; function; function = function->next)
		reside_in(&reside, function);
	write_places(&reside);
}
