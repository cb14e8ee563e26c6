/* utility.c - error, nothing, requires and the like (OpenMP 5.2, 8). */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

static const char *remark(struct lowering *lowering, const struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s; /* %s */", mark_generated(lowering->arena, lower_offset(leaf)), lower_origin(lowering, leaf));
}

/* At file scope a comment is all that may stand there. */
static const char *comment(struct lowering *lowering, const struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s/* %s */", mark_generated(lowering->arena, lower_offset(leaf)), lower_origin(lowering, leaf));
}

/* Also assumes: what it lets a compiler believe is of no use here.  No statement: it may stand before the statement of an if. */
const char *lower_nothing(struct lowering *lowering, struct leaf *leaf)
{
	return comment(lowering, leaf);
}

const char *lower_assume(struct lowering *lowering, struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s\n%s", comment(lowering, leaf), lower_body(lowering, leaf));
}

/* Without a clause, all that it says is that the back end may unroll. */
const char *lower_unroll(struct lowering *lowering, struct leaf *leaf)
{
	return arena_printf(lowering->arena, "%s\n%s", comment(lowering, leaf), lower_body(lowering, leaf));
}

/* What a host without devices has to know of it is read elsewhere: default_memory_order. */
const char *lower_requires(struct lowering *lowering, struct leaf *leaf)
{
	const char *order = default_memory_order(lowering);
	if (order && strcmp(order, "seq_cst") && strcmp(order, "acq_rel") && strcmp(order, "relaxed"))
		error_at(lowering->source, lower_offset(leaf), "'%s' in 'atomic_default_mem_order' is none of seq_cst, acq_rel and relaxed", order);
	if (!leaf_clause(leaf, C_SELF_MAPS) && !leaf_clause(leaf, C_UNIFIED_SHARED_MEMORY))
		return comment(lowering, leaf);
	const char *function = survey_fresh_name(lowering->survey, "require_self_maps");
	return arena_printf(lowering->arena, "%s%s%s\n__attribute__((constructor)) static void %s(void)\n{\n\tppcc_require_self_maps();\n}",
			    mark_generated(lowering->arena, lower_offset(leaf)), lower_include(lowering), comment(lowering, leaf), function);
}

const char *default_memory_order(const struct lowering *lowering)
{
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct leaf *leaf = &lowering->tree->sites[i]->leaves[0];
		const struct clause *clause = leaf->kind == D_REQUIRES ? leaf_clause(leaf, C_ATOMIC_DEFAULT_MEM_ORDER) : NULL;
		if (clause)
			return clause->keyword;
	}
	return NULL;
}

bool is_second(struct lowering *lowering, const struct clause *clause, const char *first, const char *second)
{
	if (!clause || !strcmp(clause->keyword, first))
		return false;
	if (strcmp(clause->keyword, second))
		error_at(lowering->source, clause->offset, "'%s' in '%s' is neither %s nor %s", clause->keyword,
			 clause_rows[clause->kind].spelling, first, second);
	return true;
}

const char *lower_error(struct lowering *lowering, struct leaf *leaf)
{
	const struct clause *message = leaf_clause(leaf, C_MESSAGE);
	bool execution = is_second(lowering, leaf_clause(leaf, C_AT), "compilation", "execution");
	bool warning = is_second(lowering, leaf_clause(leaf, C_SEVERITY), "fatal", "warning");
	if (execution) {
		const char *text = message ? lower_clause_expression(lowering, leaf->outer, leaf->site, message->expression) : "\"\"";
		return arena_printf(lowering->arena, "%sppcc_error(%d, %s); /* %s */", mark_generated(lowering->arena, lower_offset(leaf)), !warning,
				    text, lower_origin(lowering, leaf));
	}
	const char *text = message ? message->expression : "no message";
	if (warning)
		warning_at(lowering->source, lower_offset(leaf), "error directive: %s", text);
	else
		error_at(lowering->source, lower_offset(leaf), "error directive: %s", text);
	return remark(lowering, leaf);
}
