/*
 * kernel_reduce.c - reductions in a kernel (OpenMP 5.2, 5.5).
 *
 * Each work-item has a copy.  They meet in a tree: those of scalars in the local memory of the work-group, those of arrays in
 * global memory.  The groups' results, in global memory too, are combined by a second kernel of one work-item in the order of
 * the groups: the same launch gives the same bits.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "operators.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COUNTS = 8 }; /* PPCC_COUNTS in ppcc/opencl.h */
enum { MOST = 256 }; /* bytes of an array that a work-item has as a variable of its own */

static const char *element(const struct kernel *kernel)
{
	return kernel_free_name(kernel->lowering->survey, "e", "element");
}

const char *kernel_memory(struct kernel *kernel, enum kernel_memory_kind kind, const char *name, const char *type, const char *size, int count)
{
	struct arena *arena = kernel->lowering->arena;
	const char *free = survey_free_name(kernel->lowering->survey, name);
	struct kernel_memory **end = &kernel->memory;
	int same = 1;
	for (; *end; end = &(*end)->next) {
		struct kernel_memory *m = *end;
		if (strcmp(m->base, free))
			continue;
		if (m->kind == kind && !strcmp(m->type, type) && !strcmp(m->size, size) && m->count == count) {
			m->in_function |= kernel->in_function;
			return m->name;
		}
		same++;
	}
	*end = ARENA_NEW(arena, struct kernel_memory);
	**end = (struct kernel_memory){NULL, kind, free, same > 1 ? arena_printf(arena, "%s_%d", free, same) : free, type, size, count, kernel->in_function, kernel->has_parameters};
	return (*end)->name;
}

int kernel_count(struct kernel *kernel, const char *name, const char *value, bool hidden)
{
	struct kernel_count **end = &kernel->counts;
	int number = 1;
	for (; *end; end = &(*end)->next, number++)
		if (!strcmp((*end)->name, name) && !strcmp((*end)->value, value)) {
			(*end)->hidden &= hidden;
			return number;
		}
	if (number > MOST_COUNTS)
		unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "more than %d sizes that the device gets from the host", MOST_COUNTS);
	*end = ARENA_NEW(kernel->lowering->arena, struct kernel_count);
	**end = (struct kernel_count){NULL, name, value, hidden};
	return number;
}

/* ---------------------------------------------------------------------------------------------- list items */

static void refuse(const struct kernel *kernel, const struct leaf *leaf, const struct variable *variable)
{
	unsupported_at(kernel->lowering->source, lower_offset(leaf), "the reduction of '%s' in this way", variable->name);
}

/* A bound of a section that is no number is a parameter; the host knows it. */
static const char *bound(struct kernel *kernel, const struct reduction_item *item, const char *what, const char *text, int *number)
{
	if (!text || nest_is_literal(text))
		return text;
	const char *name = reduction_bound_name(kernel->lowering, item->share->variable, what, 0);
	*number = kernel_count(kernel, name, text, false);
	return name;
}

/* Reads how many elements there are; false: it is refused. */
static bool read_bounds(struct kernel *kernel, const struct leaf *leaf, struct kernel_reduction *r)
{
	struct lowering *lowering = kernel->lowering;
	struct leaf host = *leaf; /* the same where the target construct stands */
	struct reduction_item there;
	struct reduction_item *item = &r->item;
	const struct ctype *type = r->variable->type;
	const char *section = item->share->item->section;
	int ignored;
	host.outer = kernel->target->outer;
	if (item->parts || (type->variable && (section || type->rank > 1)) || (section && !kernel_known_expression(kernel, section)))
		return false;
	if (!reduction_describe(lowering, &host, item->share, item->origin, &there))
		return false;
	if (type->variable)
		there.count = arena_printf(lowering->arena, "sizeof %s / sizeof(%s)", lower_name(lowering, kernel->target->outer, r->variable), item->type);
	item->count = bound(kernel, item, "count", there.count, &r->count);
	item->start = bound(kernel, item, "start", there.start, &ignored);
	return true;
}

struct kernel_reduction *kernel_reduction(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *origin)
{
	struct lowering *lowering = kernel->lowering;
	struct kernel_reduction *r = ARENA_NEW(lowering->arena, struct kernel_reduction);
	*r = (struct kernel_reduction){.variable = share->variable, .result = origin};
	if (clause_is_inscan(share->clause) || !reduction_describe(lowering, leaf, share, origin, &r->item)) {
		refuse(kernel, leaf, share->variable);
		return NULL;
	}
	struct reduction_item *item = &r->item;
	bool can = item->declared || item->class <= TYPE_COMPLEX;
	if (!can || (item->array && !read_bounds(kernel, leaf, r))) {
		refuse(kernel, leaf, share->variable);
		return NULL;
	}
	if (item->declared)
		kernel_use_functions(kernel, item->declared->functions);
	long long count = item->array && nest_is_literal(item->count) ? strtoll(item->count, NULL, 0) : 0;
	bool plain = r->variable->type->class == TYPE_ARRAY ? !item->share->item->section : r->variable->type->rank == 0;
	r->in_memory = item->array && (count == 0 || count * item->size > MOST || item->start || !plain);
	if (r->in_memory && kernel->in_function) {
		refuse(kernel, leaf, share->variable);
		return NULL;
	}
	return r;
}

/* ---------------------------------------------------------------------------------------------- copies */

static const char *memory_name(struct kernel *kernel, const struct kernel_reduction *r, enum kernel_memory_kind kind, const char *what)
{
	const struct reduction_item *item = &r->item;
	struct arena *arena = kernel->lowering->arena;
	bool counted = item->array && r->count == 0, plain = item->type[strspn(item->type, "abcdefghijklmnopqrstuvwxyz ")] == '\0';
	const char *size = !plain ? arena_printf(arena, "%lld", item->size * (counted ? strtoll(item->count, NULL, 0) : 1))
			   : arena_printf(arena, counted ? "sizeof(%s[%s])" : "sizeof(%s)", item->type, item->count);
	return kernel_memory(kernel, kind, arena_printf(arena, "%s_%s", r->variable->name, what), item->type, size, item->array ? r->count : 0);
}

/* An array as a pointer to its elements. */
static const char *flat(const struct kernel *kernel, const struct kernel_reduction *r, const char *array)
{
	const struct ctype *type = r->variable->type;
	struct arena *arena = kernel->lowering->arena;
	return type->rank > (type->class == TYPE_ARRAY) ? arena_printf(arena, "((%s)%s)", ctype_declare_spelling(arena, r->item.type, "*"), array) : array;
}

/* The loop over the elements that are reduced. */
static void add_elements(const struct kernel *kernel, const struct kernel_reduction *r, const char *statement, struct text *out)
{
	const char *e = element(kernel);
	add_line(out, "for (size_t %s = 0; %s < %s; %s++)\n\t%s", e, e, r->item.count, e, indent_lines(kernel->lowering->arena, statement, "\t"));
}

/* An element of an array whose first element that takes part has the number `start`. */
static const char *element_of(const struct kernel *kernel, const struct kernel_reduction *r, const char *array)
{
	struct arena *arena = kernel->lowering->arena;
	const char *e = element(kernel), *start = r->item.start ? arena_printf(arena, "%s + ", r->item.start) : "";
	return arena_printf(arena, "%s[%s%s]", array, start, e);
}

/* An element of the memory of copies: that of one of them, whose number is given. */
static const char *copied(const struct kernel *kernel, const struct kernel_reduction *r, const char *memory, const char *number)
{
	return arena_printf(kernel->lowering->arena, "%s[%s * %s + %s]", memory, number, r->item.count, element(kernel));
}

/* The copy's declaration, in the memory where it is copy `number`. */
static void declare_in_memory(struct kernel *kernel, const struct kernel_reduction *r, const char *memory, const char *number, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = ctype_unqualified(arena, r->variable->type);
	bool rows = type->rank > (type->class == TYPE_ARRAY);
	const char *name = r->variable->name, *cast = "";
	const char *declaration = rows ? ctype_declare_elements(arena, type, name, NULL) : ctype_declare_spelling(arena, r->item.type, arena_printf(arena, "*%s", name));
	const char *value = arena_printf(arena, "%s + %s * %s", memory, number, r->item.count);
	if (r->item.start)
		value = arena_printf(arena, "%s - %s", value, r->item.start);
	if (rows)
		cast = arena_printf(arena, "(%s)", ctype_declare_elements(arena, type, "", NULL));
	add_line(out, rows ? "%s = %s(%s);" : "%s = %s%s;", declaration, cast, value);
}

void kernel_reduction_copy(struct kernel *kernel, struct kernel_reduction *r, const char *memory, const char *number, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct reduction_item *item = &r->item;
	const struct ctype *type = ctype_unqualified(arena, r->variable->type);
	const char *name = r->variable->name;
	if (!item->array) {
		if (item->declared)
			add_line(out, "%s;\n%s(&%s, %s);", ctype_declare(arena, type, name), item->declared->initialise, name, r->result);
		else
			add_line(out, "%s = %s;", ctype_declare(arena, type, name), reduction_identity(lowering, item));
		return;
	}
	if (r->in_memory)
		declare_in_memory(kernel, r, memory, number, out);
	else if (type->class == TYPE_ARRAY)
		add_line(out, "%s;", ctype_declare(arena, type, name));
	else
		add_line(out, "%s;", ctype_declare_spelling(arena, item->type, arena_printf(arena, "%s[%s]", name, item->count)));
	const char *own = element_of(kernel, r, flat(kernel, r, name));
	const char *first = item->declared ? arena_printf(arena, "%s(&%s, &%s);", item->declared->initialise, own, element_of(kernel, r, flat(kernel, r, r->result)))
					   : arena_printf(arena, "%s = %s;", own, reduction_identity(lowering, item));
	add_elements(kernel, r, first, out);
}

/* ---------------------------------------------------------------------------------------------- in the work-group */

static const char *loop_over_elements(const struct kernel *kernel, const struct kernel_reduction *r, const char *statement)
{
	struct text lines = {0};
	add_elements(kernel, r, statement, &lines);
	const char *result = arena_strndup(kernel->lowering->arena, lines.data, lines.length);
	text_release(&lines);
	return result;
}

/* What a work-item does to take the result of the one that is `rest` after it. */
static const char *take_other(struct kernel *kernel, const struct kernel_reduction *r)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	if (r->item.array)
		return loop_over_elements(kernel, r, reduction_combination(lowering, &r->item, copied(kernel, r, r->copies, "get_global_id(0)"),
									   copied(kernel, r, r->copies, "(get_global_id(0) + rest)")));
	return reduction_combination(lowering, &r->item, arena_printf(arena, "%s[get_local_id(0)]", r->parts), arena_printf(arena, "%s[get_local_id(0) + rest]", r->parts));
}

void kernel_combine_team(struct kernel *kernel, const struct kernel_reduction *reductions, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	bool arrays = false;
	if (!reductions)
		return;
	for (const struct kernel_reduction *r = reductions; r; r = r->next) {
		if (!r->item.array)
			add_line(out, "%s[get_local_id(0)] = %s;", r->parts, r->variable->name);
		else if (!r->in_memory)
			add_line(out, "%s", loop_over_elements(kernel, r, arena_printf(arena, "%s = %s;", copied(kernel, r, r->copies, "get_global_id(0)"),
									   element_of(kernel, r, flat(kernel, r, r->variable->name)))));
		arrays |= r->item.array;
	}
	bool several = reductions->next || reductions->item.array;
	add_line(out, "for (size_t rest, size = get_local_size(0); size > 1; size = rest) {");
	add_line(out, "\tbarrier(%s);", arrays ? "CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE" : "CLK_LOCAL_MEM_FENCE");
	add_line(out, "\trest = (size + 1) / 2;");
	add_line(out, "\tif (get_local_id(0) + rest < size)%s", several ? " {" : "");
	for (const struct kernel_reduction *r = reductions; r; r = r->next)
		add_line(out, "\t\t%s", indent_lines(arena, take_other(kernel, r), "\t\t"));
	add_line(out, several ? "\t}\n}" : "}");
}

const char *kernel_team_total(struct kernel *kernel, const struct kernel_reduction *r, const char *outer)
{
	struct lowering *lowering = kernel->lowering;
	if (r->item.array)
		return loop_over_elements(kernel, r, reduction_combination(lowering, &r->item, element_of(kernel, r, flat(kernel, r, outer)), copied(kernel, r, r->copies, "get_global_id(0)")));
	const char *total = arena_printf(lowering->arena, "%s[0]", r->parts);
	if (r->item.declared)
		return arena_printf(lowering->arena, "%s(%s, &%s);", r->item.declared->combine, outer, total);
	return reduction_combination(lowering, &r->item, outer, total);
}

/* ---------------------------------------------------------------------------------------------- over the whole kernel */

static bool is_reduced(const struct kernel *kernel, const struct variable *variable)
{
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		if (r->variable == variable)
			return true;
	return false;
}

void kernel_reduce(struct kernel *kernel, const struct leaf *leaf, const struct share *share, struct text *out)
{
	if (is_reduced(kernel, share->variable))
		return;
	struct kernel_reduction *r = kernel_reduction(kernel, leaf, share, kernel_original(kernel, share->variable));
	if (!r)
		return;
	r->groups = memory_name(kernel, r, MEMORY_GROUPS, "groups");
	if (!kernel->serial && r->item.array)
		r->copies = memory_name(kernel, r, MEMORY_COPIES, "copies");
	else if (!kernel->serial)
		r->parts = memory_name(kernel, r, MEMORY_PARTS, "parts");
	*kernel->next_reduction = r;
	kernel->next_reduction = &r->next;
	kernel_reduction_copy(kernel, r, kernel->serial ? r->groups : r->copies, kernel->serial ? "get_group_id(0)" : "get_global_id(0)", out);
}

/* The number of a work-group among all. */
static const char *group_number(const struct kernel *kernel)
{
	switch (kernel->dimensions) {
	case 2: return "get_group_id(1) * get_num_groups(0) + get_group_id(0)";
	case 3: return "(get_group_id(2) * get_num_groups(1) + get_group_id(1)) * get_num_groups(0) + get_group_id(0)";
	default: return "get_group_id(0)";
	}
}

/* A team's first thread did all: the group's result is what the variable holds. */
static void hand_over(struct kernel *kernel, struct text *out)
{
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next) {
		const char *name = r->variable->name;
		if (!r->item.array)
			add_line(out, "%s[get_group_id(0)] = %s;", r->groups, name);
		else if (!r->in_memory)
			add_elements(kernel, r, arena_printf(kernel->lowering->arena, "%s = %s;", copied(kernel, r, r->groups, "get_group_id(0)"),
				     element_of(kernel, r, flat(kernel, r, name))), out);
	}
}

void kernel_combine(struct kernel *kernel, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	if (!kernel->reductions)
		return;
	if (kernel->serial) {
		hand_over(kernel, out);
		return;
	}
	add_line(out, "\n/* the work-group's partial results */");
	kernel_combine_team(kernel, kernel->reductions, out);
	bool several = kernel->reductions->next || kernel->reductions->item.array;
	add_line(out, "if (get_local_id(0) == 0)%s", several ? " {" : "");
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		if (r->item.array)
			add_line(out, "\t%s", indent_lines(arena, loop_over_elements(kernel, r, arena_printf(arena, "%s = %s;", copied(kernel, r, r->groups, "get_group_id(0)"),
									   copied(kernel, r, r->copies, "get_global_id(0)"))), "\t"));
		else
			add_line(out, "\t%s[%s] = %s[0];", r->groups, group_number(kernel), r->parts);
	if (several)
		add_line(out, "}");
}

/* What is done with a group's partial result. */
static const char *finish_one(struct kernel *kernel, const struct kernel_reduction *r, const char *group)
{
	struct lowering *lowering = kernel->lowering;
	const char *name = r->variable->name, *from = arena_printf(lowering->arena, "%s[%s]", r->groups, group);
	if (r->item.array)
		return loop_over_elements(kernel, r, reduction_combination(lowering, &r->item, element_of(kernel, r, name), copied(kernel, r, r->groups, group)));
	if (r->item.declared)
		return arena_printf(lowering->arena, "%s(%s, &%s);", r->item.declared->combine, name, from);
	return reduction_combination(lowering, &r->item, arena_printf(lowering->arena, "*%s", name), from);
}

const char *kernel_finish(struct kernel *kernel, const char *name, const char *list)
{
	const struct survey *survey = kernel->lowering->survey;
	const char *group = survey_free_name(survey, "group"), *groups = survey_free_name(survey, "groups");
	bool single = !kernel->reductions->next, braces = !single || kernel->reductions->item.array;
	struct text out = {0};
	text_printf(&out, "/* %s what each work-group has come to */\n__kernel void %s(%sint %s)\n{\n", single ? "combines with the variable" : "combines with the variables",
		    name, list, groups);
	text_printf(&out, "\tfor (int %s = 0; %s < %s; %s++)%s\n", group, group, groups, group, braces ? " {" : "");
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		text_printf(&out, "\t\t%s\n", indent_lines(kernel->lowering->arena, finish_one(kernel, r, group), "\t\t"));
	text_adds(&out, braces ? "\t}\n}\n" : "}\n");
	const char *result = arena_strndup(kernel->lowering->arena, out.data, out.length);
	text_release(&out);
	return result;
}

/* ---------------------------------------------------------------------------------------------- in a block */

void kernel_reduction_meet(struct kernel *kernel, struct kernel_reduction *r, bool alone)
{
	if (r->item.array && (r->in_memory || !alone))
		r->copies = memory_name(kernel, r, MEMORY_COPIES, "copies");
	else if (!alone)
		r->parts = memory_name(kernel, r, MEMORY_PARTS, "parts");
}

void kernel_combine_alone(struct kernel *kernel, const struct kernel_reduction *r, struct text *out)
{
	const char *copy = element_of(kernel, r, flat(kernel, r, r->variable->name));
	if (r->item.array)
		add_elements(kernel, r, reduction_combination(kernel->lowering, &r->item, element_of(kernel, r, r->result), copy), out);
	else
		add_line(out, "%s(%s, &%s);", r->item.declared->combine, r->result, r->variable->name);
}

/* Whether a leaf provides the copies that tasks with in_reduction of the variable work on (OpenMP 5.2, 5.5.9). */
static bool provides(const struct leaf *leaf, const struct variable *variable)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		enum clause_kind kind = entry->clause->kind;
		for (const struct clause_item *item = entry->clause->items; item; item = item->next)
			if (item->variable == variable && (kind == C_TASK_REDUCTION || kind == C_REDUCTION || kind == C_IN_REDUCTION))
				return true;
	}
	return false;
}

void kernel_check_task_reductions(struct lowering *lowering, const struct leaf *leaf)
{
	for (const struct share *share = leaf->shares; share; share = share->next) {
		if (!share->in_task || share->clause->kind != C_IN_REDUCTION)
			continue;
		const struct leaf *provider = leaf->outer;
		bool shared = false;
		while (provider && !provides(provider, share->variable)) {
			shared |= provider->kind == D_PARALLEL || provider->kind == D_TEAMS;
			provider = provider->outer;
		}
		if (!provider)
			unsupported_at(lowering->source, share->item->offset, "'%s' in 'in_reduction' of a reduction elsewhere", share->variable->name);
		else if (shared)
			unsupported_at(lowering->source, share->item->offset, "'%s' in 'in_reduction', of which several threads would have one copy", share->variable->name);
	}
}
