/*
 * kernel_copies.c - private copies of work-items (OpenMP 5.2, 5.4).  A copy has the name of its variable; the parameter for the
 * original, where there is one, is NAME_original.
 */
#include "opencl_target.h"

#include "diagnostic.h"

#include <string.h>

const char *kernel_original(const struct kernel *kernel, const struct variable *variable)
{
	for (int i = 1; i < kernel->depth; i++) {
		const struct share *share = leaf_share(kernel->spine[i], variable);
		const struct share *mapped = leaf_share(kernel->target, variable);
		bool first = share && share->sharing == SHARING_FIRSTPRIVATE && !share->last && !share->allocation && !(mapped && (mapped->passing == PASS_ADDRESS || mapped->passing == PASS_ELEMENTS));
		if (share && share->sharing != SHARING_SHARED && !first)
			return survey_free_name(kernel->lowering->survey, arena_printf(kernel->lowering->arena, "%s_original", variable->name));
	}
	return NULL;
}

static bool is_loop_variable(const struct kernel *kernel, const struct variable *variable)
{
	const struct site *site = kernel->spine[kernel->depth - 1]->site;
	for (int i = 0; i < site->loop_count; i++)
		if (site->loops[i].variable == variable)
			return true;
	return false;
}

/* Whether an outer leaf of the spine has made the work-item's own copy already. */
static bool has_copy(const struct kernel *kernel, const struct leaf *leaf, const struct variable *variable)
{
	for (int i = 0; i < kernel->depth && kernel->spine[i] != leaf; i++) {
		const struct share *share = leaf_share(kernel->spine[i], variable);
		if (share && (share->sharing != SHARING_SHARED || share->passing == PASS_VALUE))
			return i > 0 || share->sharing == SHARING_PRIVATE || share->passing == PASS_VALUE;
	}
	return false;
}

/* An array of variable length, of which the target region's own copy is one for all work-items. */
static void add_variable_array(struct kernel *kernel, const struct leaf *leaf, const struct share *share, struct text *out)
{
	const char *original = kernel_original(kernel, share->variable);
	if (leaf->kind == D_TARGET && original)
		return;
	for (int i = 1; i < kernel->depth && kernel->spine[i] != leaf; i++) {
		const struct share *outer = leaf_share(kernel->spine[i], share->variable);
		if (outer && outer->sharing != SHARING_SHARED)
			return;
	}
	kernel_copy_variable_array(kernel, leaf, share, original, kernel->serial, out);
}

/* A copy in memory that its allocator gives; that of the target region goes without where an inner construct makes others. */
static void add_allocated(struct kernel *kernel, const struct leaf *leaf, const struct share *share, struct text *out)
{
	const struct variable *variable = share->variable;
	const struct share *mapped = leaf_share(kernel->target, variable);
	const char *value = kernel_original(kernel, variable);
	if (leaf->kind == D_TARGET && value)
		return;
	if (leaf->kind == D_TARGET)
		value = kernel_allocated_value(kernel, share);
	else if (value && variable->type->class != TYPE_ARRAY && !(mapped && mapped->passing == PASS_VALUE))
		value = arena_printf(kernel->lowering->arena, "*%s", value);
	if (has_copy(kernel, leaf, variable) || (!value && share->sharing == SHARING_FIRSTPRIVATE))
		unsupported_at(kernel->lowering->source, lower_offset(leaf), "'%s' in 'allocate' inside the target region", variable->name);
	kernel_allocate_copy(kernel, leaf, share, value, out);
}

void kernel_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const struct variable *variable = share->variable;
		const struct ctype *type = ctype_unqualified(lowering->arena, variable->type);
		if (share->sharing == SHARING_REDUCTION && leaf->kind != D_TARGET) {
			kernel_reduce(kernel, leaf, share, out);
			continue;
		}
		if (share->sharing == SHARING_LINEAR)
			unsupported_at(lowering->source, lower_offset(leaf), "'linear' of '%s'", variable->name);
		if (leaf->kind == D_TARGET && kernel_is_allocator(share)) {
			kernel_declare_allocator(kernel, share, out);
			continue;
		}
		if (share->allocation && share->sharing != SHARING_SHARED) {
			add_allocated(kernel, leaf, share, out);
			continue;
		}
		bool unused = share->sharing == SHARING_FIRSTPRIVATE && !share->last && !share->access;
		if (unused || share->sharing == SHARING_SHARED || is_loop_variable(kernel, variable) || (leaf->kind == D_TARGET && share->passing != PASS_NOT))
			continue;
		if (type->variable) {
			add_variable_array(kernel, leaf, share, out);
			continue;
		}
		if (share->sharing == SHARING_PRIVATE || share->last) {
			if (!has_copy(kernel, leaf, variable))
				add_line(out, "%s;", ctype_declare(lowering->arena, type, variable->name));
		} else if (!has_copy(kernel, leaf, variable) && kernel_original(kernel, variable) && type->class == TYPE_ARRAY) {
			add_line(out, "%s;\n%s", ctype_declare(lowering->arena, type, variable->name),
				 kernel_copy_array(kernel, variable, variable->name, kernel_original(kernel, variable)));
		} else if (!has_copy(kernel, leaf, variable) && kernel_original(kernel, variable)) {
			add_line(out, "%s = *%s;", ctype_declare(lowering->arena, type, variable->name), kernel_original(kernel, variable));
		} else if (!has_copy(kernel, leaf, variable)) {
			unsupported_at(lowering->source, lower_offset(leaf), "'%s' firstprivate inside the target region", variable->name);
		}
		if (share->last && share->sharing == SHARING_FIRSTPRIVATE)
			unsupported_at(lowering->source, lower_offset(leaf), "lastprivate of '%s' in this way", variable->name);
	}
}

const char *kernel_copy_array(const struct kernel *kernel, const struct variable *variable, const char *to, const char *from)
{
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = variable->type;
	const char *e = kernel_free_name(kernel->lowering->survey, "e", "element");
	if (type->variable || type->too_variable || type->element_size <= 0) {
		unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "a copy of the variable length array '%s'", variable->name);
		return "";
	}
	const char *flat = type->rank > 1 ? arena_printf(arena, "(%s)", ctype_declare_spelling(arena, type->element, "*")) : "";
	return arena_printf(arena, "for (int %s = 0; %s < %lld; %s++)\n\t(%s%s)[%s] = (%s%s)[%s];", e, e, type->size / type->element_size, e, flat, to, e, flat, from, e);
}
