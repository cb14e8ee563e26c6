/*
 * reduction_item.c - a reduction's list item (OpenMP 5.2, 5.5), in the terms that any target needs: elements, where they begin,
 * the value that a copy starts with, and how two are combined.
 */
#include "reduction_item.h"

#include "diagnostic.h"
#include "nest.h"
#include "operators.h"
#include "scan.h"
#include "template.h"

#include <string.h>

static const struct declared_reduction *find_declared(struct lowering *lowering, const char *name, const char *type, unsigned offset)
{
	const struct declared_reduction *only = NULL;
	int found = 0;
	if (!strncmp(type, "const ", 6))
		type += 6;
	for (const struct declared_reduction *d = lowering->reductions; d; d = d->next) {
		if (strcmp(d->name, name) || offset < d->start || offset >= d->end)
			continue;
		if (!strcmp(d->type, type))
			return d;
		only = d;
		found++;
	}
	return found == 1 ? only : NULL;
}

const char *reduction_identity(struct lowering *lowering, const struct reduction_item *item)
{
	return operator_identity(lowering->arena, item->operator, item->class, item->size, item->type);
}

/* "into += from" and the like. */
const char *reduction_combination(struct lowering *lowering, const struct reduction_item *item, const char *into, const char *from)
{
	if (item->declared)
		return arena_printf(lowering->arena, "%s(&%s, &%s);", item->declared->combine, into, from);
	return operator_combine(lowering->arena, item->operator, item->class, into, from);
}

/* Elements of the dimensions from `first` on, as text; null for one. */
static const char *row_size(struct lowering *lowering, const struct variable *variable, int first)
{
	const char *extents[TYPE_MAX_RANK], *product = NULL;
	lower_extents(lowering, variable, extents);
	for (int i = first; i < variable->type->rank; i++) {
		const char *extent = extents[i] ? extents[i] : variable->type->extents[i];
		product = product ? arena_printf(lowering->arena, "%s * %s", product, extent) : extent;
	}
	return product;
}

static const char *times(struct lowering *lowering, const char *a, const char *b)
{
	return b ? arena_printf(lowering->arena, "%s * %s", parenthesised(lowering->arena, a), parenthesised(lowering->arena, b)) : a;
}

/* The extent of a section's dimension as the type has it; null when that is not known before the program runs. */
static const char *extent_of(const struct variable *variable, int dimension)
{
	int at = dimension - (variable->type->class != TYPE_ARRAY);
	return at >= 0 && at < variable->type->rank ? variable->type->extents[at] : NULL;
}

/* The bounds of a dimension, `[lower:length]` at `section`, as written; *length is null when it is not known. */
void reduction_section_bounds(struct lowering *lowering, const struct variable *variable, const char *section, int dimension, const char **lower,
			   const char **length)
{
	const char *extent = extent_of(variable, dimension), *close = scan_closing(section, section + strlen(section));
	const char *colon = scan_find(section + 1, close, ":"), *first = section + 1, *first_end = colon ? colon : close;
	scan_trim(&first, &first_end);
	*lower = first < first_end ? arena_strndup(lowering->arena, first, (size_t)(first_end - first)) : "0";
	*length = "1";
	if (!colon)
		return;
	const char *second = colon + 1, *second_end = close;
	scan_trim(&second, &second_end);
	if (second < second_end)
		*length = arena_strndup(lowering->arena, second, (size_t)(second_end - second));
	else if (!extent)
		*length = NULL;
	else
		*length = strcmp(*lower, "0") ? arena_printf(lowering->arena, "%s - (%s)", extent, *lower) : extent;
}

/* The bracket of the next dimension; null: there is none. */
const char *reduction_next_dimension(const char *section)
{
	const char *close = scan_closing(section, section + strlen(section));
	return close ? strchr(close, '[') : NULL;
}

/* Whether a dimension after the first is there as a whole. */
bool reduction_is_whole(const struct variable *variable, int dimension, const char *lower, const char *length)
{
	const char *extent = extent_of(variable, dimension);
	return !strcmp(lower, "0") && (!length || (extent && !strcmp(length, extent)));
}

const char *reduction_bound_name(struct lowering *lowering, const struct variable *variable, const char *what, int dimension)
{
	const char *form = dimension ? "%s_%s%d" : "%s_%s";
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, form, variable->name, what, dimension));
}

/* A bound of a section where the leaf's code is: an outlined leaf has got its value (reductions_pass). */
const char *reduction_bound_here(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
			      const char *what, int dimension)
{
	if (leaf->outlined && !nest_is_literal(bound))
		return arena_printf(lowering->arena, "%s->%s", lowering->data, reduction_bound_name(lowering, variable, what, dimension));
	return lower_clause_expression(lowering, leaf->outer, leaf->site, bound);
}

/* Notes a dimension after the first that is not there as a whole.  Returns its length as written, the extent when there is none. */
static const char *read_part(struct lowering *lowering, const struct leaf *leaf, const char *section, int dimension, struct reduction_item *item)
{
	const struct variable *variable = item->share->variable;
	const char *extents[TYPE_MAX_RANK], *lower, *length;
	int at = dimension - (variable->type->class != TYPE_ARRAY);
	if (at >= variable->type->rank)
		return "1"; /* libclang says that there is no such dimension */
	reduction_section_bounds(lowering, variable, section, dimension, &lower, &length);
	lower_extents(lowering, variable, extents);
	const char *extent = extents[at] ? extents[at] : variable->type->extents[at];
	if (reduction_is_whole(variable, dimension, lower, length))
		return extent;
	struct part *part = ARENA_NEW(lowering->arena, struct part);
	*part = (struct part){.stride = row_size(lowering, variable, at + 1), .extent = extent, .dimension = dimension, .next = item->parts};
	part->first = reduction_bound_here(lowering, leaf, variable, lower, "first", dimension);
	part->length = length ? reduction_bound_here(lowering, leaf, variable, length, "length", dimension)
			      : arena_printf(lowering->arena, "%s - %s", extent, parenthesised(lowering->arena, part->first));
	item->parts = part;
	return length ? length : part->length;
}

static bool read_section(struct lowering *lowering, const struct leaf *leaf, struct reduction_item *item)
{
	const struct variable *variable = item->share->variable;
	const char *section = item->share->item->section, *lower, *length;
	if (!scan_closing(section, section + strlen(section)))
		return false;
	reduction_section_bounds(lowering, variable, section, 0, &lower, &length);
	if (!length) {
		error_at(lowering->source, item->share->item->offset, "the section of '%s' needs a length", variable->name);
		return false;
	}
	int dimension = 1;
	const char *before = length;
	for (const char *open = reduction_next_dimension(section); open; open = reduction_next_dimension(open), dimension++) {
		const struct part *parts = item->parts;
		const char *own = read_part(lowering, leaf, open, dimension, item);
		if (item->parts != parts && nest_is_literal(before) && strcmp(before, "1")) { /* 5.2, 5.5.5 */
			error_at(lowering->source, item->share->item->offset, "the section of '%s' in 'reduction' must be contiguous", variable->name);
			return false;
		}
		before = own;
	}
	const char *row = row_size(lowering, variable, variable->type->class == TYPE_ARRAY ? 1 : 0);
	item->array = true;
	item->count = times(lowering, reduction_bound_here(lowering, leaf, variable, length, "length", 0), row);
	if (strcmp(lower, "0"))
		item->start = times(lowering, reduction_bound_here(lowering, leaf, variable, lower, "first", 0), row);
	return true;
}

bool reduction_describe(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *origin, struct reduction_item *item)
{
	const struct ctype *type = share->variable->type;
	bool element = type->class == TYPE_ARRAY || share->item->section;
	*item = (struct reduction_item){.share = share, .operator = share->clause->keyword, .origin = origin};
	item->name = share_is_pointer(share) ? arena_printf(lowering->arena, "(*%s)", share->variable->name) : share->variable->name;
	item->type = element ? type->element : type->spelling;
	if (!element && type->is_volatile && !strncmp(item->type, "volatile ", 9))
		item->type += 9;
	item->class = element ? type->element_class : type->class;
	item->size = element ? type->element_size : type->size;
	if (share->clause->modifiers && strcmp(share->clause->modifiers, "default") && strcmp(share->clause->modifiers, "task") &&
	    !clause_is_inscan(share->clause)) {
		unsupported_at(lowering->source, share->clause->offset, "modifier '%s' of 'reduction'", share->clause->modifiers);
		return false;
	}
	item->declared = find_declared(lowering, item->operator, item->type, leaf->site->pragma->start);
	if (!item->declared && (!operator_is_predefined(item->operator) || item->class == TYPE_RECORD)) {
		error_at(lowering->source, share->item->offset, "no reduction '%s' is declared for '%s', which has type '%s'", item->operator,
			 share->variable->name, item->type);
		return false;
	}
	if (share->item->section)
		return read_section(lowering, leaf, item);
	if (type->class == TYPE_ARRAY) {
		item->array = true;
		item->count = row_size(lowering, share->variable, 0);
	}
	return true;
}

static const char *name_bound(struct lowering *lowering, const struct reduction_item *item, const char *type, const char *what, int dimension,
			      const char *value, struct text *out)
{
	if (!value || nest_is_literal(value))
		return value;
	const char *form = dimension ? "%s_%s%d" : "%s_%s";
	const char *name = survey_free_name(lowering->survey, arena_printf(lowering->arena, form, item->share->variable->name, what, dimension));
	add_line(out, "const %s %s = %s;", type, name, value);
	return name;
}

void reduction_name_bounds(struct lowering *lowering, struct reduction_item *item, struct text *out)
{
	if (item->array)
		item->count = name_bound(lowering, item, "unsigned long", "count", 0, item->count, out);
	item->start = name_bound(lowering, item, "long", "start", 0, item->start, out);
	for (struct part *part = item->parts; part; part = part->next) {
		part->first = name_bound(lowering, item, "unsigned long", "start", part->dimension, part->first, out);
		part->length = name_bound(lowering, item, "unsigned long", "count", part->dimension, part->length, out);
	}
}

const char *reduction_for_elements(struct lowering *lowering, const struct reduction_item *item, const char *index, bool combined,
				   const char *statement)
{
	struct arena *arena = lowering->arena;
	const char *header = lower_for_header(lowering, "unsigned long", index, "0", arena_printf(arena, "%s < %s; %s++", index, item->count, index));
	const char *condition = NULL;
	for (const struct part *part = combined ? item->parts : NULL; part; part = part->next) {
		const char *number = part->stride ? arena_printf(arena, "%s / %s", index, parenthesised(arena, part->stride)) : index;
		const char *own = arena_printf(arena, "%s %% %s - %s < %s", number, parenthesised(arena, part->extent),
					       parenthesised(arena, part->first), parenthesised(arena, part->length));
		if (!strcmp(part->first, "0"))
			own = arena_printf(arena, "%s %% %s < %s", number, parenthesised(arena, part->extent), parenthesised(arena, part->length));
		condition = condition ? arena_printf(arena, "%s && %s", condition, own) : own;
	}
	bool several = strchr(statement, '\n');
	const char *form = several ? "%s {\n\t%s\n}" : "%s\n\t%s";
	if (condition)
		statement = arena_printf(arena, several ? "if (%s) { /* in the section */\n\t%s\n}" : "if (%s) /* in the section */\n\t%s", condition,
					 indent_lines(arena, statement, "\t"));
	return arena_printf(arena, form, header, indent_lines(arena, statement, "\t"));
}
