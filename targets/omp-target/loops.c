/* loops.c - `parallel for` and its like become `target teams distribute parallel for` with maps. */
#include "omp_target.h"

#include "constant.h"
#include "diagnostic.h"
#include "offload.h"

#include <stdarg.h>
#include <string.h>

void omp_target_stays(struct lowering *lowering, const struct site *site, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *reason = arena_vprintf(lowering->arena, format, arguments);
	va_end(arguments);
	bool region = site->leaf_count == 1 && site->leaves[0].kind == D_PARALLEL;
	remark_at(lowering->source, offset, "the %s of '%s' in line %u stays on the host: %s", region ? "region" : "loop",
		  site->pragma->directive.spelling, source_place(lowering->source, site->pragma->start).line, reason);
}

/* ---------------------------------------------------------------------------------------------- clauses */

/* The clauses that mean on a device what they mean on the host, or are left out there. */
static bool clause_goes_along(const struct clause *clause)
{
	static const char kept[] = "collapse private firstprivate lastprivate reduction num_threads schedule shared default if proc_bind order "
				   "safelen simdlen aligned nontemporal bind nowait grainsize num_tasks priority mergeable untied final filter";
	static const char operators[] = "+ * & | ^ && || min max";
	if (!openmp_lists(kept, clause_rows[clause->kind].spelling))
		return false;
	if (clause->kind == C_DEFAULT)
		return openmp_lists("shared none", clause->keyword);
	if (clause->kind != C_REDUCTION)
		return true;
	for (const struct clause_item *item = clause->items; item; item = item->next)
		if (item->section)
			return false;
	return !clause->modifiers && clause->keyword && openmp_lists(operators, clause->keyword);
}

/* Whether it matters how often, or where, the expression is evaluated. */
static bool has_effects(const char *expression)
{
	return strchr(expression, '(') || strstr(expression, "++") || strstr(expression, "--") || strchr(expression, '=');
}

/* The condition, the number of threads and the like are evaluated by whoever runs the loop. */
static bool is_said_once(const struct clause *clause)
{
	return clause->kind != C_REDUCTION && clause->expression && has_effects(clause->expression);
}

static const struct clause *refused_clause(const struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		if (!clause_goes_along(clause) || is_said_once(clause))
			return clause;
	return NULL;
}

const struct share *omp_target_share(const struct offload *offload, const struct variable *variable)
{
	const struct site *site = offload->site;
	const struct share *found = NULL;
	variable = variable->of ? variable->of : variable;
	if (offload->parallel && (found = leaf_share(&offload->parallel->leaves[0], variable)) && found->sharing != SHARING_REDUCTION)
		found = NULL; /* see split.c */
	for (int i = 0; i < site->leaf_count; i++) {
		const struct share *share = leaf_share(&site->leaves[i], variable);
		if (share && (!found || share->sharing != SHARING_SHARED))
			found = share;
	}
	return found;
}

/* ---------------------------------------------------------------------------------------------- what stays */

/* Constructs in the loop that a device's thread may meet. */
static const struct site *refused_inside(const struct site *site)
{
	for (const struct site *child = site->children; child; child = child->next)
		if ((child->leaves[0].kind != D_ATOMIC && child->leaves[0].kind != D_SIMD) || refused_inside(child))
			return child;
	return NULL;
}

const struct extent *omp_target_overlap(const struct offload *offload, const struct extent **other)
{
	struct survey *survey = offload->lowering->survey;
	for (const struct extent *a = offload->extents; a; a = a->next) {
		if (a->variable->type->class != TYPE_POINTER && a->variable->type->class != TYPE_ARRAY)
			continue;
		for (const struct extent *b = a->next; b; b = b->next) {
			enum ctype_class class = b->variable->type->class;
			if ((class != TYPE_POINTER && class != TYPE_ARRAY) || !(a->written || b->written))
				continue;
			*other = b;
			if (extents_may_overlap(survey, a->variable, b->variable, offload->site->statement->start))
				return a;
		}
	}
	return NULL;
}

/* Whether an iteration may read of the thread's own variable what another one has left there: how iterations are dealt shows. */
static bool is_handed_over(const struct offload *offload, const struct extent *extent)
{
	const struct share *share = omp_target_share(offload, extent->variable);
	bool own = share && share->clause && (share->sharing == SHARING_PRIVATE || share->sharing == SHARING_FIRSTPRIVATE || share->last);
	if (!own || !extent->written || extent->counts)
		return false;
	return extent->variable->type->class == TYPE_ARRAY ? extent->read : !extent->first_written;
}

static bool check_extents(struct offload *offload)
{
	const struct extent *other = NULL, *overlap;
	for (const struct extent *extent = offload->extents; extent; extent = extent->next) {
		const struct variable *variable = extent->variable;
		const char *way = !extent->written ? "to" : "tofrom";
		if (variable->threadprivate) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "'%s' is threadprivate", variable->name);
			return false;
		}
		const struct share *share = omp_target_share(offload, variable);
		bool copied = share && share->sharing == SHARING_FIRSTPRIVATE && !share->clause;
		if (variable->type->class == TYPE_POINTER && share && share->sharing != SHARING_SHARED && !copied) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "the pointer '%s' is private", variable->name);
			return false;
		}
		const struct variable *root = variable->of ? variable->of : variable;
		if (root->on_device != DEVICE_NONE) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "'%s' is on the device already: declare target", root->name);
			return false;
		}
		if (extent->called && (root->storage == STORAGE_GLOBAL || root->storage == STORAGE_STATIC_LOCAL) &&
		    (variable != root || variable->type->class == TYPE_POINTER || !omp_target_can_link(root))) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "a function that it calls uses '%s'", root->name);
			return false;
		}
		if (share && share->last && share->sharing == SHARING_FIRSTPRIVATE) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "'%s' is both firstprivate and lastprivate", variable->name);
			return false;
		}
		if (is_handed_over(offload, extent)) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "each thread keeps a value of its own in '%s' from one iteration to the next",
					 variable->name);
			return false;
		}
		if (extent->section || (share && share->sharing == SHARING_PRIVATE))
			continue;
		omp_target_stays(offload->lowering, offload->site, extent->offset,
				 "how much of '%s' it uses is not known; to complete and write by hand: "
				 "#pragma omp target teams distribute parallel for map(%s: %s[0:...])",
				 variable->name, way, variable->name);
		return false;
	}
	overlap = omp_target_overlap(offload, &other);
	if (overlap)
		omp_target_stays(offload->lowering, offload->site, other->offset,
				 "'%s' and '%s' may be the same memory, and it writes there; restrict on a parameter says that they are not",
				 overlap->variable->name, other->variable->name);
	return !overlap;
}

/* ---------------------------------------------------------------------------------------------- the loop */

void omp_target_carry(struct offload *offload, const struct extent *extent, enum way way)
{
	struct mapped **tail = &offload->mapped, *mapped = ARENA_NEW(offload->lowering->arena, struct mapped);
	while (*tail)
		tail = &(*tail)->next;
	*mapped = (struct mapped){NULL, extent, way};
	*tail = mapped;
}

enum way omp_target_way(const struct extent *extent)
{
	return !extent->written ? WAY_TO : extent->filled ? WAY_FROM : WAY_TOFROM;
}

static void carry(struct offload *offload, const struct extent *extent)
{
	const struct share *share = omp_target_share(offload, extent->variable);
	enum ctype_class class = extent->variable->type->class;
	bool reduced = share && share->sharing == SHARING_REDUCTION, last = share && share->last;
	bool copied = share && share->sharing == SHARING_FIRSTPRIVATE && !share->clause; /* a task's, implicitly */
	if (copied && class != TYPE_POINTER)
		omp_target_carry(offload, extent, WAY_FIRSTPRIVATE);
	else if (omp_target_is_temporary(offload, extent->variable) || (!share && extent->counts && extent->first_written))
		omp_target_carry(offload, extent, WAY_PRIVATE);
	else if (reduced || last)
		omp_target_carry(offload, extent, WAY_TOFROM);
	else if (share && share->sharing != SHARING_SHARED && !copied)
		omp_target_carry(offload, extent, WAY_NONE);
	else if (!(extent->called && extent->variable->storage == STORAGE_GLOBAL) && class != TYPE_POINTER && class != TYPE_ARRAY && class != TYPE_RECORD && !extent->variable->of && !extent->written)
		omp_target_carry(offload, extent, WAY_FIRSTPRIVATE);
	else
		omp_target_carry(offload, extent, omp_target_way(extent));
}

/* A clause by which one thread runs the iterations in their order: they may depend on each other.  Null: none. */
static const struct clause *sequential_clause(const struct site *site)
{
	for (const struct clause *clause = site ? site->pragma->clauses : NULL; clause; clause = clause->next) {
		long long value;
		bool known = clause->expression && constant_value(clause->expression, &value);
		if (known && ((clause->kind == C_IF && value == 0) || (clause->kind == C_NUM_THREADS && value == 1)))
			return clause;
	}
	return NULL;
}

/* What the loop uses, looked at; false: it stays, and a remark says why. */
bool omp_target_look_at(struct offload *offload)
{
	struct lowering *lowering = offload->lowering;
	const struct site *site = offload->site;
	struct accesses accesses;
	const struct clause *clause = refused_clause(site);
	const struct site *inside = refused_inside(site);
	const char *refused = offload_refused(lowering, site->pragma);
	const struct clause *sequential = sequential_clause(site) ? sequential_clause(site) : sequential_clause(offload->parallel);
	if (refused) {
		omp_target_stays(lowering, site, site->pragma->start, "%s", refused);
		return false;
	}
	if (sequential) {
		omp_target_stays(lowering, site, sequential->offset, "its clause '%s' has one thread run it, in order",
				 clause_rows[sequential->kind].spelling);
		return false;
	}
	if (clause) {
		omp_target_stays(lowering, site, clause->offset, "its clause '%s' does not go to a device", clause_rows[clause->kind].spelling);
		return false;
	}
	if (inside) {
		omp_target_stays(lowering, site, inside->pragma->start, "'%s' in it does not go to a device", inside->pragma->directive.spelling);
		return false;
	}
	if (!accesses_of_loop(lowering->survey, site->statement->start, site->statement->end, &accesses)) {
		omp_target_stays(lowering, site, site->pragma->start, "the loop is written in a macro");
		return false;
	}
	if (accesses.objection) {
		omp_target_stays(lowering, site, accesses.objection_at, "%s", accesses.objection);
		return false;
	}
	offload->extents = extents_of(lowering->survey, &accesses, site->statement->start, site->statement->end);
	if (!check_extents(offload))
		return false;
	offload->collapse = omp_target_depth(offload, &accesses);
	return true;
}

void omp_target_carry_all(struct offload *offload)
{
	for (const struct extent *extent = offload->extents; extent; extent = extent->next)
		carry(offload, extent);
}

struct offload *omp_target_look(struct lowering *lowering, struct site *site)
{
	struct offload *offload = ARENA_NEW(lowering->arena, struct offload);
	*offload = (struct offload){.lowering = lowering, .site = site};
	if (!omp_target_look_at(offload))
		return NULL;
	omp_target_carry_all(offload);
	return offload;
}
