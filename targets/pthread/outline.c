/* outline.c - a region becomes a function, its construct a call; parallel and teams (OpenMP 5.2, 10.1 and 10.2). */
#include "pthread_target.h"

#include "scan.h"

#include <string.h>

bool mentions(const char *text, const char *name)
{
	const char *end = text + strlen(text);
	for (struct lexeme word = scan(text, end); word.kind != LEX_END; word = scan(word.start + word.length, end))
		if (word.kind == LEX_WORD && lexeme_is(word, name))
			return true;
	return false;
}

static const char *copyin_lines(struct lowering *lowering, const struct leaf *leaf)
{
	struct text lines = {0};
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_COPYIN)
			continue;
		for (const struct clause_item *item = entry->clause->items; item; item = item->next) {
			if (!item->variable->threadprivate)
				continue;
			const char *name = lower_name(lowering, NULL, item->variable);
			add_line(&lines, "if (&%s != %s->%s)\n\t__builtin_memcpy(&%s, %s->%s, sizeof %s);", name, lowering->data, name, name,
				 lowering->data, name, name);
		}
	}
	if (lines.length > 0)
		add_line(&lines, "ppcc_barrier(%s); /* all have copied before anyone changes it */", lowering->me);
	const char *result = lines_of(lowering, &lines);
	text_release(&lines);
	return result;
}

void outline_name(struct lowering *lowering, struct leaf *leaf)
{
	struct place place = source_place(lowering->source, lower_offset(leaf));
	leaf->function = survey_fresh_name(lowering->survey, arena_printf(lowering->arena, "%s_%s_%u", leaf->site->function->name,
									  directive_rows[leaf->kind].spelling, place.line));
}

/* The comment above a region's function: the directive, where it is, and who runs the function. */
static const char *function_comment(struct lowering *lowering, const struct leaf *leaf)
{
	const char *runs = leaf->kind == D_PARALLEL ? "each thread of the team runs this"
			   : leaf->kind == D_TEAMS  ? "the first thread of each team runs this"
			   : leaf->kind == D_TASK   ? "the task: one thread runs this, at once or later"
			   : leaf->kind == D_TASKLOOP ? "a task of the loop: one thread runs this, for some of the iterations"
			   : leaf->kind == D_TARGET ? "what the host runs for the device, or in its place"
						    : NULL;
	bool first = leaf == &leaf->site->leaves[0];
	return arena_printf(lowering->arena, "%s%s%s", lower_origin(lowering, leaf), !runs ? "" : first ? "\n   " : ": ", runs ? runs : "");
}

void outline_function(struct lowering *lowering, struct leaf *leaf, struct data *data, const struct copies *copies, const char *body)
{
	const char *copyin = copyin_lines(lowering, leaf);
	const char *combine = lines_of(lowering, &copies->combine), *after = lines_of(lowering, &data->after);
	const char *unpack = lines_of(lowering, &data->unpack), *declare = lines_of(lowering, &copies->declare);
	bool uses_me = mentions(body, lowering->me) || mentions(combine, lowering->me) || *copyin || mentions(unpack, lowering->me);
	struct text unused = {0};
	if (!uses_me)
		add_line(&unused, "(void)%s;", lowering->me);
	if (!data->any)
		add_line(&unused, "(void)%s;", lowering->argument);
	const struct hole holes[] = {
		{"struct", data->any ? arena_printf(lowering->arena, "struct %s_data {\n%s\n};\n", leaf->function, data->type.data) : ""},
		{"origin", function_comment(lowering, leaf)},
		{"function", leaf->function},
		{"me", lowering->me},
		{"argument", lowering->argument},
		{"unused", lines_of(lowering, &unused)},
		{"data", data->any ? arena_printf(lowering->arena, "struct %s_data *%s = %s;", leaf->function, lowering->data, lowering->argument) : ""},
		{"unpack", unpack},
		{"private", declare},
		{"copyin", copyin},
		{"body", body},
		{"label", cancel_label(lowering, leaf)},
		{"combine", combine},
		{"after", after},
		{NULL, NULL},
	};
	text_adds(&lowering->prologue, template_fill(lowering->arena, "pthread", "function", lower_offset(leaf), holes));
	text_adds(&lowering->prologue, "\n\n");
	text_release(&unused);
}

void outline_body(struct lowering *lowering, struct leaf *leaf, const struct loop_constant *constants, struct data *data)
{
	struct copies copies;
	copies_make(lowering, leaf, &copies);
	bool keeps = data->after.length > 0;
	if (cancel_leaves(leaf) && (copies.combine.length > 0 || keeps))
		cancel_make_label(lowering, leaf);
	const char *body = leaf->end_label && !keeps ? lower_body(lowering, leaf) : lower_open_body(lowering, leaf);
	if (body)
		pass_constants(lowering, constants, body, data);
	if (body && keeps)
		body = arena_printf(lowering->arena, "if (!ppcc_task_discarded(%s)) {\n\t%s\n}", lowering->me, indent_lines(lowering->arena, body, "\t"));
	outline_function(lowering, leaf, data, &copies, body ? body : ";");
	copies_release(&copies);
}

/* The struct's initialiser; one member a line when it is long. */
static const char *initialiser(struct lowering *lowering, const struct data *data)
{
	enum { LONG = 80 };
	const char *values = lines_of(lowering, &data->values);
	if (data->values.length <= LONG)
		return arena_printf(lowering->arena, "{%s}", *values ? values : "0");
	struct text out = {0};
	for (const char *comma; (comma = strstr(values, ", .")); values = comma + 2)
		text_printf(&out, "%.*s,\n\t", (int)(comma - values), values);
	text_adds(&out, values);
	const char *result = arena_printf(lowering->arena, "{\n\t%s,\n}", out.data);
	text_release(&out);
	return result;
}

const char *data_initialiser(struct lowering *lowering, const struct leaf *leaf, const struct data *data)
{
	return arena_printf(lowering->arena, "struct %s_data %s = %s;", leaf->function, lowering->data, initialiser(lowering, data));
}

const char *emit_call(struct lowering *lowering, struct leaf *leaf, const struct data *data, const struct depends *depends, const char *call)
{
	const char *unused = unused_originals(lowering, leaf), *before = lines_of(lowering, &data->before);
	bool listed = depends && depends->before.data;
	if (!data->any && !*unused && !listed && !*before && !data->first.length)
		return arena_printf(lowering->arena, "%s%s", mark_generated(lowering->arena, lower_offset(leaf)), call);
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"first", lines_of(lowering, &data->first)},
		{"data", data->any ? data_initialiser(lowering, leaf, data) : ""},
		{"before", arena_printf(lowering->arena, "%s%s%s", before, *before && listed ? "\n" : "", listed ? lines_of(lowering, &depends->before) : "")},
		{"call", call},
		{"after", listed ? lines_of(lowering, &depends->after) : ""},
		{"unused", unused},
		{NULL, NULL},
	};
	return template_fill(lowering->arena, "pthread", "call", lower_offset(leaf), holes);
}

const char *outline_piece(struct lowering *lowering, struct leaf *leaf, const struct loop_constant *constants)
{
	struct data data;
	outline_name(lowering, leaf);
	data_make(lowering, leaf, &data);
	outline_body(lowering, leaf, constants, &data);
	const char *call = parallel_call(lowering, leaf, &data);
	const char *result = emit_call(lowering, leaf, &data, NULL, call);
	data_release(&data);
	return result;
}

const char *lower_parallel(struct lowering *lowering, struct leaf *leaf)
{
	return outline_piece(lowering, leaf, NULL);
}

const char *lower_teams(struct lowering *lowering, struct leaf *leaf)
{
	struct data data;
	const struct clause *condition = leaf_if(leaf), *teams = leaf_clause(leaf, C_NUM_TEAMS), *limit = leaf_clause(leaf, C_THREAD_LIMIT);
	outline_name(lowering, leaf);
	data_make(lowering, leaf, &data);
	outline_body(lowering, leaf, NULL, &data);
	const char *number = teams ? lower_clause_expression(lowering, leaf->outer, leaf->site, teams->expression) : "0";
	if (condition)
		number = only_if(lowering, leaf, condition, number);
	const char *call = arena_printf(lowering->arena, "ppcc_teams(%s, %s%s, %s, %s);", leaf->function, data.any ? "&" : "", data.any ? lowering->data : "0",
					number, limit ? lower_clause_expression(lowering, leaf->outer, leaf->site, limit->expression) : "0");
	const char *result = emit_call(lowering, leaf, &data, NULL, call);
	data_release(&data);
	return result;
}
