/* utility.c - error, nothing and requires (OpenMP 5.2, 8), and target regions, which run on the host (13.8). */
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

/* The back end unrolls: nothing else can tell. */
const char *lower_unroll(struct lowering *lowering, struct leaf *leaf)
{
	const struct clause *partial = leaf_clause(leaf, C_PARTIAL);
	const char *times = leaf_clause(leaf, C_FULL) ? "65534" : partial ? partial->expression : NULL;
	const char *line = times ? arena_printf(lowering->arena, "#pragma GCC unroll %s\n", times) : "";
	return arena_printf(lowering->arena, "%s\n%s%s", comment(lowering, leaf), line, lower_body(lowering, leaf));
}

/* What a host without devices has to know of it is read elsewhere: default_memory_order. */
const char *lower_requires(struct lowering *lowering, struct leaf *leaf)
{
	const char *order = default_memory_order(lowering);
	if (order && strcmp(order, "seq_cst") && strcmp(order, "acq_rel") && strcmp(order, "relaxed"))
		error_at(lowering->source, lower_offset(leaf), "'%s' in 'atomic_default_mem_order' is none of seq_cst, acq_rel and relaxed", order);
	return comment(lowering, leaf);
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

/* The keyword of a clause that may be one of two; the first without the clause. */
static bool is_second(struct lowering *lowering, const struct clause *clause, const char *first, const char *second)
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

static const char *device_number(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *device = leaf_clause(leaf, C_DEVICE);
	if (!device)
		return "PPCC_DEVICE_DEFAULT";
	if (device->modifiers && strcmp(device->modifiers, "device_num"))
		unsupported_at(lowering->source, device->offset, "'%s' in 'device' on target pthread", device->modifiers);
	return lower_clause_expression(lowering, leaf->outer, leaf->site, device->expression);
}

const char *lower_target(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	const struct clause *condition = leaf_if(leaf);
	const char *offload = condition ? lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression) : "1";
	copies_make(lowering, leaf, &copies);
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"unused", unused_originals(lowering, leaf)},
		{"origins", lines_of(lowering, &copies.origins)},
		{"private", lines_of(lowering, &copies.declare)},
		{"call", arena_printf(lowering->arena, "ppcc_target(%s, %s);", offload, device_number(lowering, leaf))},
		{"body", lower_body(lowering, leaf)},
		{NULL, NULL},
	};
	const char *result = template_fill(lowering->arena, "pthread", "target", lower_offset(leaf), holes);
	copies_release(&copies);
	return result;
}
