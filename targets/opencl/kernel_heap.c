/* kernel_heap.c - memory that kernels allocate: omp_alloc and its kin (OpenMP 5.2, 18.13), and the allocators that a region has for
   itself (5.2, 6.8). */
#include "opencl_target.h"

#include "allocate.h"
#include "diagnostic.h"
#include "kernel_unit.h"
#include "scan.h"

#include <string.h>

/* The routines that the templates have; heap has what the others call. */
static const struct routine {
	const char *name, *in;
} routines[] = {
	{"omp_aligned_alloc", "heap"}, {"omp_free", "heap"}, {"omp_alloc", "heap_alloc"}, {"omp_calloc", "heap_calloc"}, {"omp_aligned_calloc", "heap_calloc"},
	{"omp_realloc", "heap_realloc"},
};

static bool has_word(const char *text, const char *name)
{
	const char *end = text + strlen(text);
	for (const char *at = text; (at = strstr(at, name)); at++)
		if (lexeme_is(scan(at, end), name) && (at == text || !strchr("abcdefghijklmnopqrstuvwxyz_0123456789", at[-1])))
			return true;
	return false;
}

static void add_template(struct lowering *lowering, const char *name, struct text *out)
{
	const struct hole none[] = {{NULL, NULL}};
	text_printf(out, "%s\n\n", kernel_without_marks(lowering, template_fill(lowering->arena, "opencl", name, 0, none)));
}

const char *kernel_with_heap(struct lowering *lowering, const char *code, struct kernel_global *globals)
{
	struct text out = {0};
	const char *last = "heap";
	for (size_t i = 0; i < sizeof routines / sizeof *routines; i++) {
		if (!has_word(code, routines[i].name))
			continue;
		if (!out.length)
			add_template(lowering, "heap", &out);
		if (strcmp(routines[i].in, last))
			add_template(lowering, last = routines[i].in, &out);
	}
	for (struct kernel_global *global = globals; global; global = global->next)
		global->used |= global->is_heap && out.length > 0;
	text_adds(&out, code);
	code = arena_strndup(lowering->arena, out.data, out.length);
	text_release(&out);
	return code;
}

/* ---------------------------------------------------------------------------------------------- private copies */

const struct clause *kernel_allocation(const struct share *share)
{
	const struct clause *clause = share->allocation;
	return clause && (clause->alignment || (clause->expression && !allocate_predefined(clause->expression))) ? clause : NULL;
}

const char *kernel_allocated_value(const struct kernel *kernel, const struct share *share)
{
	return survey_free_name(kernel->lowering->survey, arena_printf(kernel->lowering->arena, "%s_value", share->variable->name));
}

static const char *allocator_of(struct kernel *kernel, const struct leaf *leaf, const struct share *share)
{
	const char *allocator = share->allocation->expression;
	return allocator ? lower_clause_expression(kernel->lowering, leaf->outer, leaf->site, allocator) : "0";
}

void kernel_allocate_copy(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *value, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *name = variable->name, *alignment = share->allocation->alignment;
	if (share->sharing == SHARING_REDUCTION || share->last || type->variable || kernel_is_copy(kernel, share)) {
		unsupported_at(lowering->source, share->allocation->offset, "'%s' in 'allocate' with traits or an alignment", name);
		return;
	}
	alignment = alignment ? lower_clause_expression(lowering, leaf->outer, leaf->site, alignment) : arena_printf(arena, "__alignof__(%s)", type->class == TYPE_ARRAY ? type->element : type->spelling);
	add_line(out, "%s = omp_aligned_alloc(%s, sizeof *%s, %s);", ctype_declare_pointer(arena, type, name, NULL), alignment, name, allocator_of(kernel, leaf, share));
	if (share->sharing != SHARING_FIRSTPRIVATE)
		return;
	if (type->class == TYPE_ARRAY)
		add_line(out, "%s", kernel_copy_array(kernel, variable, arena_printf(arena, "(*%s)", name), value));
	else
		add_line(out, "*%s = %s;", name, value);
}

void kernel_free_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->allocation && share->sharing != SHARING_SHARED && !(leaf->kind == D_TARGET && kernel_original(kernel, share->variable)))
			add_line(out, "omp_free(%s, %s);", share->variable->name, allocator_of(kernel, leaf, share));
}

/* ---------------------------------------------------------------------------------------------- allocators of a region */

enum { MOST_ALLOCATORS = 4 }; /* PPCC_ALLOCATORS in ppcc/opencl.h */

bool kernel_is_allocator(const struct share *share)
{
	return share->clause && share->clause->kind == C_USES_ALLOCATORS && share->item;
}

bool kernel_is_traits(const struct kernel *kernel, const struct share *share)
{
	const struct survey *survey = kernel->lowering->survey;
	const struct statement *statement = kernel->target->site->statement;
	if (!share->clause || share->clause->kind != C_USES_ALLOCATORS || share->item)
		return false;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count && survey->references[i].offset < statement->end; i++)
		if (survey->references[i].variable == share->variable)
			return false;
	return true;
}

void kernel_declare_allocator(struct kernel *kernel, const struct share *share, struct text *out)
{
	struct arena *arena = kernel->lowering->arena;
	const char *name = share->variable->name;
	int number = 0;
	for (const struct share *before = kernel->target->shares; before != share; before = before->next)
		number += kernel_is_allocator(before);
	if (number >= MOST_ALLOCATORS)
		unsupported_at(kernel->lowering->source, share->item->offset, "more than %d allocators with traits", MOST_ALLOCATORS);
	const char *traits = kernel_memory(kernel, MEMORY_ALLOCATOR, arena_printf(arena, "%s_traits", name), "void", "", number);
	add_line(out, "%s = (omp_allocator_handle_t)%s;", ctype_declare(arena, share->variable->type, name), traits);
}

const char *kernel_allocator_values(const struct kernel *kernel)
{
	struct arena *arena = kernel->lowering->arena;
	const char *values = NULL;
	for (const struct share *share = kernel->target->shares; share; share = share->next) {
		if (!kernel_is_allocator(share))
			continue;
		const char *traits = share->item->traits, *space = share->item->memspace ? share->item->memspace : "omp_default_mem_space";
		const char *value = traits ? arena_printf(arena, "ppcc_kernel_allocator(%s, sizeof %s / sizeof %s[0], %s)", space, traits, traits, traits)
					   : arena_printf(arena, "ppcc_kernel_allocator(%s, 0, 0)", space);
		values = values ? arena_printf(arena, "%s, %s", values, value) : value;
	}
	return values;
}
