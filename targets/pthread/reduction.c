/*
 * reduction.c - partial results and how they are combined (OpenMP 5.2, 5.5).
 *
 * Every thread has a copy that starts at the operator's identity.  When all threads have handed in the addresses of their
 * copies, one thread combines them in thread order, so that the same number of threads gives the same bits.
 */
#include "reduction.h"

#include "diagnostic.h"
#include "operators.h"
#include "scan.h"

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
	copy_extents(lowering, variable, extents);
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

static bool is_number(const char *text)
{
	return strspn(text, "0123456789") == strlen(text);
}

/* The extent of a section's dimension as the type has it; null when that is not known before the program runs. */
static const char *extent_of(const struct variable *variable, int dimension)
{
	int at = dimension - (variable->type->class != TYPE_ARRAY);
	return at >= 0 && at < variable->type->rank ? variable->type->extents[at] : NULL;
}

/* The bounds of a dimension, `[lower:length]` at `section`, as written; *length is null when it is not known. */
static void section_bounds(struct lowering *lowering, const struct variable *variable, const char *section, int dimension, const char **lower,
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
static const char *next_dimension(const char *section)
{
	const char *close = scan_closing(section, section + strlen(section));
	return close ? strchr(close, '[') : NULL;
}

/* Whether a dimension after the first is there as a whole. */
static bool is_whole(const struct variable *variable, int dimension, const char *lower, const char *length)
{
	const char *extent = extent_of(variable, dimension);
	return !strcmp(lower, "0") && (!length || (extent && !strcmp(length, extent)));
}

static const char *bound_name(struct lowering *lowering, const struct variable *variable, const char *what, int dimension)
{
	const char *form = dimension ? "%s_%s%d" : "%s_%s";
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, form, variable->name, what, dimension));
}

/* A bound of a section where the leaf's code is: an outlined leaf has got its value (reductions_pass). */
static const char *bound_here(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
			      const char *what, int dimension)
{
	if (leaf->outlined && !is_number(bound))
		return arena_printf(lowering->arena, "%s->%s", lowering->data, bound_name(lowering, variable, what, dimension));
	return lower_clause_expression(lowering, leaf->outer, leaf->site, bound);
}

static void pass_bound(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
		       const char *what, int dimension, struct data *data)
{
	const char *name = bound_name(lowering, variable, what, dimension);
	if (bound && !is_number(bound))
		add_member(data, arena_printf(lowering->arena, "long %s", name), name,
			   lower_clause_expression(lowering, leaf->outer, leaf->site, bound));
}

void reductions_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const char *lower, *length, *section = share->sharing == SHARING_REDUCTION || share->in_task ? share->item->section : NULL;
		if (!section || !scan_closing(section, section + strlen(section)))
			continue;
		for (int dimension = 0; section; section = next_dimension(section), dimension++) {
			section_bounds(lowering, share->variable, section, dimension, &lower, &length);
			if (dimension > 0 && is_whole(share->variable, dimension, lower, length))
				continue;
			pass_bound(lowering, leaf, share->variable, lower, "first", dimension, data);
			pass_bound(lowering, leaf, share->variable, length, "length", dimension, data);
		}
	}
}

const char *reduction_shift(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *name)
{
	struct arena *arena = lowering->arena;
	const char *lower = "0", *length;
	if (share->item->section)
		section_bounds(lowering, share->variable, share->item->section, 0, &lower, &length);
	if (!strcmp(lower, "0"))
		return arena_printf(arena, "%s = ppcc_reduction_copy(%s, %s);", name, lowering->me, name);
	const char *first = parenthesised(arena, bound_here(lowering, leaf, share->variable, lower, "first", 0));
	return arena_printf(arena, "%s = (void *)((__UINTPTR_TYPE__)ppcc_reduction_copy(%s, &%s[%s]) - (__UINTPTR_TYPE__)%s * sizeof %s[0]);", name,
			    lowering->me, name, first, first, name);
}

/* Notes a dimension after the first that is not there as a whole.  Returns its length as written, the extent when there is none. */
static const char *read_part(struct lowering *lowering, const struct leaf *leaf, const char *section, int dimension, struct reduction_item *item)
{
	const struct variable *variable = item->share->variable;
	const char *extents[TYPE_MAX_RANK], *lower, *length;
	int at = dimension - (variable->type->class != TYPE_ARRAY);
	if (at >= variable->type->rank)
		return "1"; /* libclang says that there is no such dimension */
	section_bounds(lowering, variable, section, dimension, &lower, &length);
	copy_extents(lowering, variable, extents);
	const char *extent = extents[at] ? extents[at] : variable->type->extents[at];
	if (is_whole(variable, dimension, lower, length))
		return extent;
	struct part *part = ARENA_NEW(lowering->arena, struct part);
	*part = (struct part){.stride = row_size(lowering, variable, at + 1), .extent = extent, .dimension = dimension, .next = item->parts};
	part->first = bound_here(lowering, leaf, variable, lower, "first", dimension);
	part->length = length ? bound_here(lowering, leaf, variable, length, "length", dimension)
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
	section_bounds(lowering, variable, section, 0, &lower, &length);
	if (!length) {
		error_at(lowering->source, item->share->item->offset, "the section of '%s' needs a length", variable->name);
		return false;
	}
	int dimension = 1;
	const char *before = length;
	for (const char *open = next_dimension(section); open; open = next_dimension(open), dimension++) {
		const struct part *parts = item->parts;
		const char *own = read_part(lowering, leaf, open, dimension, item);
		if (item->parts != parts && is_number(before) && strcmp(before, "1")) { /* 5.2, 5.5.5 */
			error_at(lowering->source, item->share->item->offset, "the section of '%s' in 'reduction' must be contiguous", variable->name);
			return false;
		}
		before = own;
	}
	const char *row = row_size(lowering, variable, variable->type->class == TYPE_ARRAY ? 1 : 0);
	item->array = true;
	item->count = times(lowering, bound_here(lowering, leaf, variable, length, "length", 0), row);
	if (strcmp(lower, "0"))
		item->start = times(lowering, bound_here(lowering, leaf, variable, lower, "first", 0), row);
	return true;
}

bool reduction_describe(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct reduction_item *item)
{
	const struct ctype *type = share->variable->type;
	bool element = type->class == TYPE_ARRAY || share->item->section;
	*item = (struct reduction_item){.share = share, .operator = share->clause->keyword, .origin = copy_origin(lowering, leaf, share)};
	item->name = share_is_pointer(share) ? arena_printf(lowering->arena, "(*%s)", share->variable->name) : share->variable->name;
	item->type = element ? type->element : type->spelling;
	if (!element && type->is_volatile && !strncmp(item->type, "volatile ", 9))
		item->type += 9;
	item->class = element ? type->element_class : type->class;
	item->size = element ? type->element_size : type->size;
	if (share->clause->modifiers && strcmp(share->clause->modifiers, "default") && strcmp(share->clause->modifiers, "task") &&
	    !clause_is_inscan(share->clause)) {
		unsupported_at(lowering->source, share->clause->offset, "modifier '%s' of 'reduction' on target pthread", share->clause->modifiers);
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

static const char *counter(struct lowering *lowering)
{
	return survey_free_name(lowering->survey, "k");
}

/* A flat view of an array of any rank. */
static const char *flat(struct lowering *lowering, const struct reduction_item *item, const char *array)
{
	return item->share->variable->type->rank > (item->share->variable->type->class == TYPE_ARRAY)
		       ? arena_printf(lowering->arena, "((%s)%s)", ctype_declare_spelling(lowering->arena, item->type, "*"), array)
		       : array;
}

static const char *partial_name(struct lowering *lowering, const struct reduction_item *item)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_partial", item->share->variable->name));
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

/* The loop that sets each element to the identity. */
static void initialise_elements(struct lowering *lowering, const struct reduction_item *item, const char *array, struct text *out)
{
	const char *k = counter(lowering);
	const char *element = arena_printf(lowering->arena, "%s[%s]", array, k);
	const char *statement = item->declared ? arena_printf(lowering->arena, "%s(&%s, %s);", item->declared->initialise, element, item->origin)
					       : arena_printf(lowering->arena, "%s = %s;", element, reduction_identity(lowering, item));
	add_line(out, "%s", reduction_for_elements(lowering, item, k, false, statement));
}

static const char *name_bound(struct lowering *lowering, const struct reduction_item *item, const char *type, const char *what, int dimension,
			      const char *value, struct text *out)
{
	if (!value || is_number(value))
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

void reduction_view_section(struct lowering *lowering, const struct reduction_item *item, const char *partial, struct text *out)
{
	struct arena *arena = lowering->arena;
	const struct variable *variable = item->share->variable;
	const struct ctype *type = variable->type;
	const char *extents[TYPE_MAX_RANK], *name = variable->name;
	copy_extents(lowering, variable, extents);
	/* integers, since C has no pointer to what would be before an array */
	const char *first = item->start ? arena_printf(arena, "(void *)((__UINTPTR_TYPE__)%s - %s * sizeof *%s)", partial,
						       parenthesised(arena, item->start), partial)
					: partial;
	const char *declaration = ctype_declare_elements(arena, type, name, extents);
	if (type->class == TYPE_POINTER && type->rank == 0)
		declaration = ctype_declare_spelling(arena, type->element, arena_printf(arena, "*%s", name));
	const char *cast = type->rank > (type->class == TYPE_ARRAY) ? "(void *)" : "";
	const char *remark = item->start && !*cast ? arena_printf(arena, " /* so that %s[%s] is %s[0] */", name, item->start, partial) : "";
	add_line(out, "%s = %s%s;%s", declaration, item->start ? "" : cast, first, remark);
}

static void declare_partial(struct lowering *lowering, const struct leaf *leaf, struct reduction_item *item, struct copies *copies)
{
	const struct variable *variable = item->share->variable;
	struct arena *arena = lowering->arena;
	const char *extents[TYPE_MAX_RANK], *name = variable->name;
	copy_extents(lowering, variable, extents);
	reduction_name_bounds(lowering, item, &copies->declare);
	if (item->share->item->section) {
		const char *partial = partial_name(lowering, item);
		add_line(&copies->declare, "%s;", item->share->allocation ? allocated_copy(lowering, leaf, item->share, partial, item->count, "0")
			 : ctype_declare_spelling(arena, item->type, arena_printf(arena, "%s[%s]", partial, item->count)));
		reduction_view_section(lowering, item, partial, &copies->declare);
		struct reduction_item plain = *item;
		plain.origin = arena_printf(arena, "(%s)%s", ctype_declare_spelling(arena, item->type, "*"), item->origin);
		initialise_elements(lowering, &plain, partial, &copies->declare);
	} else if (item->share->allocation) {
		add_line(&copies->declare, "%s;", allocated_copy(lowering, leaf, item->share, name, NULL, "0"));
		if (item->array)
			initialise_elements(lowering, item, flat(lowering, item, item->name), &copies->declare);
		else if (item->declared)
			add_line(&copies->declare, "%s(%s, %s);", item->declared->initialise, name, item->origin);
		else
			add_line(&copies->declare, "*%s = %s;", name, reduction_identity(lowering, item));
	} else if (item->array) {
		add_line(&copies->declare, "%s;",
			 with_alignment(lowering, variable, ctype_declare_extents(arena, ctype_unqualified(arena, variable->type), name, extents)));
		initialise_elements(lowering, item, flat(lowering, item, name), &copies->declare);
	} else if (item->declared) {
		add_line(&copies->declare, "%s;", ctype_declare(arena, variable->type, name));
		add_line(&copies->declare, "%s(&%s, %s);", item->declared->initialise, name, item->origin);
	} else {
		add_line(&copies->declare, "%s = %s;", with_alignment(lowering, variable, ctype_declare(arena, variable->type, name)), reduction_identity(lowering, item));
	}
}

const char *reduction_original(struct lowering *lowering, const struct reduction_item *item)
{
	struct arena *arena = lowering->arena;
	const struct ctype *type = item->share->variable->type;
	const char *pointer = ctype_declare_spelling(arena, item->type, "*");
	const char *base = type->rank > (type->class == TYPE_ARRAY) ? arena_printf(arena, "(%s)%s", pointer, item->origin) : item->origin;
	if (item->share->item->section && type->class == TYPE_POINTER)
		base = arena_printf(arena, "%s*%s", type->rank ? arena_printf(arena, "(%s)", pointer) : "", item->origin);
	return item->start ? arena_printf(arena, "%s + %s", base, parenthesised(arena, item->start)) : base;
}

/* The address that the thread hands in.  A scalar is copied first, so that the loop before can keep it in a register. */
static const char *hand_in(struct lowering *lowering, const struct reduction_item *item, struct text *out)
{
	const char *partial = partial_name(lowering, item), *name = item->name;
	const char *cast = item->share->variable->type->is_volatile || strstr(item->type, "volatile") ? "(void *)" : "";
	if (item->share->item->section)
		return arena_printf(lowering->arena, "%s%s", cast, partial);
	if (item->array)
		return arena_printf(lowering->arena, "%s%s", cast, name);
	if (item->class == TYPE_RECORD)
		return arena_printf(lowering->arena, "%s&%s", cast, name);
	add_line(out, "%s = %s;", ctype_declare_spelling(lowering->arena, item->type, partial), name);
	return arena_printf(lowering->arena, "&%s", partial);
}

static const char *combine_item(struct lowering *lowering, const struct reduction_item *item, int number, const char *thread)
{
	struct arena *arena = lowering->arena;
	const char *pointer = ctype_declare_spelling(arena, item->type, "*");
	const char *from = arena_printf(arena, "(%s)ppcc_reduce_partial(%s, %s, %d)", pointer, lowering->me, thread, number);
	if (!item->array) {
		bool twice = item->declared || !strcmp(item->operator, "min") || !strcmp(item->operator, "max");
		if (!twice)
			return reduction_combination(lowering, item, arena_printf(arena, "*%s", item->origin), arena_printf(arena, "*%s", from));
		const char *value = survey_free_name(lowering->survey, "partial");
		return arena_printf(arena, "{\n\t%s = %s;\n\t%s\n}", ctype_declare_spelling(arena, item->type, arena_printf(arena, "*%s", value)), from,
				    indent_lines(arena, reduction_combination(lowering, item, arena_printf(arena, "*%s", item->origin), arena_printf(arena, "*%s", value)), "\t"));
	}
	const char *k = counter(lowering), *value = survey_free_name(lowering->survey, "partial"), *into = survey_free_name(lowering->survey, "total");
	const char *element = reduction_combination(lowering, item, arena_printf(arena, "%s[%s]", into, k), arena_printf(arena, "%s[%s]", value, k));
	return arena_printf(arena, "{\n\t%s = %s;\n\t%s = %s;\n\t%s\n}",
			    ctype_declare_spelling(arena, item->type, arena_printf(arena, "*%s", into)), reduction_original(lowering, item),
			    ctype_declare_spelling(arena, item->type, arena_printf(arena, "*%s", value)), from,
			    indent_lines(arena, reduction_for_elements(lowering, item, k, true, element), "\t"));
}

/* Whether tasks may take part in one of the leaf's reductions. */
static bool task_modifier(const struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == C_REDUCTION && entry->clause->modifiers && !strcmp(entry->clause->modifiers, "task"))
			return true;
	return false;
}

/* Where what tasks reduce begins, and its elements, as they are written in the body of `place`. */
static void task_item(struct lowering *lowering, const struct leaf *leaf, const struct leaf *place, const struct reduction_item *item,
		      const char **address, const char **count)
{
	struct arena *arena = lowering->arena;
	const struct variable *variable = item->share->variable;
	const struct ctype *type = variable->type;
	const char *name = lower_name(lowering, place, variable), *section = item->share->item->section;
	*address = type->class == TYPE_ARRAY ? name : lower_address(lowering, place, variable);
	*count = !item->array ? "1" : !type->variable ? item->count : arena_printf(arena, "sizeof %s / sizeof(%s)", name, item->type);
	if (!section)
		return;
	const char *lower, *length;
	bool here = place == leaf;
	section_bounds(lowering, variable, section, 0, &lower, &length);
	if (item->parts)
		unsupported_at(lowering->source, item->share->item->offset,
			       "a section of '%s' that leaves out part of a dimension after the first, in a task reduction", variable->name);
	const char *first = here ? bound_here(lowering, leaf, variable, lower, "first", 0) : lower_clause_expression(lowering, place, leaf->site, lower);
	const char *rows = here ? bound_here(lowering, leaf, variable, length, "length", 0) : lower_clause_expression(lowering, place, leaf->site, length);
	*address = strcmp(lower, "0") ? arena_printf(arena, "&%s[%s]", name, first) : name;
	*count = type->rank > (type->class == TYPE_ARRAY)
			 ? arena_printf(arena, "%s * (sizeof %s[0] / sizeof(%s))", parenthesised(arena, rows), name, item->type) : rows;
}

const char *reduction_entry(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const struct clause_item *list_item,
			    const struct leaf *place)
{
	struct arena *arena = lowering->arena;
	const struct share share = {.variable = list_item->variable, .clause = clause, .item = list_item};
	struct reduction_item item;
	const char *address, *count;
	if (!reduction_describe(lowering, leaf, &share, &item))
		return NULL;
	task_item(lowering, leaf, place, &item, &address, &count);
	const char *base = arena_printf(arena, "%s_%s", leaf->site->function->name, list_item->name);
	const char *combine = survey_fresh_name(lowering->survey, arena_printf(arena, "%s_combine", base));
	const char *initialise = survey_fresh_name(lowering->survey, arena_printf(arena, "%s_initialise", base));
	const char *element = ctype_declare_spelling(arena, item.type, "*omp_out"), *other = ctype_declare_spelling(arena, item.type, "*omp_in");
	const char *first = item.declared ? arena_printf(arena, "%s(omp_out, omp_in);", item.declared->initialise)
					  : arena_printf(arena, "(void)omp_in;\n\t*omp_out = %s;", reduction_identity(lowering, &item));
	const char *form = "/* %s */\nstatic void %s(void *into, void *from)\n{\n\t%s = into;\n\t%s = from;\n\t%s\n}\n\n";
	text_printf(&lowering->prologue, form, lower_origin(lowering, leaf), initialise, element, other, first);
	text_printf(&lowering->prologue, form, lower_origin(lowering, leaf), combine, element, other,
		    indent_lines(arena, reduction_combination(lowering, &item, "*omp_out", "*omp_in"), "\t"));
	return arena_printf(arena, "{%s, sizeof(%s), %s, %s, %s}", address, item.type, count, initialise, combine);
}

void reductions_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies)
{
	struct text partials = {0}, combine = {0};
	const char *thread = survey_free_name(lowering->survey, "t");
	int count = 0;
	const char *group = task_modifier(leaf) ? survey_free_name(lowering->survey, "reduction") : NULL;
	if (group)
		add_line(&copies->combine, "ppcc_taskgroup_end(%s, &%s);", lowering->me, group);
	for (const struct share *share = leaf->shares; share; share = share->next) {
		struct reduction_item item;
		if (share->sharing != SHARING_REDUCTION || share->in_task || clause_is_inscan(share->clause) || !reduction_describe(lowering, leaf, share, &item))
			continue;
		declare_partial(lowering, leaf, &item, copies);
		text_printf(&partials, "%s%s", count ? ", " : "", hand_in(lowering, &item, &copies->combine));
		add_line(&combine, "%s", combine_item(lowering, &item, count, thread));
		count++;
	}
	if (group)
		reduction_group(lowering, leaf, C_REDUCTION, true, &copies->declare);
	if (count > 0) {
		const char *mine = survey_free_name(lowering->survey, "partials");
		bool block = count == 1 && *combine.data == '{', braces = !block && (count > 1 || strchr(combine.data, '\n'));
		add_line(&copies->combine, "void *const %s[] = {%s};", mine, partials.data);
		add_line(&copies->combine, "if (ppcc_reduce_begin(%s, %s)) { /* in one thread, when all have come */", lowering->me, mine);
		const char *header = lower_for_header(lowering, "int", thread, "0",
						      arena_printf(lowering->arena, "%s < %s->team_size; %s++", thread, lowering->me, thread));
		add_line(&copies->combine, "\t%s%s", indent_lines(lowering->arena, header, "\t"), braces ? " {" : "");
		if (block)
			text_printf(&copies->combine, " %s", indent_lines(lowering->arena, combine.data, "\t"));
		else
			add_line(&copies->combine, "\t\t%s", indent_lines(lowering->arena, combine.data, "\t\t"));
		if (braces)
			add_line(&copies->combine, "\t}");
		add_line(&copies->combine, "\tppcc_reduce_end(%s);", lowering->me);
		add_line(&copies->combine, "}");
	}
	text_release(&partials);
	text_release(&combine);
}
