/* regions.c - target constructs of the program: the variables that the implicit rules would map get clauses that say so. */
#include "omp_target.h"

#include "accesses_reached.h"
#include "diagnostic.h"

#include <stdarg.h>
#include <string.h>

static void stays_implicit(const struct offload *offload, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void stays_implicit(const struct offload *offload, unsigned offset, const char *format, ...)
{
	struct source *source = offload->lowering->source;
	const struct pragma *pragma = offload->site->pragma;
	va_list arguments;
	va_start(arguments, format);
	const char *reason = arena_vprintf(offload->lowering->arena, format, arguments);
	va_end(arguments);
	remark_at(source, offset, "not all maps of '%s' in line %u are written: %s", pragma->directive.spelling,
		  source_place(source, pragma->start).line, reason);
}

/* Whether a directive around it, or one that keeps data on the device, maps the variable: it is there already. */
static bool is_present(const struct offload *offload, const struct variable *variable)
{
	const struct region_tree *tree = offload->lowering->tree;
	for (unsigned i = 0; i < tree->site_count; i++) {
		const struct site *site = tree->sites[i];
		bool around = site->leaves[0].kind == D_TARGET_DATA && site->statement->start < offload->site->pragma->start &&
			      offload->site->pragma->start < site->statement->end;
		if (!around && site->leaves[0].kind != D_TARGET_ENTER_DATA)
			continue;
		for (const struct map_item *item = site->leaves[0].maps; item; item = item->next)
			if (item->variable == variable)
				return true;
	}
	return false;
}

/* Whether the value that the region leaves in the variable can be read after it. */
static bool is_read_later(const struct offload *offload, const struct extent *extent, bool in_loop)
{
	const struct survey *survey = offload->lowering->survey;
	const struct statement *region = offload->site->statement;
	const struct variable *variable = extent->variable;
	if ((variable->storage != STORAGE_AUTO && variable->storage != STORAGE_PARAMETER) || variable->address_taken)
		return true;
	for (unsigned i = 0; i < survey->reference_count; i++) {
		const struct reference *reference = &survey->references[i];
		bool inside = reference->offset >= region->start && reference->offset < region->end;
		if (reference->variable != variable || !(reference->access & ACCESS_READ) || reference->access & ACCESS_UNEVALUATED)
			continue;
		if (reference->offset >= region->end || (in_loop && !(inside && extent->first_written)))
			return true;
	}
	return false;
}

static void carry_scalar(struct offload *offload, const struct extent *extent, bool in_loop)
{
	bool back = extent->written && is_read_later(offload, extent, in_loop);
	if (back)
		remark_at(offload->lowering->source, offload->site->pragma->start,
			  "'%s' is written in the target region and read later: it gets map(tofrom), without which its value would stay on the device",
			  extent->variable->name);
	bool fresh = extent->first_written && offload->site->leaf_count == 1; /* combined, it would be private to each thread */
	omp_target_carry(offload, extent, back ? WAY_TOFROM : fresh ? WAY_PRIVATE : WAY_FIRSTPRIVATE);
}

/* Whether the pointer may hold a device's address, of memory that the file itself allocates there. */
static bool may_be_device_pointer(const struct offload *offload, const struct variable *variable)
{
	const struct polynomial *count;
	struct survey *survey = offload->lowering->survey;
	bool counted, allocates = survey_uses_name(survey, "omp_target_alloc") || survey_uses_name(survey, "omp_get_mapped_ptr");
	for (unsigned i = 0; i < offload->lowering->tree->site_count; i++)
		allocates |= clause_find(offload->lowering->tree->sites[i]->pragma->clauses, C_USE_DEVICE_PTR) != NULL;
	return allocates && !accesses_allocation(survey, variable, offload->site->statement->start, &count, &counted);
}

/* One variable; what a clause names, what is not the region's, and what is there already stays as it is. */
static void carry(struct offload *offload, const struct extent *extent, bool in_loop)
{
	const struct variable *variable = extent->variable, *root = variable->of ? variable->of : variable;
	const struct share *share = leaf_share(&offload->site->leaves[0], root);
	bool linked = extent->called && variable->storage == STORAGE_GLOBAL && variable->type->class != TYPE_POINTER && omp_target_can_link(variable);
	if ((!share && !linked) || (share && share->clause) || root->on_device != DEVICE_NONE || is_present(offload, root))
		return;
	if (linked) {
		omp_target_carry(offload, extent, omp_target_is_fixed(variable) ? WAY_NONE : omp_target_way(extent));
		return;
	}
	if (share->sharing == SHARING_PRIVATE || strstr(share->rule, "defaultmap"))
		return;
	enum ctype_class class = variable->type->class;
	if (class == TYPE_POINTER && !extent->section)
		stays_implicit(offload, extent->offset, "how much of '%s' it uses is not known; to complete: map(%s: %s[0:...])", variable->name,
			       extent->written ? "tofrom" : "to", variable->name);
	else if (share->sharing == SHARING_FIRSTPRIVATE && class != TYPE_POINTER && !variable->of)
		carry_scalar(offload, extent, in_loop);
	else if (class == TYPE_POINTER && may_be_device_pointer(offload, variable))
		stays_implicit(offload, extent->offset, "'%s' may be a pointer of the device, as the file allocates there", variable->name);
	else if (extent->section)
		omp_target_carry(offload, extent, omp_target_way(extent));
}

/* What points to an unknown number of elements in a struct of which the extent is a member: then the implicit rule maps all of
   the struct. */
static const struct extent *find_unknown(const struct offload *offload, const struct extent *extent)
{
	for (const struct extent *other = offload->extents; other && extent->variable->of; other = other->next)
		if (other != extent && other->variable->of == extent->variable->of && !other->section)
			return other;
	return NULL;
}

struct offload *omp_target_region(struct lowering *lowering, struct site *site)
{
	struct offload *offload = ARENA_NEW(lowering->arena, struct offload);
	struct accesses accesses;
	bool implicit = false;
	*offload = (struct offload){.lowering = lowering, .site = site, .own = true};
	for (const struct share *share = site->leaves[0].shares; share; share = share->next)
		implicit |= !share->clause && !is_present(offload, share->variable);
	struct reached reached;
	reached_find(lowering->survey, site->statement->start, &reached);
	implicit |= reached.variables != NULL;
	if (!implicit || lowering->source->text[site->pragma->start] != '#')
		return NULL;
	if (!accesses_of_region(lowering->survey, site->statement->start, site->statement->end, &accesses)) {
		stays_implicit(offload, site->pragma->start, "its statement is written in a macro");
		return NULL;
	}
	if (accesses.objection) {
		stays_implicit(offload, accesses.objection_at, "%s", accesses.objection);
		return NULL;
	}
	offload->extents = extents_of(lowering->survey, &accesses, site->statement->start, site->statement->end);
	for (const struct extent *extent = offload->extents; extent; extent = extent->next)
		if (!find_unknown(offload, extent))
			carry(offload, extent, accesses.in_loop);
	return offload;
}
