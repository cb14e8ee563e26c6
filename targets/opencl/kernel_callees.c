/*
 * kernel_callees.c - functions of the file that a kernel calls: which threads run them, which decides what their orphaned
 * directives bind to (OpenMP 5.2, 1.2.2), and what such a function needs of the kernel.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "kernel_unit.h"
#include "selector.h"
#include "survey_calls.h"

#include <string.h>

struct kernel_callee {
	struct kernel_callee *next;
	const char *name;
	unsigned callers; /* enum kernel_callers */
};

unsigned kernel_callers(const struct kernel *kernel, const char *function)
{
	for (const struct kernel_callee *callee = kernel->callees; callee; callee = callee->next)
		if (!strcmp(callee->name, function))
			return callee->callers;
	return 0;
}

/* True: that is new. */
static bool add_callers(struct kernel *kernel, const char *function, unsigned callers)
{
	struct kernel_callee *callee = kernel->callees;
	while (callee && strcmp(callee->name, function))
		callee = callee->next;
	if (!callee) {
		callee = ARENA_NEW(kernel->lowering->arena, struct kernel_callee);
		*callee = (struct kernel_callee){kernel->callees, function, 0};
		kernel->callees = callee;
	}
	bool is_new = (callee->callers | callers) != callee->callers;
	callee->callers |= callers;
	return is_new;
}

/* Who runs what is at a leaf; around: who runs what is around the outermost leaf, in a function that is called. */
static unsigned callers_at(const struct leaf *leaf, unsigned around)
{
	bool parallel = false, alone = false;
	unsigned critical = 0, sometimes = 0;
	unsigned nested = around & CALLED_NESTED;
	for (; leaf && leaf->kind != D_TARGET; leaf = leaf->outer) {
		const struct clause *condition = leaf->kind == D_PARALLEL ? leaf_if(leaf) : NULL;
		switch (leaf->kind) {
		case D_PARALLEL:
			nested |= parallel || around ? CALLED_NESTED : 0;
			alone |= parallel;
			parallel = true;
			sometimes |= condition ? CALLED_ALONE : 0;
			break;
		case D_TEAMS: case D_TASKGROUP: case D_ASSUME: break;
		case D_CRITICAL: critical = CALLED_IN_CRITICAL; break;
		case D_DISTRIBUTE: alone |= !parallel; break;
		default: alone = true;
		}
		if (leaf->kind == D_DISTRIBUTE && parallel)
			alone = leaf->inner != NULL; /* distribute parallel for deals its iterations to threads; another one to teams */
	}
	if (!leaf && around) /* of a function */
		return parallel || alone ? CALLED_ALONE | critical | nested | (around & CALLED_IN_CRITICAL) : around | critical;
	return (parallel && !alone ? CALLED_BY_TEAM : CALLED_ALONE) | critical | sometimes | nested;
}

/* Whether a function has directives of its own. */
static bool any_in_functions(const struct kernel *kernel)
{
	for (const struct site *site = kernel->lowering->tree->roots; site; site = site->next)
		if (site->function && site->function != kernel->target->site->function)
			return true;
	return false;
}

/* Functions with directives whose names do not stand before the arguments of a call: anybody may call them. */
static void add_named(struct kernel *kernel)
{
	const struct source *source = kernel->lowering->source;
	for (const struct site *site = kernel->lowering->tree->roots; site; site = site->next)
		for (unsigned i = 0; site->function && i + 1 < source->token_count; i++)
			if (!source->tokens[i].directive && source_token_is(source, i, site->function->name) && !source_token_is(source, i + 1, "("))
				add_callers(kernel, site->function->name, CALLED_ALONE | CALLED_BY_TEAM);
}

void kernel_find_callees(struct kernel *kernel)
{
	struct source *source = kernel->lowering->source;
	const struct statement *statement = kernel->target->site->statement;
	const struct region_tree *tree = kernel->lowering->tree;
	size_t count = 1;
	if (!any_in_functions(kernel) && !kernel->nests)
		return;
	const struct declared_function *functions = survey_functions(source);
	for (const struct declared_function *f = functions; f; f = f->next)
		count++;
	const char **names = arena_alloc(source->arena, count * sizeof *names);
	count = 0;
	for (const struct declared_function *f = functions; f; f = f->next)
		if (f->in_file)
			names[count++] = f->name;
	names[count] = NULL;
	struct context context = {.source = source, .macros = context_macros(source)};
	const struct function_call *calls = survey_calls(source, context.macros, names);
	for (const struct function_call *call = calls; call; call = call->next)
		if (call->name_offset >= statement->start && call->name_offset < statement->end)
			add_callers(kernel, call->name, callers_at(region_leaf_at(tree, call->name_offset), 0));
	add_named(kernel);
	for (bool again = true; again;) {
		again = false;
		for (const struct function_call *call = calls; call; call = call->next) {
			unsigned around = call->caller ? kernel_callers(kernel, call->caller) : 0;
			if (around)
				again |= add_callers(kernel, call->name, callers_at(region_leaf_at(tree, call->name_offset), around));
		}
	}
	context_release(&context);
	for (const struct declared_function *f = functions; f; f = f->next)
		if (f->in_file && f->is_definition && (kernel_callers(kernel, f->name) & CALLED_NESTED) && kernel_asks(source->text + f->start, f->end - f->start))
			unsupported_at(source, f->name_offset, "'%s', which asks about threads, in a parallel region inside another", f->name);
}

/* ---------------------------------------------------------------------------------------------- what functions get */

bool kernel_add_group_variable(struct kernel *kernel, const struct variable *variable, const char *name)
{
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	for (const struct kernel_group_variable *v = kernel->group_variables; v; v = v->next)
		if (!strcmp(v->name, name))
			return !strcmp(v->declaration, ctype_declare(arena, type, name));
	struct kernel_group_variable *added = ARENA_NEW(arena, struct kernel_group_variable);
	*added = (struct kernel_group_variable){kernel->group_variables, name, ctype_declare(arena, type, name), type};
	kernel->group_variables = added;
	return true;
}

const char *kernel_function_needs(const struct kernel *kernel)
{
	struct arena *arena = kernel->lowering->arena;
	const char *text = "";
	for (const struct kernel_memory *m = kernel->memory; m; m = m->next)
		if (m->in_function)
			text = arena_printf(arena, "%sextern %s;\n", text, ctype_declare_spelling(arena, m->type, arena_printf(arena, "*%s", m->name)));
	for (const struct kernel_group_variable *v = kernel->group_variables; v; v = v->next)
		text = arena_printf(arena, "%sextern %s;\n", text, v->declaration);
	return text;
}

static void add_global(struct kernel_global **globals, struct kernel_global *global)
{
	while (*globals && !(*globals)->is_table)
		globals = &(*globals)->next;
	global->next = *globals;
	*globals = global;
}

void kernel_add_function_needs(struct kernel *kernel, struct kernel_global **globals)
{
	struct arena *arena = kernel->lowering->arena;
	for (const struct kernel_memory *m = kernel->memory; m; m = m->next) {
		if (!m->in_function)
			continue;
		struct kernel_global *global = ARENA_NEW(arena, struct kernel_global);
		*global = (struct kernel_global){.name = m->name, .pointer = m->name, .parameter = ctype_declare_spelling(arena, m->type, arena_printf(arena, "*%s", m->name)),
			.qualifier = m->kind == MEMORY_PARTS ? "__local " : "__global ", .of_kernel = !m->late, .row = m->late ? kernel_memory_row(kernel, m) : NULL, .used = true};
		add_global(globals, global);
	}
	for (const struct kernel_group_variable *v = kernel->group_variables; v; v = v->next) {
		struct kernel_global *global = ARENA_NEW(arena, struct kernel_global);
		const char *pointer = survey_free_name(kernel->lowering->survey, arena_printf(arena, "group_%s", v->name));
		*global = (struct kernel_global){.name = v->name, .pointer = pointer, .parameter = ctype_declare_pointer(arena, v->type, pointer, NULL),
			.of_group = true, .declaration = v->declaration, .used = true};
		add_global(globals, global);
	}
}
