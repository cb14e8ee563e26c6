/*
 * kernel_storage.c - the allocate directive in a kernel (OpenMP 5.2, 6.5): a variable in it is one of the work-item, or of the team, as any
 * other.  On the host its declaration and its uses are those of a pointer (allocate.h), which here they are not.
 */
#include "opencl_target.h"

#include "allocate.h"
#include "diagnostic.h"

const char *kernel_allocate(struct lowering *lowering, struct leaf *leaf)
{
	const struct clause *allocator = leaf_clause(leaf, C_ALLOCATOR), *align = leaf_clause(leaf, C_ALIGN);
	if (align)
		unsupported_at(lowering->source, align->offset, "'align' on 'allocate'");
	if (allocator && !allocate_predefined(allocator->expression))
		unsupported_at(lowering->source, allocator->offset, "'allocate' with the allocator '%s'", allocator->expression);
	return arena_strdup(lowering->arena, ";");
}

void kernel_copy_edits(struct lowering *lowering, unsigned start, unsigned end)
{
	const struct edit *edit = lowering->edits;
	struct edit **last = &lowering->edits;
	for (*last = NULL; edit; edit = edit->next) {
		if (edit->of_host && edit->start >= start && edit->start < end)
			continue;
		*last = ARENA_NEW(lowering->arena, struct edit);
		**last = *edit;
		(*last)->next = NULL;
		last = &(*last)->next;
	}
}

void kernel_enter_storage(struct lowering *lowering, unsigned start, unsigned end, struct kernel_storage *outside)
{
	*outside = (struct kernel_storage){.edits = lowering->edits};
	for (struct variable *v = lowering->survey->variables; v; v = v->next) {
		if (!v->allocated || v->declared < start || v->declared >= end)
			continue;
		struct kernel_stored *stored = ARENA_NEW(lowering->arena, struct kernel_stored);
		*stored = (struct kernel_stored){outside->variables, v, v->allocated};
		outside->variables = stored;
		v->allocated = NULL;
	}
	if (outside->variables)
		kernel_copy_edits(lowering, start, end);
}

void kernel_leave_storage(struct lowering *lowering, const struct kernel_storage *outside)
{
	lowering->edits = outside->edits;
	for (const struct kernel_stored *stored = outside->variables; stored; stored = stored->next)
		stored->variable->allocated = stored->site;
}
