/*
 * kernel.c - a target region as an OpenCL kernel: which constructs spread its work, what it gets, its text, and the
 * tables with which the runtime launches it (ppcc/opencl.h).
 */
#include "opencl_target.h"

#include "diagnostic.h"
#include "kernel_code.h"
#include "kernel_unit.h"

#include <string.h>

bool opencl_make_kernel(struct lowering *lowering, struct leaf *leaf, struct device_code *code);

/* ---------------------------------------------------------------------------------------------- the spine */

static bool spreads(const struct leaf *leaf)
{
	switch (leaf->kind) {
	case D_TEAMS: case D_PARALLEL: case D_DISTRIBUTE: case D_FOR: case D_LOOP: return true;
	default: return false;
	}
}

/* The construct that is all that the statement of a site holds; null: there is more, or none. */
static struct site *only_child(const struct lowering *lowering, const struct site *site)
{
	const struct site *child = site->children;
	const struct source *source = lowering->source;
	if (!child || child->next || !child->statement->found)
		return NULL;
	for (unsigned i = source_token_at(source, site->statement->start); i < source->token_count && source->tokens[i].start < site->statement->end; i++) {
		const struct token *token = &source->tokens[i];
		bool inside = token->start >= child->pragma->start && token->start < child->statement->end;
		if (inside || token->kind == CXToken_Comment || token->directive || source_token_is(source, i, "{") || source_token_is(source, i, "}"))
			continue;
		return NULL;
	}
	return (struct site *)child;
}

static void find_spine(struct kernel *kernel)
{
	for (struct leaf *leaf = kernel->target; leaf && kernel->depth < MAX_SPINE;) {
		kernel->spine[kernel->depth++] = leaf;
		struct leaf *next = leaf->inner;
		if (!next && leaf->site->loop_count == 0) {
			struct site *child = only_child(kernel->lowering, leaf->site);
			next = child && spreads(&child->leaves[0]) ? &child->leaves[0] : NULL;
		}
		leaf = next;
	}
}

static bool in_spine(const struct kernel *kernel, enum directive kind)
{
	for (int i = 0; i < kernel->depth; i++)
		if (kernel->spine[i]->kind == kind)
			return true;
	return false;
}

static const struct clause *spine_clause(const struct kernel *kernel, enum clause_kind kind)
{
	const struct clause *found = NULL;
	for (int i = 0; i < kernel->depth && !found; i++)
		found = leaf_clause(kernel->spine[i], kind);
	return found;
}

static void choose_shape(struct kernel *kernel)
{
	const char *words = kernel->spine[kernel->depth - 1]->site->pragma->directive.spelling;
	bool teams = in_spine(kernel, D_TEAMS), parallel = in_spine(kernel, D_PARALLEL);
	bool loop = in_spine(kernel, D_LOOP) || strstr(words, " loop") || !strcmp(words, "loop"); /* whatever it binds to */
	bool spread = in_spine(kernel, D_DISTRIBUTE) || in_spine(kernel, D_FOR) || loop;
	bool sized = spine_clause(kernel, C_NUM_TEAMS) || spine_clause(kernel, C_NUM_THREADS);
	if (teams && (parallel || loop))
		kernel->shape = KERNEL_LEAGUE;
	else if (teams)
		kernel->shape = KERNEL_GROUPS;
	else if (parallel)
		kernel->shape = KERNEL_TEAM;
	else
		kernel->shape = loop ? KERNEL_LEAGUE : KERNEL_SERIAL;
	if (kernel->shape == KERNEL_LEAGUE && spread && kernel->iterations && !sized && !kernel->reductions && !in_spine(kernel, D_FOR) == !in_spine(kernel, D_DISTRIBUTE)) {
		kernel->shape = KERNEL_RANGE;
		kernel->simple = true;
	}
}

/* parallel with if(false) and simd of one lane mean what the serial code does; a condition on parallel is not known here. */
static void check_conditions(struct kernel *kernel)
{
	for (int i = 1; i < kernel->depth; i++) {
		const struct leaf *leaf = kernel->spine[i];
		if (leaf->kind != D_SIMD && leaf_if(leaf))
			unsupported_at(kernel->lowering->source, lower_offset(leaf), "'if' on '%s'", directive_rows[leaf->kind].spelling);
	}
}

/* Inside a kernel nothing is a function of its own: names mean what they mean in the target region. */
static void set_outlined(struct site *site, bool *saved, unsigned *count, bool restore)
{
	for (int i = 0; i < site->leaf_count; i++) {
		struct leaf *leaf = &site->leaves[i];
		if (leaf->kind == D_TARGET)
			continue;
		if (restore)
			leaf->outlined = saved[*count];
		else
			saved[*count] = leaf->outlined, leaf->outlined = false;
		++*count;
	}
	for (struct site *child = site->children; child; child = child->next)
		set_outlined(child, saved, count, restore);
}

/* ---------------------------------------------------------------------------------------------- parameters */

/* The kernel's parameters, their names, and the table that says where the runtime finds their values. */
struct parameters {
	struct text list, table;
	const char **names; /* ends with null */
	unsigned count;
};

static void add_parameter(struct kernel *kernel, struct parameters *parameters, const char *declaration, const char *name)
{
	struct arena *arena = kernel->lowering->arena;
	const char **names = arena_alloc(arena, (parameters->count + 2) * sizeof *names);
	if (parameters->count)
		memcpy(names, parameters->names, parameters->count * sizeof *names);
	names[parameters->count++] = name;
	parameters->names = names;
	text_printf(&parameters->list, "%s%s", parameters->list.length ? ", " : "", declaration);
}

static void add_share(struct kernel *kernel, const struct share *share, struct parameters *parameters)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	const struct variable *variable = share->variable;
	const struct ctype *type = ctype_unqualified(arena, variable->type);
	const char *original = kernel_original(kernel, variable), *name = original ? original : variable->name, *declaration;
	bool value = share->passing == PASS_VALUE;
	if (type->variable || type->too_variable || (value && type->class == TYPE_ARRAY)) {
		unsupported_at(lowering->source, lower_offset(kernel->target), "the array '%s' in this way", variable->name);
		return;
	}
	if (value)
		declaration = ctype_declare(arena, type, name);
	else if (share->passing == PASS_ELEMENTS)
		declaration = ctype_declare_elements(arena, type, name, NULL);
	else
		declaration = ctype_declare_pointer(arena, type, name, NULL);
	bool pointer = !value || type->class == TYPE_POINTER;
	add_parameter(kernel, parameters, pointer ? arena_printf(arena, "__global %s", declaration) : declaration, name);
	const char *reduces = "0";
	for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
		if (r->variable == variable)
			reduces = "1";
	add_line(&parameters->table, "{%s, __builtin_offsetof(struct %s_data, %s), sizeof(((struct %s_data *)0)->%s), %s},", pointer ? "PPCC_ARGUMENT_POINTER" : "PPCC_ARGUMENT_VALUE",
		 kernel->target->function, variable->name, kernel->target->function, variable->name, reduces);
}

static void make_parameters(struct kernel *kernel, struct parameters *parameters)
{
	struct arena *arena = kernel->lowering->arena;
	for (const struct share *share = kernel->target->shares; share; share = share->next) {
		bool reduced = false;
		if (share->passing == PASS_NOT)
			continue;
		if (share->passing == PASS_DECLARE)
			unsupported_at(kernel->lowering->source, lower_offset(kernel->target), "the extern variable '%s'", share->variable->name);
		add_share(kernel, share, parameters);
		for (const struct kernel_reduction *r = kernel->reductions; r; r = r->next)
			if (r->variable == share->variable) {
				const struct ctype *type = ctype_unqualified(arena, r->variable->type);
				reduced = true;
				add_parameter(kernel, parameters, arena_printf(arena, "__global %s", ctype_declare_pointer(arena, type, r->groups, NULL)), r->groups);
				add_line(&parameters->table, "{PPCC_ARGUMENT_GROUPS, 0, %lld, 1},", type->size);
				add_parameter(kernel, parameters, arena_printf(arena, "__local %s", ctype_declare_pointer(arena, type, r->parts, NULL)), r->parts);
				add_line(&parameters->table, "{PPCC_ARGUMENT_ITEMS, 0, %lld, 0},", type->size);
			}
		(void)reduced;
	}
}

/* ---------------------------------------------------------------------------------------------- text */

/* OpenMP routines that a kernel answers itself (OpenMP 5.2, 18). */
static void add_routines(const char *body, struct text *out)
{
	static const struct {
		const char *name, *value;
	} routines[] = {
		{"omp_get_thread_num", "get_local_id(0)"}, {"omp_get_num_threads", "get_local_size(0)"}, {"omp_get_team_num", "get_group_id(0)"},
		{"omp_get_num_teams", "get_num_groups(0)"}, {"omp_is_initial_device", "0"},
	};
	for (size_t i = 0; i < sizeof routines / sizeof *routines; i++)
		if (strstr(body, routines[i].name))
			text_printf(out, "int %s(void)\n{\n\treturn %s;\n}\n\n", routines[i].name, routines[i].value);
}

/* Marks and what they say of lines go. */
static const char *without_marks(struct arena *arena, const char *text)
{
	struct text out = {0};
	while (*text) {
		size_t length = strcspn(text, (char[]){MARK, '\0'});
		text_add(&out, text, length);
		text += length;
		if (*text == MARK)
			text += strcspn(text, ";") + 1;
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

/* Without #line directives, and without runs of empty lines. */
static const char *without_lines(struct arena *arena, const char *text)
{
	struct text out = {0};
	bool empty = true;
	while (*text) {
		size_t length = strcspn(text, "\n");
		bool line = !strncmp(text, "#line ", 6), blank = strspn(text, " \t") >= length;
		if (!line && !(blank && empty)) {
			text_add(&out, text, length);
			text_adds(&out, "\n");
			empty = blank;
		}
		text += length + (text[length] == '\n');
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

/* The text as string literals, one a line. */
static const char *as_literals(struct arena *arena, const char *text)
{
	struct text out = {0};
	while (*text) {
		size_t length = strcspn(text, "\n");
		add_line(&out, "\t\"");
		for (size_t i = 0; i < length; i++) {
			if (text[i] == '\t')
				text_adds(&out, "\\t");
			else if (text[i] == '"' || text[i] == '\\')
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

/* The kernel in C, macros and all. */
static const char *kernel_text(struct kernel *kernel, struct parameters *parameters)
{
	struct lowering *lowering = kernel->lowering;
	struct arena *arena = lowering->arena;
	struct text out = {0}, body = {0};
	const char *lowered = lower_leaf_checked(lowering, kernel->target);
	if (!lowered || lowering->source->trial->text)
		return NULL;
	add_line(&body, "%s", lowered);
	kernel_combine(kernel, &body);
	make_parameters(kernel, parameters);
	add_routines(body.data, &out);
	text_printf(&out, "/* %s */\n__kernel void %s(%s)\n{\n\t%s\n}\n", lower_origin(lowering, kernel->target), kernel->target->function,
		    parameters->list.data ? parameters->list.data : "void", indent_lines(arena, body.data, "\t"));
	if (kernel->reductions)
		text_printf(&out, "\n%s", kernel_finish(kernel, arena_printf(arena, "%s_finish", kernel->target->function)));
	const char *result = without_marks(arena, out.data);
	text_release(&out);
	text_release(&body);
	return result;
}

/* Lowers the region as a kernel's text; null: it cannot be one, and the trial or *problem says why. */
static const char *make_text(struct kernel *kernel, struct parameters *parameters, const char **problem)
{
	struct lowering *lowering = kernel->lowering;
	const struct target *target = lowering->target;
	bool saved[256];
	unsigned count = 0;
	lowering->target = &opencl_kernel_rows;
	lowering->state = kernel;
	set_outlined(kernel->target->site, saved, &count, false);
	check_conditions(kernel);
	const char *text = kernel_text(kernel, parameters);
	count = 0;
	set_outlined(kernel->target->site, saved, &count, true);
	lowering->target = target;
	lowering->state = NULL;
	if (!text)
		return NULL;
	struct kernel_unit unit = {.source = lowering->source, .place = kernel->target->site->function->start, .code = text, .own = parameters->names};
	struct kernel_code code = {NULL, NULL, 0};
	kernel_unit_make(&unit);
	if (unit.text)
		kernel_code_make(lowering->arena, unit.text, &code);
	*problem = unit.text ? code.problem : unit.problem;
	return code.text ? without_lines(lowering->arena, code.text) : NULL;
}

/* ---------------------------------------------------------------------------------------------- launching */

static const char *clause_value(struct kernel *kernel, enum clause_kind kind)
{
	const struct clause *clause = spine_clause(kernel, kind);
	return clause ? lower_clause_expression(kernel->lowering, kernel->target->outer, kernel->target->site, clause->expression) : NULL;
}

static void put_tables(struct kernel *kernel, const struct parameters *parameters, const char *text)
{
	static const char *const shapes[] = {"PPCC_SERIAL", "PPCC_TEAM", "PPCC_GROUPS", "PPCC_LEAGUE", "PPCC_RANGE"};
	struct lowering *lowering = kernel->lowering;
	const char *name = kernel->target->function;
	const struct hole holes[] = {
		{"name", name},
		{"origin", lower_origin(lowering, kernel->target)},
		{"source", as_literals(lowering->arena, text)},
		{"arguments", parameters->table.data ? arena_strdup(lowering->arena, parameters->table.data) : "{PPCC_ARGUMENT_NONE, 0, 0, 0},"},
		{"count", arena_printf(lowering->arena, "%u", parameters->count)},
		{"finish", kernel->reductions ? arena_printf(lowering->arena, "\"%s_finish\"", name) : "0"},
		{"shape", shapes[kernel->shape]},
		{NULL, NULL},
	};
	text_adds(&lowering->prologue, template_fill(lowering->arena, "opencl", "kernel", lower_offset(kernel->target), holes));
	text_adds(&lowering->prologue, "\n\n");
}

static void make_launch(struct kernel *kernel, struct device_code *code)
{
	struct lowering *lowering = kernel->lowering;
	struct text lines = {0};
	const char *name = survey_free_name(lowering->survey, "launch");
	const char *teams = clause_value(kernel, C_NUM_TEAMS), *limit = clause_value(kernel, C_THREAD_LIMIT), *threads = clause_value(kernel, C_NUM_THREADS);
	if (kernel->host.length)
		add_line(&lines, "%s", kernel->host.data);
	add_line(&lines, "const struct ppcc_launch %s = {&%s_kernel, %s, %s, %s, %s};", name, kernel->target->function,
		 kernel->iterations ? kernel->iterations : "0", teams ? teams : "0", limit ? limit : "0", threads ? threads : "0");
	code->lines = arena_strndup(lowering->arena, lines.data, lines.length);
	code->argument = arena_printf(lowering->arena, "&%s", name);
	text_release(&lines);
}

bool opencl_make_kernel(struct lowering *lowering, struct leaf *leaf, struct device_code *code)
{
	struct trial trial = {NULL, 0}, *before = lowering->source->trial;
	struct kernel kernel = {.lowering = lowering, .target = leaf};
	struct parameters parameters = {0};
	const char *problem = NULL;
	kernel.next_reduction = &kernel.reductions;
	lowering->source->trial = &trial;
	find_spine(&kernel);
	kernel_iterations(&kernel);
	choose_shape(&kernel);
	const char *text = make_text(&kernel, &parameters, &problem);
	lowering->source->trial = before;
	if (text && !trial.text) {
		put_tables(&kernel, &parameters, text);
		make_launch(&kernel, code);
	} else {
		remark_at(lowering->source, trial.text ? trial.offset : lower_offset(leaf), "the host runs this target region, which cannot be a kernel: %s",
			  trial.text ? trial.text : problem ? problem : "ppcc does not know why");
		text = NULL;
	}
	text_release(&kernel.host);
	text_release(&parameters.list);
	text_release(&parameters.table);
	return text != NULL;
}
