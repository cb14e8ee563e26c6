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

/* The bounds of the first dimension as written; *length is null when it is not known. */
static void section_bounds(struct lowering *lowering, const struct share *share, const char **lower, const char **length)
{
	const struct ctype *type = share->variable->type;
	const char *section = share->item->section, *close = scan_closing(section, section + strlen(section));
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
	else if (type->class != TYPE_ARRAY || !type->extents[0])
		*length = NULL;
	else
		*length = strcmp(*lower, "0") ? arena_printf(lowering->arena, "%s - (%s)", type->extents[0], *lower) : type->extents[0];
}

static const char *bound_name(struct lowering *lowering, const struct variable *variable, const char *what)
{
	return survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_%s", variable->name, what));
}

/* A bound of a section where the leaf's code is: an outlined leaf has got its value (reductions_pass). */
static const char *bound_here(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
			      const char *what)
{
	if (leaf->outlined && !is_number(bound))
		return arena_printf(lowering->arena, "%s->%s", lowering->data, bound_name(lowering, variable, what));
	return lower_clause_expression(lowering, leaf->outer, leaf->site, bound);
}

static void pass_bound(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
		       const char *what, struct data *data)
{
	const char *name = bound_name(lowering, variable, what);
	if (bound && !is_number(bound))
		add_member(data, arena_printf(lowering->arena, "long %s", name), name,
			   lower_clause_expression(lowering, leaf->outer, leaf->site, bound));
}

void reductions_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const char *lower, *length;
		if (share->sharing != SHARING_REDUCTION || share->in_task || !share->item->section ||
		    !scan_closing(share->item->section, share->item->section + strlen(share->item->section)))
			continue;
		section_bounds(lowering, share, &lower, &length);
		pass_bound(lowering, leaf, share->variable, lower, "first", data);
		pass_bound(lowering, leaf, share->variable, length, "length", data);
	}
}

/* Reads `[lower:length]...`; the dimensions after the first must be whole. */
static bool read_section(struct lowering *lowering, const struct leaf *leaf, struct reduction_item *item)
{
	const struct variable *variable = item->share->variable;
	const char *section = item->share->item->section, *end = section + strlen(section);
	const char *close = scan_closing(section, end), *lower, *length;
	if (!close)
		return false;
	section_bounds(lowering, item->share, &lower, &length);
	if (!length) {
		error_at(lowering->source, item->share->item->offset, "the section of '%s' needs a length", variable->name);
		return false;
	}
	for (const char *open = strchr(close, '['); open; open = strchr(close, '[')) {
		close = scan_closing(open, end);
		if (!close)
			return false;
		int dimension = variable->type->class == TYPE_ARRAY ? 1 : 0;
		const char *extent = variable->type->extents[dimension];
		const char *inner = arena_strndup(lowering->arena, open + 1, (size_t)(close - open - 1));
		inner += strspn(inner, " 0");
		if (*inner == ':')
			inner += 1 + strspn(inner + 1, " ");
		if (*inner && !(extent && !strcmp(inner, extent))) {
			unsupported_at(lowering->source, item->share->item->offset,
				       "a section of '%s' that leaves out part of a dimension after the first", variable->name);
			return false;
		}
	}
	const char *row = row_size(lowering, variable, variable->type->class == TYPE_ARRAY ? 1 : 0);
	item->array = true;
	item->count = times(lowering, bound_here(lowering, leaf, variable, length, "length"), row);
	if (strcmp(lower, "0"))
		item->start = times(lowering, bound_here(lowering, leaf, variable, lower, "first"), row);
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

/* The loop that sets each element to the identity. */
static void initialise_elements(struct lowering *lowering, const struct reduction_item *item, const char *array, struct text *out)
{
	const char *k = counter(lowering);
	const char *element = arena_printf(lowering->arena, "%s[%s]", flat(lowering, item, array), k);
	add_line(out, "%s", lower_for_header(lowering, "unsigned long", k, "0", arena_printf(lowering->arena, "%s < %s; %s++", k, item->count, k)));
	if (item->declared)
		add_line(out, "\t%s(&%s, %s);", item->declared->initialise, element, item->origin);
	else
		add_line(out, "\t%s = %s;", element, reduction_identity(lowering, item));
}

static void declare_partial(struct lowering *lowering, const struct leaf *leaf, struct reduction_item *item, struct copies *copies)
{
	const struct variable *variable = item->share->variable;
	struct arena *arena = lowering->arena;
	const char *extents[TYPE_MAX_RANK], *name = variable->name;
	copy_extents(lowering, variable, extents);
	if (item->array && !is_number(item->count)) {
		const char *count = survey_free_name(lowering->survey, arena_printf(arena, "%s_count", name));
		add_line(&copies->declare, "const unsigned long %s = %s;", count, item->count);
		item->count = count;
	}
	if (item->start && !is_number(item->start)) {
		const char *first = survey_free_name(lowering->survey, arena_printf(arena, "%s_start", name));
		add_line(&copies->declare, "const long %s = %s;", first, item->start);
		item->start = first;
	}
	if (item->share->item->section) {
		const char *partial = partial_name(lowering, item);
		/* integers, since C has no pointer to what would be before an array */
		const char *first = item->start ? arena_printf(arena, "(void *)((__UINTPTR_TYPE__)%s - %s * sizeof *%s)", partial,
							       parenthesised(arena, item->start), partial)
						: partial;
		add_line(&copies->declare, "%s;", item->share->allocation ? allocated_copy(lowering, leaf, item->share, partial, item->count, "0")
			 : ctype_declare_spelling(arena, item->type, arena_printf(arena, "%s[%s]", partial, item->count)));
		const struct ctype *type = variable->type;
		const char *declaration = ctype_declare_elements(arena, type, name, extents);
		if (type->class == TYPE_POINTER && type->rank == 0)
			declaration = ctype_declare_spelling(arena, type->element, arena_printf(arena, "*%s", name));
		const char *cast = type->rank > (type->class == TYPE_ARRAY) ? "(void *)" : "";
		const char *remark = item->start && !*cast ? arena_printf(arena, " /* so that %s[%s] is %s[0] */", name, item->start, partial) : "";
		add_line(&copies->declare, "%s = %s%s;%s", declaration, item->start ? "" : cast, first, remark);
		struct reduction_item plain = *item;
		const char *k = counter(lowering), *element = arena_printf(arena, "%s[%s]", partial, k);
		add_line(&copies->declare, "%s", lower_for_header(lowering, "unsigned long", k, "0", arena_printf(arena, "%s < %s; %s++", k, item->count, k)));
		if (item->declared)
			add_line(&copies->declare, "\t%s(&%s, (%s)%s);", item->declared->initialise, element,
				 ctype_declare_spelling(arena, item->type, "*"), item->origin);
		else
			add_line(&copies->declare, "\t%s = %s;", element, reduction_identity(lowering, &plain));
	} else if (item->share->allocation) {
		add_line(&copies->declare, "%s;", allocated_copy(lowering, leaf, item->share, name, NULL, "0"));
		if (item->array)
			initialise_elements(lowering, item, item->name, &copies->declare);
		else if (item->declared)
			add_line(&copies->declare, "%s(%s, %s);", item->declared->initialise, name, item->origin);
		else
			add_line(&copies->declare, "*%s = %s;", name, reduction_identity(lowering, item));
	} else if (item->array) {
		add_line(&copies->declare, "%s;",
			 with_alignment(lowering, variable, ctype_declare_extents(arena, ctype_unqualified(arena, variable->type), name, extents)));
		initialise_elements(lowering, item, name, &copies->declare);
	} else if (item->declared) {
		add_line(&copies->declare, "%s;", ctype_declare(arena, variable->type, name));
		add_line(&copies->declare, "%s(&%s, %s);", item->declared->initialise, name, item->origin);
	} else {
		add_line(&copies->declare, "%s = %s;", with_alignment(lowering, variable, ctype_declare(arena, variable->type, name)), reduction_identity(lowering, item));
	}
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
	const char *base = item->share->variable->type->rank > (item->share->variable->type->class == TYPE_ARRAY)
				   ? arena_printf(arena, "(%s)%s", pointer, item->origin) : item->origin;
	if (item->share->item->section && item->share->variable->type->class == TYPE_POINTER)
		base = arena_printf(arena, "%s*%s", item->share->variable->type->rank ? arena_printf(arena, "(%s)", pointer) : "", item->origin);
	if (item->start)
		base = arena_printf(arena, "%s + %s", base, parenthesised(arena, item->start));
	const char *element = reduction_combination(lowering, item, arena_printf(arena, "%s[%s]", into, k), arena_printf(arena, "%s[%s]", value, k));
	return arena_printf(arena, "{\n\t%s = %s;\n\t%s = %s;\n\t%s\n\t\t%s\n}",
			    ctype_declare_spelling(arena, item->type, arena_printf(arena, "*%s", into)), base,
			    ctype_declare_spelling(arena, item->type, arena_printf(arena, "*%s", value)), from,
			    indent_lines(arena, lower_for_header(lowering, "unsigned long", k, "0", arena_printf(arena, "%s < %s; %s++", k, item->count, k)), "\t"), indent_lines(arena, element, "\t\t"));
}

/* Whether tasks may take part in one of the leaf's reductions. */
static bool task_modifier(const struct leaf *leaf)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next)
		if (entry->clause->kind == C_REDUCTION && entry->clause->modifiers && !strcmp(entry->clause->modifiers, "task"))
			return true;
	return false;
}

const char *reduction_entry(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const struct clause_item *list_item,
			    const char *address)
{
	struct arena *arena = lowering->arena;
	const struct share share = {.variable = list_item->variable, .clause = clause, .item = list_item};
	struct reduction_item item;
	if (list_item->section || list_item->variable->type->variable) {
		unsupported_at(lowering->source, list_item->offset, "an array section or an array of variable length, '%s', in a task reduction on target pthread",
			       list_item->name);
		return NULL;
	}
	if (!reduction_describe(lowering, leaf, &share, &item))
		return NULL;
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
	return arena_printf(arena, "{%s, sizeof(%s), %s, %s, %s}", address, item.type, item.array ? item.count : "1", initialise, combine);
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
