/* allocated.c - private copies whose storage comes from the allocator of an allocate clause (OpenMP 5.2, 6.6). */
#include "pthread_target.h"

#include "allocate.h"

#include <string.h>

static const char *allocator_name(struct lowering *lowering, const struct share *share)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_allocator", share->variable->name));
}

/* Whether the region makes this allocator itself. */
static bool is_own(const struct leaf *leaf, const char *name)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (allocated_is_allocator(share) && !strcmp(share->variable->name, name))
			return true;
	return false;
}

/* The handle is kept in a variable or a member unless it can be written again. */
static bool is_kept(const struct leaf *leaf, const struct share *share)
{
	return share->allocation && !share->in_task && share->allocation->expression && !allocate_predefined(share->allocation->expression) &&
	       !is_own(leaf, share->allocation->expression);
}

bool allocated_is_allocator(const struct share *share)
{
	return share->clause && share->clause->kind == C_USES_ALLOCATORS && share->item;
}

const char *allocated_allocator(struct lowering *lowering, const struct share *share)
{
	const char *traits = share->item->traits, *space = share->item->memspace;
	return arena_printf(lowering->arena, "%s PPCC_ALLOCATOR = ppcc_allocator_new(%s, %s, %s);",
			    ctype_declare(lowering->arena, share->variable->type, share->variable->name), space ? space : "omp_default_mem_space",
			    traits ? arena_printf(lowering->arena, "sizeof %s / sizeof %s[0]", traits, traits) : "0", traits ? traits : "0");
}

void allocated_origins(struct lowering *lowering, const struct leaf *leaf, struct copies *copies)
{
	for (const struct share *share = leaf->shares; share && !leaf->outlined; share = share->next)
		if (is_kept(leaf, share))
			add_line(&copies->origins, "const __UINTPTR_TYPE__ %s = %s;", allocator_name(lowering, share),
				 lower_clause_expression(lowering, leaf->outer, leaf->site, share->allocation->expression));
}

void allocated_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const char *name = allocator_name(lowering, share);
		if (is_kept(leaf, share))
			add_member(data, arena_printf(lowering->arena, "__UINTPTR_TYPE__ %s", name), name,
				   lower_clause_expression(lowering, leaf->outer, leaf->site, share->allocation->expression));
	}
}

static const char *allocator(struct lowering *lowering, const struct leaf *leaf, const struct share *share)
{
	if (!share->allocation->expression)
		return "0";
	if (!is_kept(leaf, share))
		return share->allocation->expression;
	const char *name = allocator_name(lowering, share);
	return leaf->outlined ? arena_printf(lowering->arena, "%s->%s", lowering->data, name) : name;
}

const char *allocated_copy(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *name, const char *count,
			   const char *value)
{
	const struct variable *variable = share->variable;
	struct arena *arena = lowering->arena;
	const char *extents[TYPE_MAX_RANK], *size = NULL;
	lower_extents(lowering, variable, extents);
	bool array = variable->type->class == TYPE_ARRAY;
	const struct ctype *type = array ? ctype_unqualified(arena, variable->type) : variable->type;
	const char *declaration = ctype_declare_pointer(arena, type, name, extents);
	if (count) {
		declaration = ctype_declare_spelling(arena, type->element, arena_printf(arena, "*%s", name));
		size = arena_printf(arena, "%s * sizeof *%s", parenthesised(arena, count), name);
	} else if (array && type->variable) {
		size = arena_printf(arena, "sizeof(%s)", ctype_declare_extents(arena, type, "", extents));
	}
	const char *call = allocate_call(lowering, variable, allocator(lowering, leaf, share), share->allocation->alignment, size, value);
	return arena_printf(arena, "%s PPCC_ALLOCATED = %s", declaration, call);
}
