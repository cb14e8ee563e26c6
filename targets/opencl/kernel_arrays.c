/*
 * kernel_arrays.c - arrays of variable length in a kernel: private copies, and those that the region declares.
 *
 * OpenCL C has no such arrays: each becomes a pointer of its name into memory that the runtime makes for the launch, with a piece for
 * each work-item.  So the host must know their sizes.
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "edits.h"
#include "scan.h"

#include <string.h>

/* "_2" for the second variable of its name that is an array of variable length, and so on. */
static const char *suffix_of(const struct kernel *kernel, const struct variable *variable)
{
	int number = 1;
	for (const struct variable *v = kernel->lowering->survey->variables; v; v = v->next)
		number += v != variable && v->order < variable->order && v->function == variable->function && v->type->variable && !strcmp(v->name, variable->name);
	return number > 1 ? arena_printf(kernel->lowering->arena, "_%d", number) : "";
}

const char *kernel_count_name(const struct kernel *kernel, const struct variable *variable)
{
	return survey_free_name(kernel->lowering->survey, arena_printf(kernel->lowering->arena, "%s_count%s", variable->name, suffix_of(kernel, variable)));
}

/* The host's number of elements of an array that it has. */
static const char *elements_on_host(const struct kernel *kernel, const struct variable *variable)
{
	return arena_printf(kernel->lowering->arena, "sizeof %s / sizeof(%s)", lower_name(kernel->lowering, kernel->target->outer, variable), variable->type->element);
}

int kernel_elements_count(struct kernel *kernel, const struct variable *variable, bool hidden)
{
	return kernel_count(kernel, kernel_count_name(kernel, variable), elements_on_host(kernel, variable), hidden);
}

bool kernel_uses_whole(const struct kernel *kernel, const struct variable *variable, const struct statement *statement)
{
	const struct survey *survey = kernel->lowering->survey;
	for (unsigned i = survey_reference_at(survey, statement->start); i < survey->reference_count && survey->references[i].offset < statement->end; i++)
		if (survey->references[i].variable == variable && (survey->references[i].access & (ACCESS_WHOLE | ACCESS_UNEVALUATED)))
			return true;
	return false;
}

/* ---------------------------------------------------------------------------------------------- pieces of memory */

/* Which piece of the memory is whose; null: there is one. */
enum owner { OWNER_ITEM, OWNER_GROUP, OWNER_ALL };

/* An expression for where the piece begins; count: the parameter that says how many elements it has. */
static const char *piece_of(const char *memory, enum owner owner, const char *count, struct arena *arena)
{
	static const char *const numbers[] = {"get_global_id(0)", "get_group_id(0) * get_local_size(0)"};
	return owner == OWNER_ALL ? memory : arena_printf(arena, "%s + %s * %s", memory, numbers[owner], count);
}

static const char *memory_for(struct kernel *kernel, const struct variable *variable, const char *what, enum owner owner, int number)
{
	struct arena *arena = kernel->lowering->arena;
	const char *element = ctype_unqualified(arena, variable->type)->element, *name = arena_printf(arena, "%s_%s%s", variable->name, what, suffix_of(kernel, variable));
	return kernel_memory(kernel, owner == OWNER_ALL ? MEMORY_ONE : MEMORY_COPIES, name, element, arena_printf(arena, "sizeof(%s)", element), number);
}

/* The host's text for extent k of an array that it has. */
static const char *extent_on_host(const struct kernel *kernel, const struct variable *variable, int k)
{
	const char *row = lower_name(kernel->lowering, kernel->target->outer, variable);
	for (int i = 0; i < k; i++)
		row = arena_printf(kernel->lowering->arena, "%s[0]", row);
	return arena_printf(kernel->lowering->arena, "sizeof %s / sizeof %s[0]", row, row);
}

/* ---------------------------------------------------------------------------------------------- copies */

/* How many constructs around the leaf, inside the target region, have a copy of the variable too. */
static int copies_around(const struct kernel *kernel, const struct leaf *leaf, const struct variable *variable)
{
	int count = 0;
	for (leaf = leaf->outer; leaf && leaf != kernel->target; leaf = leaf->outer) {
		const struct share *share = leaf_share(leaf, variable);
		count += share && share->sharing != SHARING_SHARED;
	}
	return count;
}

void kernel_copy_variable_array(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *first, bool of_group, struct text *out)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *name = variable->name, *count = kernel_count_name(kernel, variable), *extents[TYPE_MAX_RANK];
	enum owner owner = leaf->kind == D_TARGET ? OWNER_ALL : of_group ? OWNER_GROUP : OWNER_ITEM;
	int around = copies_around(kernel, leaf, variable);
	bool inside = variable->function == kernel->target->site->function && variable->scope_start >= kernel->target->site->statement->start &&
		      variable->scope_end <= kernel->target->site->statement->end;
	if (type->class != TYPE_ARRAY || share->last || kernel_uses_whole(kernel, variable, leaf->site->statement) || inside || kernel->in_function || (share->sharing == SHARING_FIRSTPRIVATE && !first)) {
		unsupported_at(lowering->source, lower_offset(leaf), "a copy of the variable length array '%s'", name);
		return;
	}
	int number = kernel_elements_count(kernel, variable, owner == OWNER_ALL);
	const char *memory = memory_for(kernel, variable, around ? arena_printf(arena, "copies_%d", around + 1) : owner == OWNER_ALL ? "copy" : "copies", owner, number);
	const char *piece = piece_of(memory, owner, count, arena), *flat = type->rank > 1 ? arena_printf(arena, "(%s)", ctype_declare_spelling(arena, type->element, "*")) : "";
	lower_extents(lowering, variable, extents);
	for (int k = 1; k < type->rank; k++)
		if (extents[k])
			kernel_count(kernel, extents[k], extent_on_host(kernel, variable, k), false);
	add_line(out, type->rank > 1 ? "%s = (void *)%s;" : "%s = %s;", ctype_declare_elements(arena, type, name, extents), type->rank > 1 ? parenthesised(arena, piece) : piece);
	if (share->sharing == SHARING_FIRSTPRIVATE) {
		const char *e = kernel_free_name(lowering->survey, "e", "element");
		const char *form = type->rank > 1 ? "for (size_t %s = 0; %s < %s; %s++)\n\t(%s%s)[%s] = (%s%s)[%s];" : "for (size_t %s = 0; %s < %s; %s++)\n\t%s%s[%s] = %s%s[%s];";
		add_line(out, form, e, e, count, e, flat, name, e, flat, first, e);
	}
}

/* ---------------------------------------------------------------------------------------------- arrays of the region's own */

static bool is_of_region(const struct kernel *kernel, const struct variable *variable)
{
	const struct site *site = kernel->target->site;
	return variable->type->variable && variable->type->class == TYPE_ARRAY && variable->storage == STORAGE_AUTO && variable->function == site->function &&
	       variable->declared >= site->statement->start && variable->declared < site->statement->end;
}

bool kernel_declares_arrays(const struct kernel *kernel)
{
	for (const struct variable *v = kernel->lowering->survey->variables; v; v = v->next)
		if (is_of_region(kernel, v))
			return true;
	return false;
}

/* Whether all that the bounds are made of is what the host has: values that the region does not change, and no calls. */
static bool host_has(const struct kernel *kernel, struct span bounds)
{
	const struct survey *survey = kernel->lowering->survey;
	const char *text = kernel->lowering->source->text, *end = text + bounds.end;
	for (unsigned i = survey_reference_at(survey, bounds.start); i < survey->reference_count && survey->references[i].offset < bounds.end; i++) {
		const struct share *share = leaf_share(kernel->target, survey->references[i].variable);
		if (!share || (share->access & (ACCESS_WRITE | ACCESS_ADDRESS)))
			return false;
	}
	struct lexeme last = {LEX_END, text, 0};
	for (struct lexeme word = scan(text + bounds.start, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if ((lexeme_is(word, "(") && last.kind == LEX_WORD && !lexeme_is(last, "sizeof")) || lexeme_is(word, "++") || lexeme_is(word, "--"))
			return false;
		last = word;
	}
	return kernel_known_on_host(kernel, bounds);
}

/* Whether the array is declared in serial code, which a team's first thread runs: it has one for all. */
static bool is_of_group(const struct kernel *kernel, const struct variable *variable)
{
	if (!kernel->serial)
		return false;
	for (const struct leaf *leaf = region_leaf_at(kernel->lowering->tree, variable->declared); leaf && leaf != kernel->target; leaf = leaf->outer)
		if (leaf->kind != D_TEAMS && !(leaf->kind == D_DISTRIBUTE && !leaf->inner && !kernel_is_loop(leaf)))
			return false;
	return true;
}

static void edit_array(struct kernel *kernel, const struct variable *variable)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct source *source = lowering->source;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const struct declaration *d = variable->declarations;
	const char *extents[TYPE_MAX_RANK] = {NULL}, *count = kernel_count_name(kernel, variable), *value = NULL, *text = source->text;
	unsigned at = d->name_offset + (unsigned)strlen(variable->name);
	int rank = 0;
	bool good = !survey_invocation(lowering->survey, d->name_offset) && !kernel_uses_whole(kernel, variable, kernel->target->site->statement) && !kernel->in_function;
	for (struct lexeme open = scan(text + at, text + d->end); good && rank < TYPE_MAX_RANK && lexeme_is(open, "["); open = scan(text + at, text + d->end)) {
		const char *close = scan_closing(open.start, text + d->end);
		struct span span = {(unsigned)(open.start - text) + 1, close ? (unsigned)(close - text) : 0};
		good = close && host_has(kernel, span);
		if (!good)
			break;
		extents[rank] = lower_expression(lowering, kernel->target->outer, span);
		value = rank == 0 ? parenthesised(arena, extents[0]) : arena_printf(arena, "%s * %s", value, parenthesised(arena, extents[rank]));
		at = span.end + 1;
		rank++;
	}
	if (!good || rank == 0 || rank != type->rank) {
		unsupported_at(lowering->source, d->name_offset, "'%s', an array whose length only the device knows, or which is used as a whole", variable->name);
		return;
	}
	enum owner owner = is_of_group(kernel, variable) ? OWNER_GROUP : OWNER_ITEM;
	int number = kernel_count(kernel, count, value, false);
	const char *piece = piece_of(memory_for(kernel, variable, "arrays", owner, number), owner, count, arena), *star = arena_printf(arena, rank > 1 ? "(*%s)" : "*%s", variable->name);
	for (int k = 1; k < rank; k++)
		star = arena_printf(arena, "%s[%s]", star, extents[k]);
	edits_add(lowering, d->name_offset, at, arena_printf(arena, rank > 1 ? "%s = (void *)(%s)" : "%s = %s", star, piece));
}

void kernel_edit_arrays(struct kernel *kernel)
{
	struct lowering *lowering = kernel->lowering;
	if (!kernel_declares_arrays(kernel))
		return;
	kernel_copy_edits(lowering, 0, 0);
	for (const struct variable *v = lowering->survey->variables; v; v = v->next)
		if (is_of_region(kernel, v))
			edit_array(kernel, v);
}
