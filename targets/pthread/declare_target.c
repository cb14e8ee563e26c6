/*
 * declare_target.c - declare target (OpenMP 5.2, 7.8): functions need nothing, devices run what the host runs; of the variables
 * the runtime is told before main.
 */
#include "pthread_target.h"

#include "declare_target.h"

#include <string.h>

static bool is_defined_here(const struct variable *variable)
{
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		if (d->in_file && !d->is_extern)
			return true;
	return false;
}

/* Whether the variable's name and size are known at an offset, and the runtime was not told of it before. */
static bool to_be_told(struct lowering *lowering, const struct variable *variable, unsigned offset)
{
	if (!variable->on_device || variable->storage != STORAGE_GLOBAL || !is_defined_here(variable))
		return false;
	if (!variable->declarations->in_file || variable->declarations->start > offset || !declare_target_is_complete(lowering->source, variable, offset))
		return false;
	for (const struct defined *d = lowering->defined; d; d = d->next)
		if (d->name == variable->name)
			return false;
	struct defined *told = ARENA_NEW(lowering->arena, struct defined);
	*told = (struct defined){variable->name, lowering->defined};
	lowering->defined = told;
	return true;
}

static const char *calls_for(struct lowering *lowering, unsigned offset)
{
	struct text calls = {0};
	for (const struct variable *v = lowering->survey->variables; v; v = v->next)
		if (to_be_told(lowering, v, offset))
			add_line(&calls, "\tppcc_declare_target(\"%s\", (void *)&%s, sizeof %s, %s);", v->name, v->name, v->name,
				 v->on_device == DEVICE_LINK ? "PPCC_DECLARED_LINK" : v->on_device == DEVICE_LOCAL ? "PPCC_DECLARED_LOCAL" : "PPCC_DECLARED_ENTER");
	const char *result = lines_of(lowering, &calls);
	text_release(&calls);
	return result;
}

static const char *constructor(struct lowering *lowering, const char *name, const char *calls)
{
	return arena_printf(lowering->arena, "__attribute__((constructor)) static void %s(void)\n{\n%s\n}", survey_fresh_name(lowering->survey, name), calls);
}

const char *pthread_end_file(struct lowering *lowering)
{
	const char *calls = calls_for(lowering, lowering->source->size);
	return *calls ? arena_printf(lowering->arena, "%s\n", constructor(lowering, "declare_target_end", calls)) : "";
}

const char *lower_declare_target(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	unsigned offset = lower_offset(leaf);
	const char *comment = arena_printf(arena, "%s/* %s */", mark_generated(arena, offset), lower_origin(lowering, leaf));
	const char *calls = leaf->site->function ? "" : calls_for(lowering, offset);
	if (!*calls)
		return comment;
	const char *name = arena_printf(arena, "declare_target_%u", source_place(lowering->source, offset).line);
	return arena_printf(arena, "%s%s%s\n%s", mark_generated(arena, offset), lower_include(lowering), comment, constructor(lowering, name, calls));
}
