/*
 * kernel_loops.c - the loops that a kernel spreads over its work-items (OpenMP 5.2, 11.5 and 11.6).
 *
 * The nest is a sequence of logical iterations.  In the simple case, as many work-items as iterations, each runs the one
 * whose number is its own; else each runs every n-th, where n is the number of work-items that share the loops.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static void nest_begin(struct nest *nest, struct lowering *lowering, struct leaf *leaf)
{
	*nest = (struct nest){.lowering = lowering, .count_type = "ulong", .leaf = leaf, .depth = leaf->site->loop_count, .shape = SHAPE_COUNTED};
	nest->terms = arena_alloc(lowering->arena, (size_t)nest->depth * sizeof *nest->terms);
	nest->k = survey_free_name(lowering->survey, "k");
}

/* Reads the bounds, and names the iterations of the whole nest. */
static const char *read_nest(struct nest *nest, const struct leaf *inside, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const char *count = NULL;
	for (int i = 0; i < nest->depth; i++)
		nest_read_terms(nest, i, inside, out);
	if (nest->depth == 1)
		return nest->terms[0].count;
	for (int i = 0; i < nest->depth; i++) {
		nest_name_count(nest, &nest->terms[i], out);
		count = count ? arena_printf(arena, "%s * %s", count, nest->terms[i].count_name) : nest->terms[i].count_name;
	}
	return count;
}

/* The lines that set the loop variables from the iteration's number. */
static void set_variables(struct nest *nest, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	for (int i = 0; i < nest->depth; i++) {
		const struct terms *terms = &nest->terms[i];
		const char *number = nest->k, *below = NULL;
		for (int j = i + 1; j < nest->depth; j++)
			below = below ? arena_printf(arena, "%s * %s", below, nest->terms[j].count_name) : nest->terms[j].count_name;
		if (below)
			number = arena_printf(arena, strchr(below, '*') ? "%s / (%s)" : "%s / %s", number, below);
		if (i > 0)
			number = arena_printf(arena, "%s %% %s", number, terms->count_name);
		number = strchr(number, ' ') ? arena_printf(arena, "(%s)", number) : number;
		const char *value = !strcmp(terms->lower, "0") && terms->loop->unit && !terms->loop->down ? number : nest_value_at(nest, terms, number);
		add_line(out, "%s = %s;", ctype_declare_spelling(arena, terms->type, terms->variable), value);
	}
}

/* What the work-items that share the loops are numbered by. */
static const char *item_number(const struct kernel *kernel)
{
	return kernel->shape == KERNEL_TEAM ? "get_local_id(0)" : kernel->shape == KERNEL_GROUPS ? "get_group_id(0)" : "get_global_id(0)";
}

static const char *item_count(const struct kernel *kernel)
{
	return kernel->shape == KERNEL_TEAM ? "get_local_size(0)" : kernel->shape == KERNEL_GROUPS ? "get_num_groups(0)" : "get_global_size(0)";
}

const char *kernel_final_value(struct nest *nest, const struct variable *variable)
{
	for (int i = 0; i < nest->depth; i++) {
		struct terms *terms = &nest->terms[i];
		if (terms->loop->variable != variable)
			continue;
		const char *count = terms->count_name ? terms->count_name : terms->count;
		return nest_value_at(nest, terms, parenthesised(nest->lowering->arena, count));
	}
	return NULL;
}

/* lastprivate: the work-item that runs the last iteration. */
static void add_last(struct nest *nest, const struct spread *spread, const char *count, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const struct kernel *kernel = nest->lowering->state;
	const struct leaf *leaf = spread->context;
	struct text lines = {0};
	for (const struct leaf *l = leaf; l; l = l->inner)
		for (const struct share *share = l->shares; share; share = share->next) {
			const struct variable *variable = share->variable;
			const char *original = kernel_original(kernel, variable), *final = kernel_final_value(nest, variable);
			const struct share *outside = leaf_share(kernel->target, variable);
			if (outside && outside->passing == PASS_VALUE) /* nobody sees it */
				continue;
			if (!share->last || !original || (lines.data && strstr(lines.data, arena_printf(arena, "%s", original))))
				continue;
			if (variable->type->class == TYPE_ARRAY)
				add_line(&lines, "\t%s", kernel_copy_array(kernel, variable, original, variable->name));
			else
				add_line(&lines, "\t*%s = %s;", original, final ? final : variable->name);
		}
	if (lines.length)
		add_line(out, "if (%s == %s - 1) {\n%s\n}", nest->k, parenthesised(arena, count), lines.data);
	text_release(&lines);
}

/* Whether the schedule that the program asks for would show: the thread or team that runs an iteration looks at its number.  Iterations
   are dealt one by one in turn, as schedule(static, 1) says; what has no order of its own may be dealt so. */
static bool schedule_shows(const struct leaf *leaf, const char *body)
{
	for (; leaf; leaf = leaf->inner) {
		const struct clause *schedule = leaf_clause(leaf, C_SCHEDULE), *teams = leaf_clause(leaf, C_DIST_SCHEDULE);
		bool fixed = schedule && !strcmp(schedule->keyword, "static") && !(schedule->expression && !strcmp(schedule->expression, "1") && !teams);
		if (fixed || teams)
			return strstr(body, "omp_get_thread_num") || strstr(body, "omp_get_team_num");
	}
	return false;
}

/* Whether the loops or their body declare a name that a parameter of the kernel has, too. */
static bool hides_parameter(const struct nest *nest)
{
	const struct kernel *kernel = nest->lowering->state;
	const struct span span = {nest->leaf->site->statement->start, nest->leaf->site->statement->end};
	for (const struct share *share = kernel->target->shares; share; share = share->next) {
		for (const struct variable *v = nest->lowering->survey->variables; v; v = v->next)
			if (v != share->variable && v->function && v->scope_start >= span.start && v->scope_end <= span.end && !strcmp(v->name, share->variable->name))
				return true;
		for (int i = 0; i < nest->depth; i++)
			if (!strcmp(nest->terms[i].variable, share->variable->name))
				return true;
	}
	return false;
}

/* The loop over iteration numbers, of which each group of a league has a block and its work-items take turns; or the iteration whose number is the work-item's. */
static void add_loop(struct nest *nest, const struct spread *spread, const char *count, const char *body, bool simple, struct text *lines)
{
	struct arena *arena = nest->lowering->arena;
	const char *k = nest->k;
	if (simple) {
		add_line(lines, "size_t %s = get_global_id(0);", k);
		if (hides_parameter(nest))
			add_line(lines, "{\n\t%s\n}", indent_lines(arena, body, "\t"));
		else
			add_line(lines, "%s", body);
		return;
	}
	const char *limit = nest_is_literal(count) ? count : survey_free_name(nest->lowering->survey, "count");
	if (limit != count)
		add_line(lines, "const ulong %s = %s;", limit, count);
	if (strcmp(spread->items, "get_global_size(0)")) {
		add_line(lines, "for (size_t %s = %s; %s < %s; %s += %s) {\n\t%s\n}", k, spread->number, k, limit, k, spread->items, body);
		return;
	}
	const char *share = survey_free_name(nest->lowering->survey, "share"), *end = survey_free_name(nest->lowering->survey, "end");
	add_line(lines, "const ulong %s = (%s + get_num_groups(0) - 1) / get_num_groups(0);", share, limit);
	add_line(lines, "const ulong %s = (get_group_id(0) + 1) * %s < %s ? (get_group_id(0) + 1) * %s : %s;", end, share, limit, share, limit);
	add_line(lines, "for (size_t %s = get_group_id(0) * %s + get_local_id(0); %s < %s; %s += get_local_size(0)) {\n\t%s\n}", k, share, k, end, k, body);
}

static void spread_loops(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, bool simple, struct text *lines)
{
	struct arena *arena = lowering->arena;
	struct nest nest;
	struct text inside = {0};
	struct leaf *innermost = leaf;
	nest_begin(&nest, lowering, leaf);
	while (innermost->inner)
		innermost = innermost->inner;
	if (loops_are_triangular(lowering->survey, leaf->site->loops, nest.depth))
		unsupported_at(lowering->source, lower_offset(leaf), "loops whose bounds use outer loop variables");
	const char *count = read_nest(&nest, leaf->outer, lines);
	set_variables(&nest, &inside);
	if (spread->at_start && *spread->at_start)
		add_line(&inside, "%s", spread->at_start);
	const char *body = lower_open_span(lowering, innermost, leaf->site->loops[nest.depth - 1].body);
	if (schedule_shows(leaf, body))
		unsupported_at(lowering->source, lower_offset(leaf), "a schedule that the code in the loop looks at");
	add_line(&inside, "%s", body);
	if (spread->at_end)
		spread->at_end(&nest, spread, count, &inside);
	add_loop(&nest, spread, count, simple ? inside.data : indent_lines(arena, inside.data, "\t"), simple, lines);
	text_release(&inside);
}

void kernel_spread(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, struct text *lines)
{
	spread_loops(lowering, leaf, spread, false, lines);
}

const char *kernel_loops(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct text lines = {0};
	const struct spread spread = {item_number(kernel), item_count(kernel), NULL, add_last, leaf};
	enum kernel_context context = kernel->context;
	for (struct leaf *l = leaf; l; l = l->inner)
		kernel_copies(kernel, l, &lines);
	kernel->context = CONTEXT_ITEM;
	spread_loops(lowering, leaf, &spread, kernel->simple, &lines);
	kernel->context = context;
	if (kernel->shape == KERNEL_SERIAL)
		kernel->shape = KERNEL_LEAGUE; /* loop without teams or parallel: its iterations may run anywhere */
	const char *result = arena_strndup(lowering->arena, lines.data, lines.length);
	text_release(&lines);
	return result;
}

/* Whether the host knows the value of every variable in a bound when it launches the kernel. */
bool kernel_known_on_host(const struct kernel *kernel, struct span span)
{
	const struct survey *survey = kernel->lowering->survey;
	for (unsigned i = survey_reference_at(survey, span.start); i < survey->reference_count && survey->references[i].offset < span.end; i++) {
		const struct share *share = leaf_share(kernel->target, survey->references[i].variable);
		if (!share || share->sharing != SHARING_FIRSTPRIVATE || share->passing != PASS_VALUE)
			return false;
	}
	return true;
}

void kernel_iterations(struct kernel *kernel)
{
	struct leaf *first = NULL;
	for (int i = 0; i < kernel->depth && !first; i++)
		if (kernel->spine[i]->site->loop_count > 0 && kernel->spine[i]->kind != D_TEAMS && kernel->spine[i]->kind != D_PARALLEL && kernel->spine[i]->kind != D_TARGET)
			first = kernel->spine[i];
	if (!first)
		return;
	const struct site *site = first->site;
	for (int i = 0; i < site->loop_count; i++)
		if (!kernel_known_on_host(kernel, site->loops[i].lower) || !kernel_known_on_host(kernel, site->loops[i].bound) || !kernel_known_on_host(kernel, site->loops[i].step))
			return;
	struct nest nest;
	nest_begin(&nest, kernel->lowering, first);
	nest.count_type = "ppcc_count";
	kernel->iterations = read_nest(&nest, kernel->target->outer, &kernel->host);
}
