/* kernel.c - a target region as an OpenCL kernel: which constructs spread its work, what it gets, its text. */
#include "opencl_target.h"

#include "diagnostic.h"
#include "kernel_code.h"
#include "kernel_complex.h"
#include "kernel_expand.h"
#include "kernel_flat.h"
#include "kernel_globals.h"
#include "kernel_serial.h"
#include "kernel_tune.h"
#include "kernel_unit.h"
#include "offload.h"
#include "scan.h"

#include <string.h>

bool opencl_make_kernel(struct lowering *lowering, struct leaf *leaf, struct device_code *code);

/* Whether the host knows the value of an expression of a clause, because it knows all variables in it. */
bool kernel_known_expression(const struct kernel *kernel, const char *expression)
{
	const char *end = expression + strlen(expression);
	for (struct lexeme word = scan(expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		const struct variable *variable = word.kind == LEX_WORD ? survey_lookup(kernel->lowering->survey, word.start, word.length, lower_offset(kernel->target)) : NULL;
		const struct share *share = variable ? leaf_share(kernel->target, variable) : NULL;
		if (variable && (!share || share->sharing != SHARING_FIRSTPRIVATE || share->passing != PASS_VALUE))
			return false;
	}
	return true;
}

void kernel_use_functions(struct kernel *kernel, const char *functions)
{
	const char *before = kernel->functions ? kernel->functions : "";
	if (!strstr(before, functions))
		kernel->functions = arena_printf(kernel->lowering->arena, "%s%s\n", before, functions);
}

/* Conditions that the host cannot evaluate when it launches the kernel. */
static void check_conditions(struct kernel *kernel)
{
	for (int i = 1; i < kernel->depth; i++) {
		const struct leaf *leaf = kernel->spine[i];
		const struct clause *condition = leaf->kind != D_SIMD ? kernel_condition(kernel, leaf) : NULL;
		if (condition && !kernel_known_expression(kernel, condition->expression))
			unsupported_at(kernel->lowering->source, lower_offset(leaf), "'if' on '%s'", directive_rows[leaf->kind].spelling);
	}
}

/* What a kernel sees otherwise than the host's functions: nothing in it is a function of its own, so names mean what they mean in
   the target region, and private copies are the work-item's own variables unless an allocate clause asks for more than memory
   (OpenMP 5.2, 6.6). */
struct outside {
	struct arena *arena;
	struct leaf_state {
		bool outlined;
		enum sharing sharing;
		enum passing passing;
		const struct clause *allocation;
		bool conditional;
	} *states;
	unsigned count, capacity;
};

static struct leaf_state *next_state(struct outside *outside, bool restore)
{
	if (!restore && outside->count == outside->capacity) {
		struct leaf_state *grown = arena_alloc(outside->arena, (2 * outside->capacity + 64) * sizeof *grown);
		if (outside->count)
			memcpy(grown, outside->states, outside->count * sizeof *grown);
		outside->states = grown;
		outside->capacity = 2 * outside->capacity + 64;
	}
	return &outside->states[outside->count++];
}

/* Goes into the kernel, or out of it again (restore). */
static void enter_leaf(struct leaf *leaf, struct outside *outside, bool restore)
{
	struct leaf_state *state = next_state(outside, restore);
	if (!restore)
		state->outlined = leaf->outlined;
	leaf->outlined = restore ? state->outlined : leaf->kind == D_TARGET && leaf->outlined;
	for (struct share *share = leaf->shares; share; share = share->next) {
		state = next_state(outside, restore);
		if (!restore) {
			*state = (struct leaf_state){.sharing = share->sharing, .passing = share->passing, .allocation = share->allocation, .conditional = share->conditional};
			share->passing = leaf->kind != D_TARGET && share->sharing == SHARING_SHARED ? PASS_NOT : share->passing;
			share->allocation = kernel_allocation(share);
			share->conditional = false; /* assignments need no notes (kernel_loops.c) */
		} else {
			share->sharing = state->sharing;
			share->passing = state->passing;
			share->allocation = state->allocation;
			share->conditional = state->conditional;
		}
	}
}

static void enter_site(struct site *site, struct outside *outside, bool restore)
{
	for (int i = 0; i < site->leaf_count; i++)
		enter_leaf(&site->leaves[i], outside, restore);
	for (struct site *child = site->children; child; child = child->next)
		enter_site(child, outside, restore);
}

/* ---------------------------------------------------------------------------------------------- text */

const char *kernel_finish_name(const struct kernel *kernel)
{
	return arena_printf(kernel->lowering->arena, "%s_finish", kernel->name);
}

/* Whether an empty statement that is the line can go: a whole one ends before it. */
static bool is_needless(const char *line, size_t length, const struct text *before)
{
	size_t at = before->length;
	int open = 0;
	line += strspn(line, " \t");
	while (at > 0 && strchr(" \t\n", before->data[at - 1]))
		at--;
	for (size_t i = 0; i < at; i++)
		open += (before->data[i] == '(') - (before->data[i] == ')');
	return length > 0 && *line == ';' && line[1] == '\n' && at > 0 && open == 0 && strchr(";{}", before->data[at - 1]);
}

/* Without #line directives, runs of empty lines and needless statements. */
static const char *without_lines(struct arena *arena, const char *text)
{
	struct text out = {0};
	bool empty = true;
	while (*text) {
		size_t length = strcspn(text, "\n");
		bool line = !strncmp(text + strspn(text, " \t"), "#line ", 6), blank = strspn(text, " \t") >= length;
		if (!line && !(blank && empty) && !is_needless(text, length, &out)) {
			text_add(&out, text, length);
			text_adds(&out, "\n");
			empty = blank;
		}
		text += length + (text[length] == '\n');
	}
	while (out.length > 1 && out.data[out.length - 1] == '\n' && out.data[out.length - 2] == '\n')
		out.data[--out.length] = '\0';
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

const char *kernel_finished_text(const struct lowering *lowering, const char *code, bool as_host)
{
	struct arena *arena = lowering->arena;
	if (strstr(code, "atom_"))
		code = arena_printf(arena, "#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable\n\n%s", code);
	return kernel_tidy(arena, without_lines(arena, arena_printf(arena, "%s%s", kernel_flags(arena, lowering->source->options->cpp, as_host), code)));
}

const char *kernel_literals(struct arena *arena, const char *text)
{
	struct text out = {0};
	while (*text) {
		size_t length = strcspn(text, "\n");
		add_line(&out, "\t\"");
		for (size_t i = 0; i < length; i++) {
			if (text[i] == '"' || text[i] == '\\')
				text_printf(&out, "\\%c", text[i]);
			else
				text_add(&out, &text[i], 1);
		}
		text_adds(&out, "\\n\"");
		text += length + (text[length] == '\n');
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "\t\"\"", out.length ? out.length : 3);
	text_release(&out);
	return result;
}

/* Whether a text has one of the names that another declares. */
static bool uses_name_of(const struct local_type *type, const char *text)
{
	const char *end = type->text + strlen(type->text), *text_end = text + strlen(text);
	for (struct lexeme word = scan(type->text, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool name = word.kind == LEX_WORD && (type->is_enum || (type->new_name && lexeme_is(word, type->new_name)) || (type->name && lexeme_is(word, type->name)));
		for (struct lexeme other = scan(text, text_end); name && other.kind != LEX_END; other = scan(other.start + other.length, text_end))
			if (other.kind == LEX_WORD && other.length == word.length && !memcmp(other.start, word.start, word.length) && !lexeme_is(other, "enum"))
				return true;
	}
	return false;
}

/* Types of the function around that the text, or one of them, uses: they stand at file scope (edits.c). */
static const char *moved_types(const struct kernel *kernel, const char *text)
{
	const struct lowering *lowering = kernel->lowering;
	enum { MOST = 64 };
	const struct local_type *moved[MOST];
	int count = 0;
	for (const struct local_type *t = lowering->survey->local_types; t; t = t->next)
		if (t->function == kernel->target->site->function && t->removed && count < MOST)
			moved[count++] = t;
	const char *result = "";
	for (int i = count - 1; i >= 0; i--) /* a type is used after it is declared */
		if (uses_name_of(moved[i], arena_printf(lowering->arena, "%s%s", result, text)))
			result = arena_printf(lowering->arena, "%s%s\n\n%s", moved[i]->text, moved[i]->is_typedef ? "" : ";", result);
	return result;
}

/* What a work-item does, for the comment above the kernel. */
static const char *work_of(const struct kernel *kernel)
{
	bool one = kernel->shape == KERNEL_RANGE || kernel->shape == KERNEL_LEAGUE;
	if (kernel->serial && kernel->shape == KERNEL_TEAM)
		return "one work-group is the team; its first work-item does alone what one thread does";
	if (kernel->serial && kernel->shape != KERNEL_GROUPS && kernel->shape != KERNEL_SERIAL)
		return "each work-group is a team; its first work-item does alone what one thread does";
	if (one && kernel->depth > 0 && kernel->spine[kernel->depth - 1]->site->loop_count == 0)
		return "each work-item is a thread";
	switch (kernel->shape) {
	case KERNEL_RANGE: return "each work-item runs one iteration";
	case KERNEL_LEAGUE: return kernel->dimensions > 1 ? "the work-items take turns at the iterations" : "each work-group has a share of the iterations, and its work-items take turns";
	case KERNEL_TEAM: return "one work-group is the team; each of its work-items is a thread";
	case KERNEL_GROUPS: return "each work-group is a team of one work-item";
	default: return "one work-item runs this";
	}
}

/* The kernel in C, macros and all. */
static const char *kernel_text(struct kernel *kernel, struct parameters *parameters)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	struct text out = {0}, body = {0}, whole = {0};
	const char *lowered = lower_leaf_checked(lowering, kernel->target);
	if (!lowered || lowering->source->trial->text)
		return NULL;
	if (kernel->serial && !strstr(lowered, KERNEL_TEAM_MARK)) /* nothing is left for other threads */
		kernel->shape = kernel_in_spine(kernel, D_TEAMS) ? KERNEL_GROUPS : KERNEL_SERIAL;
	if (kernel->declared.length)
		add_line(&body, "%s", kernel->declared.data);
	add_line(&body, "%s", lowered);
	kernel_combine(kernel, &body);
	kernel_parameters(kernel, body.data, parameters);
	if (parameters->lines.length) {
		add_line(&parameters->lines, "%s", body.data);
		text_release(&body);
		body = parameters->lines;
		parameters->lines = (struct text){0};
	}
	text_printf(&out, "%s/* %s\n   %s */\n__kernel void %s(%s)\n{\n\t%s\n}\n", kernel->functions ? kernel->functions : "", lower_origin(lowering, kernel->target), work_of(kernel), kernel->name,
		    parameters->list.data ? parameters->list.data : "void", indent_lines(arena, body.data, "\t"));
	if (kernel->reductions)
		text_printf(&out, "\n%s", kernel_finish(kernel, kernel_finish_name(kernel), parameters->finish.data));
	text_printf(&whole, "%s%s%s", moved_types(kernel, out.data), parameters->types.data ? parameters->types.data : "", out.data);
	kernel->marked = arena_strndup(arena, whole.data, whole.length);
	const char *result = kernel_without_marks(lowering, whole.data);
	text_release(&whole);
	text_release(&out);
	text_release(&body);
	return result;
}

/* Whether the program has variables of the kernel's teams: then it shows which work-items are one. */
static bool shows_teams(const struct kernel_global *globals)
{
	for (; globals; globals = globals->next)
		if (globals->used && globals->of_group && globals->extern_text)
			return true;
	return false;
}

static void add_globals(struct parameters *parameters, const struct kernel_global *globals)
{
	for (; globals; globals = globals->next) {
		if (!globals->used || globals->of_group || globals->of_kernel)
			continue;
		if (globals->qualifier)
			add_line(&parameters->table, "%s", globals->row);
		else if (globals->is_table)
			add_line(&parameters->table, "PPCC_TABLE,");
		else if (globals->is_heap)
			add_line(&parameters->table, "PPCC_HEAP,");
		else
			add_line(&parameters->table, "%s(%s),", strcmp(globals->size, "0") ? "PPCC_DECLARED" : "PPCC_DECLARED_ELSEWHERE", globals->name);
		parameters->rows++;
	}
}

const char *kernel_lower_function(void *context, unsigned start, unsigned end)
{
	struct kernel *kernel = context;
	struct lowering *lowering = kernel->lowering;
	const struct target *target = lowering->target;
	struct outside outside = {.arena = lowering->arena};
	struct kernel_storage storage;
	struct text out = {0};
	const struct function *function = NULL;
	for (struct site *site = lowering->tree->roots; site; site = site->next)
		if (site->pragma->start >= start && site->pragma->start < end)
			function = site->function;
	if (!function)
		return NULL;
	for (struct site *site = lowering->tree->roots; site; site = site->next)
		if (site->pragma->start >= start && site->pragma->start < end)
			enter_site(site, &outside, false);
	lowering->target = &opencl_kernel_rows;
	lowering->state = kernel;
	kernel->in_function = true;
	kernel->callers = kernel_callers(kernel, function->name);
	kernel->context = kernel->callers & CALLED_BY_TEAM ? CONTEXT_TEAM : CONTEXT_ITEM;
	kernel_enter_storage(lowering, start, end, &storage);
	lower_text(lowering, NULL, start, end, &out);
	kernel_leave_storage(lowering, &storage);
	lowering->target = target;
	lowering->state = NULL;
	outside.count = 0;
	for (struct site *site = lowering->tree->roots; site; site = site->next)
		if (site->pragma->start >= start && site->pragma->start < end)
			enter_site(site, &outside, true);
	const char *result = arena_printf(lowering->arena, "%s%s", kernel_function_needs(kernel), kernel_without_marks(lowering, out.data ? out.data : ""));
	text_release(&out);
	return result;
}

/* Names that mean something of the kernel's own: parameters, copies, and what the region declares. */
static const char **own_names(const struct kernel *kernel, const struct parameters *parameters)
{
	const struct statement *statement = kernel->target->site->statement;
	unsigned count = parameters->count;
	for (const struct variable *v = kernel->lowering->survey->variables; v; v = v->next)
		count++;
	const char **names = arena_alloc(kernel->lowering->arena, (count + 1) * sizeof *names);
	count = 0;
	for (const char **name = parameters->names; name && *name; name++)
		names[count++] = *name;
	for (const struct variable *v = kernel->lowering->survey->variables; v; v = v->next)
		if (leaf_share(kernel->target, v) ? v->function != NULL : v->function && v->scope_start >= statement->start && v->scope_end <= statement->end)
			names[count++] = v->name;
	names[count] = NULL;
	return names;
}

/* Work-items of a group run in any order between barriers: none may wait for another's flag (6.0, 11.2.8). */
static void check_safesync(const struct kernel *kernel)
{
	const struct region_tree *tree = kernel->lowering->tree;
	for (unsigned i = 0; i < tree->site_count && (kernel->serial || kernel_in_spine(kernel, D_PARALLEL)); i++)
		if (tree->sites[i]->leaves[0].kind == D_REQUIRES && leaf_clause(&tree->sites[i]->leaves[0], C_DEVICE_SAFESYNC))
			unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "'device_safesync'");
}

struct expansions *kernel_macros(struct lowering *lowering)
{
	if (!lowering->expansions)
		lowering->expansions = kernel_expansions(lowering->source, lowering->survey);
	return lowering->expansions;
}

static bool has_real_numbers(const char *code)
{
	return strstr(code, "double") || strstr(code, "float");
}

/* Lowers the region as a kernel's text; null: it cannot be one, and the trial or *problem says why; or it can, when it is known that
   functions ask for their thread or team (*again). */
static const char *make_text(struct kernel *kernel, struct parameters *parameters, const char **problem, bool *again)
{
	struct lowering *lowering = kernel->lowering;
	const struct target *target = lowering->target;
	struct outside outside = {.arena = lowering->arena};
	lowering->target = &opencl_kernel_rows;
	lowering->state = kernel;
	enter_site(kernel->target->site, &outside, false);
	check_conditions(kernel);
	check_safesync(kernel);
	kernel_share_copies(kernel);
	struct kernel_storage storage;
	kernel_enter_storage(lowering, kernel->target->site->statement->start, kernel->target->site->statement->end, &storage);
	kernel_edit_arrays(kernel);
	const char *text = kernel_text(kernel, parameters);
	kernel_leave_storage(lowering, &storage);
	outside.count = 0;
	enter_site(kernel->target->site, &outside, true);
	lowering->target = target;
	lowering->state = NULL;
	if (!text)
		return NULL;
	struct kernel_unit unit = {.source = lowering->source, .expansions = kernel_macros(lowering), .place = kernel->target->site->function->start, .code = text, .own = own_names(kernel, parameters),
		.globals = kernel_globals_find(lowering, kernel->target->site->function->start), .lower = kernel_lower_function, .context = kernel};
	struct kernel_code code = {.text = NULL};
	kernel_find_callees(kernel);
	kernel_unit_make(&unit);
	kernel_add_function_needs(kernel, &unit.globals);
	bool asks = unit.text && kernel_asks(unit.text, strlen(unit.text));
	for (struct kernel_global *global = unit.globals; global && unit.calls_others; global = global->next)
		global->used |= global->is_table;
	if (unit.text)
		unit.text = kernel_with_heap(lowering, kernel_with_routines(lowering->arena, unit.text, kernel->serial || kernel_in_spine(kernel, D_PARALLEL)), unit.globals);
	if (unit.text)
		kernel_globals_make(lowering->arena, unit.text, unit.globals, kernel->reductions ? kernel_finish_name(kernel) : NULL, NULL, &code);
	if (code.text)
		kernel_flat_make(lowering->arena, code.text, &code);
	if (code.text)
		kernel_serial_make(lowering->arena, code.text, &code);
	if (code.text)
		kernel_tune_make(lowering->arena, code.text, &code);
	const char *complex = code.text ? kernel_complex_functions(lowering->arena, code.text) : "";
	if (code.text)
		kernel_code_make(lowering->arena, code.text, NULL, &code);
	kernel->needs = code.needs;
	if (code.text && *complex)
		code.text = arena_printf(lowering->arena, "%s%s", complex, code.text);
	add_globals(parameters, unit.globals);
	asks |= shows_teams(unit.globals);
	if (asks && !kernel_asks_anywhere(kernel)) { /* it was not known when the shape was chosen */
		*again = kernel->asked = true;
		return NULL;
	}
	if (kernel->team_dimensions > 1 && code.text && !kernel_team_is_grid(code.text)) {
		*again = kernel->linear = true;
		return NULL;
	}
	*problem = unit.text ? code.problem : unit.problem;
	if (code.text && lowering->source->trial->text)
		code.text = NULL;
	const char *late = code.text ? kernel_need_too_late(lowering, code.needs, unit.place) : NULL;
	if (late) {
		*problem = arena_printf(lowering->arena, "'%s', which is in another file, is declared behind the function", late);
		return NULL;
	}
	return code.text ? kernel_finished_text(lowering, code.text, kernel->target->site->pragma->moved && has_real_numbers(code.text)) : NULL;
}

/* ---------------------------------------------------------------------------------------------- the kernel */

/* The name of the region's function, unless it begins so that drivers (PoCL) take it for one of OpenCL's own. */
static const char *name_for(const struct lowering *lowering, const struct leaf *leaf)
{
	static const char *const built_in[] = {"as_", "atom_", "atomic_", "convert", "get_", "half_", "native_", "read_image", "vload", "vstore", "write_image"};
	for (size_t i = 0; i < sizeof built_in / sizeof built_in[0]; i++)
		if (!strncmp(leaf->function, built_in[i], strlen(built_in[i])))
			return survey_free_name(lowering->survey, arena_printf(lowering->arena, "region_%s", leaf->function));
	return leaf->function;
}

/* kernel: what the trial before has found out. */
static const char *try_kernel(struct lowering *lowering, struct leaf *leaf, struct kernel *kernel, struct parameters *parameters, const char **problem, bool *again)
{
	*kernel = (struct kernel){.lowering = lowering, .target = leaf, .name = name_for(lowering, leaf), .asked = kernel->asked, .linear = kernel->linear};
	*parameters = (struct parameters){.count = 0};
	kernel->next_reduction = &kernel->reductions;
	kernel_find_spine(kernel);
	kernel_find_dealt(kernel);
	kernel_choose_shape(kernel);
	return make_text(kernel, parameters, problem, again);
}

bool opencl_make_kernel(struct lowering *lowering, struct leaf *leaf, struct device_code *code)
{
	struct trial trial = {NULL, 0}, *before = lowering->source->trial;
	struct kernel kernel = {.asked = false};
	struct parameters parameters;
	const char *problem = NULL, *text = NULL;
	const struct clause *device = leaf_clause(leaf, C_DEVICE);
	if (device && device->modifiers && !strcmp(device->modifiers, "ancestor"))
		return false; /* it is the host's */
	lowering->source->trial = &trial;
	for (bool again = true; again;) {
		again = false;
		text = try_kernel(lowering, leaf, &kernel, &parameters, &problem, &again);
		if (again) {
			text_release(&kernel.declared);
			kernel_parameters_release(&parameters);
		}
	}
	lowering->source->trial = before;
	if (text && !trial.text) {
		kernel_put_tables(&kernel, &parameters, text);
		kernel_make_launch(&kernel, code);
	} else {
		const char *why = trial.text ? trial.text : problem ? problem : "ppcc does not know why";
		unsigned offset = trial.text ? trial.offset : lower_offset(leaf);
		if (leaf->site->pragma->moved)
			offload_refuse(lowering, leaf->site->pragma, why);
		else if (lowering->source->options->no_fallback)
			error_at(lowering->source, offset, "this target region cannot be a kernel: %s", why);
		else
			remark_at(lowering->source, offset, "the host runs this target region, which cannot be a kernel: %s", why);
		text = NULL;
	}
	text_release(&kernel.declared);
	kernel_parameters_release(&parameters);
	return text != NULL;
}
