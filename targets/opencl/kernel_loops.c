/*
 * kernel_loops.c - the loops that a kernel spreads over its work-items (OpenMP 5.2, 11.5 and 11.6).
 *
 * In the simple case, as many work-items as iterations, each runs the one whose number is its own; else each runs every n-th,
 * where n is the number of work-items that share the loops.  Collapsed loops have a dimension each, the innermost the first,
 * so that neighbours in memory meet in a work-group; where that cannot be, the nest is one sequence of iterations.
 *
 * Work-items are numbered by size_t.  A value that is computed from such a number, and then converted to the loop variable's
 * type, is right modulo 2^64 and so in that type.
 */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

/* How many of a site's loops number the iterations that are dealt out.  Where inner bounds use outer variables, the iterations of the
   outermost loop: any division of the nest's iterations will do when no schedule shows. */
static int dealt_loops(const struct lowering *lowering, const struct site *site)
{
	return site->loop_count > 1 && loops_are_triangular(lowering->survey, site->loops, site->loop_count) ? 1 : site->loop_count;
}

const char *kernel_free_name(const struct survey *survey, const char *name, const char *other)
{
	return survey_free_name(survey, survey_uses_name(survey, name) ? other : name);
}

static void nest_begin(struct nest *nest, struct lowering *lowering, struct leaf *leaf)
{
	*nest = (struct nest){.lowering = lowering, .count_type = "ulong", .leaf = leaf, .depth = dealt_loops(lowering, leaf->site), .shape = SHAPE_COUNTED, .inlines = true};
	nest->terms = arena_alloc(lowering->arena, (size_t)nest->depth * sizeof *nest->terms);
	nest->k = kernel_free_name(lowering->survey, "k", "iteration");
}

/* A number that any loop variable can be compared with, and increased beyond by the number of work-items. */
static bool is_small(long long count)
{
	return count >= 0 && count < 1 << 30;
}

/* Reads the bounds; how many iterations the whole nest has, and as a number: negative when it is not known. */
static const char *read_nest(struct nest *nest, const struct leaf *inside, struct text *out, long long *known)
{
	struct arena *arena = nest->lowering->arena;
	const char *count = NULL;
	for (int i = 0; i < nest->depth; i++)
		nest_read_terms(nest, i, inside, out);
	*known = nest->terms[0].known_count;
	if (nest->depth == 1)
		return nest->terms[0].count;
	for (int i = 0; i < nest->depth; i++) {
		nest_name_count(nest, &nest->terms[i], out);
		count = count ? arena_printf(arena, "%s * %s", count, nest->terms[i].count_name) : nest->terms[i].count_name;
		if (i > 0)
			*known = is_small(*known) && is_small(nest->terms[i].known_count) ? *known * nest->terms[i].known_count : -1;
	}
	return is_small(*known) ? count : arena_printf(arena, "(%s)%s", nest->count_type, count);
}

/* The value of the loop variable in the iteration whose number is an expression of type size_t. */
static const char *value_of(struct nest *nest, const struct terms *terms, const char *number)
{
	struct arena *arena = nest->lowering->arena;
	const char *factor = strchr(number, ' ') ? arena_printf(arena, "(%s)", number) : number;
	const char *moved = terms->loop->unit ? number : arena_printf(arena, "%s * %s", factor, parenthesised(arena, terms->step));
	if (!strcmp(terms->lower, "0") && !terms->loop->down && !terms->pointer)
		return moved;
	return arena_printf(arena, "%s %s %s", terms->lower, terms->loop->down ? "-" : "+", moved);
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
		add_line(out, "%s = %s;", ctype_declare_spelling(arena, terms->type, terms->variable), value_of(nest, terms, number));
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

/* Whether the loop variable can be the iteration's number, and stay so when it is increased once more: a signed one that wraps around
   there is more than any unsigned limit. */
static bool is_number(const struct terms *terms)
{
	const struct ctype *type = terms->loop->variable->type;
	return !strcmp(terms->lower, "0") && terms->loop->unit && !terms->loop->down && type->size >= 4 &&
	       (type->class == TYPE_SIGNED || (type->class == TYPE_UNSIGNED && type->size == 8));
}

/* Whether the loop variable can go up to its bound as it is written: that is small. */
static bool goes_up(const struct terms *terms)
{
	const struct loop *loop = terms->loop;
	return loop->bound_value && is_small(loop->bound_value->value) && is_small(terms->known_count) && loop->unit && !loop->down && loop->relation != REL_NOT_EQUAL &&
	       loop->variable->type->size >= 4;
}

/* A loop whose first iteration, and every other one after that, a work-item runs. */
struct turns {
	const char *first, *limit, *items;
	bool number, variable; /* the loop's variable is the iteration's number; has the bound that is written.  Else nest->k is the number */
	bool single;           /* the body is one statement */
};

/* What the loop variable is increased by.  Where an int is, and stays far from its greatest value, the number is one too: of a sum that
   is converted back a compiler cannot tell that it goes up, and uses no vector instructions. */
static const char *step_of(struct arena *arena, const struct terms *terms, const char *items)
{
	const struct ctype *type = terms->loop->variable->type;
	bool small = type->class == TYPE_SIGNED && type->size == 4 && is_small(terms->known_count);
	return small && !strncmp(items, "get_", 4) ? arena_printf(arena, "(int)%s", items) : items;
}

static const char *for_loop(struct nest *nest, const struct terms *terms, const struct turns *turns, const char *body)
{
	struct arena *arena = nest->lowering->arena;
	bool direct = turns->number || turns->variable, inclusive = turns->variable && terms->loop->relation == REL_LESS_EQUAL;
	const char *name = direct ? terms->variable : nest->k, *inside = turns->single ? "\n\t%s" : " {\n\t%s\n}", *limit = turns->limit;
	if (turns->variable)
		limit = *terms->bound == '(' ? arena_strndup(arena, terms->bound + 1, strlen(terms->bound) - 2) : terms->bound;
	const char *header = arena_printf(arena, "for (%s = %s; %s %s %s; %s += %s)", direct ? ctype_declare_spelling(arena, terms->type, name) : arena_printf(arena, "ulong %s", name),
					  turns->variable ? value_of(nest, terms, turns->first) : turns->first, name, inclusive ? "<=" : "<", limit, name, direct ? step_of(arena, terms, turns->items) : turns->items);
	return arena_printf(arena, "%s%s", header, arena_printf(arena, inside, indent_lines(arena, body, "\t")));
}

static bool is_league(const struct spread *spread)
{
	return !strcmp(spread->items, "get_global_size(0)");
}

/* The loop over iteration numbers, of which each group of a league has a share and its work-items take turns. */
static void add_loop(struct nest *nest, const struct spread *spread, const char *count, struct turns *turns, const char *body, struct text *lines)
{
	const struct survey *survey = nest->lowering->survey;
	const struct terms *terms = &nest->terms[0];
	if (!turns->limit) {
		turns->limit = kernel_free_name(survey, "count", "iterations");
		add_line(lines, "const ulong %s = %s;", turns->limit, count);
	}
	if (is_league(spread)) {
		const char *share = kernel_free_name(survey, "share", "portion"), *first = kernel_free_name(survey, "first", "begin"), *end = kernel_free_name(survey, "end", "limit");
		add_line(lines, "const ulong %s = (%s + get_num_groups(0) - 1) / get_num_groups(0), %s = get_group_id(0) * %s;", share, turns->limit, first, share);
		add_line(lines, "const ulong %s = %s + %s < %s ? %s + %s : %s;", end, first, share, turns->limit, first, share, turns->limit);
		turns->first = arena_printf(nest->lowering->arena, "%s + get_local_id(0)", first);
		turns->limit = end;
		turns->items = "get_local_size(0)";
	}
	add_line(lines, "%s", for_loop(nest, terms, turns, body));
}

/* Whether the work-items' numbers can begin at the smallest value of the loop variable, which then is the number: a compiler can
   use vector instructions for elements that follow each other only when it sees that the 32 bits do not wrap around, and of a sum with a
   converted number it does not.  64 bits are not converted. */
static bool begins_with_loop(const struct terms *terms)
{
	const struct ctype *type = terms->loop->variable->type;
	return terms->loop->unit && type->size <= 4 && (type->class == TYPE_SIGNED || type->class == TYPE_UNSIGNED);
}

/* On the host: the number that they begin with, modulo 2^32. */
static const char *first_number(struct nest *nest, const struct terms *terms)
{
	struct arena *arena = nest->lowering->arena;
	const char *first = terms->loop->down ? terms->bound : terms->lower;
	if (!begins_with_loop(terms))
		return "0";
	if (!nest_is_literal(first))
		first = arena_printf(arena, "(unsigned)%s", parenthesised(arena, first));
	bool next = terms->loop->down && terms->loop->relation != REL_GREATER_EQUAL;
	return !next ? first : !strcmp(first, "0") ? "1" : arena_printf(arena, "%s + 1", first);
}

/* The work-item's own iteration. */
static void add_iteration(struct nest *nest, const char *body, struct text *lines)
{
	struct arena *arena = nest->lowering->arena;
	struct text inside = {0};
	for (int i = 0; i < nest->depth; i++) {
		const struct terms *terms = &nest->terms[i];
		const char *number = arena_printf(arena, "get_global_id(%d)", nest->depth - 1 - i);
		add_line(&inside, "%s = %s;", ctype_declare_spelling(arena, terms->type, terms->variable), begins_with_loop(terms) ? number : value_of(nest, terms, number));
	}
	add_line(&inside, "%s", body);
	if (hides_parameter(nest))
		add_line(lines, "{\n\t%s\n}", indent_lines(arena, inside.data, "\t"));
	else
		add_line(lines, "%s", inside.data);
	text_release(&inside);
}

/* Loops inside one another as they were, each over the work-items of a dimension; whose: "global", or "local" for a team's. */
static void add_grid(struct nest *nest, const char *whose, const char *body, bool single, struct text *lines)
{
	struct arena *arena = nest->lowering->arena;
	for (int i = 0; i < nest->depth; i++)
		if (!goes_up(&nest->terms[i]))
			nest_name_count(nest, &nest->terms[i], lines);
	for (int i = nest->depth - 1; i >= 0; i--) {
		const struct terms *terms = &nest->terms[i];
		const int dimension = nest->depth - 1 - i;
		struct turns turns = {arena_printf(arena, "get_%s_id(%d)", whose, dimension), terms->count_name, arena_printf(arena, "get_%s_size(%d)", whose, dimension),
				      is_number(terms), goes_up(terms), single};
		nest->k = nest_name(nest, terms->variable, "number");
		if (!turns.number && !turns.variable) {
			body = arena_printf(arena, "%s = %s;\n%s", ctype_declare_spelling(arena, terms->type, terms->variable), value_of(nest, terms, nest->k), body);
			turns.single = false;
		}
		body = for_loop(nest, terms, &turns, body);
		single = true;
	}
	add_line(lines, "%s", body);
}

static bool has_last(const struct leaf *leaf)
{
	for (; leaf; leaf = leaf->inner)
		for (const struct share *share = leaf->shares; share; share = share->next)
			if (share->last)
				return true;
	return false;
}

static struct leaf *innermost_of(struct leaf *leaf)
{
	while (leaf->inner)
		leaf = leaf->inner;
	return leaf;
}

/* Whether the program says which thread or team runs which iteration. */
static bool has_schedule(const struct leaf *leaf)
{
	for (; leaf; leaf = leaf->inner)
		if (leaf_clause(leaf, C_SCHEDULE) || leaf_clause(leaf, C_DIST_SCHEDULE))
			return true;
	return false;
}

/* The body of the innermost loop. */
static const char *body_of(struct nest *nest)
{
	struct lowering *lowering = nest->lowering;
	const char *body = lower_open_span(lowering, innermost_of(nest->leaf), nest->leaf->site->loops[nest->depth - 1].body);
	bool stay = nest->depth < nest->leaf->site->loop_count;
	if (stay && has_schedule(nest->leaf) && kernel_asks_anywhere(lowering->state))
		unsupported_at(lowering->source, lower_offset(nest->leaf), "loops with a schedule whose bounds use outer loop variables, where the region asks for its thread or team");
	for (int i = nest->leaf->site->loop_count - 1; i >= nest->depth; i--) { /* loops that stay as they are */
		const struct variable *variable = nest->leaf->site->loops[i].variable;
		if (!leaf_declares(nest->leaf, variable))
			body = arena_printf(lowering->arena, "%s;\n%s", ctype_declare(lowering->arena, ctype_unqualified(lowering->arena, variable->type), variable->name), body);
	}
	return body;
}

/* Whether that is one statement, and no block. */
static bool is_statement(const struct nest *nest)
{
	const struct site *site = nest->leaf->site;
	return site->loop_count == nest->depth && nest->lowering->source->text[site->loops[nest->depth - 1].body.start] != '{';
}

/* The nest as one sequence of iterations.  simple: there is a work-item for each. */
static void add_sequence(struct nest *nest, const struct spread *spread, bool simple, struct text *lines)
{
	struct text inside = {0};
	long long known;
	const char *count = read_nest(nest, nest->leaf->outer, lines, &known);
	const struct terms *terms = &nest->terms[0];
	bool exact = !simple && kernel_schedule_shows(nest->lowering->state, nest->leaf);
	bool starts = spread->at_start && *spread->at_start, plain = !simple && !exact && nest->depth == 1 && !starts;
	struct turns turns = {spread->number, NULL, spread->items, plain && is_number(terms), plain && goes_up(terms) && !is_league(spread) && !has_last(nest->leaf), false};
	if (turns.number)
		nest->k = terms->variable;
	else if (!turns.variable)
		set_variables(nest, &inside);
	if (starts)
		add_line(&inside, "%s", spread->at_start);
	add_line(&inside, "%s", body_of(nest));
	size_t length = inside.length;
	if (spread->at_end)
		spread->at_end(nest, spread, count, &inside);
	if (exact) {
		kernel_deal(nest, spread, count, inside.data, lines);
	} else if (!simple) {
		turns.limit = is_small(known) && !is_league(spread) ? count : NULL;
		turns.single = (turns.number || turns.variable) && length == inside.length && is_statement(nest);
		add_loop(nest, spread, count, &turns, inside.data, lines);
	} else {
		add_line(lines, "size_t %s = get_global_id(0);", nest->k);
		add_line(lines, hides_parameter(nest) ? "{\n\t%s\n}" : "%s", hides_parameter(nest) ? indent_lines(nest->lowering->arena, inside.data, "\t") : inside.data);
	}
	text_release(&inside);
}

/* own: the loops are those that number the kernel's work-items. */
static void spread_loops(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, bool own, struct text *lines)
{
	const struct kernel *kernel = lowering->state;
	struct nest nest;
	nest_begin(&nest, lowering, leaf);
	if (nest.depth < leaf->site->loop_count && has_last(leaf))
		unsupported_at(lowering->source, lower_offset(leaf), "lastprivate of loops whose bounds use outer loop variables");
	bool simple = own && kernel->simple, grid = own && kernel->dimensions == nest.depth && !has_last(leaf);
	if (!grid || (!simple && nest.depth == 1)) {
		add_sequence(&nest, spread, simple, lines);
		return;
	}
	struct text unused = {0};
	nest.once = simple;
	for (int i = 0; i < nest.depth; i++)
		nest_read_terms(&nest, i, leaf->outer, simple ? &unused : lines);
	if (simple)
		add_iteration(&nest, body_of(&nest), lines);
	else
		add_grid(&nest, "global", body_of(&nest), is_statement(&nest), lines);
	text_release(&unused);
}

/* Loops of a team that stay inside one another, so that a group of one work-item goes through them as they were: without divisions,
   and with rows that its compiler can use vector instructions for. */
static bool spread_over_team(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, struct text *lines)
{
	struct kernel *kernel = lowering->state;
	struct leaf *first = leaf;
	struct nest nest;
	struct text terms = {0};
	nest_begin(&nest, lowering, leaf);
	while (first->outer && first->outer->site == leaf->site)
		first = first->outer;
	bool fits = !kernel->linear && !strcmp(spread->items, "get_local_size(0)") && (!spread->at_start || !*spread->at_start) && nest.depth > 1 && nest.depth <= 3 &&
		    nest.depth == leaf->site->loop_count && !has_last(first) && !kernel_schedule_shows(kernel, leaf);
	for (int i = 0; i < nest.depth && fits; i++) {
		nest_read_terms(&nest, i, leaf->outer, &terms);
		fits = is_number(&nest.terms[i]) || goes_up(&nest.terms[i]);
	}
	if (fits) {
		if (terms.length)
			add_line(lines, "%s", terms.data);
		add_grid(&nest, "local", body_of(&nest), is_statement(&nest), lines);
		kernel->team_dimensions = nest.depth > kernel->team_dimensions ? nest.depth : kernel->team_dimensions;
	}
	text_release(&terms);
	return fits;
}

bool kernel_only_deals(const struct kernel *kernel)
{
	bool loops = kernel->spine[kernel->depth - 1]->site->loop_count > 0;
	return kernel->shape == KERNEL_LEAGUE && !kernel->serial && loops && kernel_clause(kernel, C_NUM_THREADS) && !kernel_asks_anywhere(kernel);
}

bool kernel_team_is_grid(const char *text)
{
	static const char *const numbers[] = {"get_local_id(0)", "get_local_size(0)"};
	for (const char *line = text, *before = ""; *line; before = line, line += strcspn(line, "\n"), line += *line == '\n') {
		size_t length = strcspn(line, "\n"), length_before = strcspn(before, "\n");
		for (int i = 0; i < 2; i++)
			if (memmem(line, length, numbers[i], strlen(numbers[i])) && !memmem(before, length_before, "get_local_id(1)", strlen("get_local_id(1)")))
				return false;
	}
	return true;
}

void kernel_spread(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, struct text *lines)
{
	if (!spread_over_team(lowering, leaf, spread, lines))
		spread_loops(lowering, leaf, spread, false, lines);
}

bool kernel_is_conditional(const struct leaf *leaf)
{
	for (; leaf; leaf = leaf->inner)
		for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
			if (entry->clause->kind == C_LASTPRIVATE && entry->clause->modifiers)
				return true;
	return false;
}

/* Whether only one work-item that runs all iterations as they are written knows which is the last, or which assigns last. */
static bool is_one_items(const struct lowering *lowering, const struct leaf *leaf)
{
	return kernel_is_conditional(leaf) || (has_last(leaf) && dealt_loops(lowering, leaf->site) < leaf->site->loop_count);
}

/* The loops as they are written; what they leave goes to the originals. */
static void add_written_loops(struct lowering *lowering, struct leaf *leaf, struct text *lines)
{
	const struct kernel *kernel = lowering->state;
	struct arena *arena = lowering->arena;
	const struct variable *done[16] = {NULL};
	int count = 0;
	struct text after = {0};
	if (has_schedule(leaf) && kernel_asks_anywhere(kernel))
		unsupported_at(lowering->source, lower_offset(leaf), "such a lastprivate with a schedule, where the region asks for its thread or team");
	for (int i = 0; i < leaf->site->loop_count; i++) {
		const struct variable *variable = leaf->site->loops[i].variable;
		if (!leaf_declares(leaf, variable))
			add_line(lines, "%s;", ctype_declare(arena, ctype_unqualified(arena, variable->type), variable->name));
	}
	for (const struct leaf *l = leaf; l; l = l->inner)
		for (const struct share *share = l->shares; share; share = share->next) {
			const struct variable *variable = share->variable;
			const struct share *outside = leaf_share(kernel->target, variable);
			const char *original = share->last ? kernel_original(kernel, variable) : NULL;
			bool seen = !original || (outside && outside->passing == PASS_VALUE), array = variable->type->class == TYPE_ARRAY;
			for (int i = 0; i < count; i++)
				seen |= done[i] == variable;
			if (seen)
				continue;
			if (count == (int)(sizeof done / sizeof *done) || variable->type->variable || share->sharing == SHARING_FIRSTPRIVATE)
				unsupported_at(lowering->source, lower_offset(leaf), "lastprivate of '%s' in this way", variable->name);
			else
				done[count++] = variable;
			if (kernel_is_conditional(leaf))
				add_line(lines, "%s", array ? kernel_copy_array(kernel, variable, variable->name, original) : arena_printf(arena, "%s = *%s;", variable->name, original));
			add_line(&after, "%s", array ? kernel_copy_array(kernel, variable, original, variable->name) : arena_printf(arena, "*%s = %s;", original, variable->name));
		}
	add_line(lines, "%s", lower_open_body(lowering, innermost_of(leaf)));
	if (after.length)
		add_line(lines, "%s", after.data);
	text_release(&after);
}

const char *kernel_loops(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	struct text lines = {0};
	bool alone = is_one_items(lowering, leaf);
	bool in_order = alone || kernel_in_order(leaf);
	const struct spread spread = {in_order ? "0" : item_number(kernel), in_order ? "1" : item_count(kernel), NULL, add_last, leaf};
	struct text loops = {0};
	enum kernel_context context = kernel->context;
	for (struct leaf *l = leaf; l; l = l->inner)
		kernel_copies(kernel, l, &lines);
	kernel->context = CONTEXT_ITEM;
	if (alone)
		add_written_loops(lowering, leaf, &loops);
	else
		spread_loops(lowering, leaf, &spread, !in_order, in_order ? &loops : &lines);
	kernel->context = context;
	if (in_order && kernel->shape != KERNEL_SERIAL)
		add_line(&lines, "if (%s == 0) { /* in the order of the iterations */\n\t%s\n}", item_number(kernel), indent_lines(lowering->arena, loops.data, "\t"));
	else if (in_order)
		add_line(&lines, "%s", loops.data);
	text_release(&loops);
	for (struct leaf *l = leaf; l; l = l->inner)
		kernel_free_copies(kernel, l, &lines);
	if (kernel->shape == KERNEL_SERIAL && !in_order)
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

void kernel_find_dealt(struct kernel *kernel)
{
	struct leaf *first = NULL;
	for (int i = 0; i < kernel->depth && !first; i++)
		if (kernel->spine[i]->site->loop_count > 0 && kernel->spine[i]->kind != D_TEAMS && kernel->spine[i]->kind != D_PARALLEL && kernel->spine[i]->kind != D_TARGET)
			first = kernel->spine[i];
	for (int i = 0; first && i < dealt_loops(kernel->lowering, first->site); i++) {
		const struct loop *loop = &first->site->loops[i];
		if (!kernel_known_on_host(kernel, loop->lower) || !kernel_known_on_host(kernel, loop->bound) || !kernel_known_on_host(kernel, loop->step))
			return;
	}
	kernel->dealt = first;
}

bool kernel_copies_arrays(const struct kernel *kernel)
{
	if (kernel_declares_arrays(kernel))
		return true;
	for (int i = 1; i < kernel->depth; i++)
		for (const struct share *share = kernel->spine[i]->shares; share; share = share->next)
			if (share->sharing == SHARING_REDUCTION ? share->variable->type->class == TYPE_ARRAY || share->item->section
								: share->sharing != SHARING_SHARED && share->variable->type->variable)
				return true;
	return false;
}

bool kernel_fits_grid(const struct kernel *kernel)
{
	enum { MOST = 3 };
	const struct site *site = kernel->spine[kernel->depth - 1]->site;
	return kernel->dealt && kernel->dealt->site == site && dealt_loops(kernel->lowering, site) > 1 && site->loop_count <= MOST && !has_last(kernel->dealt) &&
	       !kernel_copies_arrays(kernel) && !kernel_schedule_shows(kernel, kernel->dealt);
}

const char *kernel_iterations(struct kernel *kernel, const char **first, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	struct nest nest;
	long long known;
	*first = NULL;
	if (!kernel->dealt)
		return NULL;
	nest_begin(&nest, kernel->lowering, kernel->dealt);
	nest.count_type = "ppcc_count";
	const char *counts = kernel->dimensions > 1 ? NULL : read_nest(&nest, kernel->target->outer, out, &known);
	for (int i = 0; i < kernel->dimensions && kernel->dimensions > 1; i++) {
		nest_read_terms(&nest, i, kernel->target->outer, out);
		counts = counts ? arena_printf(arena, "%s, %s", nest.terms[i].count, counts) : nest.terms[i].count;
	}
	bool begins = false;
	for (int i = 0; i < nest.depth && kernel->simple && kernel->dimensions == nest.depth && !has_last(kernel->dealt); i++) {
		const char *number = first_number(&nest, &nest.terms[i]);
		begins |= strcmp(number, "0") != 0;
		*first = *first ? arena_printf(arena, "%s, %s", number, *first) : number;
	}
	if (!begins)
		*first = NULL;
	return counts;
}
