/* sections.c - which part of a variable is kept on the device over a span. */
#include "reside.h"

#include <string.h>

struct joining {
	const struct subject *subject;
	struct stay span;
	const struct extent *any;  /* an extent in the span */
	const struct polynomial *least, *greatest;
	const char *when;          /* the loops run; null: always */
	bool only_certain;         /* what may not run is not looked at */
	unsigned exchanged;        /* offset of the first exchange of a rotation in the span */
	bool first[ROTATION_MOST]; /* the loops certainly use what a place leads to before that */
	bool failed;
};

static bool is_within(const struct stay *span, unsigned offset)
{
	return offset >= span->first->start && offset < span->last->end;
}

/* Whether a call sets a variable at file scope. */
static bool is_set_by(const struct subject *subject, const struct touch *touch, const struct variable *variable)
{
	if (touch->kind != TOUCH_CALL || variable->storage != STORAGE_GLOBAL)
		return false;
	struct effect effect = flow_global(subject->reside->arena, touch->call, variable);
	return effect.unknown || effect.freed || (variable->type->class != TYPE_POINTER && (effect.write || effect.device_write));
}

/* Whether something in the statement sets the variable. */
static bool is_set_in(const struct subject *subject, const struct flow *flow, const struct variable *variable)
{
	for (int list = 0; list < 2; list++)
		for (const struct touch *touch = list ? flow->touches : flow->first; touch; touch = touch->next)
			if ((touch->variable == variable && touch->write && touch->kind != TOUCH_MEMORY) || is_set_by(subject, touch, variable))
				return true;
	for (const struct flow *child = flow->children; child; child = child->next)
		if (is_set_in(subject, child, variable))
			return true;
	return false;
}

/* Whether the variable has one value over the span, and its name means it before the span. */
static bool is_constant_over(const struct subject *subject, const struct stay *span, const struct variable *variable)
{
	struct survey *survey = subject->reside->lowering->survey;
	bool named = variable->storage == STORAGE_AUTO || variable->storage == STORAGE_PARAMETER || accesses_is_own_global(survey, variable);
	bool here = survey_lookup(survey, variable->name, strlen(variable->name), span->first->start) == variable;
	if (here && !is_within(span, variable->declared) && accesses_keeps_value(survey, variable, span->first->start))
		return true;
	if (variable->of || !named || variable->address_taken || variable->type->is_volatile || is_within(span, variable->declared))
		return false;
	for (const struct flow *flow = span->first; flow; flow = flow == span->last ? NULL : flow->next)
		if (is_set_in(subject, flow, variable))
			return false;
	return here;
}

static bool is_constant(const struct subject *subject, const struct stay *span, const struct polynomial *a)
{
	for (; a; a = a->next)
		for (int i = 0; i < a->degree; i++)
			if (!is_constant_over(subject, span, a->variables[i]))
				return false;
	return true;
}

/* Makes *bound the less (direction -1) or the greater of it and value.  False: which it is is not known, or it would change and
   may not. */
static bool widen(struct polynomials *p, const struct polynomial **bound, const struct polynomial *value, int direction, bool may_change)
{
	long long beyond;
	if (!polynomial_is_constant(polynomial_add(p, value, *bound, -1), &beyond) || !p->good)
		return false;
	if (beyond * direction <= 0)
		return true;
	*bound = value;
	return may_change;
}

static void join(struct joining *joining, const struct flow *flow, bool certain);

/* Whether the elements of what two pointers lead to are counted alike. */
static bool are_alike(const struct variable *a, const struct variable *b)
{
	return a->type->element_class == b->type->element_class && a->type->element_size == b->type->element_size;
}

static void join_extent(struct joining *joining, const struct extent *extent, bool certain)
{
	struct polynomials p = {joining->subject->reside->arena, true};
	if (!are_alike(extent->variable, joining->subject->named) || !extent->section || !extent->inner || !is_constant(joining->subject, &joining->span, extent->least) ||
	    !is_constant(joining->subject, &joining->span, extent->count)) {
		joining->failed = true;
		return;
	}
	for (int i = 0; i < joining->subject->name_count && certain; i++)
		joining->first[i] |= joining->subject->names[i] == extent->variable && extent->offset < joining->exchanged;
	certain &= !joining->subject->rotation; /* its arrays need not all be so long */
	const struct polynomial *last = polynomial_add(&p, polynomial_add(&p, extent->least, extent->count, 1), polynomial_constant(&p, 1), -1);
	if (!joining->any) {
		joining->any = extent;
		joining->least = extent->least;
		joining->greatest = last;
		joining->failed |= !certain && !joining->subject->rotation;
	} else {
		joining->failed |= strcmp(joining->any->inner, extent->inner) != 0 || !widen(&p, &joining->least, extent->least, -1, certain) ||
				   !widen(&p, &joining->greatest, last, 1, certain);
	}
	joining->when = extents_join_conditions(joining->subject->reside->arena, joining->when, extent->when);
	joining->failed |= !p.good;
}

static void join_offload(struct joining *joining, const struct offload *offload, bool certain)
{
	for (const struct mapped *mapped = offload->mapped; mapped; mapped = mapped->next)
		if ((certain || !joining->only_certain) && mapped->way < WAY_FIRSTPRIVATE && is_name_of(joining->subject, mapped->extent->variable))
			join_extent(joining, mapped->extent, certain);
}

static void join(struct joining *joining, const struct flow *flow, bool certain)
{
	const struct mark *mark = flow->user;
	if (mark && mark->offload) {
		join_offload(joining, mark->offload, certain);
		return;
	}
	if (flow->kind == FLOW_LEAF && uses_device(joining->subject, flow))
		joining->failed = true; /* a function that is called maps it */
	bool passes = true;
	for (const struct flow *child = flow->children; child; child = child->next) {
		join(joining, child, certain && passes && flow->kind != FLOW_IF);
		passes &= child->kind != FLOW_BREAK && child->kind != FLOW_CONTINUE;
	}
}

/* All that the loops of the span map. */
static const char *joined(const struct subject *subject, struct stay span)
{
	struct joining joining = {.subject = subject, .span = span, .exchanged = ~0u};
	for (const struct exchange *exchange = subject->rotation ? subject->rotation->exchanges : NULL; exchange; exchange = exchange->next)
		if (exchange->start >= span.first->start && exchange->start < joining.exchanged)
			joining.exchanged = exchange->start;
	struct polynomials p = {subject->reside->arena, true};
	for (int pass = 0; pass < 2; pass++) {
		joining.only_certain = pass == 0;
		for (const struct flow *flow = span.first; flow; flow = flow == span.last ? NULL : flow->next)
			join(&joining, flow, true);
	}
	const struct polynomial *count = polynomial_add(&p, polynomial_add(&p, joining.greatest, joining.least, -1), polynomial_constant(&p, 1), 1);
	for (int i = 0; i < subject->name_count; i++)
		joining.failed |= subject->rotation && !joining.first[i];
	if (!joining.any || joining.failed || !p.good)
		return NULL;
	return extents_section(subject->reside->arena, joining.least, count, joining.any->inner, joining.when);
}

/* ... by that name. */
static const char *section_by_name(struct subject *subject, struct stay span, const struct variable *variable)
{
	struct arena *arena = subject->reside->arena;
	struct survey *survey = subject->reside->lowering->survey;
	struct polynomials p = {arena, true};
	const struct polynomial *count;
	const char *section = "";
	bool visible = variable->declared < span.first->start && span.last->end <= variable->scope_end &&
		       survey_lookup(survey, variable->name, strlen(variable->name), span.first->start) == variable;
	if (!visible || variable->type->incomplete || (variable->type->class == TYPE_POINTER && variable->type->element_class == TYPE_OTHER))
		return NULL;
	for (const struct flow *flow = span.first; flow; flow = flow == span.last ? NULL : flow->next)
		if (variable->type->class == TYPE_POINTER && !subject->rotation && is_set_in(subject, flow, variable))
			return NULL;
	subject->named = subject->rotation ? subject->named : variable;
	if (variable->type->class == TYPE_POINTER) {
		if (accesses_object(survey, variable, span.first->start, &count) && is_constant(subject, &span, count) && p.good)
			section = extents_section(arena, NULL, count, "", NULL);
		else
			section = joined(subject, span);
	}
	return section;
}

/* Tries the names by which the statement's constructs use the subject. */
static const char *section_by_use(struct subject *subject, struct stay span, const struct flow *flow)
{
	const struct mark *mark = flow->user;
	const char *section = NULL;
	for (const struct mapped *mapped = mark && mark->offload ? mark->offload->mapped : NULL; mapped && !section; mapped = mapped->next)
		if (is_name_of(subject, mapped->extent->variable))
			section = section_by_name(subject, span, mapped->extent->variable);
	for (int list = 0; list < 2; list++)
		for (const struct touch *touch = list ? flow->touches : flow->first; touch && !section; touch = touch->next)
			if (touch->kind == TOUCH_GIVE && touch->variable && is_name_of(subject, touch->variable))
				section = section_by_name(subject, span, touch->variable);
	for (const struct flow *child = flow->children; child && !section; child = child->next)
		section = section_by_use(subject, span, child);
	return section;
}

const char *section_of_span(struct subject *subject, struct stay span)
{
	const char *section = NULL;
	for (int i = 0; i < subject->name_count && subject->rotation; i++) {
		section = section_by_name(subject, span, subject->names[i]);
		if (!section || i == subject->name_count - 1)
			return section;
	}
	for (const struct flow *flow = span.first; flow && !section; flow = flow == span.last ? NULL : flow->next)
		section = section_by_use(subject, span, flow);
	return section ? section : section_by_name(subject, span, subject->variable);
}
