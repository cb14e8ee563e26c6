/*
 * kernel_copies.c - private copies and partial results of work-items (OpenMP 5.2, 5.4 and 5.5).
 *
 * A copy has the name of its variable; the parameter for the original, where there is one, is NAME_original.  Partial results
 * meet in the local memory of a work-group; those of the groups, in global memory, where a second kernel of one work-item
 * combines them in the order of the groups: the same launch gives the same bits.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "operators.h"

#include <string.h>

const char *kernel_original(const struct kernel *kernel, const struct variable *variable)
{
	for (int i = 1; i < kernel->depth; i++) {
		const struct share *share = leaf_share(kernel->spine[i], variable);
		const struct share *mapped = leaf_share(kernel->target, variable);
		bool first = share && share->sharing == SHARING_FIRSTPRIVATE && !share->last && !(mapped && (mapped->passing == PASS_ADDRESS || mapped->passing == PASS_ELEMENTS));
		if (share && share->sharing != SHARING_SHARED && !first)
			return survey_free_name(kernel->lowering->survey, arena_printf(kernel->lowering->arena, "%s_original", variable->name));
	}
	return NULL;
}

static struct kernel_reduction *find_reduction(const struct kernel *kernel, const struct variable *variable)
{
	for (struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		if (r->variable == variable)
			return r;
	return NULL;
}

/* The first leaf of the spine that reduces a variable declares the partial result; those inside go on with it. */
static void add_reduction(struct kernel *kernel, const struct leaf *leaf, const struct share *share, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	if (find_reduction(kernel, variable))
		return;
	if (!operator_is_predefined(share->clause->keyword) || (share->item && share->item->section) || type->class > TYPE_FLOAT) {
		unsupported_at(lowering->source, lower_offset(leaf), "the reduction of '%s'", variable->name);
		return;
	}
	struct kernel_reduction *reduction = ARENA_NEW(arena, struct kernel_reduction);
	*reduction = (struct kernel_reduction){NULL, variable, share->clause->keyword, kernel_original(kernel, variable),
		survey_free_name(lowering->survey, arena_printf(arena, "%s_parts", variable->name)),
		survey_free_name(lowering->survey, arena_printf(arena, "%s_groups", variable->name)), kernel->serial};
	*kernel->next_reduction = reduction;
	kernel->next_reduction = &reduction->next;
	add_line(out, "%s = %s;", ctype_declare(arena, type, variable->name),
		 operator_identity(arena, reduction->operator, type->class, type->size, type->spelling));
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

void kernel_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const struct variable *variable = share->variable;
		const struct ctype *type = ctype_unqualified(lowering->arena, variable->type);
		if (share->sharing == SHARING_REDUCTION && leaf->kind != D_TARGET) {
			add_reduction(kernel, leaf, share, out);
			continue;
		}
		if (share->sharing == SHARING_LINEAR)
			unsupported_at(lowering->source, lower_offset(leaf), "'linear' of '%s'", variable->name);
		bool unused = share->sharing == SHARING_FIRSTPRIVATE && !share->last && !share->access;
		if (unused || share->sharing == SHARING_SHARED || is_loop_variable(kernel, variable) || (leaf->kind == D_TARGET && share->passing != PASS_NOT))
			continue;
		if (type->variable)
			unsupported_at(lowering->source, lower_offset(leaf), "a copy of the variable length array '%s'", variable->name);
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
		if (share->last && (share->sharing == SHARING_FIRSTPRIVATE || share->conditional))
			unsupported_at(lowering->source, lower_offset(leaf), "lastprivate of '%s' in this way", variable->name);
	}
}

const char *kernel_copy_array(const struct kernel *kernel, const struct variable *variable, const char *to, const char *from)
{
	struct arena *arena = kernel->lowering->arena;
	const struct ctype *type = variable->type;
	const char *e = survey_free_name(kernel->lowering->survey, "e");
	if (type->variable || type->too_variable || type->element_size <= 0) {
		unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "a copy of the variable length array '%s'", variable->name);
		return "";
	}
	const char *flat = type->rank > 1 ? arena_printf(arena, "(%s)", ctype_declare_spelling(arena, type->element, "*")) : "";
	return arena_printf(arena, "for (int %s = 0; %s < %lld; %s++)\n\t(%s%s)[%s] = (%s%s)[%s];", e, e, type->size / type->element_size, e, flat, to, e, flat, from, e);
}

void kernel_combine_parts(struct arena *arena, const struct kernel_reduction *reductions, struct text *out)
{
	unsigned count = 0;
	add_line(out, "for (size_t rest, size = get_local_size(0); size > 1; size = rest) {");
	add_line(out, "\tbarrier(CLK_LOCAL_MEM_FENCE);");
	add_line(out, "\trest = (size + 1) / 2;");
	for (const struct kernel_reduction *r = reductions; r; r = r->next)
		count++;
	add_line(out, "\tif (get_local_id(0) + rest < size)%s", count > 1 ? " {" : "");
	for (const struct kernel_reduction *r = reductions; r; r = r->next) {
		const char *into = arena_printf(arena, "%s[get_local_id(0)]", r->parts), *from = arena_printf(arena, "%s[get_local_id(0) + rest]", r->parts);
		add_line(out, "\t\t%s", indent_lines(arena, operator_combine(arena, r->operator, r->variable->type->class, into, from), "\t\t"));
	}
	add_line(out, count > 1 ? "\t}\n}" : "}");
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

void kernel_combine(struct kernel *kernel, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	const char *group = group_number(kernel);
	if (!kernel->reductions)
		return;
	if (kernel->serial) {
		for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
			add_line(out, "%s[%s] = %s;", r->groups, group, r->variable->name);
		return;
	}
	add_line(out, "\n/* the work-group's partial results */");
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		add_line(out, "%s[get_local_id(0)] = %s;", r->parts, r->variable->name);
	kernel_combine_parts(arena, kernel->reductions, out);
	add_line(out, "if (get_local_id(0) == 0)%s", kernel->reductions->next ? " {" : "");
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		add_line(out, "\t%s[%s] = %s[0];", r->groups, group, r->parts);
	if (kernel->reductions->next)
		add_line(out, "}");
}

const char *kernel_finish(struct kernel *kernel, const char *name)
{
	struct arena *arena = kernel->lowering->arena;
	const struct survey *survey = kernel->lowering->survey;
	const char *group = survey_free_name(survey, "group"), *groups = survey_free_name(survey, "groups");
	bool single = !kernel->reductions->next;
	struct text out = {0};
	text_printf(&out, "/* %s what each work-group has come to */\n__kernel void %s(", single ? "combines with the variable" : "combines with the variables", name);
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next) {
		const struct ctype *type = ctype_unqualified(arena, r->variable->type);
		text_printf(&out, "__global %s, ", ctype_declare_pointer(arena, type, r->variable->name, NULL));
		text_printf(&out, "__global %s, ", ctype_declare_pointer(arena, type, r->groups, NULL));
	}
	text_printf(&out, "int %s)\n{\n\tfor (int %s = 0; %s < %s; %s++)%s\n", groups, group, group, groups, group, single ? "" : " {");
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next) {
		const char *into = arena_printf(arena, "*%s", r->variable->name), *from = arena_printf(arena, "%s[%s]", r->groups, group);
		text_printf(&out, "\t\t%s\n", indent_lines(arena, operator_combine(arena, r->operator, r->variable->type->class, into, from), "\t\t"));
	}
	text_adds(&out, single ? "}\n" : "\t}\n}\n");
	const char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}
