/* kernel_parameters.c - what a kernel gets: its parameters, and the table that says where the runtime finds their values. */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

static void add_parameter(struct kernel *kernel, struct parameters *parameters, const char *declaration, const char *name)
{
	struct arena *arena = kernel->lowering->arena;
	const char **names = arena_alloc(arena, (parameters->count + 2) * sizeof *names);
	if (parameters->count)
		memcpy(names, parameters->names, parameters->count * sizeof *names);
	names[parameters->count++] = name;
	parameters->names = names;
	parameters->rows++;
	text_printf(&parameters->list, "%s%s", parameters->list.length ? ", " : "", declaration);
}

/* Types that a kernel's parameters cannot have (OpenCL C 1.2, 6.9): what they have instead; null: the type is good. */
static const char *other_type(const struct ctype *type)
{
	static const struct {
		const char *type, *instead;
	} types[] = {{"size_t", "ulong"}, {"uintptr_t", "ulong"}, {"ptrdiff_t", "long"}, {"intptr_t", "long"}, {"_Bool", "uchar"}, {"bool", "uchar"}};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(type->spelling, types[i].type))
			return types[i].instead;
	return type->class == TYPE_BOOL ? "uchar" : NULL;
}

static bool points_to_pointer(const struct ctype *type, bool by_pointer)
{
	bool pointer = type->class == TYPE_POINTER || (type->class == TYPE_ARRAY && type->element_class == TYPE_POINTER);
	return by_pointer ? pointer : type->class == TYPE_POINTER && type->element_class == TYPE_POINTER;
}

/* Declares a parameter that is not of the variable's type, and the variable from it; false: no need. */
static bool add_converted(struct kernel *kernel, struct parameters *parameters, const struct ctype *type, const char *name, const char *declaration, bool by_pointer)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const char *value = survey_free_name(lowering->survey, arena_printf(arena, "%s_value", name)), *other = other_type(type);
	if (!by_pointer && type->class == TYPE_ARRAY) {
		const char *tag = survey_free_name(lowering->survey, arena_printf(arena, "%s_array", name));
		const char *e = kernel_free_name(lowering->survey, "e", "element"), *flat = type->rank > 1 ? arena_printf(arena, "(%s)", ctype_declare_spelling(arena, type->element, "*")) : "";
		text_printf(&parameters->types, "struct %s {\n\t%s;\n};\n\n", tag, ctype_declare(arena, type, "values"));
		add_parameter(kernel, parameters, arena_printf(arena, "struct %s %s", tag, value), value);
		add_line(&parameters->lines, "%s;\nfor (int %s = 0; %s < %lld; %s++)\n\t(%s%s)[%s] = (%s%s.values)[%s];", ctype_declare(arena, type, name), e, e,
			 type->size / type->element_size, e, flat, name, e, flat, value, e);
	} else if (points_to_pointer(type, by_pointer)) {
		add_parameter(kernel, parameters, arena_printf(arena, "__global void *%s", value), value);
		add_line(&parameters->lines, "%s = %s;", declaration, value);
	} else if (!by_pointer && other) {
		add_parameter(kernel, parameters, arena_printf(arena, "%s %s", other, value), value);
		add_line(&parameters->lines, "%s = %s;", declaration, value);
	} else {
		return false;
	}
	return true;
}

static const struct kernel_reduction *reduction_of(const struct kernel *kernel, const struct variable *variable)
{
	const struct kernel_reduction *r = kernel->reductions;
	while (r && r->variable != variable)
		r = r->next;
	return r;
}

/* The second kernel sees elements, whatever they are parts of. */
static void finish_parameter(const struct kernel *kernel, struct parameters *parameters, const char *type, const char *name)
{
	text_printf(&parameters->finish, "__global %s, ", ctype_declare_spelling(kernel->lowering->arena, type, arena_printf(kernel->lowering->arena, "*%s", name)));
}

static void add_share(struct kernel *kernel, const struct share *share, const char *body, struct parameters *parameters)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *original = kernel_original(kernel, variable), *name = original ? original : share->allocation ? kernel_allocated_value(kernel, share) : variable->name;
	const char *declaration;
	bool value = share->passing == PASS_VALUE;
	bool pointer_to_rows = type->variable && type->class == TYPE_POINTER;
	bool rows = !original && (pointer_to_rows ? value || share->passing == PASS_ELEMENTS : type->variable && share->passing == PASS_ELEMENTS && type->class == TYPE_ARRAY);
	const struct kernel_reduction *reduction = reduction_of(kernel, variable);
	bool elements = reduction && reduction->item.array;
	if (elements && type->class == TYPE_POINTER && share->passing != PASS_VALUE)
		unsupported_at(lowering->source, lower_offset(kernel->target), "the section of '%s', a pointer that is mapped,", variable->name);
	elements |= type->variable && type->class == TYPE_ARRAY && original && share->sharing == SHARING_SHARED;
	if ((type->variable && !rows && !elements) || type->too_variable || (value && type->class == TYPE_ARRAY && original)) {
		unsupported_at(lowering->source, lower_offset(kernel->target), "the array '%s' in this way", variable->name);
		return;
	}
	const char *extents[TYPE_MAX_RANK];
	lower_extents(lowering, variable, extents); /* as in the region's data */
	for (int i = !pointer_to_rows; rows && i < type->rank; i++) {
		if (!extents[i])
			continue;
		add_parameter(kernel, parameters, arena_printf(arena, "ulong %s", extents[i]), extents[i]);
		add_line(&parameters->table, "PPCC_VALUE(%s_data, %s),", kernel->target->function, extents[i]);
	}
	if (reduction)
		finish_parameter(kernel, parameters, reduction->item.type, variable->name);
	if (reduction && !strstr(body, original)) { /* only the second kernel uses it */
		add_line(&parameters->table, "PPCC_RESULT(%s_data, %s, PPCC_USE_FINISH),", kernel->target->function, variable->name);
		parameters->rows++;
		return;
	}
	if (elements)
		declaration = ctype_declare_spelling(arena, type->element, arena_printf(arena, "*%s", name));
	else if (value && !rows)
		declaration = ctype_declare(arena, type, name);
	else if (rows || share->passing == PASS_ELEMENTS)
		declaration = ctype_declare_elements(arena, type, name, extents);
	else
		declaration = ctype_declare_pointer(arena, type, name, NULL);
	bool pointer = !value || type->class == TYPE_POINTER;
	if (elements || !add_converted(kernel, parameters, type, name, declaration, !value))
		add_parameter(kernel, parameters, pointer ? arena_printf(arena, "__global %s", declaration) : declaration, name);
	if (kernel_is_copy(kernel, share) && type->variable) {
		int count = kernel_elements_count(kernel, variable, true);
		add_line(&parameters->table, "PPCC_ARRAY_COPY(%s_data, %s, sizeof(%s), %d),", kernel->target->function, variable->name, type->element, count);
		return;
	}
	const char *row = kernel_is_copy(kernel, share) ? "PPCC_COPY(%s_data, %s)," : pointer ? "PPCC_POINTER(%s_data, %s)," : "PPCC_VALUE(%s_data, %s),";
	if (reduction)
		row = "PPCC_RESULT(%s_data, %s, PPCC_USE_BOTH),";
	add_line(&parameters->table, row, kernel->target->function, variable->name);
}

const char *kernel_memory_row(const struct kernel *kernel, const struct kernel_memory *m)
{
	static const char *const rows[] = {"PPCC_ITEMS(%s),", "PPCC_COPIES(%s),", "PPCC_GROUPS(%s),"};
	static const char *const counted[] = {"", "PPCC_COPIES_TIMES(%s, %d),", "PPCC_GROUPS_TIMES(%s, %d),"};
	if (m->kind == MEMORY_LOCK)
		return arena_printf(kernel->lowering->arena, "PPCC_LOCK(%d),", m->count);
	if (m->kind == MEMORY_ONE)
		return arena_printf(kernel->lowering->arena, "PPCC_ONE_TIMES(%s, %d),", m->size, m->count);
	if (m->kind == MEMORY_ALLOCATOR)
		return arena_printf(kernel->lowering->arena, "PPCC_OWN_ALLOCATOR(%d),", m->count);
	return arena_printf(kernel->lowering->arena, m->count ? counted[m->kind] : rows[m->kind], m->size, m->count);
}

/* Memory and counts, which the runtime finds in the launch. */
static void add_launched(struct kernel *kernel, struct parameters *parameters)
{
	struct arena *arena = kernel->lowering->arena;
	int number = 0;
	for (const struct kernel_memory *m = kernel->memory; m; m = m->next) {
		const char *declaration = ctype_declare_spelling(arena, m->type, arena_printf(arena, "*%s", m->name));
		add_parameter(kernel, parameters, arena_printf(arena, "%s %s", m->kind == MEMORY_PARTS ? "__local" : "__global", declaration), m->name);
		add_line(&parameters->table, "%s", kernel_memory_row(kernel, m));
		if (m->kind == MEMORY_GROUPS)
			finish_parameter(kernel, parameters, m->type, m->name);
	}
	for (const struct kernel_count *c = kernel->counts; c; c = c->next) {
		number++;
		if (c->hidden)
			continue;
		add_parameter(kernel, parameters, arena_printf(arena, "ulong %s", c->name), c->name);
		add_line(&parameters->table, "PPCC_COUNT(%d),", number);
		text_printf(&parameters->finish, "ulong %s, ", c->name);
	}
}

void kernel_parameters(struct kernel *kernel, const char *body, struct parameters *parameters)
{
	for (const struct share *share = kernel->target->shares; share; share = share->next) {
		if (share->passing == PASS_NOT || kernel_is_traits(kernel, share))
			continue;
		if (share->passing == PASS_DECLARE)
			unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "the extern variable '%s'", share->variable->name);
		add_share(kernel, share, body, parameters);
	}
	add_launched(kernel, parameters);
	kernel->has_parameters = true;
}

void kernel_parameters_release(struct parameters *parameters)
{
	text_release(&parameters->list);
	text_release(&parameters->finish);
	text_release(&parameters->table);
	text_release(&parameters->types);
	text_release(&parameters->lines);
}
