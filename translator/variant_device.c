/* variant_device.c - the functions of a file that may run on a device: calls in them ask where they run (OpenMP 5.2, 7.1). */
#include "variant_internal.h"

#include "scan.h"

#include <string.h>

struct device_caller {
	struct device_caller *next;
	const char *name;
};

bool variant_on_device(const struct redirection *r, const char *function)
{
	for (const struct device_caller *caller = r->device_callers; caller && function; caller = caller->next)
		if (!strcmp(caller->name, function))
			return true;
	return false;
}

/* True: the function was not known. */
static bool add(struct redirection *r, const char *name)
{
	if (variant_on_device(r, name))
		return false;
	struct device_caller *caller = ARENA_NEW(r->source->arena, struct device_caller);
	*caller = (struct device_caller){r->device_callers, name};
	r->device_callers = caller;
	return true;
}

static bool is_for_host(const struct pragma *pragma)
{
	const struct clause *type = clause_find(pragma->clauses, C_DEVICE_TYPE);
	return type && type->keyword && !strcmp(type->keyword, "host");
}

/* The names in the lists of a declare target directive; false: it has none, and begins a region of declarations. */
static bool add_listed(struct redirection *r, const struct pragma *pragma)
{
	bool listed = pragma->argument != NULL;
	const char *list = listed ? pragma->argument : "", *end = list + strlen(list);
	for (struct lexeme word = scan(list, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD)
			add(r, arena_strndup(r->source->arena, word.start, word.length));
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next) {
		bool enters = clause->kind == C_ENTER || clause->kind == C_TO;
		listed |= enters || clause->kind == C_LINK || clause->kind == C_LOCAL;
		for (const struct clause_item *item = clause->items; enters && item; item = item->next)
			add(r, item->name);
	}
	return listed;
}

static void add_declared(struct redirection *r)
{
	const struct pragma_table *pragmas = r->survey->pragmas;
	const struct declared_function *f = r->functions;
	int open = 0;
	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		enum directive kind = pragma->directive.leaves[0];
		for (; f && (!f->in_file || f->name_offset < pragma->start); f = f->next)
			if (open > 0 && f->in_file)
				add(r, f->name);
		if (kind == D_END_DECLARE_TARGET)
			open -= open > 0;
		else if (kind == D_BEGIN_DECLARE_TARGET || (kind == D_DECLARE_TARGET && !add_listed(r, pragma)))
			open += !is_for_host(pragma);
	}
}

static bool in_target(struct redirection *r, unsigned offset)
{
	context_at(&r->context, r->survey, offset);
	return context_in_target(&r->context);
}

void variant_find_device_callers(struct redirection *r, const struct function_call *calls)
{
	add_declared(r);
	for (const struct function_call *call = calls; call; call = call->next)
		if (in_target(r, call->name_offset))
			add(r, call->name);
	for (bool again = true; again;) {
		again = false;
		for (const struct function_call *call = calls; call; call = call->next)
			again |= variant_on_device(r, call->caller) && add(r, call->name);
		for (const struct function_variant *v = r->variants; v; v = v->next)
			again |= variant_on_device(r, v->base) && add(r, v->function);
	}
}

bool variant_is_on_device(const struct survey *survey, const struct macros *macros, const char *function)
{
	struct redirection r = {.survey = survey, .source = survey->source, .context = {.source = survey->source, .pragmas = survey->pragmas}};
	size_t count = 1;
	r.functions = survey_functions(r.source);
	for (const struct declared_function *f = r.functions; f; f = f->next)
		count++;
	const char **names = arena_alloc(r.source->arena, count * sizeof *names);
	count = 0;
	for (const struct declared_function *f = r.functions; f; f = f->next)
		names[count++] = f->name;
	names[count] = NULL;
	variant_find_device_callers(&r, survey_calls(r.source, macros, names));
	return variant_on_device(&r, function);
}
