/* target.c - the omp-target target: host loops become OpenMP device code with every map written out. */
#include "omp_target.h"

#include "diagnostic.h"
#include "accesses_reached.h"

#include <string.h>

/* Whether the program's first thread runs it, and no other beside. */
static bool is_alone(const struct site *site)
{
	return !site->parent || site->parent->leaves[0].kind == D_TARGET_DATA;
}

/* A taskloop that waits for its tasks. */
static bool is_task_candidate(const struct site *site)
{
	enum directive second = site->leaf_count > 2 ? site->leaves[1].kind : D_PARALLEL;
	bool combined = site->leaves[0].kind == D_PARALLEL && (second == D_MASTER || second == D_MASKED) && site->leaves[2].kind == D_TASKLOOP;
	return is_alone(site) && (combined || site->leaves[0].kind == D_TASKLOOP) && !clause_find(site->pragma->clauses, C_NOGROUP);
}

/* A loop directive that makes its own team and stands in no other construct. */
static bool is_candidate(const struct site *site)
{
	enum directive first = site->leaves[0].kind, second = site->leaf_count > 1 ? site->leaves[1].kind : first;
	return (first == D_PARALLEL && (second == D_FOR || second == D_LOOP) && is_alone(site)) || is_task_candidate(site);
}

/* A parallel region that may be divided into its loops. */
static bool is_divisible(const struct site *site)
{
	bool loops = false;
	for (const struct site *child = site->children; child; child = child->next)
		loops |= child->leaves[0].kind == D_FOR || child->leaves[0].kind == D_LOOP;
	return site->leaf_count == 1 && site->leaves[0].kind == D_PARALLEL && is_alone(site) && loops;
}

/* A construct that threads or a device run, and what it calls. */
struct running {
	struct running *next;
	const struct site *site;
	struct reached reached;
};

/* What the file does with devices and threads itself, in the way of moving its loops. */
struct obstacles {
	const struct site *resident; /* it keeps data on a device: a loop would find that, not the host's */
	struct running *running;     /* those that call functions, which may have loops: several threads, or a device, would run them */
};

static struct obstacles find_obstacles(struct lowering *lowering)
{
	struct obstacles obstacles = {NULL, NULL};
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		const struct site *site = lowering->tree->sites[i];
		enum directive kind = site->leaves[0].kind;
		if (kind == D_TARGET_DATA || kind == D_TARGET_ENTER_DATA)
			obstacles.resident = site;
		bool runs = kind == D_TARGET || kind == D_PARALLEL || kind == D_TEAMS || openmp_is_task(kind);
		if (!runs || !site->statement->found)
			continue;
		struct running *running = ARENA_NEW(lowering->arena, struct running);
		*running = (struct running){.next = obstacles.running, .site = site};
		reached_find(lowering->survey, site->statement->start, &running->reached);
		obstacles.running = running;
	}
	return obstacles;
}

/* A construct that may run the function; null: none. */
static const struct site *runner_of(const struct obstacles *obstacles, const struct function *function)
{
	const struct site *first = NULL;
	for (const struct running *running = obstacles->running; running && strcmp(function->name, "main") != 0; running = running->next)
		if (running->reached.unknown || reached_has(&running->reached, function->name))
			first = running->site;
	return first;
}

/* A remark on a construct that is not made for a device's threads, where it is the outermost. */
static void remark_other(struct lowering *lowering, const struct site *site)
{
	enum directive kind = site->leaves[0].kind;
	if (!lowering->offloading && is_alone(site) && (kind == D_PARALLEL || kind == D_TEAMS || kind == D_SECTIONS || openmp_is_task(kind)))
		remark_at(lowering->source, site->pragma->start, "'%s' in line %u stays on the host: it is no loop, and no region that consists of loops",
			  site->pragma->directive.spelling, source_place(lowering->source, site->pragma->start).line);
}

static struct offload *look_at(struct lowering *lowering, struct site *site, const struct obstacles *obstacles)
{
	bool divisible = is_divisible(site), tasks = omp_target_is_of_tasks(lowering, site);
	const struct site *runner = site->function ? runner_of(obstacles, site->function) : NULL;
	if (site->leaves[0].kind == D_TARGET) {
		struct offload *offload = lowering->offloading ? NULL : omp_target_region(lowering, site);
		if (offload)
			offload->by_threads = runner != NULL;
		return offload;
	}
	if (!divisible && !tasks && !is_candidate(site)) {
		remark_other(lowering, site);
		return NULL;
	}
	if (obstacles->resident) {
		omp_target_stays(lowering, site, site->pragma->start, "data is on a device already: '%s' in line %u",
				 obstacles->resident->pragma->directive.spelling, source_place(lowering->source, obstacles->resident->pragma->start).line);
		return NULL;
	}
	if (runner) {
		omp_target_stays(lowering, site, site->pragma->start, "the function may run in the '%s' of line %u, which calls functions",
				 runner->pragma->directive.spelling, source_place(lowering->source, runner->pragma->start).line);
		return NULL;
	}
	return divisible ? omp_target_split(lowering, site) : tasks ? omp_target_tasks(lowering, site) : omp_target_look(lowering, site);
}

/* What moves, in file order. */
static struct offload *collect(struct lowering *lowering)
{
	struct obstacles obstacles = find_obstacles(lowering);
	struct offload *list = NULL, **tail = &list;
	for (unsigned i = 0; i < lowering->tree->site_count; i++) {
		*tail = look_at(lowering, lowering->tree->sites[i], &obstacles);
		while (*tail)
			tail = &(*tail)->next;
	}
	return list;
}

static bool rewrite(struct lowering *lowering)
{
	struct offload *offloads = collect(lowering);
	omp_target_declare(lowering, offloads);
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
		[D_FOR] = {.honoured = "private firstprivate lastprivate reduction schedule collapse order nowait"},
		[D_TASKLOOP] = {.honoured = "if final untied mergeable priority grainsize num_tasks collapse default shared private firstprivate lastprivate "
					    "reduction"},
		[D_LOOP] = {.honoured = "bind collapse order private lastprivate reduction"},
		[D_SIMD] = {.honoured = "collapse private lastprivate reduction safelen simdlen aligned nontemporal if order"},
	},
};
