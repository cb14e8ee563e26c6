/*
 * kernel_block.c - constructs that stand beside other code in a kernel: a block with the copies of what is private (OpenMP 5.2, 5.4),
 * the work in it, and what goes back to the variables outside.
 *
 * A copy has the name of its variable and hides it, so the block has up to three layers: what is read from outside, the copies
 * with the work, and what is written outside.  Between the layers values are in variables with names of their own.
 */
#include "opencl_target.h"

#include "constant.h"
#include "diagnostic.h"
#include "kernel_serial.h"
#include "operators.h"

#include <string.h>

/* A variable whose value in the last iteration, or section, goes to one that all see. */
struct last {
	struct last *next;
	const struct variable *variable;
	const char *name;
};

struct block {
	struct kernel *kernel;
	struct leaf *first;                  /* of the leaves that the block stands for, to the end of the site */
	enum kernel_context outside, inside; /* who runs what is around the block, and what is in it */
	struct text before, copies, start, combine, after;
	struct last *lasts;
	struct kernel_reduction *reductions, **next;
	const struct share *done[64];
	int done_count;
};

static const char *outer_name(const struct block *block, const struct variable *variable)
{
	return lower_name(block->kernel->lowering, block->first->outer, variable);
}

static const char *free_name(const struct block *block, const struct variable *variable, const char *what)
{
	struct lowering *lowering = block->kernel->lowering;
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_%s", variable->name, what));
}

static void refuse(const struct block *block, const char *what, const struct variable *variable)
{
	unsupported_at(block->kernel->lowering->source, lower_offset(block->first), "%s '%s' beside other code", what, variable->name);
}

/* A local variable of the work-group, declared at the top of the kernel. */
static const char *group_variable(const struct block *block, const struct share *share, const char *what)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	const char *name = free_name(block, variable, what);
	if (block->kernel->in_function) /* such names are the kernel's */
		name = survey_free_name(block->kernel->lowering->survey, arena_printf(arena, "%s_%s_%s", block->first->site->function->name, variable->name, what));
	const char *line = arena_printf(arena, "__local %s;", ctype_declare(arena, ctype_unqualified(arena, variable->type), name));
	if (variable->type->class == TYPE_POINTER)
		refuse(block, "lastprivate of the pointer", variable);
	if (block->kernel->in_function && !kernel_add_group_variable(block->kernel, variable, name))
		refuse(block, "another variable", variable);
	if (block->kernel->in_function)
		return name;
	if (!block->kernel->declared.data || !strstr(block->kernel->declared.data, line))
		add_line(&block->kernel->declared, "%s", line);
	return name;
}

static void copy_back(struct block *block, const char *line)
{
	struct text *after = &block->after;
	if (block->outside == CONTEXT_TEAM)
		add_line(after, "if (get_local_id(0) == 0)\n\t%s", indent_lines(block->kernel->lowering->arena, line, "\t"));
	else
		add_line(after, "%s", line);
}

/* The thread works alone: a copy takes the value, and gives it back. */
static void add_sequential(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *outer = outer_name(block, variable), *value = free_name(block, variable, "value");
	if (!strcmp(outer, variable->name))
		return;
	if (type->class == TYPE_ARRAY) {
		refuse(block, "a copy of the array", variable);
		return;
	}
	add_line(&block->before, "%s = %s;", ctype_declare(arena, type, value), outer);
	add_line(&block->copies, "%s = %s;", ctype_declare(arena, type, variable->name), value);
	add_line(&block->combine, "%s = %s;", value, variable->name);
	add_line(&block->after, "%s = %s;", outer, value);
}

static void add_first(struct block *block, const struct share *share, bool declare)
{
	const struct variable *variable = share->variable;
	const struct kernel *kernel = block->kernel;
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *outer = outer_name(block, variable), *value = free_name(block, variable, "first");
	if (!strcmp(outer, variable->name) && !(share->access & (ACCESS_WRITE | ACCESS_ADDRESS | ACCESS_WHOLE)) && declare && type->class != TYPE_ARRAY)
		return;
	if (type->class == TYPE_ARRAY) {
		add_line(&block->before, "const %s = %s;", ctype_declare_elements(arena, type, value, NULL), outer);
		add_line(&block->copies, "%s;\n%s", ctype_declare(arena, type, variable->name), kernel_copy_array(kernel, variable, variable->name, value));
	} else {
		add_line(&block->before, "%s = %s;", ctype_declare(arena, type, value), outer);
		if (declare)
			add_line(&block->copies, "%s = %s;", ctype_declare(arena, type, variable->name), value);
	}
}

/* The original as the text of the copies finds it: a pointer that is declared before them. */
static const char *original_of(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *name = free_name(block, variable, "outer"), *outer = outer_name(block, variable);
	if (type->class == TYPE_ARRAY || share->item->section)
		add_line(&block->before, "%s = %s%s;", ctype_declare_spelling(arena, type->element, arena_printf(arena, "*%s", name)),
			 type->rank > (type->class == TYPE_ARRAY) ? arena_printf(arena, "(%s)", ctype_declare_spelling(arena, type->element, "*")) : "", outer);
	else
		add_line(&block->before, "%s = &%s;", ctype_declare_pointer(arena, type, name, NULL), outer);
	return name;
}

/* Whether one thread may work on the original: the iterations of simd see no more than partial sums. */
static bool works_on_original(const struct block *block, const struct share *share)
{
	return block->inside == CONTEXT_ITEM && block->first->kind == D_SIMD && !strcmp(outer_name(block, share->variable), share->variable->name);
}

static void add_reduction(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct kernel *kernel = block->kernel;
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	bool alone = block->inside == CONTEXT_ITEM, array = type->class == TYPE_ARRAY || share->item->section;
	if (works_on_original(block, share))
		return;
	bool pointer = array || !operator_is_predefined(share->clause->keyword) || type->class == TYPE_RECORD;
	const char *outer = pointer ? original_of(block, share) : outer_name(block, variable);
	struct kernel_reduction *r = kernel_reduction(kernel, block->first, share, outer);
	if (!r)
		return;
	kernel_reduction_meet(kernel, r, alone);
	kernel_reduction_copy(kernel, r, r->copies, "get_global_id(0)", &block->copies);
	if (!alone) {
		*block->next = r;
		block->next = &r->next;
		copy_back(block, kernel_team_total(kernel, r, outer));
	} else if (pointer) {
		kernel_combine_alone(kernel, r, &block->combine);
	} else {
		const char *value = free_name(block, variable, "value");
		add_line(&block->before, "%s;", ctype_declare(arena, type, value));
		add_line(&block->combine, "%s = %s;", value, variable->name);
		add_line(&block->after, "%s", reduction_combination(kernel->lowering, &r->item, outer, value));
	}
}

static void note_last(struct block *block, const struct variable *variable, const char *name)
{
	struct last *last = ARENA_NEW(block->kernel->lowering->arena, struct last);
	*last = (struct last){block->lasts, variable, name};
	block->lasts = last;
}

/* value: of the variable, when not that of its copy; null: it is. */
static const char *last_line(const struct block *block, const struct last *last, const char *value)
{
	const struct variable *variable = last->variable;
	if (variable->type->class == TYPE_ARRAY)
		return kernel_copy_array(block->kernel, variable, last->name, variable->name);
	return arena_printf(block->kernel->lowering->arena, "%s = %s;", last->name, value ? value : variable->name);
}

static bool is_loop_variable(const struct leaf *leaf, const struct variable *variable)
{
	for (int i = 0; i < leaf->site->loop_count; i++)
		if (leaf->site->loops[i].variable == variable)
			return true;
	return false;
}

static void add_last(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	if (block->inside == CONTEXT_ITEM) {
		add_sequential(block, share);
		return;
	}
	if (kernel_is_conditional(block->first) || (block->outside == CONTEXT_GROUP && block->inside != CONTEXT_TEAM)) {
		refuse(block, "lastprivate of", variable);
		return;
	}
	const char *name = group_variable(block, share, "last");
	bool array = variable->type->class == TYPE_ARRAY;
	if (share->sharing == SHARING_FIRSTPRIVATE)
		add_first(block, share, true);
	else if (share->sharing == SHARING_PRIVATE && !is_loop_variable(block->first, variable))
		add_line(&block->copies, "%s;", ctype_declare(arena, ctype_unqualified(arena, variable->type), variable->name));
	note_last(block, variable, name);
	copy_back(block, array ? kernel_copy_array(block->kernel, variable, outer_name(block, variable), name)
			       : arena_printf(arena, "%s = %s;", outer_name(block, variable), name));
}

static const char *linear_step(const struct block *block, const struct share *share)
{
	const struct clause *clause = share->clause;
	return clause && clause->expression ? lower_clause_expression(block->kernel->lowering, block->first->outer, block->first->site, clause->expression) : "1";
}

/* The copy has its value from the iteration's number. */
static void add_linear(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	if (block->inside == CONTEXT_ITEM) {
		add_sequential(block, share);
		return;
	}
	const char *k = kernel_free_name(block->kernel->lowering->survey, "k", "iteration");
	add_first(block, share, false);
	add_line(&block->start, "%s = %s + %s * %s;", ctype_declare(arena, type, variable->name), free_name(block, variable, "first"),
		 type->class == TYPE_POINTER ? k : arena_printf(arena, "(%s)%s", type->spelling, k), parenthesised(arena, linear_step(block, share)));
	const char *name = group_variable(block, share, "last");
	note_last(block, variable, name);
	copy_back(block, arena_printf(arena, "%s = %s;", outer_name(block, variable), name));
}

static void add_variable_array(struct block *block, const struct share *share)
{
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	const char *first = free_name(block, variable, "first"), *element = variable->type->element, *flat = arena_printf(arena, "(%s)", ctype_declare_spelling(arena, element, "*"));
	if (share->sharing == SHARING_FIRSTPRIVATE)
		add_line(&block->before, "const %s = %s%s;", ctype_declare_spelling(arena, element, arena_printf(arena, "*%s", first)), variable->type->rank > 1 ? flat : "", outer_name(block, variable));
	kernel_copy_variable_array(block->kernel, block->first, share, first, block->inside == CONTEXT_GROUP, &block->copies);
}

static bool is_done(struct block *block, const struct share *share)
{
	for (int i = 0; i < block->done_count; i++)
		if (block->done[i]->variable == share->variable)
			return true;
	if (block->done_count < (int)(sizeof block->done / sizeof *block->done))
		block->done[block->done_count++] = share;
	return false;
}

/* The share of the innermost leaf of the block counts, but for what only an outer one says. */
static const struct share *strongest(const struct block *block, const struct share *share)
{
	for (const struct leaf *leaf = block->first; leaf; leaf = leaf->inner) {
		const struct share *other = leaf_share(leaf, share->variable);
		if (other && other->sharing != SHARING_SHARED && (other->last || other->sharing != SHARING_PRIVATE || share->sharing == SHARING_SHARED))
			share = other;
	}
	return share;
}

static void add_share(struct block *block, const struct share *written)
{
	if (is_done(block, written))
		return;
	const struct share *share = strongest(block, written);
	const struct variable *variable = share->variable;
	struct arena *arena = block->kernel->lowering->arena;
	bool loop_variable = is_loop_variable(block->first, variable);
	if (share->sharing == SHARING_SHARED || leaf_declares(block->first, variable))
		return;
	if (share->allocation)
		unsupported_at(block->kernel->lowering->source, share->allocation->offset, "'%s' in 'allocate' with traits or an alignment beside other code", variable->name);
	else if (share->sharing == SHARING_REDUCTION)
		add_reduction(block, share);
	else if (variable->type->variable)
		add_variable_array(block, share);
	else if (share->last)
		add_last(block, share);
	else if (share->sharing == SHARING_LINEAR && !loop_variable)
		add_linear(block, share);
	else if (loop_variable)
		return;
	else if (share->sharing == SHARING_FIRSTPRIVATE)
		add_first(block, share, true);
	else
		add_line(&block->copies, "%s;", ctype_declare(arena, ctype_unqualified(arena, variable->type), variable->name));
}

/* ---------------------------------------------------------------------------------------------- work */

/* What the last iteration leaves; a loop variable has the value after the loops there. */
static void at_end(struct nest *nest, const struct spread *spread, const char *count, struct text *out)
{
	const struct block *block = spread->context;
	struct arena *arena = nest->lowering->arena;
	struct text lines = {0};
	for (const struct last *last = block->lasts; last; last = last->next)
		add_line(&lines, "%s", last_line(block, last, kernel_final_value(nest, last->variable)));
	if (lines.length)
		add_line(out, "if (%s == %s - 1) {\n\t%s\n}", nest->k, parenthesised(arena, count), indent_lines(arena, lines.data, "\t"));
	text_release(&lines);
}

static struct leaf *loop_leaf(struct leaf *leaf)
{
	for (; leaf; leaf = leaf->inner)
		if (leaf->kind == D_FOR || leaf->kind == D_DISTRIBUTE || leaf->kind == D_LOOP || leaf->kind == D_SIMD)
			return leaf;
	return NULL;
}

static const char *one_thread(struct lowering *lowering, const char *thread, const char *body)
{
	return arena_printf(lowering->arena, "if (get_local_id(0) == %s) {\n\t%s\n}", thread, indent_lines(lowering->arena, body, "\t"));
}

/* Adds a section: a case of its own, or, when one thread runs all, the next block. */
static void add_section(struct block *block, const char *body, int number, bool final, bool alone, struct text *out)
{
	struct arena *arena = block->kernel->lowering->arena;
	struct text lines = {0};
	size_t length = body ? strlen(body) : 0;
	while (length > 0 && strchr(" \t\n", body[length - 1]))
		length--;
	add_line(&lines, "%.*s", length ? (int)length : 1, length ? body : ";");
	for (const struct last *last = final ? block->lasts : NULL; last; last = last->next)
		add_line(&lines, "%s", last_line(block, last, NULL));
	if (alone)
		add_line(out, "{\n\t%s\n}", indent_lines(arena, lines.data, "\t"));
	else
		add_line(out, "case %d: {\n\t%s\n\tbreak;\n}", number, indent_lines(arena, lines.data, "\t"));
	text_release(&lines);
}

/* The sections, each for one thread; alone: there is no other. */
static const char *sections(struct block *block, struct leaf *leaf, bool alone)
{
	struct lowering *lowering = block->kernel->lowering;
	struct arena *arena = lowering->arena;
	struct text out = {0};
	int number = 0;
	unsigned at = leaf->site->statement->start + 1;
	for (const struct site *site = leaf->site->children; site; site = site->next) {
		if (site->leaves[0].kind != D_SECTION)
			continue;
		unsigned token = source_program_token(lowering->source, source_token_at(lowering->source, at));
		bool before = token < lowering->source->token_count && lowering->source->tokens[token].start < site->pragma->start, final = true;
		if (before && number > 0)
			unsupported_at(lowering->source, at, "statements between sections");
		if (before)
			add_section(block, lower_span(lowering, leaf, (struct span){lowering->source->tokens[token].start, site->pragma->start}), number++, false, alone, &out);
		for (const struct site *next = site->next; next; next = next->next)
			final &= next->leaves[0].kind != D_SECTION;
		add_section(block, lower_open_body(lowering, (struct leaf *)&site->leaves[0]), number++, final, alone, &out);
		at = site->statement->end;
	}
	bool single = number == 0; /* no directive parts the statements */
	if (single)
		add_section(block, lower_open_body(lowering, leaf), 0, true, true, &out);
	const char *text = arena_strndup(arena, out.data, out.length), *k = kernel_free_name(lowering->survey, "k", "iteration");
	text_release(&out);
	if (alone)
		return text;
	if (single)
		return one_thread(lowering, "0", text);
	return arena_printf(arena, "for (int %s = get_local_id(0); %s < %d; %s += get_local_size(0))\n\tswitch (%s) {\n\t%s\n\t}", k, k, number, k, k, indent_lines(arena, text, "\t"));
}

static const char *open_inner(struct lowering *lowering, struct leaf *leaf)
{
	return leaf->inner ? lower_leaf_checked(lowering, leaf->inner) : lower_open_body(lowering, leaf);
}

/* copyprivate: what the thread of a single construct leaves, which the others take after it.  The lines for that thread. */
static const char *copy_private(struct block *block, const struct leaf *leaf)
{
	const struct kernel *kernel = block->kernel;
	const char *lines = "";
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		for (const struct clause_item *item = entry->clause->kind == C_COPYPRIVATE ? entry->clause->items : NULL; item; item = item->next) {
			const struct share share = {.variable = item->variable};
			bool array = item->variable->type->class == TYPE_ARRAY;
			const char *name = outer_name(block, item->variable), *given = group_variable(block, &share, "single");
			const char *to = array ? kernel_copy_array(kernel, item->variable, given, name) : arena_printf(kernel->lowering->arena, "%s = %s;", given, name);
			const char *from = array ? kernel_copy_array(kernel, item->variable, name, given) : arena_printf(kernel->lowering->arena, "%s = %s;", name, given);
			lines = arena_printf(kernel->lowering->arena, "%s\n%s", lines, to);
			add_line(&block->after, "%s", from);
		}
	}
	return lines;
}

/* What the threads do, without copies. */
static void add_work(struct block *block, struct leaf *leaf, struct text *out)
{
	struct kernel *kernel = block->kernel;
	struct lowering *lowering = kernel->lowering;
	struct leaf *loops = loop_leaf(leaf);
	bool split = leaf->kind == D_DISTRIBUTE && (leaf->inner || kernel_is_loop(leaf));
	const char *body = NULL;
	if (loops && block->inside != CONTEXT_ITEM) {
		struct spread spread = {"get_local_id(0)", "get_local_size(0)", block->start.data, at_end, block};
		if (split || (leaf->kind == D_LOOP && block->outside == CONTEXT_GROUP && kernel_in_spine(kernel, D_TEAMS)))
			spread.number = "get_global_id(0)", spread.items = "get_global_size(0)";
		else if (leaf->kind == D_DISTRIBUTE)
			spread.number = "get_group_id(0)", spread.items = "get_num_groups(0)";
		kernel->context = block->inside == CONTEXT_GROUP ? CONTEXT_GROUP : CONTEXT_ITEM;
		if (kernel_in_order(loops)) {
			struct text lines = {0};
			const char *item = spread.number;
			spread.number = "0", spread.items = "1";
			kernel_spread(lowering, loops, &spread, &lines);
			add_line(out, "if (%s == 0) { /* in the order of the iterations */\n\t%s\n}", item, indent_lines(lowering->arena, lines.data, "\t"));
			text_release(&lines);
			return;
		}
		kernel_spread(lowering, loops, &spread, out);
		return;
	}
	struct leaf *innermost = leaf;
	while (innermost->inner)
		innermost = innermost->inner;
	kernel->context = block->inside;
	if (innermost->kind == D_SECTIONS) {
		kernel->context = CONTEXT_ITEM;
		body = sections(block, innermost, block->inside != CONTEXT_TEAM);
	} else if (leaf->kind == D_SINGLE) {
		kernel->context = CONTEXT_ITEM;
		body = arena_printf(lowering->arena, "%s%s", open_inner(lowering, leaf), copy_private(block, leaf));
		body = one_thread(lowering, "0", body);
	} else if (leaf->kind == D_PARALLEL && leaf->inner) {
		body = lower_leaf_checked(lowering, leaf->inner);
	} else {
		body = lower_open_body(lowering, innermost);
	}
	add_line(out, "%s", body ? body : ";");
}

/* ---------------------------------------------------------------------------------------------- the block */

/* Who runs what is in a construct. */
static enum kernel_context inside_of(const struct kernel *kernel, const struct leaf *leaf)
{
	enum kernel_context outside = kernel->context;
	if (outside == CONTEXT_ITEM || leaf->kind == D_SIMD || openmp_is_task(leaf->kind)) /* a task is run at once */
		return CONTEXT_ITEM;
	if (outside == CONTEXT_TEAM)
		return leaf->kind == D_PARALLEL || leaf->kind == D_DISTRIBUTE ? CONTEXT_ITEM : CONTEXT_TEAM;
	switch (leaf->kind) {
	case D_PARALLEL: return CONTEXT_TEAM;
	case D_DISTRIBUTE: return leaf->inner || kernel_is_loop(leaf) ? CONTEXT_TEAM : CONTEXT_GROUP;
	case D_LOOP: return kernel_in_spine(kernel, D_TEAMS) ? CONTEXT_TEAM : CONTEXT_ITEM;
	default: return CONTEXT_ITEM;
	}
}

static const char *text_of(struct lowering *lowering, struct text *text)
{
	return text->data ? arena_strndup(lowering->arena, text->data, text->length) : "";
}

/* Whether the lines are one statement: nothing but its end stands at the margin. */
static bool is_one_statement(const char *text)
{
	if (strncmp(text, "for (", 5) && strncmp(text, "if (", 4))
		return false;
	for (const char *line = strchr(text, '\n'); line; line = strchr(line + 1, '\n'))
		if (line[1] != '\t' && strcmp(line + 1, "}"))
			return false;
	return true;
}

/* The copies and the work. */
static const char *inner_layer(struct block *block, const char *work)
{
	struct lowering *lowering = block->kernel->lowering;
	struct text inner = {0};
	if (block->copies.length)
		add_line(&inner, "%s", block->copies.data);
	add_line(&inner, "%s", work);
	kernel_combine_team(block->kernel, block->reductions, &inner);
	if (block->combine.length)
		add_line(&inner, "%s", block->combine.data);
	const char *result = text_of(lowering, &inner);
	text_release(&inner);
	return result;
}

#define GROUP_BARRIER "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"

/* Puts the layers together. */
static const char *assemble(struct block *block, const char *work)
{
	struct arena *arena = block->kernel->lowering->arena;
	struct text outer = {0};
	bool together = block->outside == CONTEXT_GROUP && block->inside == CONTEXT_TEAM;
	bool waits = block->outside == CONTEXT_TEAM && block->inside == CONTEXT_TEAM && (!leaf_clause(block->first, C_NOWAIT) || block->reductions || block->after.length);
	bool layers = block->before.length || block->after.length;
	const char *text = inner_layer(block, work), *origin = lower_origin(block->kernel->lowering, block->first);
	bool single = is_one_statement(text);
	if (!layers && !waits) {
		const char *mark = together ? "if (" KERNEL_TEAM_MARK ") " : "";
		return single ? arena_printf(arena, "/* %s */\n%s%s", origin, mark, text)
			      : arena_printf(arena, "%s{ /* %s */\n\t%s\n}", mark, origin, indent_lines(arena, text, "\t"));
	}
	if (together)
		text = single ? arena_printf(arena, "if (" KERNEL_TEAM_MARK ") %s", text) : arena_printf(arena, "if (" KERNEL_TEAM_MARK ") {\n\t%s\n}", indent_lines(arena, text, "\t"));
	else if (layers)
		text = arena_printf(arena, "{\n\t%s\n}", indent_lines(arena, text, "\t"));
	if (block->before.length)
		add_line(&outer, "%s", block->before.data);
	add_line(&outer, "%s", text);
	if (block->after.length && waits)
		add_line(&outer, GROUP_BARRIER);
	if (block->after.length)
		add_line(&outer, "%s", block->after.data);
	if (waits)
		add_line(&outer, GROUP_BARRIER);
	text = arena_printf(arena, "{ /* %s */\n\t%s\n}", origin, indent_lines(arena, outer.data, "\t"));
	text_release(&outer);
	return text;
}

/* alone: a parallel region of one thread in serial code, where the routines say so (kernel_serial.h). */
static const char *block_of(struct lowering *lowering, struct leaf *leaf, bool alone)
{
	struct kernel *kernel = lowering->state;
	struct block block = {.kernel = kernel, .first = leaf, .outside = kernel->context, .inside = inside_of(kernel, leaf)};
	struct text work = {0};
	block.next = &block.reductions;
	if (leaf->kind != D_SIMD && leaf->kind != D_PARALLEL && !openmp_is_task(leaf->kind) && kernel_callers_differ(kernel, leaf))
		unsupported_at(lowering->source, lower_offset(leaf), "'%s' in a function that is called by one thread and by all, or from another file", directive_rows[leaf->kind].spelling);
	bool one_thread = leaf->kind == D_PARALLEL && block.outside != CONTEXT_GROUP;
	if (leaf->kind == D_PARALLEL && !one_thread)
		kernel_read_threads(kernel, leaf);
	kernel->nests |= one_thread && !alone;
	kernel_check_task_reductions(lowering, leaf);
	for (const struct leaf *l = leaf; l; l = l->inner) {
		if (l->kind != D_SIMD && l->kind != D_PARALLEL && !openmp_is_task(l->kind) && leaf_if(l))
			unsupported_at(lowering->source, lower_offset(l), "'if' on '%s'", directive_rows[l->kind].spelling);
		for (const struct share *share = l->shares; share; share = share->next)
			add_share(&block, share);
	}
	if (block.inside == CONTEXT_GROUP && block.after.length)
		unsupported_at(lowering->source, lower_offset(leaf), "lastprivate on '%s' beside other code", directive_rows[leaf->kind].spelling);
	add_work(&block, leaf, &work);
	kernel->context = block.outside;
	const char *done = work.data ? work.data : ";";
	const char *result = assemble(&block, one_thread ? kernel_of_one_thread(kernel, leaf, done) : done);
	text_release(&work);
	text_release(&block.before);
	text_release(&block.copies);
	text_release(&block.start);
	text_release(&block.combine);
	text_release(&block.after);
	return result;
}

static const char *block_alone(struct lowering *lowering, struct leaf *leaf)
{
	struct kernel *kernel = lowering->state;
	kernel->context = CONTEXT_ITEM;
	const char *text = block_of(lowering, leaf, true);
	kernel->context = CONTEXT_GROUP;
	return text;
}

const char *kernel_block(struct lowering *lowering, struct leaf *leaf)
{
	const struct kernel *kernel = lowering->state;
	struct arena *arena = lowering->arena;
	const struct clause *condition = leaf->kind == D_PARALLEL && kernel->context == CONTEXT_GROUP ? leaf_if(leaf) : NULL;
	long long value;
	if (!condition)
		return block_of(lowering, leaf, false);
	if (constant_value(condition->expression, &value))
		return value ? block_of(lowering, leaf, false) : block_alone(lowering, leaf);
	const char *text = lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression);
	const char *together = block_of(lowering, leaf, false), *alone = block_alone(lowering, leaf);
	return arena_printf(arena, "if (%s) {\n\t%s\n} else {\n\t%s\n}", text, indent_lines(arena, together, "\t"), indent_lines(arena, alone, "\t"));
}
