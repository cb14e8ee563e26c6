/*
 * declare_target.c - declare target (OpenMP 5.2, 7.8): functions need nothing, devices run what the host runs; of the variables
 * the runtime is told before main.
 */
#include "pthread_target.h"

#include <string.h>

static bool is_defined_here(const struct variable *variable)
{
	for (const struct declaration *d = variable->declarations; d; d = d->next)
		if (d->in_file && !d->is_extern)
			return true;
	return false;
}

/* Whether the variable's name and size are known at an offset, and no directive before has told the runtime of it. */
static bool to_be_told(struct lowering *lowering, const struct variable *variable, unsigned offset)
{
	if (!variable->on_device || variable->storage != STORAGE_GLOBAL || !is_defined_here(variable))
		return false;
	if (!variable->declarations->in_file || variable->declarations->start > offset || variable->type->incomplete)
		return false;
	for (const struct defined *d = lowering->defined; d; d = d->next)
		if (d->name == variable->name)
			return false;
	struct defined *told = ARENA_NEW(lowering->arena, struct defined);
	*told = (struct defined){variable->name, lowering->defined};
	lowering->defined = told;
	return true;
}

const char *lower_declare_target(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	unsigned offset = lower_offset(leaf);
	struct text calls = {0};
	for (const struct variable *v = lowering->survey->variables; v && !leaf->site->function; v = v->next)
		if (to_be_told(lowering, v, offset))
			add_line(&calls, "\tppcc_declare_target(\"%s\", (void *)&%s, sizeof %s, %s);", v->name, v->name, v->name,
				 v->on_device == DEVICE_LINK ? "PPCC_DECLARED_LINK" : v->on_device == DEVICE_LOCAL ? "PPCC_DECLARED_LOCAL" : "PPCC_DECLARED_ENTER");
	const char *comment = arena_printf(arena, "%s/* %s */", mark_generated(arena, offset), lower_origin(lowering, leaf));
	if (calls.length > 0) {
		const char *function = survey_fresh_name(lowering->survey, arena_printf(arena, "declare_target_%u", source_place(lowering->source, offset).line));
		comment = arena_printf(arena, "%s%s%s\n__attribute__((constructor)) static void %s(void)\n{\n%s\n}", mark_generated(arena, offset), lower_include(lowering), comment, function, calls.data);
	}
	text_release(&calls);
	return comment;
}
