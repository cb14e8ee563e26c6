/* loops.c - `parallel for` and its like become `target teams distribute parallel for` with maps. */
#include "omp_target.h"

#include "diagnostic.h"
#include "edits.h"

#include <stdarg.h>
#include <string.h>

void omp_target_stays(struct lowering *lowering, const struct site *site, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *reason = arena_vprintf(lowering->arena, format, arguments);
	va_end(arguments);
	remark_at(lowering->source, offset, "the loop of '%s' in line %u stays on the host: %s", site->pragma->directive.spelling,
		  source_place(lowering->source, site->pragma->start).line, reason);
}

/* ---------------------------------------------------------------------------------------------- clauses */

/* The clauses that mean on a device what they mean on the host, or are left out there. */
static bool clause_goes_along(const struct clause *clause)
{
	static const char kept[] = "collapse private firstprivate lastprivate reduction num_threads schedule shared default if proc_bind order "
				   "safelen simdlen aligned nontemporal bind";
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

static const struct clause *refused_clause(const struct site *site)
{
	for (const struct clause *clause = site->pragma->clauses; clause; clause = clause->next)
		if (!clause_goes_along(clause))
			return clause;
	return NULL;
}

/* The clause of the directive that says what the variable is; null: none. */
static const struct share *share_of(const struct site *site, const struct variable *variable)
{
	const struct share *found = NULL;
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

/* Two variables of which one is written through, where both may be the same memory. */
static const struct extent *find_overlap(const struct offload *offload, const struct extent **other)
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
		const struct share *share = share_of(offload->site, variable);
		if (variable->type->class == TYPE_POINTER && share && share->sharing != SHARING_SHARED) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "the pointer '%s' is private", variable->name);
			return false;
		}
		if (share && share->last && share->sharing == SHARING_FIRSTPRIVATE) {
			omp_target_stays(offload->lowering, offload->site, extent->offset, "'%s' is both firstprivate and lastprivate", variable->name);
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
	overlap = find_overlap(offload, &other);
	if (overlap)
		omp_target_stays(offload->lowering, offload->site, other->offset,
				 "'%s' and '%s' may be the same memory, and it writes there; restrict on a parameter says that they are not",
				 overlap->variable->name, other->variable->name);
	return !overlap;
}

/* ---------------------------------------------------------------------------------------------- the directive */

static void add_item(struct text *list, const char *name, const char *section)
{
	text_printf(list, "%s%s%s", list->length ? ", " : "", name, section);
}

static void add_variable(struct offload *offload, const struct extent *extent)
{
	const struct variable *variable = extent->variable;
	const struct share *share = share_of(offload->site, variable);
	bool is_memory = variable->type->class == TYPE_POINTER || variable->type->class == TYPE_ARRAY;
	bool reduced = share && share->sharing == SHARING_REDUCTION, last = share && share->last;
	if (reduced || last)
		add_item(&offload->maps[WAY_TOFROM], variable->name, "");
	else if (share && share->sharing != SHARING_SHARED)
		return;
	else if (!is_memory && !extent->written && variable->type->class != TYPE_RECORD)
		add_item(&offload->privates, variable->name, "");
	else
		add_item(&offload->maps[!extent->written ? WAY_TO : extent->filled ? WAY_FROM : WAY_TOFROM], variable->name, extent->section);
}

/* The clauses as they are written, without those that have no place on the new directive.  A schedule goes where there is
   lastprivate: it changes no result, and clang 19 takes the value of another iteration when both stand on a distribute. */
static void add_clauses(struct offload *offload, struct text *out)
{
	bool last = clause_find(offload->site->pragma->clauses, C_LASTPRIVATE);
	for (const struct clause *clause = offload->site->pragma->clauses; clause; clause = clause->next) {
		if (clause->kind == C_BIND || clause->kind == C_DEFAULT || clause->kind == C_SHARED ||
		    (clause->kind == C_SCHEDULE && last))
			continue; /* every variable is listed otherwise */
		text_printf(out, " %s", clause_rows[clause->kind].spelling);
		if (clause->argument)
			text_printf(out, "(%s)", clause->argument);
	}
}

static const char *directive_text(struct offload *offload)
{
	static const char *const ways[] = {"to", "from", "tofrom"};
	struct arena *arena = offload->lowering->arena;
	const struct source *source = offload->lowering->source;
	unsigned at = offload->site->pragma->start, line = at;
	while (line > 0 && source->text[line - 1] != '\n')
		line--;
	const char *indent = arena_strndup(arena, source->text + line, at - line);
	bool simd = offload->site->leaves[offload->site->leaf_count - 1].kind == D_SIMD;
	struct text out = {0};
	text_printf(&out, "/* %s */\n%s#pragma omp target teams distribute parallel for%s", lower_origin(offload->lowering, &offload->site->leaves[0]), indent,
		    simd ? " simd" : "");
	add_clauses(offload, &out);
	for (int i = 0; i < 3; i++)
		if (offload->maps[i].length)
			text_printf(&out, " \\\n%s\tmap(%s: %s)", indent, ways[i], offload->maps[i].data);
	if (offload->privates.length)
		text_printf(&out, " \\\n%s\tfirstprivate(%s)", indent, offload->privates.data);
	const char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}

/* What the loop uses, looked at; false: it stays, and a remark says why. */
static bool look_at(struct offload *offload)
{
	struct lowering *lowering = offload->lowering;
	const struct site *site = offload->site;
	struct accesses accesses;
	const struct clause *clause = refused_clause(site);
	const struct site *inside = refused_inside(site);
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
	return check_extents(offload);
}

struct offload *omp_target_look(struct lowering *lowering, struct site *site)
{
	struct offload *offload = ARENA_NEW(lowering->arena, struct offload);
	*offload = (struct offload){.lowering = lowering, .site = site};
	return look_at(offload) ? offload : NULL;
}

void omp_target_write(struct offload *offload)
{
	const struct pragma *pragma = offload->site->pragma;
	for (const struct extent *extent = offload->extents; extent; extent = extent->next)
		add_variable(offload, extent);
	edits_add(offload->lowering, pragma->start, pragma->end, directive_text(offload));
	text_release(&offload->privates);
	for (int i = 0; i < 3; i++)
		text_release(&offload->maps[i]);
}
