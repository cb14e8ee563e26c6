/* target.c - the omp-target target: host loops become OpenMP device code with every map written out. */
#include "omp_target.h"

#include <string.h>

/* A loop directive that makes its own team and stands in no other construct. */
static bool is_candidate(const struct site *site)
{
	enum directive first = site->leaves[0].kind, second = site->leaf_count > 1 ? site->leaves[1].kind : first;
	return first == D_PARALLEL && (second == D_FOR || second == D_LOOP) && (!site->parent || site->parent->leaves[0].kind == D_TARGET_DATA);
}

/* Whether the statement of a directive calls a function of the file. */
static bool calls_function(const struct source *source, const struct site *site)
{
	for (unsigned t = source_token_at(source, site->statement->start); t < source->token_count && source->tokens[t].start < site->statement->end; t++) {
		const struct token *token = &source->tokens[t];
		if (token->kind == CXToken_Identifier && source_token_is(source, t + 1, "(") &&
		    accesses_defines_function(source, source->text + token->start, token->end - token->start))
			return true;
	}
	return false;
}

/* What the file does with devices and threads itself, in the way of moving its loops. */
struct obstacles {
	const struct site *resident; /* it keeps data on a device: a loop would find that, not the host's */
	const struct site *calling;  /* threads or a device run functions of the file: all but main may be such */
};

static struct obstacles find_obstacles(struct lowering *lowering)
{
	struct obstacles obstacles = {NULL, NULL};
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		enum directive kind = site->leaves[0].kind;
		if (kind == D_TARGET_DATA || kind == D_TARGET_ENTER_DATA || kind == D_DECLARE_TARGET || kind == D_BEGIN_DECLARE_TARGET)
			obstacles.resident = site;
		struct accesses accesses;
		if (is_candidate(site) && accesses_of_loop(lowering->survey, site->statement->start, site->statement->end, &accesses) && !accesses.objection)
			continue; /* calls functions that only compute */
		bool runs = kind == D_TARGET || kind == D_PARALLEL || kind == D_TEAMS || openmp_is_task(kind);
		if (runs && !obstacles.calling && site->statement->found && calls_function(lowering->source, site))
			obstacles.calling = site;
	}
	return obstacles;
}

/* What moves, in file order. */
static struct offload *collect(struct lowering *lowering)
{
	struct obstacles obstacles = find_obstacles(lowering);
	struct offload *list = NULL, **tail = &list;
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		struct site *site = lowering->tree->sites[i];
		const struct site *calling = obstacles.calling, *resident = obstacles.resident;
		struct offload *offload = NULL;
		if (site->leaves[0].kind == D_TARGET) {
			offload = omp_target_region(lowering, site);
		} else if (!is_candidate(site)) {
			continue;
		} else if (resident) {
			omp_target_stays(lowering, site, site->pragma->start, "data is on a device already: '%s' in line %u",
					 resident->pragma->directive.spelling, source_place(lowering->source, resident->pragma->start).line);
		} else if (calling && strcmp(site->function->name, "main") != 0) {
			omp_target_stays(lowering, site, site->pragma->start, "the function may run in the '%s' of line %u, which calls functions",
					 calling->pragma->directive.spelling, source_place(lowering->source, calling->pragma->start).line);
		} else {
			offload = omp_target_look(lowering, site);
		}
		*tail = offload;
		tail = offload ? &offload->next : tail;
	}
	return list;
}

static bool rewrite(struct lowering *lowering)
{
	struct offload *offloads = collect(lowering);
	omp_target_reside(lowering, offloads);
	for (struct offload *offload = offloads; offload; offload = offload->next)
		omp_target_write(offload);
	return true;
}

const struct target omp_target_target = {
	.name = "omp-target",
	.summary = "OpenMP device code for clang or gcc: host loops become target constructs with their maps",
	.rewrite = rewrite,
	.rows = {
		[D_TARGET] = {.honoured = "map defaultmap private firstprivate in_reduction is_device_ptr has_device_addr uses_allocators allocate if device "
					  "nowait depend thread_limit"},
		[D_PARALLEL] = {.honoured = "if num_threads default private firstprivate shared reduction proc_bind"},
		[D_FOR] = {.honoured = "private firstprivate lastprivate reduction schedule collapse order"},
		[D_LOOP] = {.honoured = "bind collapse order private lastprivate reduction"},
		[D_SIMD] = {.honoured = "collapse private lastprivate reduction safelen simdlen aligned nontemporal if order"},
	},
};
