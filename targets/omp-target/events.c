/* events.c - what the statements of a function do to a variable that may stay on the device. */
#include "reside.h"

#include <stdint.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------------- facts */

static struct facts *facts_under(struct reside *reside, const struct variable *variable)
{
	struct facts **bucket = &reside->facts[((uintptr_t)variable >> 5) % FACTS_BUCKETS], *facts = *bucket;
	while (facts && facts->variable != variable)
		facts = facts->next;
	if (facts)
		return facts;
	bool memory = variable->type->class == TYPE_POINTER || variable->type->class == TYPE_ARRAY;
	bool local = variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER;
	facts = ARENA_NEW(reside->arena, struct facts);
	*facts = (struct facts){
		.next = *bucket,
		.variable = variable,
		.origin = memory  ? extents_origin(reside->lowering->survey, variable, ~0u)
			  : local ? ORIGIN_LOCAL
				  : ORIGIN_GLOBAL,
	};
	*bucket = facts;
	const struct variable *root = accesses_root(reside->lowering->survey, variable);
	facts->rotation = rotation_of(reside->lowering->survey, root);
	root = facts->rotation ? facts->rotation->names[0] : root;
	facts->root = root == variable ? facts : facts_under(reside, root);
	return facts;
}

/* Those of the variable of which it is a copy. */
static struct facts *facts_of(struct reside *reside, const struct variable *variable)
{
	return facts_under(reside, variable)->root;
}

static void find_shared(struct reside *reside, const struct touch *touches)
{
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		if (!touch->variable || (touch->kind != TOUCH_COPY && touch->kind != TOUCH_GIVE))
			continue;
		struct facts *facts = facts_of(reside, touch->variable);
		struct effect effect = {.kept = !touch->into || facts_of(reside, touch->into) != facts};
		if (touch->kind == TOUCH_GIVE)
			effect = flow_argument(reside->arena, touch);
		facts->shared |= effect.kept || effect.unknown;
	}
}

static void find_in(struct reside *reside, const struct flow *flow)
{
	find_shared(reside, flow->touches);
	find_shared(reside, flow->first);
	for (const struct flow *child = flow->children; child; child = child->next)
		find_in(reside, child);
}

void find_facts(struct reside *reside, struct flow_function *function)
{
	find_in(reside, function->body);
}

bool is_private(struct reside *reside, const struct variable *variable)
{
	const struct facts *facts = facts_of(reside, variable);
	return !variable->of && facts->origin == ORIGIN_LOCAL && !facts->shared && facts->variable->storage != STORAGE_STATIC_LOCAL;
}

const struct variable *root_of(struct reside *reside, const struct variable *variable)
{
	return facts_of(reside, variable)->variable;
}

bool is_name_of(const struct subject *subject, const struct variable *variable)
{
	return variable && facts_of(subject->reside, variable) == facts_of(subject->reside, subject->variable);
}

/* Whether memory under the name a (a pointer's: what it leads to) may be memory under the name b (null: any that can be reached). */
bool may_be_same(struct reside *reside, const struct variable *a, const struct variable *b)
{
	const struct facts *first = facts_of(reside, a), *second = b ? facts_of(reside, b) : NULL;
	if (first == second)
		return true;
	if (is_private(reside, a) || (b && is_private(reside, b)))
		return false;
	if (!b)
		return true;
	a = first->variable;
	b = second->variable;
	bool pointers = a->type->class == TYPE_POINTER || b->type->class == TYPE_POINTER;
	if (!pointers || (first->origin == ORIGIN_RESTRICT && !first->shared) || (second->origin == ORIGIN_RESTRICT && !second->shared))
		return false;
	if (first->origin == ORIGIN_UNKNOWN || second->origin == ORIGIN_UNKNOWN)
		return true;
	return extents_may_overlap(reside->lowering->survey, a, b, ~0u);
}

/* ---------------------------------------------------------------------------------------------- events */

static void merge(struct event *into, struct event from)
{
	bool had = into->host_read || into->host_write;
	into->host_fill = !had ? from.host_fill : into->host_fill || (from.host_fill && !into->host_read);
	into->host_read |= from.host_read;
	into->host_write |= from.host_write;
	into->device_read |= from.device_read;
	into->device_write |= from.device_write;
	into->device_fill |= from.device_fill;
	into->blocked |= from.blocked;
}

static struct event of_effect(struct effect effect, bool own)
{
	struct event event = {
		.host_read = effect.read,
		.host_write = effect.write,
		.device_read = effect.device_read,
		.device_write = effect.device_write,
		.blocked = effect.unknown || effect.freed,
	};
	event.blocked |= (effect.device_read || effect.device_write) && (!own || effect.read || effect.write);
	return event;
}

static bool may_be_reached(void *reside, const struct variable *memory, const struct variable *name)
{
	return may_be_same(reside, memory, name);
}

/* A call, apart from its arguments. */
static struct event of_call(const struct subject *subject, const struct touch *touch)
{
	struct reside *reside = subject->reside;
	const struct variable *variable = subject->variable;
	bool global = variable->storage == STORAGE_GLOBAL || variable->storage == STORAGE_STATIC_LOCAL || variable->storage == STORAGE_EXTERN_LOCAL;
	struct event event = {.blocked = false};
	struct flow_memory memory = {variable, may_be_reached, reside};
	if (global)
		merge(&event, of_effect(flow_global(reside->arena, touch->call, variable), subject->is_memory)); /* else firstprivate, perhaps */
	if (!is_private(reside, variable) && (facts_of(reside, variable)->shared || variable->type->class == TYPE_POINTER))
		merge(&event, of_effect(flow_elsewhere(reside->arena, touch->call, &memory), false));
	return event;
}

/* An array of one element: what writes that writes all. */
static bool is_single(const struct variable *variable)
{
	const struct ctype *type = variable->type;
	return type->class == TYPE_ARRAY && type->size > 0 && type->size == type->element_size && type->element_class != TYPE_RECORD;
}

/* Whether a name gets an array that it had not before: copies all get that one value. */
static bool gets_another(const struct subject *subject, const struct touch *touch)
{
	const struct rotation *rotation = subject->rotation;
	if (!rotation || !rotation_has_name(rotation, touch->variable))
		return touch->variable == subject->variable || (rotation && rotation_has_origin(rotation, touch->variable));
	return rotation_has_place(rotation, touch->variable) && !rotation_trades(rotation, touch->offset);
}

static struct event of_touch(const struct subject *subject, const struct touch *touch)
{
	struct reside *reside = subject->reside;
	const struct variable *variable = subject->variable;
	bool own = is_name_of(subject, touch->variable);
	struct event event = {.blocked = touch->kind == TOUCH_ODD};
	switch (touch->kind) {
	case TOUCH_ITSELF:
		if (own && variable->type->class == TYPE_POINTER) {
			event.blocked = touch->write && gets_another(subject, touch);
		} else if (own) {
			event.host_read = touch->read;
			event.host_write = touch->write;
			event.host_fill = touch->write && !touch->read && variable->type->class != TYPE_RECORD;
		}
		break;
	case TOUCH_MEMORY:
		if (!may_be_same(reside, variable, touch->variable))
			break;
		event.host_read = touch->read;
		event.host_write = touch->write;
		event.host_fill = own && touch->write && !touch->read && is_single(variable);
		break;
	case TOUCH_GIVE:
		if (may_be_same(reside, variable, touch->variable))
			event = of_effect(flow_argument(reside->arena, touch), own);
		break;
	case TOUCH_CALL: event = of_call(subject, touch); break;
	case TOUCH_COPY:
	case TOUCH_ODD: break;
	}
	return event;
}

struct event event_of_touches(const struct subject *subject, const struct touch *touches)
{
	struct event event = {.blocked = false};
	for (const struct touch *touch = touches; touch; touch = touch->next)
		merge(&event, of_touch(subject, touch));
	event.blocked |= (event.device_read || event.device_write) && (event.host_read || event.host_write);
	return event;
}

bool names_mean_the_same(const struct reside *reside, const char *text, unsigned here, unsigned there)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
	const struct survey *survey = reside->lowering->survey;
	for (const char *at = text; *at;) {
		size_t length = strspn(at, letters);
		if (length && survey_lookup(survey, at, length, here) != survey_lookup(survey, at, length, there))
			return false;
		at += length ? length : 1;
	}
	return true;
}

/* Whether the touches set a variable that the text names. */
static bool sets_name(const struct touch *touches, const char *text)
{
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		if (!touch->variable || touch->kind != TOUCH_ITSELF || !touch->write)
			continue;
		if (strstr(text, touch->variable->name)) /* perhaps as a part of another name */
			return true;
	}
	return false;
}

int elements_of(const struct subject *subject, const struct flow *flow, const struct touch *touches, const char *elements[MOST_ELEMENTS])
{
	int count = 0;
	if (is_single(subject->variable))
		return 0;
	for (const struct touch *touch = touches; touch; touch = touch->next) {
		struct event event = of_touch(subject, touch);
		if (!event.host_read && !event.host_write)
			continue;
		int same = 0;
		if (!touch->element || !is_name_of(subject, touch->variable) || sets_name(touches, touch->element) ||
		    !names_mean_the_same(subject->reside, touch->element, flow->start, touch->offset))
			return 0;
		while (same < count && strcmp(elements[same], touch->element) != 0)
			same++;
		if (same == MOST_ELEMENTS)
			return 0;
		elements[same] = touch->element;
		count = same == count ? count + 1 : count;
	}
	return count;
}

const struct mapped *offload_mapped(const struct offload *offload, const struct variable *variable)
{
	const struct mapped *mapped = offload->mapped;
	while (mapped && mapped->extent->variable != variable)
		mapped = mapped->next;
	return mapped;
}

/* Whether one of the clauses says the name other than in a list of variables. */
static bool clause_uses(const struct clause *clause, const struct variable *variable)
{
	size_t length = strlen(variable->name);
	for (; clause; clause = clause->next) {
		if (!clause->argument || clause->items)
			continue;
		for (const char *at = strstr(clause->argument, variable->name); at; at = strstr(at + 1, variable->name)) {
			const char *word = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
			bool begins = at == clause->argument || !strchr(word, at[-1]);
			if (begins && (at[length] == '\0' || !strchr(word, at[length])))
				return true;
		}
	}
	return false;
}

/* Whether the extent is all that is kept on the device. */
static bool is_all_of(const struct subject *subject, const struct extent *extent)
{
	const struct ctype *a = extent->variable->type, *b = subject->named->type;
	return !subject->rotation && a->element_class == b->element_class && a->element_size == b->element_size &&
	       !strcmp(extent->section, subject->section);
}

static struct event of_mapped(const struct subject *subject, const struct mapped *mapped)
{
	struct event event = {.blocked = false};
	switch (mapped ? mapped->way : WAY_PRIVATE) {
	case WAY_PRIVATE: break;
	case WAY_NONE: /* private, or firstprivate */
	case WAY_FIRSTPRIVATE: event.host_read = true; break;
	case WAY_TO: event.device_read = true; break;
	case WAY_ALLOC:
	case WAY_TOFROM: event.device_read = event.device_write = true; break;
	case WAY_FROM:
		event.device_write = true;
		event.device_fill = !subject->section || is_all_of(subject, mapped->extent);
		break;
	}
	return event;
}

static struct event of_offload(const struct subject *subject, const struct offload *offload)
{
	const struct mapped *mapped = NULL;
	const struct clause *clauses = offload->site->pragma->clauses, *around = offload->parallel ? offload->parallel->pragma->clauses : NULL;
	struct event event = {.host_read = !subject->is_memory && (clause_uses(clauses, subject->variable) || clause_uses(around, subject->variable))};
	for (const struct extent *other = offload->extents; other; other = other->next) {
		const struct variable *variable = other->variable;
		bool is_memory = variable->of || variable->type->class == TYPE_POINTER || variable->type->class == TYPE_ARRAY;
		if (is_name_of(subject, variable)) {
			const struct mapped *other_name = mapped;
			mapped = offload_mapped(offload, variable);
			event.blocked |= offload->own && !mapped; /* the program's own clauses or rules are about it */
			event.blocked |= other_name && !subject->rotation;
			merge(&event, of_mapped(subject, mapped));
		} else if (variable->of && is_name_of(subject, variable->of))
			event.blocked = true;
		else if ((is_memory || other->written) && (subject->is_memory || is_memory))
			event.blocked |= may_be_same(subject->reside, subject->variable, variable);
	}
	/* where an if clause says no, the host runs it; a nowait region may run later */
	bool elsewhere = clause_find(clauses, C_IF) || clause_find(around, C_IF) || (offload->own && clause_find(clauses, C_NOWAIT)) ||
			 clause_find(clauses, C_DEVICE);
	event.blocked |= (event.device_read || event.device_write) && (elsewhere || event.host_read);
	return event;
}

struct event event_of(const struct subject *subject, const struct flow *flow)
{
	const struct mark *mark = flow->user;
	if (mark && mark->offload)
		return of_offload(subject, mark->offload);
	struct event event = event_of_touches(subject, flow->first);
	merge(&event, event_of_touches(subject, flow->touches));
	for (const struct flow *child = flow->children; child; child = child->next) {
		struct event inside = event_of(subject, child);
		bool certain = flow->kind == FLOW_BLOCK;
		inside.host_fill &= certain;
		inside.device_fill &= certain;
		merge(&event, inside);
	}
	event.blocked |= flow->place == PLACE_UNKNOWN || (is_whole(flow) && (event.device_read || event.device_write));
	return event;
}

bool uses_device(const struct subject *subject, const struct flow *flow)
{
	struct event event = event_of(subject, flow);
	return event.device_read || event.device_write;
}
