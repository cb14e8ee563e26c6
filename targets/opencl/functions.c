/*
 * functions.c - what files share on a device (OpenMP 5.2, 7.8): each file tells the runtime, before main, of the functions
 * that it has for kernels of other files, and each kernel says which it needs.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "declare_target.h"
#include "kernel_code.h"
#include "kernel_flat.h"
#include "kernel_globals.h"
#include "kernel_unit.h"
#include "preprocess.h"
#include "survey_calls.h"

#include <string.h>

const char *opencl_end_file(struct lowering *lowering);

struct kernel_global *kernel_globals_find(struct lowering *lowering, unsigned offset)
{
	struct arena *arena = lowering->arena;
	struct kernel_global *globals = NULL, **end = &globals;
	static const char *const unknown[TYPE_MAX_RANK] = {""}; /* the first extent of `extern int a[];` */
	for (const struct variable *v = lowering->survey->variables; v; v = v->next) {
		if (v->storage != STORAGE_GLOBAL || v->type->too_variable)
			continue;
		struct kernel_global *global = ARENA_NEW(arena, struct kernel_global);
		const char *pointer = survey_free_name(lowering->survey, arena_printf(arena, "device_%s", v->name));
		*global = (struct kernel_global){
			.name = v->name,
			.extern_text = arena_printf(arena, "extern %s;", ctype_declare_extents(arena, v->type, v->name, unknown)),
			.parameter = ctype_declare_pointer(arena, v->type, pointer, unknown),
			.pointer = pointer,
			.on_host = v->groupprivate ? v->only_on_host : !v->on_device,
			.of_group = v->groupprivate,
			.declaration = v->groupprivate ? ctype_declare(arena, v->type, v->name) : NULL,
			.size = !declare_target_is_complete(lowering->source, v, offset) ? "0" : arena_printf(arena, "sizeof %s", v->name),
		};
		*end = global;
		end = &global->next;
	}
	*end = ARENA_NEW(arena, struct kernel_global);
	**end = (struct kernel_global){.name = "omp_heap", .parameter = "volatile struct omp_block *heap", .pointer = "heap", .is_heap = true};
	end = &(*end)->next;
	const char *table = survey_free_name(lowering->survey, "device_variables");
	*end = ARENA_NEW(arena, struct kernel_global);
	**end = (struct kernel_global){.name = "", .parameter = arena_printf(arena, "unsigned long *%s", table), .pointer = table, .is_table = true};
	return globals;
}

/* ---------------------------------------------------------------------------------------------- what is needed */

const char *kernel_needs(struct lowering *lowering, const struct kernel_need *needs)
{
	struct text lines = {0};
	for (; needs; needs = needs->next)
		add_line(&lines, "{(void (*)(void))%s, \"%s\", \"%s\", \"%s\"},", needs->name, needs->name, needs->parameters, needs->returned);
	const char *result = arena_strndup(lowering->arena, lines.data ? lines.data : "", lines.length);
	text_release(&lines);
	return result;
}

const char *kernel_need_too_late(struct lowering *lowering, const struct kernel_need *needs, unsigned offset)
{
	if (!needs)
		return NULL;
	const struct declared_function *functions = survey_functions(lowering->source);
	for (; needs; needs = needs->next) {
		const struct declared_function *f = functions;
		while (f && (strcmp(f->name, needs->name) || (f->in_file && f->start > offset)))
			f = f->next;
		if (!f)
			return needs->name;
	}
	return NULL;
}

/* ---------------------------------------------------------------------------------------------- what is offered */

/* A function for kernels of other files. */
struct offer {
	const struct device_function *function;
	const struct kernel_global *globals;
	struct kernel_code code; /* its text is null when it cannot be one */
	const char *problem;
	bool asks;               /* for the thread or the team that it is in */
};

static void make_offer(struct lowering *lowering, struct offer *offer)
{
	struct trial trial = {NULL, 0}, *before = lowering->source->trial;
	struct leaf none = {.kind = D_TARGET, .site = lowering->tree->sites[0]};
	struct kernel kernel = {.lowering = lowering, .target = &none, .offered = true};
	struct kernel_global *globals = kernel_globals_find(lowering, lowering->source->size), *last = globals;
	const char *name = offer->function->name;
	struct kernel_unit unit = {.source = lowering->source, .expansions = kernel_macros(lowering), .place = offer->function->start, .code = "", .function = name,
		.globals = globals, .lower = kernel_lower_function, .context = &kernel};
	while (last->next)
		last = last->next;
	last->used = true;
	offer->globals = globals;
	lowering->source->trial = &trial;
	kernel_unit_make(&unit);
	if (unit.text && !trial.text) {
		const char *text = kernel_with_heap(lowering, kernel_with_routines(lowering->arena, unit.text, -1), globals);
		offer->asks = kernel_asks(unit.text, strlen(unit.text));
		kernel_globals_make(lowering->arena, text, globals, NULL, name, &offer->code);
		if (kernel.nests && offer->asks)
			offer->code = (struct kernel_code){.problem = "it has parallel regions, and asks about threads"};
	}
	if (offer->code.text)
		kernel_flat_make(lowering->arena, offer->code.text, &offer->code);
	if (offer->code.text)
		kernel_code_make(lowering->arena, offer->code.text, name, &offer->code);
	if (offer->code.text && !trial.text)
		offer->code.text = kernel_finished_text(lowering, offer->code.text, false);
	lowering->source->trial = before;
	offer->problem = trial.text ? trial.text : unit.problem ? unit.problem : offer->code.problem ? offer->code.problem : "ppcc does not know why";
	if (trial.text)
		offer->code.text = NULL;
}

static const char *array_of(struct lowering *lowering, const char *type, const char *name, const char *suffix, const char *lines)
{
	return *lines ? arena_printf(lowering->arena, "static const struct %s %s_%s[] = {\n\t%s\n};\n", type, name, suffix, indent_lines(lowering->arena, lines, "\t")) : "";
}

static const char *count_of(struct lowering *lowering, const char *name, const char *suffix, const char *lines)
{
	return *lines ? arena_printf(lowering->arena, "%s_%s, sizeof %s_%s / sizeof %s_%s[0]", name, suffix, name, suffix, name, suffix) : "0, 0";
}

static void put_offer(struct lowering *lowering, const struct offer *offer, const char *name, struct text *out)
{
	struct arena *arena = lowering->arena;
	struct text variables = {0};
	for (const struct kernel_global *global = offer->globals; global && offer->code.text; global = global->next)
		if (global->used && !global->is_table)
			add_line(&variables, "{(void *)&%s, %s},", global->name, global->size);
	const char *needs = offer->code.text ? kernel_needs(lowering, offer->code.needs) : "", *shared = variables.length ? variables.data : "";
	const struct hole holes[] = {
		{"function", offer->function->name},
		{"name", name},
		{"text", offer->code.text ? arena_printf(arena, "static const char %s_source[] =\n%s;\n", name, kernel_literals(arena, offer->code.text)) : ""},
		{"needed", array_of(lowering, "ppcc_need", name, "needs", needs)},
		{"shared", array_of(lowering, "ppcc_device_variable", name, "variables", shared)},
		{"parameters", offer->code.text ? offer->code.parameters : ""},
		{"returned", offer->code.text ? offer->code.returned : ""},
		{"source", offer->code.text ? arena_printf(arena, "%s_source", name) : "0"},
		{"problem", offer->code.text ? "0" : arena_printf(arena, "\"%s\"", quoted(arena, offer->problem))},
		{"needs", count_of(lowering, name, "needs", needs)},
		{"variables", count_of(lowering, name, "variables", shared)},
		{"asks", offer->asks ? "1" : "0"},
		{NULL, NULL},
	};
	text_adds(out, template_fill(arena, "opencl", "function", offer->function->start, holes));
	text_adds(out, "\n");
	text_release(&variables);
}

const char *opencl_end_file(struct lowering *lowering)
{
	struct text out = {0}, calls = {0};
	for (const struct device_function *f = lowering->tree->device_functions; f; f = f->next) {
		struct offer offer = {.function = f};
		const char *name = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "%s_device", f->name));
		make_offer(lowering, &offer);
		put_offer(lowering, &offer, name, &out);
		add_line(&calls, "ppcc_device_function(&%s_function);", name);
	}
	if (calls.length)
		text_printf(&out, "__attribute__((constructor)) static void %s(void)\n{\n\t%s\n}\n", survey_fresh_name(lowering->survey, "device_functions"),
			    indent_lines(lowering->arena, calls.data, "\t"));
	const char *result = arena_strndup(lowering->arena, out.data ? out.data : "", out.length);
	text_release(&out);
	text_release(&calls);
	return result;
}
