/*
 * device.c - target, target data and the directives that stand alone with them (OpenMP 5.2, 13): what the program maps becomes
 * a table (device_maps.c), a target region a function whose data holds addresses that the runtime replaces by the device's.
 */
#include "pthread_target.h"

#include "diagnostic.h"
#include "maps.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- clauses */

static const char *expression_of(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause)
{
	return lower_clause_expression(lowering, leaf->outer, leaf->site, clause->expression);
}

static const char *device_number(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *device = leaf_clause(leaf, C_DEVICE), *condition = leaf_if(leaf);
	bool moved = leaf->site->pragma->moved;
	const char *number = moved ? "PPCC_DEVICE_LOOPS" : device ? expression_of(lowering, leaf, device) : "PPCC_DEVICE_DEFAULT";
	if (device && device->modifiers && !strcmp(device->modifiers, "ancestor"))
		number = "PPCC_DEVICE_HOST"; /* the initial device is everybody's parent */
	else if (device && device->modifiers && strcmp(device->modifiers, "device_num"))
		unsupported_at(lowering->source, device->offset, "'%s' in 'device' on target pthread", device->modifiers);
	if (!condition)
		return number;
	return arena_printf(lowering->arena, "%s ? %s : %s", parenthesised(lowering->arena, expression_of(lowering, leaf, condition)),
			    parenthesised(lowering->arena, number), moved ? "PPCC_DEVICE_THREADS" : "PPCC_DEVICE_HOST");
}

static const char *both_lines(struct lowering *lowering, const char *first, const char *second)
{
	return arena_printf(lowering->arena, "%s%s%s", first, *first && *second ? "\n" : "", second);
}

/* What the construct says besides, as a variable; the argument is "0" when that is nothing. */
struct options {
	struct depends depends;
	const char *lines, *argument;
};

static void options_make(struct lowering *lowering, const struct leaf *leaf, const struct device_code *code, struct options *options)
{
	const struct clause *limit = leaf->kind == D_TARGET ? leaf_clause(leaf, C_THREAD_LIMIT) : NULL;
	struct text members = {0};
	*options = (struct options){.lines = "", .argument = "0"};
	depends_make(lowering, leaf, &options->depends);
	if (options->depends.list)
		text_printf(&members, ".depends = %s, .depend_count = %s", options->depends.list, options->depends.count);
	if (leaf_clause(leaf, C_NOWAIT))
		text_printf(&members, "%s.nowait = %s", members.length ? ", " : "", nowait_expression(lowering, leaf));
	if (limit)
		text_printf(&members, "%s.thread_limit = %s", members.length ? ", " : "", expression_of(lowering, leaf, limit));
	if (code)
		text_printf(&members, "%s.launch = %s", members.length ? ", " : "", code->argument);
	if (members.length) {
		const char *name = survey_free_name(lowering->survey, "options"), *before = lines_of(lowering, &options->depends.before);
		if (code)
			before = both_lines(lowering, before, code->lines);
		options->lines = arena_printf(lowering->arena, "%s%sconst struct ppcc_device_options %s = {%s};", before, *before ? "\n" : "", name, members.data);
		options->argument = arena_printf(lowering->arena, "&%s", name);
	}
	text_release(&members);
}

/* The block that stands in place of a construct that is one call. */
static const char *one_call(struct lowering *lowering, const struct leaf *leaf, const char *data, const struct device_maps *maps, struct options *options,
			    const char *call)
{
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"data", data},
		{"maps", maps->lines},
		{"options", options->lines},
		{"call", call},
		{"after", both_lines(lowering, maps->after, lines_of(lowering, &options->depends.after))},
		{"unused", unused_originals(lowering, leaf)},
		{NULL, NULL},
	};
	const char *result = template_fill(lowering->arena, "pthread", "device", lower_offset(leaf), holes);
	depends_release(&options->depends);
	return result;
}

/* ---------------------------------------------------------------------------------------------- target */

const char *lower_target(struct lowering *lowering, struct leaf *leaf)
{
	struct data data;
	struct device_maps maps;
	struct options options;
	struct device_code code;
	outline_name(lowering, leaf);
	data_make(lowering, leaf, &data);
	outline_body(lowering, leaf, NULL, &data);
	device_maps_make(lowering, leaf, &maps);
	bool made = lowering->target->make_device_code && lowering->target->make_device_code(lowering, leaf, &code);
	options_make(lowering, leaf, made ? &code : NULL, &options);
	const char *before = lines_of(lowering, &data.before);
	const char *members = data.any ? both_lines(lowering, data_initialiser(lowering, leaf, &data), before) : "";
	const char *argument = data.any ? arena_printf(lowering->arena, "&%s, sizeof %s", lowering->data, lowering->data) : "0, 0";
	const char *call = arena_printf(lowering->arena, "ppcc_target(%s, %s, %s, %s, %s, %s);", leaf->function, argument, maps.table, maps.count,
					device_number(lowering, leaf), options.argument);
	const char *result = one_call(lowering, leaf, members, &maps, &options, call);
	data_release(&data);
	return result;
}

/* ---------------------------------------------------------------------------------------------- alone */

static const char *alone(struct lowering *lowering, struct leaf *leaf, const char *function)
{
	struct device_maps maps;
	struct options options;
	device_maps_make(lowering, leaf, &maps);
	options_make(lowering, leaf, NULL, &options);
	const char *call = arena_printf(lowering->arena, "%s(%s, %s, %s, %s);", function, maps.table, maps.count, device_number(lowering, leaf), options.argument);
	return one_call(lowering, leaf, "", &maps, &options, call);
}

const char *lower_target_enter_data(struct lowering *lowering, struct leaf *leaf)
{
	return alone(lowering, leaf, "ppcc_target_enter_data");
}

const char *lower_target_exit_data(struct lowering *lowering, struct leaf *leaf)
{
	return alone(lowering, leaf, "ppcc_target_exit_data");
}

const char *lower_target_update(struct lowering *lowering, struct leaf *leaf)
{
	return alone(lowering, leaf, "ppcc_target_update");
}

/* ---------------------------------------------------------------------------------------------- target data */

/* use_device_ptr: the copies of the pointers get the device's addresses.  use_device_addr: the names lead to the device. */
static const char *device_addresses(struct lowering *lowering, struct leaf *leaf, const char *device, struct copies *copies)
{
	struct text lines = {0};
	struct arena *arena = lowering->arena;
	for (const struct share *share = leaf->shares; share; share = share->next) {
		const struct variable *variable = share->variable;
		const char *name = variable->name, *extents[TYPE_MAX_RANK];
		if (!share->clause || !share->access)
			continue;
		if (share->clause->kind == C_USE_DEVICE_PTR)
			add_line(&lines, "%s = ppcc_device_address(%s, %s);", name, name, device);
		if (share->clause->kind != C_USE_DEVICE_ADDR || share->passing == PASS_NOT)
			continue;
		declare_origin(lowering, leaf, share, copies);
		lower_extents(lowering, variable, extents);
		const char *declaration = share->passing == PASS_ELEMENTS ? ctype_declare_elements(arena, variable->type, name, extents)
									  : ctype_declare_pointer(arena, variable->type, name, extents);
		add_line(&lines, "%s = ppcc_device_address(%s, %s);", declaration, copy_origin(lowering, leaf, share), device);
	}
	const char *result = lines_of(lowering, &lines);
	text_release(&lines);
	return result;
}

/* Whether constructs in the region may still run when its end is reached. */
static bool leaves_work(const struct site *site)
{
	for (const struct site *inner = site->children; inner; inner = inner->next)
		if (leaves_work(inner) || (maps_is_device_leaf(&inner->leaves[0]) && leaf_clause(&inner->leaves[0], C_NOWAIT)))
			return true;
	return false;
}

/* target data is a taskgroup, unless nogroup says otherwise, that waits for what it depends on (6.0, 15.7): that is done where the
   construct stands, which nowait allows. */
static void group_of(struct lowering *lowering, const struct leaf *leaf, const char **before, const char **after)
{
	struct arena *arena = lowering->arena;
	struct depends depends;
	*before = *after = "";
	depends_make(lowering, leaf, &depends);
	if (depends.list) {
		const char *lines = lines_of(lowering, &depends.before);
		const char *call = arena_printf(arena, "ppcc_taskwait_depend(%s, %s, %s, 0);", me_expression(lowering, leaf), depends.list, depends.count);
		*before = both_lines(lowering, both_lines(lowering, lines, call), lines_of(lowering, &depends.after));
	}
	depends_release(&depends);
	if (leaf_clause(leaf, C_NOGROUP) || !leaves_work(leaf->site))
		return;
	const char *group = survey_free_name(lowering->survey, "group"), *me = me_expression(lowering, leaf);
	*before = both_lines(lowering, *before, arena_printf(arena, "struct ppcc_taskgroup %s;\nppcc_taskgroup_begin(%s, &%s);", group, me, group));
	*after = arena_printf(arena, "ppcc_taskgroup_end(%s, &%s);\n", me, group);
}

const char *lower_target_data(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	struct device_maps maps;
	const char *device = survey_free_name(lowering->survey, "device"), *mapped = survey_free_name(lowering->survey, "mapped");
	copies_make(lowering, leaf, &copies);
	device_maps_make(lowering, leaf, &maps);
	const char *addresses = device_addresses(lowering, leaf, device, &copies);
	const char *number = device_number(lowering, leaf), *names = both_lines(lowering, lines_of(lowering, &copies.declare), addresses);
	const char *block = *names ? lower_open_body(lowering, leaf) : lower_body(lowering, leaf);
	if (*names) /* in a block of their own: the names mean the originals again when the maps end */
		block = arena_printf(lowering->arena, "{\n\t%s\n\t%s\n}", indent_lines(lowering->arena, names, "\t"), indent_lines(lowering->arena, block, "\t"));
	const char *before, *after;
	group_of(lowering, leaf, &before, &after);
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"device", *addresses ? arena_printf(lowering->arena, "const int %s = %s;", device, number) : ""},
		{"maps", maps.lines},
		{"begin", both_lines(lowering, before,
				     arena_printf(lowering->arena, "struct ppcc_map_list *%s = ppcc_target_data_begin(%s, %s, %s);", mapped, maps.table,
						  maps.count, *addresses ? device : number))},
		{"unused", unused_originals(lowering, leaf)},
		{"origins", lines_of(lowering, &copies.origins)},
		{"block", block},
		{"end", arena_printf(lowering->arena, "%sppcc_target_data_end(%s);", after, mapped)},
		{"after", maps.after},
		{NULL, NULL},
	};
	const char *result = template_fill(lowering->arena, "pthread", "target_data", lower_offset(leaf), holes);
	copies_release(&copies);
	return result;
}
