/* kernel_launch.c - the tables with which the runtime launches a kernel (ppcc/opencl.h), and what the host computes for a launch. */
#include "opencl_target.h"

#include <string.h>

/* An if clause of teams or parallel says how many there are. */
static const char *with_condition(struct kernel *kernel, enum directive kind, const char *number)
{
	for (int i = 1; i < kernel->depth; i++) {
		const struct leaf *leaf = kernel->spine[i];
		const struct clause *condition = leaf->kind == kind ? kernel_condition(kernel, leaf) : NULL;
		if (!condition)
			continue;
		const char *text = lower_clause_expression(kernel->lowering, kernel->target->outer, leaf->site, condition->expression);
		number = arena_printf(kernel->lowering->arena, "%s ? %s : 1", parenthesised(kernel->lowering->arena, text), number ? number : "0");
	}
	return number;
}

static const char *clause_value(struct kernel *kernel, enum clause_kind kind)
{
	const struct clause *clause = kernel_clause(kernel, kind);
	return clause ? lower_clause_expression(kernel->lowering, kernel->target->outer, kernel->target->site, clause->expression) : NULL;
}

void kernel_put_tables(struct kernel *kernel, const struct parameters *parameters, const char *text)
{
	static const char *const shapes[] = {"PPCC_SERIAL", "PPCC_TEAM", "PPCC_GROUPS", "PPCC_LEAGUE", "PPCC_RANGE", "PPCC_TEAMS"};
	struct lowering *lowering = kernel->lowering;
	const char *name = kernel->target->function;
	struct arena *arena = lowering->arena;
	const char *arguments = NULL, *table = NULL, *needed = NULL, *needs = NULL;
	if (parameters->rows > 0) {
		arguments = arena_printf(arena, "static const struct ppcc_kernel_argument %s_arguments[] = { /* its parameters: where their values are */\n\t%s\n};\n",
					 name, indent_lines(arena, arena_strndup(arena, parameters->table.data, parameters->table.length), "\t"));
		table = arena_printf(arena, ".arguments = %s_arguments,\n.argument_count = %u,", name, parameters->rows);
	}
	if (kernel->needs) {
		needed = arena_printf(arena, "static const struct ppcc_need %s_needs[] = { /* functions of other files */\n\t%s\n};\n", name,
				      indent_lines(arena, kernel_needs(lowering, kernel->needs), "\t"));
		needs = arena_printf(arena, ".needs = %s_needs,\n.need_count = sizeof %s_needs / sizeof %s_needs[0],%s", name, name, name,
				     kernel->simple || kernel->serial || kernel->nests ? "" : "\n.answers = 1,");
	}
	const struct hole holes[] = {
		{"name", name},
		{"source", kernel_literals(arena, text)},
		{"arguments", arguments},
		{"needed", needed},
		{"needs", needs},
		{"asks", kernel->shape == KERNEL_TEAM && kernel_asks_anywhere(kernel) ? ".asks = 1," : NULL},
		{"deals", kernel_only_deals(kernel) ? ".deals = 1," : NULL},
		{"team", kernel->team_dimensions > 1 ? arena_printf(arena, ".team_dimensions = %d,", kernel->team_dimensions) : NULL},
		{"table", table},
		{"kernel", kernel->name},
		{"finish", kernel->reductions ? arena_printf(arena, ".finish = \"%s\",", kernel_finish_name(kernel)) : NULL},
		{"shape", shapes[kernel->shape]},
		{"dimensions", kernel->dimensions > 1 ? arena_printf(arena, ".dimensions = %d,", kernel->dimensions) : NULL},
		{NULL, NULL},
	};
	struct kernel_listing *listing = ARENA_NEW(lowering->arena, struct kernel_listing), **tail = &lowering->kernels;
	while (*tail)
		tail = &(*tail)->next;
	*listing = (struct kernel_listing){NULL, kernel->name, text, kernel->marked, lower_offset(kernel->target)};
	*tail = listing;
	text_adds(&lowering->prologue, template_fill(lowering->arena, "opencl", "kernel", lower_offset(kernel->target), holes));
	text_adds(&lowering->prologue, "\n\n");
}

/* How much one iteration of a loop of the host's has to do, for the runtime to see whether a launch is worth it: loops in it count. */
static const char *weight_of(const struct kernel *kernel)
{
	const struct source *source = kernel->lowering->source;
	const struct site *site = kernel->target->site;
	int loops = 0;
	for (unsigned t = source_token_at(source, site->statement->start); t < source->token_count && source->tokens[t].start < site->statement->end; t++)
		loops += source_token_is(source, t, "for") || source_token_is(source, t, "while");
	loops -= site->loop_count;
	return loops <= 0 ? "1" : loops == 1 ? "64" : "4096";
}

void kernel_make_launch(struct kernel *kernel, struct device_code *code)
{
	struct lowering *lowering = kernel->lowering;
	struct text lines = {0};
	const char *name = survey_free_name(lowering->survey, "launch"), *counts = NULL;
	const char *teams = clause_value(kernel, C_NUM_TEAMS), *limit = clause_value(kernel, C_THREAD_LIMIT), *threads = kernel->target->site->pragma->moved ? NULL : clause_value(kernel, C_NUM_THREADS);
	if (kernel->threads)
		threads = kernel->threads;
	threads = with_condition(kernel, D_PARALLEL, threads);
	teams = with_condition(kernel, D_TEAMS, teams);
	const char *first, *iterations = kernel_iterations(kernel, &first, &lines);
	struct arena *arena = lowering->arena;
	const char *fields = iterations ? arena_printf(arena, ", .iterations = {%s}", iterations) : "";
	fields = arena_printf(arena, first ? "%s, .first = {%s}" : "%s", fields, first);
	fields = arena_printf(arena, teams ? "%s, .teams = %s" : "%s", fields, teams);
	fields = arena_printf(arena, limit ? "%s, .thread_limit = %s" : "%s", fields, limit);
	fields = arena_printf(arena, threads ? "%s, .threads = %s" : "%s", fields, threads);
	fields = kernel->target->site->pragma->moved ? arena_printf(arena, "%s, .weight = %s", fields, weight_of(kernel)) : fields;
	for (const struct kernel_count *c = kernel->counts; c; c = c->next)
		counts = arena_printf(arena, "%s%s%s", counts ? counts : "", counts ? ", " : "", c->value);
	fields = arena_printf(arena, counts ? "%s, .counts = {%s}" : "%s", fields, counts);
	const char *allocators = kernel_allocator_values(kernel);
	fields = arena_printf(arena, allocators ? "%s, .allocators = {%s}" : "%s", fields, allocators);
	add_line(&lines, "const struct ppcc_launch %s = {.kernel = &%s_kernel%s};", name, kernel->target->function, fields);
	code->lines = arena_strndup(lowering->arena, lines.data, lines.length);
	code->argument = arena_printf(lowering->arena, "&%s", name);
	text_release(&lines);
}
