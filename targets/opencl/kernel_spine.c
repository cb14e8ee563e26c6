/*
 * kernel_spine.c - which constructs of a target region spread its work over all work-items, and what is left for serial code.
 */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

int kernel_spine_index(const struct kernel *kernel, const struct leaf *leaf)
{
	for (int i = 0; i < kernel->depth; i++)
		if (kernel->spine[i] == leaf)
			return i;
	return -1;
}

static bool spreads(const struct leaf *leaf)
{
	switch (leaf->kind) {
	case D_TEAMS: case D_PARALLEL: case D_DISTRIBUTE: case D_FOR: case D_LOOP: return true;
	default: return false;
	}
}

/* The construct that is all that the statement of a site holds; null: there is more, or none. */
static struct site *only_child(const struct lowering *lowering, const struct site *site)
{
	const struct site *child = site->children;
	const struct source *source = lowering->source;
	if (!child || child->next || !child->statement->found)
		return NULL;
	for (unsigned i = source_token_at(source, site->statement->start); i < source->token_count && source->tokens[i].start < site->statement->end; i++) {
		const struct token *token = &source->tokens[i];
		bool inside = token->start >= child->pragma->start && token->start < child->statement->end;
		if (inside || token->kind == CXToken_Comment || token->directive || source_token_is(source, i, "{") || source_token_is(source, i, "}"))
			continue;
		return NULL;
	}
	return (struct site *)child;
}

void kernel_find_spine(struct kernel *kernel)
{
	for (struct leaf *leaf = kernel->target; leaf && kernel->depth < MAX_SPINE;) {
		kernel->spine[kernel->depth++] = leaf;
		struct leaf *next = leaf->inner;
		if (next && (next->kind == D_SECTIONS || next->kind == D_SINGLE || next->kind == D_SCOPE || next->kind == D_MASKED || next->kind == D_MASTER))
			next = NULL; /* what all threads of the team pass, or one of them does */
		else if (!next && leaf->site->loop_count == 0) {
			struct site *child = only_child(kernel->lowering, leaf->site);
			next = child && spreads(&child->leaves[0]) ? &child->leaves[0] : NULL;
			if (next && next->kind == D_PARALLEL && kernel_in_spine(kernel, D_PARALLEL))
				next = NULL; /* each thread runs it with a team of its own */
		}
		leaf = next;
	}
}

bool kernel_in_spine(const struct kernel *kernel, enum directive kind)
{
	for (int i = 0; i < kernel->depth; i++)
		if (kernel->spine[i]->kind == kind)
			return true;
	return false;
}

const struct clause *kernel_clause(const struct kernel *kernel, enum clause_kind kind)
{
	const struct clause *found = NULL;
	for (int i = 0; i < kernel->depth && !found; i++)
		found = leaf_clause(kernel->spine[i], kind);
	return found;
}

const struct clause *kernel_condition(const struct kernel *kernel, const struct leaf *leaf)
{
	const struct clause *condition = leaf_if(leaf);
	if (kernel->target->site->pragma->moved && leaf->kind == D_PARALLEL) /* it is the target's, too */
		return NULL;
	return condition && (condition->keyword || leaf->site != kernel->target->site) ? condition : NULL;
}

/* Whether a construct below a site needs the threads of a team, or deals something to teams. */
static bool holds_others(const struct site *site)
{
	for (const struct site *child = site->children; child; child = child->next) {
		for (int i = 0; i < child->leaf_count; i++)
			switch (child->leaves[i].kind) {
			case D_TEAMS: case D_PARALLEL: case D_DISTRIBUTE: case D_FOR: case D_LOOP: case D_SECTIONS: case D_SINGLE: case D_SCOPE: case D_BARRIER: return true;
			default: break;
			}
		if (holds_others(child))
			return true;
	}
	return false;
}

bool kernel_is_loop(const struct leaf *leaf)
{
	const char *words = leaf->site->pragma->directive.spelling, *last = strrchr(words, ' ');
	return leaf->kind == D_LOOP || !strcmp(last ? last + 1 : words, "loop");
}

/* Whether a team's threads count a variable that starts from the one value outside, which their last iteration changes: all must have
   read it before. */
static bool counts_linearly(const struct kernel *kernel)
{
	for (int i = 1; i < kernel->depth && !kernel_in_spine(kernel, D_TEAMS) && kernel_in_spine(kernel, D_FOR); i++)
		for (const struct share *share = kernel->spine[i]->shares; share; share = share->next)
			if (share->sharing == SHARING_LINEAR)
				return true;
	return false;
}

/* Cuts the spine where what follows is for the first thread of a team. */
static void settle(struct kernel *kernel)
{
	const struct leaf *last = kernel->spine[kernel->depth - 1];
	bool others = holds_others(last->site), deals = last->site->loop_count > 0;
	kernel->context = CONTEXT_ITEM;
	if (last->kind == D_PARALLEL) {
		kernel->context = CONTEXT_TEAM;
	} else if (counts_linearly(kernel)) { /* a block has barriers (kernel_block.c) */
		kernel->serial = true;
		kernel->context = CONTEXT_GROUP;
		kernel->depth = 1;
	} else if (others && (!deals || (!kernel_in_spine(kernel, D_PARALLEL) && !kernel_is_loop(last)))) {
		kernel->serial = true;
		kernel->context = CONTEXT_GROUP;
		while (deals && kernel->spine[kernel->depth - 1]->kind != D_TEAMS && kernel->spine[kernel->depth - 1]->kind != D_TARGET)
			kernel->depth--;
	}
}

static bool has_text(const struct kernel *kernel, const char *text)
{
	const struct source *source = kernel->lowering->source;
	const struct statement *statement = kernel->target->site->statement;
	return memmem(source->text + statement->start, statement->end - statement->start, text, strlen(text)) != NULL;
}

bool kernel_asks_anywhere(const struct kernel *kernel)
{
	const struct statement *statement = kernel->target->site->statement;
	return kernel->asked || kernel_asks(kernel->lowering->source->text + statement->start, statement->end - statement->start);
}

/* Without num_teams it does not show whether a team's first thread or all its threads run the iterations of distribute. */
static bool may_use_items(const struct kernel *kernel)
{
	return kernel_in_spine(kernel, D_DISTRIBUTE) && !kernel_clause(kernel, C_NUM_TEAMS) && !kernel_clause(kernel, C_DIST_SCHEDULE) && !kernel_asks_anywhere(kernel);
}

/* Without teams: whether it shows that one team runs the iterations.  Nothing in a loop waits for other threads of the team. */
static bool needs_one_team(const struct kernel *kernel, bool sized)
{
	bool in_order = false;
	for (int i = 0; i < kernel->depth; i++)
		in_order |= kernel_in_order(kernel->spine[i]) || kernel_schedule_shows(kernel, kernel->spine[i]);
	return kernel->serial || sized || in_order || !kernel_in_spine(kernel, D_FOR) || kernel_asks_anywhere(kernel);
}

void kernel_choose_shape(struct kernel *kernel)
{
	settle(kernel);
	bool teams = kernel_in_spine(kernel, D_TEAMS), parallel = kernel_in_spine(kernel, D_PARALLEL);
	bool loop = kernel_is_loop(kernel->spine[kernel->depth - 1]), spread = kernel_in_spine(kernel, D_DISTRIBUTE) || kernel_in_spine(kernel, D_FOR) || loop;
	const bool moved = kernel->target->site->pragma->moved; /* the host's threads were meant: any number will do */
	bool sized = kernel_clause(kernel, C_NUM_TEAMS) || (kernel_clause(kernel, C_NUM_THREADS) && !moved);
	for (int i = 1; i < kernel->depth; i++)
		sized |= kernel->spine[i]->kind != D_SIMD && kernel_condition(kernel, kernel->spine[i]);
	if (kernel->serial)
		kernel->shape = !teams ? KERNEL_TEAM : kernel->dealt ? KERNEL_TEAMS : KERNEL_LEAGUE;
	else if (teams && (parallel || loop || may_use_items(kernel)))
		kernel->shape = KERNEL_LEAGUE;
	else if (teams)
		kernel->shape = KERNEL_GROUPS;
	else if (parallel)
		kernel->shape = moved || !needs_one_team(kernel, sized) ? KERNEL_LEAGUE : KERNEL_TEAM;
	else
		kernel->shape = loop ? KERNEL_LEAGUE : KERNEL_SERIAL;
	bool whole = moved || !kernel_in_spine(kernel, D_FOR) == !kernel_in_spine(kernel, D_DISTRIBUTE) || !parallel || !teams;
	bool reduces = kernel_clause(kernel, C_REDUCTION) || kernel_copies_arrays(kernel); /* then fewer work-items, with many iterations each, leave fewer partial results */
	if (!kernel->serial && kernel->shape == KERNEL_LEAGUE && spread && kernel->dealt && !sized && whole && !reduces && !kernel_asks_anywhere(kernel) && !kernel_schedule_shows(kernel, kernel->dealt) && !has_text(kernel, "continue")) {
		kernel->shape = KERNEL_RANGE;
		kernel->simple = true;
	}
	bool several = kernel->simple || (!kernel->serial && kernel->shape == KERNEL_LEAGUE && !sized && whole && !kernel_asks_anywhere(kernel));
	kernel->dimensions = several && kernel_fits_grid(kernel) ? kernel->dealt->site->loop_count : 1;
}

/* ---------------------------------------------------------------------------------------------- what is shared */

/* Whether the variable is one of the leaf's own. */
static bool owns(const struct leaf *leaf, const struct variable *variable)
{
	const struct share *share = leaf_share(leaf, variable);
	bool own = leaf_declares(leaf, variable) || (share && share->sharing != SHARING_SHARED);
	for (int i = 0; i < leaf->site->loop_count; i++)
		own |= leaf->site->loops[i].variable == variable;
	return own;
}

static bool reduces(const struct leaf *leaf, const struct variable *variable)
{
	const struct share *share = leaf_share(leaf, variable);
	return share && share->sharing == SHARING_REDUCTION;
}

bool kernel_is_copy(const struct kernel *kernel, const struct share *share)
{
	for (const struct kernel_copy *copy = kernel->copies; copy; copy = copy->next)
		if (copy->share == share)
			return true;
	return false;
}

static void add_copy(struct kernel *kernel, struct share *share)
{
	struct kernel_copy *copy = ARENA_NEW(kernel->lowering->arena, struct kernel_copy);
	*copy = (struct kernel_copy){kernel->copies, share};
	kernel->copies = copy;
	share->sharing = SHARING_SHARED;
	share->passing = share->variable->type->class == TYPE_ARRAY && (share->passing == PASS_ELEMENTS || !(share->access & ACCESS_WHOLE)) ? PASS_ELEMENTS : PASS_ADDRESS;
	if (share->variable->type->variable && leaf_may_outlive(kernel->target))
		unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "'%s', an array of variable length, firstprivate of a construct with nowait", share->variable->name);
}

/* All that a kernel gets by value may have 1024 bytes (OpenCL 1.2, CL_DEVICE_MAX_PARAMETER_SIZE); of arrays of variable length it gets none. */
static void copy_large(struct kernel *kernel)
{
	enum { MOST = 512 };
	for (struct share *share = kernel->target->shares; share; share = share->next) {
		const struct ctype *type = share->variable->type;
		bool original = type->class == TYPE_ARRAY && kernel_original(kernel, share->variable);
		bool large = share->passing == PASS_VALUE && !type->variable && !type->too_variable && (type->size > MOST || original);
		if (share->sharing == SHARING_FIRSTPRIVATE && (large || (type->variable && type->class == TYPE_ARRAY && share->passing != PASS_NOT)))
			add_copy(kernel, share);
	}
}

/* A value that the kernel gets is each work-item's own.  That does where one thread works, or one team (kernel_serial.h). */
void kernel_share_copies(struct kernel *kernel)
{
	struct lowering *lowering = kernel->lowering;
	const struct survey *survey = lowering->survey;
	const struct statement *statement = kernel->target->site->statement;
	for (struct share *share = kernel->target->shares; share; share = share->next) /* a clause that names an array is no use of its size */
		if (share->variable->type->variable && share->variable->type->class == TYPE_ARRAY && share->passing == PASS_ADDRESS &&
		    !kernel_uses_whole(kernel, share->variable, statement))
			share->passing = PASS_ELEMENTS;
	copy_large(kernel);
	if (kernel->shape == KERNEL_SERIAL || (kernel->serial && !kernel_in_spine(kernel, D_TEAMS)))
		return;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count && survey->references[i].offset < statement->end; i++) {
		const struct reference *reference = &survey->references[i];
		struct share *share = leaf_share(kernel->target, reference->variable);
		if (!(reference->access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			continue;
		const struct leaf *owner = region_leaf_at(lowering->tree, reference->offset);
		while (owner && owner != kernel->target && !owns(owner, reference->variable))
			owner = owner->outer;
		bool of_target = owner == kernel->target && share, of_team = owner && owner->kind == D_TEAMS && kernel_in_spine(kernel, D_PARALLEL) && !kernel->serial;
		if (of_target && share->sharing == SHARING_FIRSTPRIVATE && share->passing == PASS_VALUE)
			add_copy(kernel, share);
		else if ((of_target && share->sharing == SHARING_PRIVATE && !share->variable->type->variable) || (of_team && !reduces(owner, reference->variable)))
			unsupported_at(lowering->source, reference->offset, "threads share '%s', which is a copy that they change", reference->variable->name);
	}
}
