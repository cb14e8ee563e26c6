/*
 * taskgraph.c - the taskgraph construct (OpenMP 6.0, 14.3).
 *
 * Its block is executed and the tasks that it makes are recorded, or they are made again from the record without it.  A task
 * made again has the data that were recorded, with the addresses and values of the variables from outside of the construct set
 * anew, saved ones apart.  Tasks that cannot be made again so, because they own memory or because what their clauses say can
 * change behind the translator's back, are made the ordinary way; the runtime then keeps no record.
 */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

struct part {
	struct part *next;
	const struct variable *variable;
};

struct taskgraph {
	const char *run;      /* the variable with the state of the execution */
	struct text renew;    /* for each task construct with something to set anew: "if (construct == n) {...}" */
	struct text parts;    /* initialisers of struct ppcc_part */
	struct part *seen;    /* the variables in it */
	int part_count, constructs;
};

/* What replayable(...) says: only a constant that is plainly true or false is understood, and any other taken for false. */
static bool is_replayable(const struct leaf *leaf)
{
	const struct clause *clause = leaf_clause(leaf, C_REPLAYABLE);
	return !clause || !clause->expression || !strcmp(clause->expression, "1") || !strcmp(clause->expression, "true");
}

const struct leaf *taskgraph_of(const struct leaf *leaf)
{
	bool recorded = (leaf->kind == D_TASK || leaf->kind == D_TASKWAIT) && leaf->outer && leaf->outer->kind == D_TASKGRAPH;
	return recorded && is_replayable(leaf) ? leaf->outer : NULL;
}

const char *taskgraph_pointer(struct lowering *lowering)
{
	return survey_free_name(lowering->survey, "task");
}

bool taskgraph_renews(const struct leaf *graph, const struct share *share)
{
	bool saved = share->clause && share->clause->kind == C_FIRSTPRIVATE && share->clause->modifiers;
	return !saved && !leaf_declares(graph, share->variable);
}

/* ------------------------------------------------------------------------------------------- parts */

static void add_part(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable)
{
	struct taskgraph *graph = leaf->graph;
	const char *name = lower_name(lowering, leaf, variable);
	for (const struct part *part = graph->seen; part; part = part->next)
		if (part->variable == variable)
			return;
	struct part *part = ARENA_NEW(lowering->arena, struct part);
	*part = (struct part){graph->seen, variable};
	graph->seen = part;
	text_adds(&graph->parts, graph->part_count++ ? ", " : "");
	if (variable->type->class == TYPE_ARRAY)
		text_printf(&graph->parts, "{%s, 0}", name);
	else
		text_printf(&graph->parts, "{%s, sizeof %s}", lower_address(lowering, leaf, variable), name);
}

static bool is_number(const struct variable *variable)
{
	const struct ctype *type = variable->type;
	return type->class <= TYPE_FLOAT && !type->is_volatile && !type->is_atomic;
}

/* An expression of numbers: notes those from outside.  False: it calls functions, or reads memory that is not named. */
static bool add_numbers(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph, const char *start, const char *end)
{
	struct lexeme last = {LEX_END, start, 0};
	for (struct lexeme word = scan(start, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool called = lexeme_is(scan(word.start + word.length, end), "("), other = scan_names_other(last);
		last = word;
		if (lexeme_is(word, "{"))
			return false;
		if (word.kind != LEX_WORD || other || lexeme_is(word, "sizeof"))
			continue;
		const struct variable *variable = survey_lookup(lowering->survey, word.start, word.length, lower_offset(leaf));
		if (called || (variable && !leaf_declares(graph, variable) && !is_number(variable)))
			return false;
		if (variable && !leaf_declares(graph, variable))
			add_part(lowering, graph, variable);
	}
	return true;
}

/* A locator whose place follows from that of its first variable (a pointer: from its value) and from numbers: "x", "x.member",
   "a[i][j:n]", "p[i]", "*p". */
static bool add_locator(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph, const char *start, const char *end)
{
	struct lexeme word = scan(start, end);
	bool through = lexeme_is(word, "*");
	if (through)
		word = scan(word.start + 1, end);
	const struct variable *variable = word.kind == LEX_WORD ? survey_lookup(lowering->survey, word.start, word.length, lower_offset(leaf)) : NULL;
	if (!variable || variable->type->is_volatile || variable->type->is_atomic)
		return word.kind == LEX_WORD && !strncmp(word.start, "omp_all_memory", word.length);
	int steps = through ? 1 : 0, most = variable->type->class == TYPE_ARRAY ? variable->type->rank : variable->type->class == TYPE_POINTER;
	struct lexeme next = scan(word.start + word.length, end);
	while (lexeme_is(next, "[")) {
		const char *close = scan_closing(next.start, end);
		if (!close || !add_numbers(lowering, leaf, graph, next.start + 1, close))
			return false;
		steps++;
		next = scan(close + 1, end);
	}
	while (lexeme_is(next, ".")) {
		next = scan(next.start + 1, end);
		next = scan(next.start + next.length, end);
	}
	if (!leaf_declares(graph, variable))
		add_part(lowering, graph, variable);
	return steps <= most && next.kind == LEX_END;
}

static bool add_locators(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph, const char *list)
{
	const char *end = list + strlen(list);
	for (const char *comma; list; list = comma ? comma + 1 : NULL) {
		comma = scan_find(list, end, ",");
		if (!add_locator(lowering, leaf, graph, list, comma ? comma : end))
			return false;
	}
	return true;
}

/* Whether the task can be made again: notes what its clauses depend on. */
static bool can_record(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph)
{
	for (const struct leaf_clause *entry = leaf->clauses; entry; entry = entry->next) {
		const struct clause *clause = entry->clause;
		switch (clause->kind) {
		case C_ALLOCATE:
		case C_IN_REDUCTION:
		case C_DETACH:
		case C_TRANSPARENT: return false;
		case C_DEPEND:
			if (clause->iterators || !strcmp(clause->keyword, "depobj") || !add_locators(lowering, leaf, graph, clause->expression))
				return false;
			break;
		case C_IF:
		case C_FINAL:
		case C_PRIORITY:
			if (!add_numbers(lowering, leaf, graph, clause->expression, clause->expression + strlen(clause->expression)))
				return false;
			break;
		default: break;
		}
	}
	return true;
}

/* ------------------------------------------------------------------------------------------- the tasks */

/* What a replayable construct must not have (14.3). */
static void check_task(struct lowering *lowering, const struct leaf *leaf, const struct leaf *graph)
{
	const struct clause *transparent = leaf_clause(leaf, C_TRANSPARENT), *detach = leaf_clause(leaf, C_DETACH);
	if (detach)
		error_at(lowering->source, detach->offset, "a task that is made in a taskgraph region cannot be detached");
	if (transparent && !(transparent->expression && !strcmp(transparent->expression, "omp_not_impex")))
		error_at(lowering->source, transparent->offset, "a task that is made in a taskgraph region cannot be transparent");
	for (const struct share *share = leaf->shares; share; share = share->next)
		if (share->sharing == SHARING_SHARED && leaf_declares(graph, share->variable) && share->variable->storage == STORAGE_AUTO)
			error_at(lowering->source, lower_offset(leaf),
				 "'%s' is shared but declared in the taskgraph region, where it is gone when the task is made again", share->variable->name);
}

const char *taskgraph_task(struct lowering *lowering, const struct leaf *leaf, const struct data *data, const struct depends *depends,
			   const char *arguments)
{
	const struct leaf *around = taskgraph_of(leaf);
	if (!around)
		return NULL;
	struct taskgraph *graph = around->graph;
	struct arena *arena = lowering->arena;
	check_task(lowering, leaf, around);
	if (data->after.length > 0 || !can_record(lowering, leaf, around))
		return NULL;
	int number = graph->constructs++;
	if (data->renew.length > 0)
		add_line(&graph->renew, "%sif (%s.construct == %d) { /* %s */\n\tstruct %s_data *%s = %s.data;\n\t%s\n}",
			 graph->renew.length ? "else " : "", graph->run, number, lower_origin(lowering, leaf), leaf->function,
			 taskgraph_pointer(lowering), graph->run, indent_lines(arena, lines_of(lowering, &data->renew), "\t"));
	return arena_printf(arena, "ppcc_taskgraph_task(%s, &%s, %d, %s, %s, %s);", lowering->me, graph->run, number, arguments,
			    depends->list ? depends->list : "0", depends->list ? depends->count : "0");
}

const char *taskgraph_wait(struct lowering *lowering, const struct leaf *leaf)
{
	const struct leaf *graph = taskgraph_of(leaf);
	return graph ? arena_printf(lowering->arena, "ppcc_taskgraph_wait(%s, &%s);", lowering->me, graph->graph->run) : NULL;
}

/* ------------------------------------------------------------------------------------------- the construct */

/* Only constructs that make tasks may be met (14.3); those that are a matter of one thread do no harm. */
static void check_nested(struct lowering *lowering, const struct site *site)
{
	for (const struct site *inner = site->children; inner; inner = inner->next) {
		enum directive kind = inner->leaves[0].kind;
		bool groups = kind == D_TASKLOOP || kind == D_TARGET_DATA;
		if (groups && !clause_find(inner->pragma->clauses, C_NOGROUP))
			error_at(lowering->source, inner->pragma->start, "'%s' in a taskgraph region needs the clause 'nogroup'",
				 inner->pragma->directive.spelling);
		if (kind == D_PARALLEL || kind == D_TEAMS || kind == D_FOR || kind == D_SECTIONS || kind == D_SINGLE || kind == D_SCOPE ||
		    kind == D_LOOP || kind == D_DISTRIBUTE || kind == D_BARRIER || kind == D_TASKGRAPH)
			error_at(lowering->source, inner->pragma->start, "'%s' cannot be in a taskgraph region, where only tasks are made",
				 inner->pragma->directive.spelling);
	}
}

static const char *flags_of(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *condition = leaf_if(leaf), *reset = leaf_clause(leaf, C_GRAPH_RESET);
	struct arena *arena = lowering->arena;
	const char *plain = "", *resets = "";
	if (condition)
		plain = arena_printf(arena, "(%s ? 0 : PPCC_TASKGRAPH_PLAIN)",
				     parenthesised(arena, lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression)));
	if (reset && reset->expression)
		resets = arena_printf(arena, "(%s ? PPCC_TASKGRAPH_RESET : 0)",
				      parenthesised(arena, lower_clause_expression(lowering, leaf->outer, leaf->site, reset->expression)));
	else if (reset)
		resets = "PPCC_TASKGRAPH_RESET";
	return *plain || *resets ? arena_printf(arena, "%s%s%s", plain, *plain && *resets ? " | " : "", resets) : "0";
}

/* The tasks of the record, made again. */
static const char *replay(struct lowering *lowering, const struct taskgraph *graph)
{
	struct arena *arena = lowering->arena;
	const char *renew = lines_of(lowering, &graph->renew);
	return arena_printf(arena, "while (%s.replays && ppcc_taskgraph_next(&%s)) {\n\t%s%sppcc_taskgraph_replay(%s, &%s);\n}", graph->run, graph->run,
			    indent_lines(arena, renew, "\t"), *renew ? "\n\t" : "", lowering->me, graph->run);
}

const char *lower_taskgraph(struct lowering *lowering, struct leaf *leaf)
{
	struct arena *arena = lowering->arena;
	const struct clause *identifier = leaf_clause(leaf, C_GRAPH_ID);
	struct taskgraph graph = {.run = survey_free_name(lowering->survey, "run")};
	const char *record = survey_free_name(lowering->survey, "graph"), *group = survey_free_name(lowering->survey, "group");
	const char *parts = survey_free_name(lowering->survey, "parts");
	bool grouped = !leaf_clause(leaf, C_NOGROUP);
	struct text declare = {0};
	leaf->graph = &graph;
	check_nested(lowering, leaf->site);
	const char *body = lower_open_body(lowering, leaf);
	if (grouped)
		add_line(&declare, "struct ppcc_taskgroup %s;", group);
	if (graph.part_count > 0)
		add_line(&declare, "const struct ppcc_part %s[] = {%s};", parts, graph.parts.data);
	const char *id = identifier ? lower_clause_expression(lowering, leaf->outer, leaf->site, identifier->expression) : "0";
	const struct hole holes[] = {
		{"origin", lower_origin(lowering, leaf)},
		{"me", declare_me(lowering, leaf)},
		{"graph", record},
		{"run", graph.run},
		{"declare", lines_of(lowering, &declare)},
		{"begin", grouped ? arena_printf(arena, "ppcc_taskgroup_begin(%s, &%s);", lowering->me, group) : ""},
		{"records", arena_printf(arena, "ppcc_taskgraph_begin(%s, &%s, &%s, %s, %s, %s, %d)", lowering->me, record, graph.run, id,
					 flags_of(lowering, leaf), graph.part_count ? parts : "0", graph.part_count)},
		{"body", body},
		{"replay", replay(lowering, &graph)},
		{"thread", lowering->me},
		{"end", grouped ? arena_printf(arena, "ppcc_taskgroup_end(%s, &%s);", lowering->me, group) : ""},
		{NULL, NULL},
	};
	const char *result = body ? template_fill(arena, "pthread", "taskgraph", lower_offset(leaf), holes) : NULL;
	leaf->graph = NULL;
	text_release(&declare);
	text_release(&graph.renew);
	text_release(&graph.parts);
	return result;
}
