/* validity.c - which of a subject's two copies is valid at each point of a span, and the updates that this needs. */
#include "reside.h"

#include <math.h>
#include <string.h>

/* At a point of the program. */
struct state {
	bool reached;
	bool host, device; /* the copy there is valid */
};

/* The loop that break and continue are about. */
struct exits {
	struct state left, continued;
};

struct run {
	struct subject *subject;
	unsigned start;    /* of the span */
	bool record;
	struct exits *exits;
};

static double run_flow(struct run *run, struct flow *flow, struct state *state);

static const struct state dead = {false, false, false};

static struct state meet(struct state a, struct state b)
{
	if (!a.reached || !b.reached)
		return a.reached ? a : b;
	return (struct state){true, a.host && b.host, a.device && b.device};
}

static bool same(struct state a, struct state b)
{
	return a.reached == b.reached && a.host == b.host && a.device == b.device;
}

static bool is_lost(struct state state)
{
	return state.reached && !state.host && !state.device;
}

/* How often a statement is thought to run: loops have many iterations, and half of the conditions hold. */
static double weight(const struct flow *flow)
{
	double times = 1;
	for (int i = 0; i < flow->loops && i < 8; i++)
		times *= 16;
	for (int i = 0; i < flow->conditions && i < 8; i++)
		times /= 2;
	return times;
}

static void note_item(struct reside *reside, const struct insertion *wanted)
{
	struct insertion **tail = &reside->places;
	for (; *tail; tail = &(*tail)->next) /* loops that are gone through again ask again */
		if ((*tail)->where == wanted->where && (*tail)->flow == wanted->flow && (*tail)->what == wanted->what &&
		    (*tail)->variable == wanted->variable && (*tail)->way == wanted->way && !strcmp((*tail)->item, wanted->item))
			return;
	*tail = ARENA_NEW(reside->arena, struct insertion);
	**tail = *wanted;
}

static void note(struct run *run, enum place_where where, struct flow *flow, enum place_what what, const char *way, const char *element)
{
	const struct subject *subject = run->subject;
	struct insertion wanted = {.where = where, .flow = flow, .what = what, .way = way, .is_element = element != NULL};
	for (int i = 0; run->record && i < (element ? 1 : subject->name_count); i++) {
		wanted.variable = subject->names[i];
		wanted.item = element ? element : arena_printf(subject->reside->arena, "%s%s", subject->names[i]->name, subject->section);
		note_item(subject->reside, &wanted);
	}
}

/* Whether a directive at an offset can speak of all that is kept on the device. */
static bool can_speak(const struct subject *subject, unsigned start, unsigned at)
{
	const struct reside *reside = subject->reside;
	bool possible = names_mean_the_same(reside, subject->section, start, at) && (!subject->rotation || rotation_is_whole(subject->rotation, at));
	for (int i = 0; i < subject->name_count && possible; i++)
		possible = names_mean_the_same(reside, subject->names[i]->name, start, at);
	return possible;
}

static const char to[] = "to", from[] = "from";

/* Makes the copy valid that `way` leads to, by a line before the statement (AT_BEFORE) or at the end of the block. */
static double update(struct run *run, enum place_where where, struct flow *flow, const char *way, struct state *state)
{
	bool *wanted = way == to ? &state->device : &state->host;
	if (*wanted || !state->reached)
		return 0;
	bool possible = where == AT_BEFORE ? can_put_before(run->subject->reside, flow) : flow->kind == FLOW_BLOCK && flow->braces;
	unsigned at = where == AT_BEFORE ? flow->start : flow->end - 1;
	if (is_lost(*state) || !possible || !can_speak(run->subject, run->start, at))
		return INFINITY;
	*wanted = true;
	note(run, where, flow, WHAT_UPDATE, way, NULL);
	return weight(flow) * run->subject->name_count;
}

/* What the event needs, and what it leaves. */
static double happen(struct run *run, struct event event, enum place_where where, struct flow *flow, struct state *state)
{
	double cost = 0;
	if (event.blocked)
		return INFINITY;
	if (event.host_read || (event.host_write && !event.host_fill))
		cost += update(run, where, flow, from, state);
	if (event.device_read || (event.device_write && !event.device_fill))
		cost += update(run, where, flow, to, state);
	if (event.host_write)
		*state = (struct state){state->reached, true, false};
	if (event.device_write)
		*state = (struct state){state->reached, false, true};
	return cost;
}

/* The device's copy is kept as it is but for the elements that the host uses: these are brought before the statement, and given back
   after it.  False: that is not possible. */
static bool exchange_elements(struct run *run, struct event event, struct flow *flow, const struct touch *touches, const struct state *state, double *cost)
{
	const struct reside *reside = run->subject->reside;
	const char *elements[MOST_ELEMENTS];
	bool wanted = state->device && !event.blocked && ((event.host_read && !state->host) || event.host_write);
	if (!state->reached || !run->subject->is_memory || !wanted)
		return false;
	int count = elements_of(run->subject, flow, touches, elements);
	if (count == 0 || !can_put_before(reside, flow) || (event.host_write && (flow->kind != FLOW_LEAF || !can_put_after(reside, flow))))
		return false;
	for (int i = 0; i < count; i++) {
		if (!state->host && event.host_read)
			note(run, AT_BEFORE, flow, WHAT_UPDATE, from, elements[i]);
		if (event.host_write)
			note(run, AT_AFTER, flow, WHAT_UPDATE, to, elements[i]);
		*cost += weight(flow) / 16;
	}
	return true;
}

/* The loop's iterations from the state that the first one finds, to a fixed point. */
static double run_iterations(struct run *run, struct flow *flow, struct state *state)
{
	struct flow *body = flow->children;
	struct event condition = event_of_touches(run->subject, flow->touches);
	struct state head = *state, at_end;
	struct exits *outer = run->exits, exits;
	double cost = 0;
	bool record = run->record, steady = false;
	run->record = false;
	while (!steady) {
		exits = (struct exits){dead, dead};
		run->exits = &exits;
		at_end = head;
		cost = run_flow(run, body, &at_end);
		bool jumps = exits.continued.reached;
		at_end = meet(at_end, exits.continued);
		if (jumps && (condition.host_read || condition.host_write) && !at_end.host) {
			cost = INFINITY;
			break;
		}
		cost += happen(run, condition, AT_END, body, &at_end);
		struct state next = meet(head, at_end);
		steady = same(next, head);
		head = next;
	}
	if (record && cost < INFINITY) {
		run->record = true;
		exits = (struct exits){dead, dead};
		at_end = head;
		run_flow(run, body, &at_end);
		at_end = meet(at_end, exits.continued);
		happen(run, condition, AT_END, body, &at_end);
	}
	run->record = record;
	run->exits = outer;
	*state = meet(flow->kind == FLOW_DO || flow->runs ? at_end : head, exits.left);
	return cost;
}

/* A loop, perhaps with an update before it that saves one in each iteration. */
static double run_loop(struct run *run, struct flow *flow, struct state *state)
{
	bool record = run->record;
	double best = INFINITY;
	int chosen = 0;
	struct state entry = *state;
	double cost = happen(run, event_of_touches(run->subject, flow->first), AT_BEFORE, flow, &entry);
	if (cost == INFINITY)
		return cost;
	run->record = false;
	for (int variant = 0; variant < 3; variant++) {
		struct state attempt = entry;
		double before = variant == 0 ? 0 : update(run, AT_BEFORE, flow, variant == 1 ? to : from, &attempt);
		if (variant > 0 && before == 0)
			continue; /* it is valid anyway */
		before += run_iterations(run, flow, &attempt);
		if (before < best) {
			best = before;
			chosen = variant;
		}
	}
	run->record = record;
	if (best == INFINITY)
		return best;
	if (chosen > 0)
		update(run, AT_BEFORE, flow, chosen == 1 ? to : from, &entry);
	run_iterations(run, flow, &entry);
	*state = entry;
	return cost + best;
}

static double run_if(struct run *run, struct flow *flow, struct state *state)
{
	struct flow *first = flow->children, *second = first ? first->next : NULL;
	struct event condition = event_of_touches(run->subject, flow->touches);
	double cost = 0;
	if (!exchange_elements(run, condition, flow, flow->touches, state, &cost))
		cost = happen(run, condition, AT_BEFORE, flow, state);
	if (cost == INFINITY || !first)
		return cost;
	struct state then = *state, otherwise = *state;
	cost += run_flow(run, first, &then);
	if (second)
		cost += run_flow(run, second, &otherwise);
	if (cost == INFINITY)
		return cost;
	if (is_lost(meet(then, otherwise))) /* each has one of the two: the first branch makes up for it */
		cost += update(run, AT_END, first, then.device ? from : to, &then);
	*state = meet(then, otherwise);
	return cost;
}

static double run_flow(struct run *run, struct flow *flow, struct state *state)
{
	double cost = 0;
	if (!state->reached)
		return 0;
	bool apart = (flow->kind == FLOW_LOOP || flow->kind == FLOW_DO) && uses_device(run->subject, flow);
	if (!is_whole(flow) && flow->kind == FLOW_LEAF && exchange_elements(run, event_of(run->subject, flow), flow, flow->touches, state, &cost))
		return cost;
	if (is_whole(flow) || !(apart || flow->kind == FLOW_BLOCK || flow->kind == FLOW_IF || flow->kind == FLOW_BREAK || flow->kind == FLOW_CONTINUE))
		return happen(run, event_of(run->subject, flow), AT_BEFORE, flow, state);
	switch (flow->kind) {
	case FLOW_BLOCK:
		for (struct flow *child = flow->children; child && cost < INFINITY; child = child->next)
			cost += run_flow(run, child, state);
		return cost;
	case FLOW_IF: return run_if(run, flow, state);
	case FLOW_BREAK:
	case FLOW_CONTINUE:
		if (!run->exits)
			return INFINITY;
		if (flow->kind == FLOW_BREAK)
			run->exits->left = meet(run->exits->left, *state);
		else
			run->exits->continued = meet(run->exits->continued, *state);
		*state = dead;
		return 0;
	default: return run_loop(run, flow, state);
	}
}

static double run_span(struct run *run, struct stay span, bool copied, bool record)
{
	const struct subject *subject = run->subject;
	struct state state = {true, true, copied || subject->has_no_value};
	double cost = copied ? weight(span.first) * subject->name_count : 0;
	run->record = record;
	for (struct flow *flow = span.first; flow && cost < INFINITY; flow = flow == span.last ? NULL : flow->next)
		cost += run_flow(run, flow, &state);
	bool back = !state.host && subject->may_be_read_later;
	if (cost == INFINITY || !state.reached || (back && is_lost(state)))
		return INFINITY;
	cost += back ? weight(span.first) * subject->name_count : 0;
	if (span.first == span.last) {
		note(run, AT_STATEMENT, span.first, WHAT_DATA, copied && back ? "tofrom" : copied ? to : back ? from : "alloc", NULL);
	} else {
		note(run, AT_BEFORE, span.first, WHAT_ENTER, copied ? to : "alloc", NULL);
		note(run, AT_AFTER, span.last, WHAT_EXIT, back ? from : "release", NULL);
	}
	return cost;
}

double cost_of_span(struct subject *subject, struct stay span, bool record)
{
	struct run run = {.subject = subject, .start = span.first->start};
	for (struct flow *flow = span.first; flow; flow = flow == span.last ? NULL : flow->next)
		if (flow->leaves)
			return INFINITY;
	subject->section = section_of_span(subject, span);
	bool writable = subject->section && can_put_before(subject->reside, span.first) && can_speak(subject, span.first->start, span.first->start) &&
			can_speak(subject, span.first->start, span.last->end);
	if (!writable)
		return INFINITY;
	double copied = run_span(&run, span, true, false), bare = run_span(&run, span, false, false);
	double least = bare < copied ? bare : copied;
	if (record && least < INFINITY)
		run_span(&run, span, copied <= bare, true);
	subject->section = NULL;
	return least;
}

double cost_apart(const struct subject *subject, const struct flow *flow)
{
	const struct mark *mark = flow->user;
	double cost = 0;
	if ((mark && mark->offload) || flow->kind == FLOW_LEAF) {
		struct event event = event_of(subject, flow);
		bool used = event.device_read || event.device_write;
		return weight(flow) * ((used && !event.device_fill) + event.device_write);
	}
	for (const struct flow *child = flow->children; child; child = child->next)
		cost += cost_apart(subject, child);
	return cost;
}
