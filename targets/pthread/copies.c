/* copies.c - private copies of variables: private, firstprivate, lastprivate and linear (OpenMP 5.2, 5.4). */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

const char *lines_of(struct lowering *lowering, const struct text *text)
{
	return text->data ? arena_strndup(lowering->arena, text->data, text->length) : "";
}

void copies_release(struct copies *copies)
{
	text_release(&copies->origins);
	text_release(&copies->declare);
	text_release(&copies->last);
	text_release(&copies->combine);
}

const char *extent_value(struct lowering *lowering, const struct leaf *around, const struct variable *variable, int k)
{
	const char *name = lower_name(lowering, around, variable);
	if (variable->type->class == TYPE_POINTER)
		name = arena_printf(lowering->arena, "%s[0]", name);
	for (int i = 0; i < k; i++)
		name = arena_printf(lowering->arena, "%s[0]", name);
	return arena_printf(lowering->arena, "sizeof %s / sizeof %s[0]", name, name);
}

const char *with_alignment(struct lowering *lowering, const struct variable *variable, const char *declaration)
{
	if (!variable->alignment)
		return declaration;
	return arena_printf(lowering->arena, "__attribute__((aligned(%s))) %s", variable->alignment, declaration);
}

static bool in_place(const struct leaf *leaf)
{
	return !leaf->outlined;
}

static const char *origin_name(struct lowering *lowering, const struct variable *variable)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "shared_%s", variable->name));
}

const char *copy_origin(struct lowering *lowering, const struct leaf *leaf, const struct share *share)
{
	if (in_place(leaf))
		return origin_name(lowering, share->variable);
	return arena_printf(lowering->arena, "%s->%s", lowering->data, share->variable->name);
}

static bool needs_origin(const struct share *share)
{
	return share->sharing != SHARING_PRIVATE || share->last;
}

/* In place, the original is out of sight where its copy has the same name: a pointer leads to it. */
void declare_origin(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies)
{
	const struct variable *variable = share->variable;
	const char *extents[TYPE_MAX_RANK], *name = origin_name(lowering, variable);
	lower_extents(lowering, variable, extents);
	for (int k = 0; k < TYPE_MAX_RANK; k++)
		if (extents[k])
			add_line(&copies->origins, "const unsigned long %s = %s;", extents[k],
				 extent_value(lowering, leaf->outer, variable, k));
	if (!needs_origin(share))
		return;
	if (variable->type->class == TYPE_ARRAY)
		add_line(&copies->origins, "%s = %s;", ctype_declare_elements(lowering->arena, variable->type, name, extents),
			 lower_name(lowering, leaf->outer, variable));
	else
		add_line(&copies->origins, "%s = %s;", ctype_declare_pointer(lowering->arena, variable->type, arena_printf(lowering->arena, "const %s", name) , extents),
			 lower_address(lowering, leaf->outer, variable));
}

/* A copy elsewhere: its storage comes with the first value in it. */
static void declare_allocated(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies)
{
	const struct variable *variable = share->variable;
	const char *name = variable->name, *origin = copy_origin(lowering, leaf, share), *value = "0";
	bool by_value = share->passing == PASS_VALUE && leaf->outlined, whole = variable->type->is_volatile || variable->type->is_atomic;
	if (share->sharing != SHARING_PRIVATE && !whole)
		value = by_value ? arena_printf(lowering->arena, "&%s", origin) : origin;
	add_line(&copies->declare, "%s;", allocated_copy(lowering, leaf, share, name, NULL, value));
	if (share->sharing != SHARING_PRIVATE && whole)
		add_line(&copies->declare, "*%s = %s%s;", name, by_value ? "" : "*", origin);
}

static void declare_copy(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies)
{
	const struct variable *variable = share->variable;
	const char *extents[TYPE_MAX_RANK], *name = variable->name, *origin = copy_origin(lowering, leaf, share);
	bool array = variable->type->class == TYPE_ARRAY, value = share->passing == PASS_VALUE && leaf->outlined;
	lower_extents(lowering, variable, extents);
	const struct ctype *type = array ? ctype_unqualified(lowering->arena, variable->type) : variable->type;
	const char *declaration = with_alignment(lowering, variable, ctype_declare_extents(lowering->arena, type, name, extents));
	if (share->sharing == SHARING_PRIVATE) {
		const char *first = array || !share->last ? "" : type->class == TYPE_RECORD ? " = {0}" : " = 0";
		add_line(&copies->declare, "%s%s;", declaration, first);
		if (!(share->access & (ACCESS_VALUE | ACCESS_ADDRESS)) && !share->last)
			add_line(&copies->declare, "(void)%s;", name);
	} else if (array) {
		add_line(&copies->declare, "%s;", declaration);
		add_line(&copies->declare, "__builtin_memcpy(%s, %s, sizeof %s);", name, origin, name);
	} else {
		add_line(&copies->declare, "%s = %s%s;", declaration, value ? "" : "*", origin);
		if (!(share->access & (ACCESS_VALUE | ACCESS_ADDRESS)) && !share->last)
			add_line(&copies->declare, "(void)%s;", name);
	}
}

bool has_original(const struct leaf *leaf, const struct share *share)
{
	return leaf->kind == D_TASKLOOP && share->last && share->sharing == SHARING_FIRSTPRIVATE;
}

const char *original_name(struct lowering *lowering, const struct variable *variable)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_original", variable->name));
}

static void copy_back(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies)
{
	const char *origin = has_original(leaf, share)
		? arena_printf(lowering->arena, "%s->%s", lowering->data, original_name(lowering, share->variable)) : copy_origin(lowering, leaf, share);
	const char *name = lower_name(lowering, leaf, share->variable);
	if (share->variable->type->class == TYPE_ARRAY)
		add_line(&copies->last, "__builtin_memcpy(%s, %s, sizeof %s);", origin, name, name);
	else
		add_line(&copies->last, "*%s = %s;", origin, name);
}

/* loops.c declares these itself, in the loops. */
static bool is_loop_variable(const struct leaf *leaf, const struct share *share)
{
	for (int i = 0; i < leaf->site->shared_loops; i++)
		if ((leaf->kind == D_FOR || leaf->kind == D_DISTRIBUTE || leaf->kind == D_TASKLOOP) && leaf->site->loops[i].variable == share->variable)
			return true;
	return false;
}

/* A reduction of `taskloop simd`: the simd loop gets a local variable that stands for the thread's copy. */
static void simd_reduction(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies)
{
	const struct variable *variable = share->variable;
	const char *name = variable->name, *origin = origin_name(lowering, variable), *extents[TYPE_MAX_RANK];
	bool array = variable->type->class == TYPE_ARRAY;
	lower_extents(lowering, variable, extents);
	if (share->item->section) { /* the simd loop has one lane */
		const struct ctype *type = ctype_unqualified(lowering->arena, variable->type);
		const char *declaration = array ? ctype_declare_elements(lowering->arena, type, name, extents)
						: ctype_declare_extents(lowering->arena, type, name, extents);
		add_line(&copies->declare, "%s = %s%s->%s;", declaration, array ? "" : "*", lowering->data, name);
		add_line(&copies->declare, "%s", reduction_shift(lowering, leaf, share, name));
		return;
	}
	if (array) {
		add_line(&copies->declare, "%s = ppcc_reduction_copy(%s, %s->%s);", ctype_declare_elements(lowering->arena, variable->type, origin, extents),
			 lowering->me, lowering->data, name);
		add_line(&copies->declare, "%s;", ctype_declare_extents(lowering->arena, variable->type, name, extents));
		add_line(&copies->declare, "__builtin_memcpy(%s, %s, sizeof %s);", name, origin, name);
		add_line(&copies->combine, "__builtin_memcpy(%s, %s, sizeof %s);", origin, name, name);
		return;
	}
	add_line(&copies->declare, "%s = ppcc_reduction_copy(%s, %s->%s);", ctype_declare_pointer(lowering->arena, variable->type, origin, NULL),
		 lowering->me, lowering->data, name);
	add_line(&copies->declare, "%s = *%s;", ctype_declare(lowering->arena, variable->type, name), origin);
	add_line(&copies->combine, "*%s = %s;", origin, name);
}

/* The order of declarations: the traits of allocators, the allocators, what gets its storage from them. */
static int copy_rank(const struct share *share)
{
	bool of_allocator = share->clause && share->clause->kind == C_USES_ALLOCATORS;
	return !of_allocator ? 2 : allocated_is_allocator(share) ? 1 : 0;
}

static void make_copy(struct lowering *lowering, struct leaf *leaf, const struct share *share, struct copies *copies)
{
	if (in_place(leaf))
		declare_origin(lowering, leaf, share, copies);
	if (share->in_task)
		simd_reduction(lowering, leaf, share, copies);
	else if (allocated_is_allocator(share))
		add_line(&copies->declare, "%s", allocated_allocator(lowering, share));
	else if (share->allocation && share->sharing != SHARING_REDUCTION)
		declare_allocated(lowering, leaf, share, copies);
	else if (share->sharing != SHARING_REDUCTION)
		declare_copy(lowering, leaf, share, copies);
	if (share->last && !share->conditional)
		copy_back(lowering, leaf, share, copies);
	copies->needs_barrier |= share->last && share->sharing == SHARING_FIRSTPRIVATE;
}

void copies_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies)
{
	*copies = (struct copies){0};
	allocated_origins(lowering, leaf, copies);
	for (int rank = 0; rank <= 2; rank++)
		for (const struct share *share = leaf->shares; share; share = share->next) {
			bool used = share->access || share->last || share->sharing == SHARING_REDUCTION || share->sharing == SHARING_LINEAR;
			if (copy_rank(share) == rank && share->sharing != SHARING_SHARED && used && !is_loop_variable(leaf, share))
				make_copy(lowering, leaf, share, copies);
		}
	reductions_make(lowering, leaf, copies);
}
