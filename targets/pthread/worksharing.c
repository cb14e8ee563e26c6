/* worksharing.c - for, sections, single and masked: blocks in place in which the threads of a team share work. */
#include "pthread_target.h"

#include "diagnostic.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- the block */

/* The barrier at the end; with nowait(expression) only where that is false. */
static const char *end_barrier(struct lowering *lowering, const struct leaf *leaf)
{
	const char *barrier = barrier_statement(lowering, leaf, ""), *nowait = nowait_expression(lowering, leaf);
	if (!leaf_clause(leaf, C_NOWAIT))
		return barrier;
	return arena_printf(lowering->arena, "if (!%s) {\n\t%s\n}", parenthesised(lowering->arena, nowait),
			    indent_lines(lowering->arena, barrier, "\t"));
}

static const char *fill_block(struct lowering *lowering, struct leaf *leaf, struct copies *copies, const char *bounds, const char *run,
			      const char *end, bool barrier)
{
	const char *combine = lines_of(lowering, &copies->combine);
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"me", declare_me(lowering, leaf)},
		{"unused", unused_originals(lowering, leaf)},
		{"origins", lines_of(lowering, &copies->origins)},
		{"bounds", bounds},
		{"private", lines_of(lowering, &copies->declare)},
		{"copied", copies->needs_barrier ? barrier_statement(lowering, leaf, " /* all have their first values */") : ""},
		{"run", run},
		{"label", cancel_label(lowering, leaf)},
		{"end", end},
		{"combine", combine},
		{"barrier", barrier ? end_barrier(lowering, leaf) : ""},
		{NULL, NULL},
	};
	return template_fill(lowering->arena, "pthread", "block", lower_offset(leaf), holes);
}

static bool waits(const struct leaf *leaf)
{
	const struct clause *nowait = leaf_clause(leaf, C_NOWAIT);
	return (!nowait || nowait->expression) && !ends_parallel(leaf);
}

const char *lower_for(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	struct loop_code code;
	copies_make(lowering, leaf, &copies);
	conditional_make(lowering, leaf, &copies);
	if (cancel_leaves(leaf))
		cancel_make_label(lowering, leaf);
	loops_make(lowering, leaf, &copies, &code);
	const char *result = fill_block(lowering, leaf, &copies, lines_of(lowering, &code.bounds), lines_of(lowering, &code.run),
					lines_of(lowering, &code.end), waits(leaf));
	loops_release(&code);
	copies_release(&copies);
	return result;
}

/* The threads that share a distribute loop are the initial threads of the league's teams; nothing waits at its end. */
const char *lower_distribute(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	struct loop_code code;
	const struct clause *schedule = leaf_clause(leaf, C_DIST_SCHEDULE);
	if (schedule && (strcmp(schedule->keyword, "static") || schedule->modifiers))
		error_at(lowering->source, schedule->offset, "'dist_schedule' takes only static and a chunk size");
	copies_make(lowering, leaf, &copies);
	simd_in_distribute(lowering, leaf, &copies);
	loops_make(lowering, leaf, &copies, &code);
	const char *result = fill_block(lowering, leaf, &copies, lines_of(lowering, &code.bounds), lines_of(lowering, &code.run),
					lines_of(lowering, &code.end), false);
	loops_release(&code);
	copies_release(&copies);
	return result;
}

/* ---------------------------------------------------------------------------------------------- sections */

static bool has_program_text(const struct lowering *lowering, unsigned start, unsigned end)
{
	unsigned token = source_program_token(lowering->source, source_token_at(lowering->source, start));
	return token < lowering->source->token_count && lowering->source->tokens[token].start < end;
}

static void add_case(struct lowering *lowering, int number, const char *body, struct text *out)
{
	add_line(out, "case %d:\n\t%s\n\tbreak;", number, indent_lines(lowering->arena, body, "\t"));
}

/* The sections as cases of a switch; their number, or -1 after an error. */
static int section_cases(struct lowering *lowering, struct leaf *leaf, struct text *out)
{
	const struct statement *statement = leaf->site->statement;
	const struct source *source = lowering->source;
	int count = 0;
	if (!statement->is_compound) {
		error_at(lowering->source, statement->start, "expected '{' after '#pragma omp %s'", leaf->site->pragma->directive.spelling);
		return -1;
	}
	unsigned at = statement->start + 1, end = statement->end - 1;
	for (struct site *site = leaf->site->children; site; site = site->next) {
		if (site->leaves[0].kind != D_SECTION)
			continue;
		if (has_program_text(lowering, at, site->pragma->start)) {
			if (count > 0) {
				error_at(lowering->source, at, "statements between sections: each must be in a '#pragma omp section'");
				return -1;
			}
			unsigned token = source_program_token(source, source_token_at(source, at));
			struct text body = {0};
			text_adds(&body, lower_span(lowering, leaf, (struct span){source->tokens[token].start, site->pragma->start}));
			while (body.length > 0 && strchr(" \t\n\r", body.data[body.length - 1]))
				body.data[--body.length] = '\0';
			add_case(lowering, count++, arena_printf(lowering->arena, "{\n\t%s\n}", indent_lines(lowering->arena, body.data, "\t")), out);
			text_release(&body);
		}
		add_case(lowering, count++, lower_span(lowering, &site->leaves[0], (struct span){site->statement->start, site->statement->end}), out);
		at = site->statement->end;
	}
	if (has_program_text(lowering, at, end)) {
		if (count > 0) {
			error_at(lowering->source, at, "statements after the last section: each must be in a '#pragma omp section'");
			return -1;
		}
		add_case(lowering, count++, lower_span(lowering, leaf, (struct span){statement->start, statement->end}), out);
	}
	return count;
}

const char *lower_sections(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	struct text cases = {0}, run = {0}, bounds = {0};
	if (cancel_leaves(leaf))
		cancel_make_label(lowering, leaf);
	int count = section_cases(lowering, leaf, &cases);
	copies_make(lowering, leaf, &copies);
	conditional_make(lowering, leaf, &copies);
	const char *loop = lowering->loop, *me = lowering->me, *last = "", *number = "";
	if (copies.last.length > 0)
		last = arena_printf(lowering->arena, "\n\tif (%s.end == %s.count) {\n\t\t%s\n\t}", loop, loop,
				    indent_lines(lowering->arena, copies.last.data, "\t\t"));
	if (has_conditional(leaf))
		number = arena_printf(lowering->arena, "\n\tconst ppcc_count %s = %s.begin;", survey_free_name(lowering->survey, "k"), loop);
	bool braces = *last || *number;
	if (count > 0) {
		add_line(&bounds, "struct ppcc_loop %s;", loop);
		add_line(&bounds, "ppcc_for_begin(%s, &%s, %d, PPCC_SECTIONS, 1);", me, loop, count);
		add_line(&run, "while (ppcc_for_next(&%s))%s%s\n\tswitch (%s.begin) {\n\t%s\n\t}%s%s", loop, braces ? " {" : "", number, loop,
			 indent_lines(lowering->arena, cases.data, "\t"), last, braces ? "\n}" : "");
	}
	const char *end = count > 0 ? arena_printf(lowering->arena, "ppcc_for_end(&%s);", loop) : "";
	const char *result = fill_block(lowering, leaf, &copies, lines_of(lowering, &bounds), lines_of(lowering, &run), end, waits(leaf));
	text_release(&cases);
	text_release(&run);
	text_release(&bounds);
	copies_release(&copies);
	return count < 0 ? NULL : result;
}

/* lower_sections takes the sections that are where they may be. */
const char *lower_section(struct lowering *lowering, struct leaf *leaf)
{
	error_at(lowering->source, lower_offset(leaf), "'section' must be directly inside the braces of 'sections'");
	return NULL;
}

/* ---------------------------------------------------------------------------------------------- single */

/* copyprivate: the addresses of the copies that the chosen thread filled, and the copying in the others. */
static bool copyprivate(struct lowering *lowering, const struct leaf *leaf, struct text *mine, struct text *copy)
{
	int count = 0;
	const char *from = survey_free_name(lowering->survey, "from");
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		if (entry->clause->kind != C_COPYPRIVATE)
			continue;
		for (const struct clause_item *item = entry->clause->items; item; item = item->next, count++) {
			const char *name = lower_name(lowering, leaf->outer, item->variable);
			bool array = item->variable->type->class == TYPE_ARRAY;
			text_printf(mine, "%s%s", count ? ", " : "", array ? name : lower_address(lowering, leaf->outer, item->variable));
			add_line(copy, "__builtin_memcpy(%s, %s[%d], sizeof %s);", array ? name : lower_address(lowering, leaf->outer, item->variable),
				 from, count, name);
		}
	}
	return count > 0;
}

const char *lower_single(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	struct text mine = {0}, copy = {0}, run = {0};
	struct arena *arena = lowering->arena;
	copies_make(lowering, leaf, &copies);
	const char *body = lower_body(lowering, leaf), *me = lowering->me;
	const char *declare = lines_of(lowering, &copies.declare), *bounds = "";
	bool broadcast = copyprivate(lowering, leaf, &mine, &copy);
	const char *test = arena_printf(arena, "ppcc_single(%s)", me);
	if (broadcast) {
		const char *chosen = survey_free_name(lowering->survey, "chosen"), *addresses = survey_free_name(lowering->survey, "mine"),
			   *from = survey_free_name(lowering->survey, "from");
		bounds = arena_printf(arena, "void *const %s[] = {%s};\nconst _Bool %s = %s;", addresses, mine.data, chosen, test);
		test = chosen;
		add_line(&copies.combine, "%s", copyprivate_call(lowering, leaf, from, arena_printf(arena, "%s ? %s : 0", chosen, addresses)));
		add_line(&copies.combine, "if (!%s) {\n\t%s\n}", chosen, indent_lines(arena, copy.data, "\t"));
		add_line(&copies.combine, "%s", barrier_statement(lowering, leaf, ""));
	}
	add_line(&run, "if (%s) {\n\t%s%s%s\n}", test, indent_lines(arena, declare, "\t"), *declare ? "\n\t" : "", indent_lines(arena, body, "\t"));
	copies.declare.length = 0;
	if (copies.declare.data)
		copies.declare.data[0] = '\0';
	const char *result = fill_block(lowering, leaf, &copies, bounds, lines_of(lowering, &run), "", waits(leaf) && !broadcast);
	text_release(&mine);
	text_release(&copy);
	text_release(&run);
	copies_release(&copies);
	return result;
}

/* ---------------------------------------------------------------------------------------------- scope */

const char *lower_scope(struct lowering *lowering, struct leaf *leaf)
{
	struct copies copies;
	copies_make(lowering, leaf, &copies);
	const char *result = fill_block(lowering, leaf, &copies, "", lower_body(lowering, leaf), "", waits(leaf));
	copies_release(&copies);
	return result;
}

/* ---------------------------------------------------------------------------------------------- masked */

static const char *only_thread(struct lowering *lowering, struct leaf *leaf, const char *number)
{
	struct arena *arena = lowering->arena;
	const char *body = lower_open_body(lowering, leaf);
	return arena_printf(arena, "if (%s->number == %s) { /* %s */\n\t%s\n}", me_expression(lowering, leaf), number, lower_origin(lowering, leaf),
			    indent_lines(arena, body, "\t"));
}

const char *lower_master(struct lowering *lowering, struct leaf *leaf)
{
	return only_thread(lowering, leaf, "0");
}

const char *lower_masked(struct lowering *lowering, struct leaf *leaf)
{
	const struct clause *filter = leaf_clause(leaf, C_FILTER);
	const char *number = filter ? lower_clause_expression(lowering, leaf->outer, leaf->site, filter->expression) : "0";
	return only_thread(lowering, leaf, parenthesised(lowering->arena, number));
}
