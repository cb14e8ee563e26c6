/* context.c - the construct traits of a place (OpenMP 5.2, 7.1). */
#include "selector.h"
#include "survey.h"

void context_at(struct context *context, const struct survey *survey, unsigned offset)
{
	const struct pragma_table *pragmas = survey->pragmas;
	context->constructs = arena_alloc(survey->source->arena, (pragmas->count + 1) * MAX_LEAVES * sizeof *context->constructs);
	context->construct_count = 0;
	context->offset = offset;
	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		const struct statement *statement = &survey->statements[i];
		enum before before = directive_rows[pragma->directive.leaves[0]].before;
		if (!statement->found || pragma->end > offset || offset >= statement->end || (before != BEFORE_STATEMENT && before != BEFORE_LOOP))
			continue;
		for (int l = 0; l < pragma->directive.leaf_count; l++) {
			enum directive kind = pragma->directive.leaves[l];
			if (kind == D_TARGET)
				context->construct_count = 0;
			if (kind != D_DISPATCH)
				context->constructs[context->construct_count++] = (struct construct_trait){kind, pragma->clauses};
		}
	}
}

bool context_in_target(const struct context *context)
{
	return context->construct_count > 0 && context->constructs[0].kind == D_TARGET;
}

void context_in_variant(struct context *context, const struct selector *selector)
{
	struct construct_trait *own = context->constructs;
	int count = 0;
	for (int i = 0; i < context->construct_count; i++)
		if (own[i].kind == D_TARGET)
			return; /* nothing around a target construct counts */
	for (const struct trait *trait = selector->traits; trait; trait = trait->next)
		count += trait->set == SET_CONSTRUCT;
	context->constructs = arena_alloc(context->source->arena, (size_t)(count + context->construct_count + 1) * sizeof *context->constructs);
	count = 0;
	for (const struct trait *trait = selector->traits; trait; trait = trait->next)
		if (trait->set == SET_CONSTRUCT)
			context->constructs[count++] = (struct construct_trait){trait->construct, NULL};
	for (int i = 0; i < context->construct_count; i++)
		context->constructs[count++] = own[i];
	context->construct_count = count;
}

void context_add_dispatch(struct context *context)
{
	struct construct_trait *own = context->constructs;
	context->constructs = arena_alloc(context->source->arena, (size_t)(context->construct_count + 1) * sizeof *own);
	for (int i = 0; i < context->construct_count; i++)
		context->constructs[i] = own[i];
	context->constructs[context->construct_count++] = (struct construct_trait){D_DISPATCH, NULL};
}
