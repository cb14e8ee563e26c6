/* declare.c - declare target for the functions that regions on the device call, and for the variables that these use. */
#include "omp_target.h"

#include "accesses_reached.h"
#include "edits.h"

#include <ctype.h>
#include <string.h>

/* Whether the program says declare target of the function. */
static bool is_declared(const struct lowering *lowering, const struct reached_function *function)
{
	int depth = 0;
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		const struct pragma *pragma = site->pragma;
		enum directive kind = site->leaves[0].kind;
		bool list = pragma->argument || pragma->clauses;
		if (pragma->start < function->start && kind == D_END_DECLARE_TARGET)
			depth--;
		else if (pragma->start < function->start && (kind == D_BEGIN_DECLARE_TARGET || (kind == D_DECLARE_TARGET && !list)))
			depth++;
		else if (kind == D_DECLARE_TARGET && list && strstr(pragma->words, function->name))
			return true;
	}
	return depth > 0;
}

/* Whether nothing but blanks stands in text[start, end). */
static bool is_blank(const struct source *source, unsigned start, unsigned end)
{
	for (unsigned at = start; at < end; at++)
		if (!isspace((unsigned char)source->text[at]))
			return false;
	return true;
}

static unsigned line_start(const struct source *source, unsigned at)
{
	while (at > 0 && source->text[at - 1] != '\n')
		at--;
	return at;
}

static unsigned line_end(const struct source *source, unsigned at)
{
	while (at < source->size && source->text[at] != '\n')
		at++;
	return at;
}

/* Whether text is put there already. */
static bool is_said(const struct lowering *lowering, unsigned at)
{
	for (const struct edit *edit = lowering->edits; edit; edit = edit->next)
		if (edit->start == at && edit->end == at)
			return true;
	return false;
}

/* The function's definition between declare target and its end.  Where other text stands on its lines it is left to the rule that
   what target regions call is declare target anyway (5.2, 7.8). */
static void declare_function(struct lowering *lowering, const struct reached_function *function, const struct site *caller)
{
	const struct source *source = lowering->source;
	unsigned before = line_start(source, function->start), after = line_end(source, function->end);
	if (lowering->offloading || !function->in_file || function->declared_before || is_declared(lowering, function))
		return;
	if (is_said(lowering, function->end) || !is_blank(source, before, function->start) || !is_blank(source, function->end, after))
		return;
	struct place place = source_place(lowering->source, caller->pragma->start);
	const char *slash = strrchr(place.file, '/');
	edits_add(lowering, before, before,
		  arena_printf(lowering->arena, "/* %s:%u calls %s on the device */\n#pragma omp declare target\n", slash ? slash + 1 : place.file, place.line, function->name));
	edits_add(lowering, function->end, function->end, "\n#pragma omp end declare target");
}

bool omp_target_can_link(const struct variable *variable)
{
	const struct declaration *declaration = variable->declarations;
	return variable->storage == STORAGE_GLOBAL && declaration && declaration->in_file && !declaration->next && !variable->threadprivate;
}

bool omp_target_is_fixed(const struct variable *variable)
{
	return omp_target_can_link(variable) && variable->type->is_const && variable->type->class < TYPE_POINTER && !variable->type->is_volatile;
}

/* From then on it counts as such: each region maps it, as clang 19 does not update such a variable where it is static; but for constants. */
static void link_variable(struct lowering *lowering, const struct variable *variable)
{
	const struct source *source = lowering->source;
	unsigned token = source_token_at(source, variable->declarations->end);
	while (token < source->token_count && !source_token_is(source, token, ";"))
		token++;
	unsigned end = token < source->token_count ? line_end(source, source->tokens[token].end) : source->size;
	if (variable->on_device != DEVICE_NONE)
		return;
	for (struct variable *v = lowering->survey->variables; v; v = v->next)
		if (v == variable)
			v->on_device = omp_target_is_fixed(v) ? DEVICE_ENTER : DEVICE_LINK;
	edits_add(lowering, end, end,
		  arena_printf(lowering->arena, "\n#pragma omp declare target %s(%s) /* functions use it on the device */",
			       omp_target_is_fixed(variable) ? "to" : "link", variable->name));
}

void omp_target_declare(struct lowering *lowering, const struct offload *offloads)
{
	for (const struct offload *offload = offloads; offload; offload = offload->next) {
		struct reached reached;
		reached_find(lowering->survey, offload->site->statement->start, &reached);
		for (const struct reached_function *function = reached.functions; function; function = function->next)
			declare_function(lowering, function, offload->site);
		for (const struct mapped *mapped = offload->mapped; mapped; mapped = mapped->next)
			if (mapped->extent->called && (mapped->way < WAY_FIRSTPRIVATE || omp_target_is_fixed(mapped->extent->variable)) &&
			    omp_target_can_link(mapped->extent->variable))
				link_variable(lowering, mapped->extent->variable);
	}
}
