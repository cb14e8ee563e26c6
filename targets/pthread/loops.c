/*
 * loops.c - the associated loops of a for leaf (OpenMP 5.2, 11.5).
 *
 * Every loop nest is a sequence of logical iterations 0 .. count - 1; the runtime deals them out as struct ppcc_loop's
 * [begin, end).  These shapes of code run such a piece:
 *   unit        one loop with step 1 or -1: the user's own loop over a smaller range
 *   strided     one loop with another step: the user's loop variable beside a count of what is left
 *   rows        a nest of several loops: run by run of the innermost, so that it divides once for each run
 *   counted     a loop over iteration numbers that sets the loop variables (linear, simd, conditional, scan)
 *   triangular  a nest whose inner bounds use outer variables: the outer loops as written, the inner one cut to the piece
 *   split       distribute of `distribute parallel for`: a parallel region whose threads run the piece
 */
#include "pthread_target.h"

#include "diagnostic.h"

#include <stdlib.h>
#include <string.h>

void loops_release(struct loop_code *code)
{
	text_release(&code->bounds);
	text_release(&code->run);
	text_release(&code->end);
}

/* ---------------------------------------------------------------------------------------------- shapes */

static bool has_linear(const struct leaf *leaf)
{
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_LINEAR)
			return true;
	return false;
}

static enum shape shape_of(const struct nest *nest)
{
	if (nest->depth > 1 && loops_are_triangular(nest->lowering->survey, nest->leaf->site->loops, nest->depth))
		return SHAPE_TRIANGULAR;
	if (has_linear(nest->leaf) || has_conditional(nest->leaf) || scan_site(nest->leaf))
		return SHAPE_COUNTED;
	if (nest->depth > 1)
		return nest->leaf->inner && !nest->leaf->site->loops[nest->depth - 1].unit ? SHAPE_COUNTED : SHAPE_ROWS;
	if (nest->leaf->site->loops[0].unit)
		return SHAPE_UNIT;
	return nest->leaf->inner ? SHAPE_COUNTED : SHAPE_STRIDED;
}

/* The line for a loop variable that the body does not use. */
static const char *use_variable(struct nest *nest, const struct terms *terms, struct span body)
{
	return nest_uses_variable(nest, body, terms->loop->variable) ? "" : arena_printf(nest->lowering->arena, "(void)%s;", terms->variable);
}

static const char *loop_header(struct nest *nest, const struct terms *terms, const char *value, const char *rest)
{
	return lower_for_header(nest->lowering, terms->type, terms->variable, value, rest);
}

static const char *declare_variable(struct nest *nest, const struct terms *terms, const char *value)
{
	return arena_printf(nest->lowering->arena, "%s = %s",
			    ctype_declare_spelling(nest->lowering->arena, terms->type, terms->variable), value);
}

static struct leaf *body_leaf(const struct nest *nest)
{
	return nest->leaf->inner ? nest->leaf->inner : nest->leaf;
}

static const char *body_text(struct nest *nest)
{
	const struct loop *innermost = &nest->leaf->site->loops[nest->depth - 1];
	return lower_span(nest->lowering, body_leaf(nest), innermost->body);
}

/* "header {" with a compound body, else the body on the next line. */
static const char *with_body(struct nest *nest, const char *header)
{
	struct arena *arena = nest->lowering->arena;
	const struct loop *innermost = &nest->leaf->site->loops[nest->depth - 1];
	const char *body = body_text(nest);
	if (nest->lowering->source->text[innermost->body.start] == '{')
		return arena_printf(arena, "%s %s", header, body);
	return arena_printf(arena, "%s\n\t%s", header, indent_lines(arena, body, "\t"));
}

static const char *with_simd(struct nest *nest, const char *loop)
{
	if (!nest->leaf->inner)
		return loop;
	const char *line = simd_line(nest->lowering, nest->leaf->inner, true);
	return *line ? arena_printf(nest->lowering->arena, "%s\n%s", line, loop) : loop;
}

/* The variables of the first `loops` loops, from the iteration number k. */
static void set_outer_variables(struct nest *nest, int loops, struct span body, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const char *rest = nest->k;
	for (int i = 0; i < loops; i++) {
		const char *number = rest, *below = NULL;
		for (int j = i + 1; j < nest->depth; j++)
			below = below ? arena_printf(arena, "%s * %s", below, nest->terms[j].count_name) : nest->terms[j].count_name;
		if (below)
			number = strchr(below, '*') ? arena_printf(arena, "%s / (%s)", number, below) : arena_printf(arena, "%s / %s", number, below);
		if (i > 0)
			number = arena_printf(arena, "%s %% %s", number, nest->terms[i].count_name);
		add_line(out, "%s;", declare_variable(nest, &nest->terms[i], nest_value_at(nest, &nest->terms[i], strchr(number, ' ') ? arena_printf(arena, "(%s)", number) : number)));
		const char *use = use_variable(nest, &nest->terms[i], body);
		if (*use)
			add_line(out, "%s", use);
	}
}

/* The lines that set linear variables from the iteration number k. */
static void set_linear(struct nest *nest, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	for (const struct share *share = nest->leaf->shares; share; share = share->next) {
		if (share->sharing != SHARING_LINEAR)
			continue;
		const char *step = share->clause->expression ? lower_clause_expression(nest->lowering, nest->leaf->outer, nest->leaf->site, share->clause->expression) : "1";
		add_line(out, "%s = %s + (long long)%s * %s;", share->variable->name, nest_name(nest, share->variable->name, "first"), nest->k,
			 parenthesised(arena, step));
	}
}

/* The lines that set what depends on the iteration number k. */
static void set_from_number(struct nest *nest, struct span body, struct text *out)
{
	set_outer_variables(nest, nest->depth, body, out);
	set_linear(nest, out);
}

const char *nest_counted_loop(struct nest *nest, struct span body, const char *text)
{
	struct arena *arena = nest->lowering->arena;
	struct text inside = {0};
	set_from_number(nest, body, &inside);
	const char *header = lower_for_header(nest->lowering, "ppcc_count", nest->k, arena_printf(arena, "%s.begin", nest->loop),
					      arena_printf(arena, "%s < %s.end; %s++", nest->k, nest->loop, nest->k));
	const char *loop = arena_printf(arena, "%s {\n\t%s\n\t%s\n}", header, indent_lines(arena, inside.data, "\t"), indent_lines(arena, text, "\t"));
	text_release(&inside);
	return loop;
}

static void counted_loop(struct nest *nest, struct text *out)
{
	struct span body = nest->leaf->site->loops[nest->depth - 1].body;
	add_line(out, "%s", with_simd(nest, nest_counted_loop(nest, body, body_text(nest))));
}

/* The innermost loop dealt out over its own iterations [begin, end). */
static void unit_loop(struct nest *nest, const char *begin, const char *stop, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const struct terms *terms = &nest->terms[nest->depth - 1];
	const char *end = nest_name(nest, terms->variable, "end"), *relation = terms->loop->down ? ">" : "<";
	if (terms->loop->relation == REL_NOT_EQUAL && terms->is_unsigned)
		relation = "!="; /* it may wrap around */
	const char *last = nest_value_at(nest, terms, stop);
	if (terms->pointer)
		add_line(out, "%s = %s;", ctype_declare_spelling(arena, terms->type, end), last);
	else
		add_line(out, "const %s %s = %s;", terms->type, end, last);
	const char *header = loop_header(nest, terms, nest_value_at(nest, terms, begin),
					 arena_printf(arena, "%s %s %s; %s%s", terms->variable, relation, end, terms->variable,
						      terms->loop->down ? "--" : "++"));
	add_line(out, "%s", with_simd(nest, with_body(nest, header)));
}

/* count: how many iterations from `begin` on. */
static void strided_loop(struct nest *nest, const char *begin, const char *count, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	const struct terms *terms = &nest->terms[nest->depth - 1];
	const char *left = survey_free_name(nest->lowering->survey, "left");
	add_line(out, "ppcc_count %s = %s;", left, count);
	const char *header = loop_header(nest, terms, nest_value_at(nest, terms, begin),
					 arena_printf(arena, "%s > 0; %s--, %s %s= %s", left, left, terms->variable, terms->loop->down ? "-" : "+",
						      terms->step));
	add_line(out, "%s", with_body(nest, header));
}

/* Sets the variables of the loops outside the innermost one from the iteration number k, and runs what is left of that one. */
static void rows_of_innermost(struct nest *nest, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	struct survey *survey = nest->lowering->survey;
	const struct terms *inner = &nest->terms[nest->depth - 1];
	const char *at = survey_free_name(survey, "at"), *run = survey_free_name(survey, "run"), *k = nest->k, *loop = nest->loop;
	struct text inside = {0};
	set_outer_variables(nest, nest->depth - 1, nest->leaf->site->loops[nest->depth - 1].body, &inside);
	add_line(&inside, "const ppcc_count %s = %s %% %s; /* in the loop over %s */", at, k, inner->count_name, inner->variable);
	add_line(&inside, "const ppcc_count %s = %s - %s < %s.end - %s ? %s - %s : %s.end - %s;", run, inner->count_name, at, loop, k, inner->count_name,
		 at, loop, k);
	if (inner->loop->unit)
		unit_loop(nest, at, arena_printf(arena, inner->loop->down ? "(%s + %s)" : "%s + %s", at, run), &inside);
	else
		strided_loop(nest, at, run, &inside);
	add_line(&inside, "%s += %s;", k, run);
	add_line(out, "ppcc_count %s = %s.begin;", k, loop);
	add_line(out, "while (%s < %s.end) {\n\t%s\n}", k, loop, indent_lines(arena, inside.data, "\t"));
	text_release(&inside);
}

/* ---------------------------------------------------------------------------------------------- triangular nests */

/* The header of loop i as it is written, with the variable declared. */
static const char *plain_header(struct nest *nest, int i)
{
	struct arena *arena = nest->lowering->arena;
	static const char *const relations[] = {"<", "<=", ">", ">=", "!="};
	const struct terms *terms = &nest->terms[i];
	const char *move = terms->loop->unit ? (terms->loop->down ? "--" : "++")
					     : arena_printf(arena, " %s= %s", terms->loop->down ? "-" : "+", terms->step);
	return loop_header(nest, terms, terms->lower,
			   arena_printf(arena, "%s %s %s; %s%s", terms->variable, relations[terms->loop->relation], terms->bound, terms->variable, move));
}

/* The loops outside the innermost one around `inside`, which may hold the innermost bounds' constants. */
static const char *around(struct nest *nest, const char *inside, struct text *constants)
{
	struct arena *arena = nest->lowering->arena;
	const char *text = inside;
	for (int i = nest->depth - 2; i >= 0; i--) {
		const char *own = lines_of(nest->lowering, &constants[i + 1]);
		text = arena_printf(arena, "%s {\n\t%s%s%s\n}", plain_header(nest, i), indent_lines(arena, own, "\t"), *own ? "\n\t" : "",
				    indent_lines(arena, text, "\t"));
	}
	return text;
}

static void triangular_loops(struct nest *nest, struct text *constants, struct text *out)
{
	struct arena *arena = nest->lowering->arena;
	struct survey *survey = nest->lowering->survey;
	const struct terms *inner = &nest->terms[nest->depth - 1];
	const struct span body = nest->leaf->site->loops[nest->depth - 1].body;
	const char *at = survey_free_name(survey, "at"), *count = survey_free_name(survey, "row"), *from = survey_free_name(survey, "from"),
		   *to = survey_free_name(survey, "to"), *loop = nest->loop;
	bool numbered = has_conditional(nest->leaf) || has_linear(nest->leaf); /* the body uses the number k of its iteration */
	const char *k = numbered ? survey_free_name(survey, "column") : nest->k, *number = "";
	struct text numbers = {0};
	if (numbered) {
		add_line(&numbers, "const ppcc_count %s = %s + %s;", nest->k, at, k);
		set_linear(nest, &numbers);
		number = arena_printf(arena, "\n\t%s", indent_lines(arena, lines_of(nest->lowering, &numbers), "\t"));
		text_release(&numbers);
	}
	const char *piece = arena_printf(
		arena,
		"const ppcc_count %s = %s;\n"
		"const ppcc_count %s = %s < %s.begin ? %s.begin - %s : 0;\n"
		"const ppcc_count %s = %s.end < %s ? 0 : %s.end - %s < %s ? %s.end - %s : %s;\n"
		"%s {%s\n\t%s;%s%s\n\t%s\n}\n"
		"%s += %s;",
		count, inner->count, from, at, loop, loop, at, to, loop, at, loop, at, count, loop, at, count,
		lower_for_header(nest->lowering, "ppcc_count", k, from, arena_printf(arena, "%s < %s; %s++", k, to, k)), number, declare_variable(nest, inner, nest_value_at(nest, inner, k)), *use_variable(nest, inner, body) ? "\n\t" : "", use_variable(nest, inner, body),
		indent_lines(arena, body_text(nest), "\t"), at, count);
	add_line(out, "ppcc_count %s = 0; /* iterations before the inner loop's */", at);
	add_line(out, "%s", around(nest, piece, constants));
}

/* ---------------------------------------------------------------------------------------------- sharing out */

static const char *schedule_argument(struct nest *nest, const char **chunk)
{
	static const struct {
		const char *kind, *constant;
	} kinds[] = {{"static", "PPCC_STATIC"}, {"dynamic", "PPCC_DYNAMIC"}, {"guided", "PPCC_GUIDED"}, {"auto", "PPCC_AUTO"}, {"runtime", "PPCC_RUNTIME"}};
	const struct clause *schedule = leaf_clause(nest->leaf, nest->leaf->kind == D_DISTRIBUTE ? C_DIST_SCHEDULE : C_SCHEDULE);
	const char *result = "PPCC_STATIC";
	*chunk = "0";
	for (size_t i = 0; schedule && i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(schedule->keyword, kinds[i].kind))
			result = kinds[i].constant;
	if (schedule && schedule->expression)
		*chunk = lower_clause_expression(nest->lowering, nest->leaf->outer, nest->leaf->site, schedule->expression);
	if (leaf_clause(nest->leaf, C_ORDERED) && doacross_depth(nest->leaf) == 0)
		result = arena_printf(nest->lowering->arena, "%s | PPCC_ORDERED", result);
	if (schedule && schedule->modifiers && strstr(schedule->modifiers, "monotonic") && !strstr(schedule->modifiers, "nonmonotonic"))
		result = arena_printf(nest->lowering->arena, "%s | PPCC_MONOTONIC", result);
	return result;
}

/* A piece's code, and after the last iteration what lastprivate asks for. */
static const char *with_last(struct nest *nest, const char *piece, const struct copies *copies)
{
	struct arena *arena = nest->lowering->arena;
	const char *loop = nest->loop;
	if (copies->last.length == 0)
		return piece;
	bool one = !strchr(copies->last.data, '\n');
	return arena_printf(arena, "%s\nif (%s.begin < %s.end && %s.end == %s.count)%s\n\t%s%s", piece, loop, loop, loop, loop, one ? "" : " {",
			    indent_lines(arena, copies->last.data, "\t"), one ? "" : "\n}");
}

/* Wraps one piece's code into what gets the pieces, and sets code->bounds and end. */
static void share_out(struct nest *nest, const char *count, const char *piece, struct copies *copies, struct loop_code *code)
{
	struct arena *arena = nest->lowering->arena;
	const char *chunk, *schedule = schedule_argument(nest, &chunk), *loop = nest->lowering->loop, *me = nest->lowering->me;
	piece = with_last(nest, piece, copies);
	add_line(&code->bounds, "struct ppcc_loop %s;", loop);
	if (nest->leaf->kind == D_DISTRIBUTE) {
		const char *league = survey_free_name(nest->lowering->survey, "league");
		add_line(&code->bounds, "struct ppcc_thread %s = ppcc_league(%s);", league, me);
		me = arena_printf(arena, "&%s", league);
	}
	const char *next = NULL;
	if (leaf_is_share_of_chunk(nest->leaf)) {
		const char *team = arena_printf(arena, "%s->%s", nest->lowering->data, loop);
		count = arena_printf(arena, "%s.end - %s.begin", team, team);
		piece = arena_printf(arena, "const struct ppcc_range %s = ppcc_piece(&%s, &%s);\n%s", nest->loop, loop, team, piece);
	}
	if (doacross_depth(nest->leaf) > 0) {
		const char *inner = doacross_inner(nest, &code->bounds);
		add_line(&code->bounds, "ppcc_doacross_begin(%s, &%s, %s, %s, %s, %s);", me, loop, count, inner, schedule, chunk);
		next = "ppcc_for_next";
		add_line(&code->end, "ppcc_for_end(&%s);", loop);
	} else if (!strcmp(schedule, "PPCC_AUTO") || (!strcmp(schedule, "PPCC_STATIC") && !strcmp(chunk, "0"))) {
		add_line(&code->bounds, "ppcc_static(%s, &%s, %s);", me, loop, count);
	} else if (!strcmp(schedule, "PPCC_STATIC")) {
		add_line(&code->bounds, "ppcc_static_chunks(%s, &%s, %s, %s);", me, loop, count, chunk);
		next = "ppcc_static_next";
	} else {
		add_line(&code->bounds, "ppcc_for_begin(%s, &%s, %s, %s, %s);", me, loop, count, schedule, chunk);
		next = "ppcc_for_next";
		add_line(&code->end, "ppcc_for_end(&%s);", loop);
	}
	if (next)
		add_line(&code->run, "while (%s(&%s)) {\n\t%s\n}", next, loop, indent_lines(arena, piece, "\t"));
	else
		add_line(&code->run, "%s", piece);
}

/* The loops that count have variables of their own, whatever the names mean in the body of the leaf. */
static void own_loop_variables(struct nest *nest, struct leaf *leaf)
{
	for (int i = 0; i < nest->depth && leaf; i++) {
		struct share *own = ARENA_NEW(nest->lowering->arena, struct share);
		*own = (struct share){.next = leaf->shares, .variable = nest->leaf->site->loops[i].variable, .sharing = SHARING_PRIVATE};
		leaf->shares = own;
	}
}

/* A nest that is not rectangular: constants[i] gets those of loop i, evaluated where the loops run, in the body of `inside`. */
static void read_inner_terms(struct nest *nest, struct leaf *inside, struct text *constants)
{
	struct loop_constant **kept = nest->constants;
	nest->constants = NULL;
	for (int i = 1; i < nest->depth; i++) {
		text_release(&constants[i]);
		nest_read_terms(nest, i, inside, &constants[i]);
	}
	nest->constants = kept;
}

/* The same as below; the loops outside the innermost one run, once more, to count.  Those of a taskloop run in another function. */
static const char *prepare_triangle(struct nest *nest, struct text *constants, struct loop_code *code)
{
	struct arena *arena = nest->lowering->arena;
	bool task = nest->leaf->kind == D_TASKLOOP;
	struct leaf *counting = task ? nest->leaf->outer : nest->leaf;
	struct share *shares = counting ? counting->shares : NULL;
	if (task || leaf_is_split(nest->leaf))
		own_loop_variables(nest, counting);
	nest_read_terms(nest, 0, nest->leaf->outer, &code->bounds);
	read_inner_terms(nest, counting, constants);
	if (counting)
		counting->shares = shares;
	const char *count = survey_free_name(nest->lowering->survey, "count");
	const char *add = arena_printf(arena, "%s += %s;", count, nest->terms[nest->depth - 1].count);
	add_line(&code->bounds, "ppcc_count %s = 0; /* iterations of the whole nest */", count);
	add_line(&code->bounds, "%s", around(nest, add, constants));
	if (task)
		read_inner_terms(nest, nest->leaf, constants);
	return count;
}

/* Constants, and the number of iterations of the whole nest as an expression. */
static const char *prepare(struct nest *nest, struct text *constants, struct loop_code *code)
{
	struct arena *arena = nest->lowering->arena;
	const char *total = NULL;
	if (nest->shape == SHAPE_TRIANGULAR)
		return prepare_triangle(nest, constants, code);
	for (int i = 0; i < nest->depth; i++) {
		nest_read_terms(nest, i, nest->leaf->outer, &code->bounds);
		struct terms *terms = &nest->terms[i];
		terms->count_name = terms->count;
		if (nest->depth > 1)
			nest_name_count(nest, terms, &code->bounds);
		total = total ? arena_printf(arena, "%s * %s", total, terms->count_name) : terms->count_name;
	}
	if (nest->depth > 1 && nest_is_literal(nest->terms[0].count_name))
		total = arena_printf(arena, "(ppcc_count)%s", total);
	return total;
}

/* The value that the variable of loop i is left with when that loop ends, into its original; null: nobody asks for it. */
static const char *final_value(struct nest *nest, int i, const char *number, struct copies *copies)
{
	struct lowering *lowering = nest->lowering;
	struct share *share = leaf_share(nest->leaf, nest->leaf->site->loops[i].variable);
	if (!share || !share->last)
		return NULL;
	declare_origin(lowering, nest->leaf, share, copies);
	return arena_printf(lowering->arena, "*%s = %s;", copy_origin(lowering, nest->leaf, share),
			    nest_value_at(nest, &nest->terms[i], parenthesised(lowering->arena, number)));
}

/* In a nest that is not rectangular a variable is left with what its loop ended with last: the loops around it run again. */
static void final_values_of_triangle(struct nest *nest, struct text *constants, struct copies *copies)
{
	struct arena *arena = nest->lowering->arena;
	const char *inside = "";
	for (int i = nest->depth - 1; i >= 0; i--) {
		const char *value = final_value(nest, i, nest->terms[i].count, copies);
		const char *lines = *inside ? arena_printf(arena, "%s {\n\t%s\n}", plain_header(nest, i), indent_lines(arena, inside, "\t")) : "";
		lines = value ? arena_printf(arena, "%s%s%s", lines, *lines ? "\n" : "", value) : lines;
		const char *own = i > 0 && *lines ? lines_of(nest->lowering, &constants[i]) : "";
		inside = arena_printf(arena, "%s%s%s", own, *own ? "\n" : "", lines);
	}
	if (*inside)
		add_line(&copies->last, "%s", inside);
}

/* What a loop variable, or a linear variable, is left with after the loop. */
static void final_values(struct nest *nest, struct text *constants, struct copies *copies)
{
	struct lowering *lowering = nest->lowering;
	const char *count = arena_printf(lowering->arena, "%s.count", nest->loop);
	if (nest->shape == SHAPE_TRIANGULAR)
		final_values_of_triangle(nest, constants, copies);
	for (int i = 0; i < nest->depth && nest->shape != SHAPE_TRIANGULAR; i++) {
		const char *number = nest->depth == 1 ? count : nest->terms[i].count_name ? nest->terms[i].count_name : nest->terms[i].count;
		const char *value = final_value(nest, i, number, copies);
		if (value)
			add_line(&copies->last, "%s", value);
	}
	for (struct share *share = nest->leaf->shares; share; share = share->next) {
		if (share->sharing != SHARING_LINEAR)
			continue;
		const char *first = nest_name(nest, share->variable->name, "first");
		const char *step = share->clause->expression ? lower_clause_expression(lowering, nest->leaf->outer, nest->leaf->site, share->clause->expression) : "1";
		copies->needs_barrier = true;
		add_line(&copies->declare, "%s = %s;", ctype_declare(lowering->arena, share->variable->type, first), share->variable->name);
		add_line(&copies->last, "*%s = %s + (long long)%s * %s;", copy_origin(lowering, nest->leaf, share), first, count,
			 parenthesised(lowering->arena, step));
	}
}

void loops_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies, struct loop_code *code)
{
	struct nest nest = {.lowering = lowering, .count_type = "ppcc_count", .leaf = leaf, .depth = leaf->site->shared_loops};
	struct text *constants = arena_alloc(lowering->arena, (size_t)nest.depth * sizeof *constants), piece = {0};
	*code = (struct loop_code){0};
	nest.terms = arena_alloc(lowering->arena, (size_t)leaf->site->loop_count * sizeof *nest.terms);
	nest.body_uses_terms = doacross_depth(leaf) > 0;
	nest.loop = lowering->loop;
	nest.k = survey_free_name(lowering->survey, "k");
	nest.shape = shape_of(&nest);
	bool split = leaf_is_split(leaf);
	if (leaf->kind == D_TASKLOOP || split || leaf_is_share_of_chunk(leaf))
		nest.constants = &code->constants;
	const char *count = prepare(&nest, constants, code);
	code->count = count;
	if (leaf_is_share_of_chunk(leaf)) { /* the function has the constants of the distribute leaf */
		nest.loop = survey_free_name(lowering->survey, "piece");
		text_release(&code->bounds);
	}
	if (split)
		add_line(&piece, "%s", outline_piece(lowering, leaf->inner, code->constants));
	else
		final_values(&nest, constants, copies);
	const char *begin = arena_printf(lowering->arena, "%s.begin", nest.loop), *end = arena_printf(lowering->arena, "%s.end", nest.loop);
	if (scan_site(leaf) && !scan_loops(&nest, &piece))
		add_line(&piece, ";");
	if (!scan_site(leaf)) switch (split ? SHAPE_SPLIT : nest.shape) {
	case SHAPE_SPLIT: break;
	case SHAPE_UNIT: unit_loop(&nest, begin, end, &piece); break;
	case SHAPE_STRIDED: strided_loop(&nest, begin, arena_printf(lowering->arena, "%s - %s", end, begin), &piece); break;
	case SHAPE_ROWS: rows_of_innermost(&nest, &piece); break;
	case SHAPE_COUNTED: counted_loop(&nest, &piece); break;
	case SHAPE_TRIANGULAR: triangular_loops(&nest, constants, &piece); break;
	}
	if (leaf->kind == D_TASKLOOP)
		add_line(&code->run, "%s", with_last(&nest, piece.data, copies));
	else
		share_out(&nest, count, piece.data, copies, code);
	text_release(&piece);
	for (int i = 0; i < nest.depth; i++)
		text_release(&constants[i]);
}
