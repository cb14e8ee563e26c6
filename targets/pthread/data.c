/* data.c - the struct through which an outlined region gets what it uses from outside. */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

void data_release(struct data *data)
{
	text_release(&data->type);
	text_release(&data->values);
	text_release(&data->unpack);
	text_release(&data->first);
	text_release(&data->before);
	text_release(&data->after);
	text_release(&data->renew);
	text_release(&data->finish);
}

void add_member(struct data *data, const char *declaration, const char *name, const char *value)
{
	add_line(&data->type, "\t%s;", declaration);
	if (value)
		text_printf(&data->values, "%s.%s = %s", data->values.length ? ", " : "", name, value);
	if (value && data->renewing)
		add_line(&data->renew, "%s->%s = %s;", data->renewing, name, value);
	data->any = true;
}

/* Whether the function needs the run-time size of dimension 0: a pointer to the first element does not. */
static bool needs_first_extent(const struct share *share)
{
	if (share->item && share->item->section && share->variable->type->class == TYPE_ARRAY)
		return false;
	return share->variable->type->class == TYPE_POINTER || share->sharing != SHARING_SHARED || share->passing != PASS_ELEMENTS;
}

static void add_extents(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *const *extents,
			struct data *data)
{
	for (int k = needs_first_extent(share) ? 0 : 1; k < TYPE_MAX_RANK; k++) {
		if (!extents[k])
			continue;
		add_member(data, arena_printf(lowering->arena, "unsigned long %s", extents[k]), extents[k],
			   extent_value(lowering, leaf->outer, share->variable, k));
		add_line(&data->unpack, "const unsigned long %s = %s->%s;", extents[k], lowering->data, extents[k]);
	}
}

/* A member that holds a value: scalars, structs, and arrays that a task takes with it. */
static void add_value(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *const *extents,
		      struct data *data)
{
	const struct variable *variable = share->variable;
	struct arena *arena = lowering->arena;
	const char *name = variable->name, *value = lower_name(lowering, leaf->outer, variable);
	if (variable->type->class == TYPE_ARRAY) {
		add_member(data, ctype_declare(arena, ctype_unqualified(arena, variable->type), name), name, NULL);
		add_line(&data->before, "__builtin_memcpy(%s.%s, %s, sizeof %s.%s);", lowering->data, name, value, lowering->data, name);
		if (data->renewing)
			add_line(&data->renew, "__builtin_memcpy(%s->%s, %s, sizeof %s->%s);", data->renewing, name, value, data->renewing, name);
		return;
	}
	if (variable->type->variable)
		add_member(data, arena_printf(arena, "void *%s", name), name, arena_printf(arena, "(void *)%s", value));
	else
		add_member(data, ctype_declare(arena, ctype_unqualified(arena, variable->type), name), name, value);
	if (share->sharing != SHARING_SHARED)
		return;
	const struct ctype *type = share->in_task ? ctype_unqualified(arena, variable->type) : variable->type;
	add_line(&data->unpack, "%s = %s->%s;", ctype_declare_extents(arena, type, name, extents), lowering->data, name);
	if (share->in_task)
		add_line(&data->unpack, "%s", reduction_shift(lowering, leaf, share, name));
	if (!(share->access & ~(unsigned)(ACCESS_UNEVALUATED | ACCESS_WHOLE)))
		add_line(&data->unpack, "(void)%s;", name);
}

static void add_pointer(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *const *extents,
			struct data *data)
{
	const struct variable *variable = share->variable;
	struct arena *arena = lowering->arena;
	bool elements = share->passing == PASS_ELEMENTS;
	const char *name = variable->name;
	const char *value = elements ? lower_name(lowering, leaf->outer, variable) : lower_address(lowering, leaf->outer, variable);
	const char *(*declare)(struct arena *, const struct ctype *, const char *, const char *const *) =
		elements ? ctype_declare_elements : ctype_declare_pointer;
	if (variable->type->variable && elements && share->sharing == SHARING_FIRSTPRIVATE && leaf_may_outlive(leaf)) {
		value = arena_printf(arena, "ppcc_keep(%s, sizeof %s)", value, value);
		if (leaf->kind == D_TASKLOOP && leaf_clause(leaf, C_NOGROUP))
			unsupported_at(lowering->source, lower_offset(leaf), "'%s', an array of variable length, firstprivate in 'taskloop nogroup'", name);
		if (leaf->kind == D_TASKLOOP)
			add_line(&data->finish, "ppcc_release(%s.%s);", lowering->data, name);
		else
			add_line(&data->after, "ppcc_release(%s->%s);", lowering->data, name);
	}
	if (variable->type->variable && !(elements && variable->type->class == TYPE_ARRAY && variable->type->rank == 1))
		add_member(data, arena_printf(arena, "void *%s", name), name, arena_printf(arena, "(void *)%s", value));
	else
		add_member(data, declare(arena, variable->type, name, extents), name, value);
	if (share->in_task && share->sharing == SHARING_SHARED && share->item->section) {
		add_line(&data->unpack, "%s = %s->%s;", declare(arena, variable->type, name, extents), lowering->data, name);
		add_line(&data->unpack, "%s", reduction_shift(lowering, leaf, share, name));
	} else if (share->in_task && share->sharing == SHARING_SHARED)
		add_line(&data->unpack, "%s = ppcc_reduction_copy(%s, %s->%s);", declare(arena, variable->type, name, extents), lowering->me,
			 lowering->data, name);
	else if (share->sharing == SHARING_SHARED)
		add_line(&data->unpack, "%s = %s->%s;", declare(arena, variable->type, name, extents), lowering->data, name);
}

/* A task's firstprivate variable whose last value goes back: where to. */
static void add_original(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *const *extents, struct data *data)
{
	const struct variable *variable = share->variable;
	bool array = variable->type->class == TYPE_ARRAY;
	const char *name = original_name(lowering, variable);
	const char *value = array ? lower_name(lowering, leaf->outer, variable) : lower_address(lowering, leaf->outer, variable);
	if (variable->type->variable)
		add_member(data, arena_printf(lowering->arena, "void *%s", name), name, arena_printf(lowering->arena, "(void *)%s", value));
	else
		add_member(data, (array ? ctype_declare_elements : ctype_declare_pointer)(lowering->arena, variable->type, name, extents), name, value);
}

static void add_copyin(struct lowering *lowering, struct leaf *leaf, struct data *data)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_COPYIN)
			continue;
		for (const struct clause_item *item = entry->clause->items; item; item = item->next) {
			const struct variable *variable = item->variable;
			const char *name = lower_name(lowering, NULL, variable);
			if (!variable->threadprivate)
				continue;
			add_member(data, ctype_declare_pointer(lowering->arena, variable->type, name, NULL), name,
				   arena_printf(lowering->arena, "&%s", name));
		}
	}
}

static bool mentions_type(const struct lowering *lowering, const struct leaf *leaf, const struct local_type *type)
{
	const struct statement *statement = leaf->site->statement;
	for (const struct type_reference *r = lowering->survey->type_references; r; r = r->next)
		if (r->type == type && r->offset >= statement->start && r->offset < statement->end)
			return true;
	return false;
}

/* Typedefs of variable length arrays: declared again, with the size that they have outside. */
static void add_array_types(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph, struct data *data)
{
	const struct statement *statement = leaf->site->statement;
	for (const struct local_type *t = lowering->survey->local_types; t; t = t->next) {
		if (!t->variable || (t->start >= statement->start && t->start < statement->end) || !mentions_type(lowering, leaf, t))
			continue;
		if (t->variable->rank != 1 || t->variable->class != TYPE_ARRAY) {
			unsupported_at(lowering->source, lower_offset(leaf), "the type '%s', which depends on run-time sizes, in a region", t->name);
			continue;
		}
		bool outside = graph && (t->start < graph->site->statement->start || t->start >= graph->site->statement->end);
		data->renewing = outside ? taskgraph_pointer(lowering) : NULL;
		const char *extent = survey_free_name(lowering->survey, arena_printf(lowering->arena, "%s_n0", t->name));
		add_member(data, arena_printf(lowering->arena, "unsigned long %s", extent), extent,
			   arena_printf(lowering->arena, "sizeof(%s) / sizeof(%s)", t->name, t->variable->element));
		add_line(&data->unpack, "typedef %s;",
			 ctype_declare_spelling(lowering->arena, t->variable->element, arena_printf(lowering->arena, "%s[%s->%s]", t->name, lowering->data, extent)));
	}
}

void pass_constants(struct lowering *lowering, const struct loop_constant *constants, const char *run, struct data *data)
{
	for (const struct loop_constant *constant = constants; constant; constant = constant->next) {
		if (!mentions(run, constant->name))
			continue;
		add_member(data, constant->declaration, constant->name, constant->name);
		add_line(&data->unpack, "%s = %s->%s;", constant->declaration, lowering->data, constant->name);
	}
}

void data_make(struct lowering *lowering, struct leaf *leaf, struct data *data)
{
	const struct leaf *graph = taskgraph_of(leaf);
	*data = (struct data){0};
	if (leaf->kind == D_TASKLOOP)
		add_member(data, arena_printf(lowering->arena, "struct ppcc_range %s", lowering->loop), lowering->loop, "{0, 0, 0}");
	if (leaf->outer && leaf->outer->site == leaf->site && leaf_is_split(leaf->outer))
		add_member(data, arena_printf(lowering->arena, "struct ppcc_range %s", lowering->loop), lowering->loop,
			   arena_printf(lowering->arena, "{%s.begin, %s.end, %s.count}", lowering->loop, lowering->loop, lowering->loop));
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const char *extents[TYPE_MAX_RANK];
		bool private_copy = share->sharing == SHARING_PRIVATE && share->access;
		lower_extents(lowering, share->variable, extents);
		if (share->passing == PASS_DECLARE)
			add_line(&data->unpack, "extern %s;", ctype_declare(lowering->arena, share->variable->type, share->variable->name));
		if (share->passing == PASS_DECLARE || (share->passing == PASS_NOT && !private_copy))
			continue;
		data->renewing = graph && taskgraph_renews(graph, share) ? taskgraph_pointer(lowering) : NULL;
		add_extents(lowering, leaf, share, extents, data);
		if (share->passing == PASS_VALUE)
			add_value(lowering, leaf, share, extents, data);
		else if (share->passing != PASS_NOT)
			add_pointer(lowering, leaf, share, extents, data);
		if (has_original(leaf, share))
			add_original(lowering, leaf, share, extents, data);
	}
	data->renewing = NULL;
	allocated_pass(lowering, leaf, data);
	reductions_pass(lowering, leaf, data);
	add_array_types(lowering, leaf, graph, data);
	data->renewing = NULL;
	add_copyin(lowering, leaf, data);
}
