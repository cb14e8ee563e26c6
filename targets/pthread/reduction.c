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

bool reduction_read(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct reduction_item *item)
{
	return reduction_describe(lowering, leaf, share, copy_origin(lowering, leaf, share), item);
}

static void pass_bound(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable, const char *bound,
		       const char *what, int dimension, struct data *data)
{
	const char *name = reduction_bound_name(lowering, variable, what, dimension);
	if (bound && !nest_is_literal(bound))
		add_member(data, arena_printf(lowering->arena, "long %s", name), name,
			   lower_clause_expression(lowering, leaf->outer, leaf->site, bound));
}

void reductions_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const char *lower, *length, *section = share->sharing == SHARING_REDUCTION || share->in_task ? share->item->section : NULL;
		if (!section || !scan_closing(section, section + strlen(section)))
			continue;
		for (int dimension = 0; section; section = reduction_next_dimension(section), dimension++) {
			reduction_section_bounds(lowering, share->variable, section, dimension, &lower, &length);
			if (dimension > 0 && reduction_is_whole(share->variable, dimension, lower, length))
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
		reduction_section_bounds(lowering, share->variable, share->item->section, 0, &lower, &length);
	if (!strcmp(lower, "0"))
		return arena_printf(arena, "%s = ppcc_reduction_copy(%s, %s);", name, lowering->me, name);
	const char *first = parenthesised(arena, reduction_bound_here(lowering, leaf, share->variable, lower, "first", 0));
	return arena_printf(arena, "%s = (void *)((__UINTPTR_TYPE__)ppcc_reduction_copy(%s, &%s[%s]) - (__UINTPTR_TYPE__)%s * sizeof %s[0]);", name,
			    lowering->me, name, first, first, name);
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
	const char *element = arena_printf(lowering->arena, "%s[%s]", array, k);
	const char *statement = item->declared ? arena_printf(lowering->arena, "%s(&%s, %s);", item->declared->initialise, element, item->origin)
					       : arena_printf(lowering->arena, "%s = %s;", element, reduction_identity(lowering, item));
	add_line(out, "%s", reduction_for_elements(lowering, item, k, false, statement));
}

void reduction_view_section(struct lowering *lowering, const struct reduction_item *item, const char *partial, struct text *out)
{
	struct arena *arena = lowering->arena;
	const struct variable *variable = item->share->variable;
	const struct ctype *type = variable->type;
	const char *extents[TYPE_MAX_RANK], *name = variable->name;
	lower_extents(lowering, variable, extents);
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
	lower_extents(lowering, variable, extents);
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

/* function: what gives a thread's partial result. */
static const char *combine_item(struct lowering *lowering, const struct reduction_item *item, const char *function, int number, const char *thread)
{
	struct arena *arena = lowering->arena;
	const char *pointer = ctype_declare_spelling(arena, item->type, "*");
	const char *from = arena_printf(arena, "(%s)%s(%s, %s, %d)", pointer, function, lowering->me, thread, number);
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
	reduction_section_bounds(lowering, variable, section, 0, &lower, &length);
	if (item->parts)
		unsupported_at(lowering->source, item->share->item->offset,
			       "a section of '%s' that leaves out part of a dimension after the first, in a task reduction", variable->name);
	const char *first = here ? reduction_bound_here(lowering, leaf, variable, lower, "first", 0) : lower_clause_expression(lowering, place, leaf->site, lower);
	const char *rows = here ? reduction_bound_here(lowering, leaf, variable, length, "length", 0) : lower_clause_expression(lowering, place, leaf->site, length);
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
	if (!reduction_read(lowering, leaf, &share, &item))
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

/* Whether the threads go on before the results are combined: the copies of all items can be left behind. */
static bool is_late(struct lowering *lowering, const struct leaf *leaf)
{
	if (!leaf_clause(leaf, C_NOWAIT) || task_modifier(leaf))
		return false; /* with a condition that is false, a barrier follows */
	for (const struct share *share = leaf->shares; share; share = share->next) {
		struct reduction_item item;
		if (share->sharing == SHARING_REDUCTION && (share->allocation || !reduction_read(lowering, leaf, share, &item) || item.array))
			return false;
	}
	return true;
}

void reductions_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies)
{
	struct text partials = {0}, combine = {0};
	const char *thread = survey_free_name(lowering->survey, "t");
	int count = 0;
	bool late = is_late(lowering, leaf);
	struct text sizes = {0};
	const char *group = task_modifier(leaf) ? survey_free_name(lowering->survey, "reduction") : NULL;
	if (group)
		add_line(&copies->combine, "ppcc_taskgroup_end(%s, &%s);", lowering->me, group);
	for (const struct share *share = leaf->shares; share; share = share->next) {
		struct reduction_item item;
		if (share->sharing != SHARING_REDUCTION || share->in_task || clause_is_inscan(share->clause) || !reduction_read(lowering, leaf, share, &item))
			continue;
		declare_partial(lowering, leaf, &item, copies);
		text_printf(&partials, "%s%s", count ? ", " : "", hand_in(lowering, &item, &copies->combine));
		text_printf(&sizes, "%ssizeof %s", count ? ", " : "", item.name);
		add_line(&combine, "%s", combine_item(lowering, &item, late ? "ppcc_reduce_late_partial" : "ppcc_reduce_partial", count, thread));
		count++;
	}
	if (group)
		reduction_group(lowering, leaf, C_REDUCTION, true, &copies->declare);
	if (count > 0) {
		const char *mine = survey_free_name(lowering->survey, "partials");
		bool block = count == 1 && *combine.data == '{', braces = !block && (count > 1 || strchr(combine.data, '\n'));
		add_line(&copies->combine, "void *const %s[] = {%s};", mine, partials.data);
		const char *bytes = survey_free_name(lowering->survey, "sizes");
		if (late)
			add_line(&copies->combine, "const unsigned long %s[] = {%s};\nif (ppcc_reduce_late(%s, %s, %s, %d)) { /* in the thread that comes last */", bytes,
				 sizes.data, lowering->me, mine, bytes, count);
		else
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
		add_line(&copies->combine, "\t%s(%s);", late ? "ppcc_reduce_late_end" : "ppcc_reduce_end", lowering->me);
		add_line(&copies->combine, "}");
	}
	text_release(&partials);
	text_release(&sizes);
	text_release(&combine);
}
