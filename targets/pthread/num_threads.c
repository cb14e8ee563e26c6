/* num_threads.c - how many threads a parallel leaf asks for (OpenMP 6.0, 12.1.2), and the call that makes them. */
#include "pthread_target.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static const char *bind_argument(const struct leaf *leaf)
{
	static const struct {
		const char *keyword, *constant;
	} kinds[] = {{"master", "PPCC_BIND_PRIMARY"}, {"primary", "PPCC_BIND_PRIMARY"}, {"close", "PPCC_BIND_CLOSE"}, {"spread", "PPCC_BIND_SPREAD"}};
	const struct clause *bind = leaf_clause(leaf, C_PROC_BIND);
	for (size_t i = 0; bind && i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(bind->keyword, kinds[i].keyword))
			return kinds[i].constant;
	return "PPCC_BIND_DEFAULT";
}

const char *only_if(struct lowering *lowering, const struct leaf *leaf, const struct clause *condition, const char *number)
{
	const char *test = lower_clause_expression(lowering, leaf->outer, leaf->site, condition->expression);
	return arena_printf(lowering->arena, "%s ? %s : 1", parenthesised(lowering->arena, test), parenthesised(lowering->arena, number));
}

/* The numbers of the clause's list, separated by commas; how many there are. */
static const char *number_list(struct lowering *lowering, const struct leaf *leaf, const struct clause *threads, int *count)
{
	const struct clause *condition = leaf_if(leaf);
	const char *list = NULL, *end = threads->expression + strlen(threads->expression);
	*count = 0;
	for (const char *at = threads->expression, *comma; at; at = comma ? comma + 1 : NULL, ++*count) {
		const char *start = at, *stop = (comma = scan_find(at, end, ",")) ? comma : end;
		scan_trim(&start, &stop);
		if (start == stop)
			error_at(lowering->source, threads->offset, "expected an expression in '%s'", clause_rows[threads->kind].spelling);
		const char *number = arena_strndup(lowering->arena, start, (size_t)(stop - start));
		number = lower_clause_expression(lowering, leaf->outer, leaf->site, number);
		if (condition && *count == 0)
			number = only_if(lowering, leaf, condition, number);
		list = list ? arena_printf(lowering->arena, "%s, %s", list, number) : number;
	}
	return list;
}

/* Declares a struct ppcc_threads before the call. */
static void ask_in_detail(struct lowering *lowering, const struct leaf *leaf, const struct clause *threads, const char *name, struct data *data)
{
	int count;
	const char *list = number_list(lowering, leaf, threads, &count), *numbers = survey_free_name(lowering->survey, "thread_list");
	const struct clause *message = leaf_clause(leaf, C_MESSAGE);
	const struct clause *severity = leaf_clause(leaf, C_SEVERITY);
	bool warning = severity && !strcmp(severity->keyword, "warning");
	add_line(&data->before, "const int %s[] = {%s};", numbers, list);
	if (!threads->modifiers) {
		add_line(&data->before, "const struct ppcc_threads %s = {.list = %s, .count = %d};", name, numbers, count);
		return;
	}
	if (strcmp(threads->modifiers, "strict"))
		error_at(lowering->source, threads->offset, "unknown modifier '%s' in 'num_threads'; only 'strict' is one", threads->modifiers);
	add_line(&data->before, "const struct ppcc_threads %s = {.list = %s, .count = %d, .strict = 1%s%s%s};", name, numbers, count,
		 warning ? ", .warning = 1" : "", message ? ", .message = " : "",
		 message ? lower_clause_expression(lowering, leaf->outer, leaf->site, message->expression) : "");
}

/* What makes no difference here has to be right all the same. */
static void check_clauses(struct lowering *lowering, const struct leaf *leaf)
{
	const struct clause *width = leaf_clause(leaf, C_SAFESYNC), *severity = leaf_clause(leaf, C_SEVERITY);
	is_second(lowering, severity, "fatal", "warning");
	if (!width || !width->expression)
		return;
	const char *end = width->expression + strlen(width->expression);
	bool good = strcmp(width->expression, "0") != 0;
	for (struct lexeme word = scan(width->expression, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		good &= !lexeme_is(word, "-");
		good &= word.kind != LEX_WORD || !survey_lookup(lowering->survey, word.start, word.length, leaf->site->pragma->start);
	}
	if (!good)
		error_at(lowering->source, width->offset, "'safesync' needs a positive integer constant, not '%s'", width->expression);
}

const char *parallel_call(struct lowering *lowering, const struct leaf *leaf, struct data *data)
{
	struct arena *arena = lowering->arena;
	const struct clause *threads = leaf_clause(leaf, C_NUM_THREADS), *condition = leaf_if(leaf);
	const char *argument = data->any ? arena_printf(arena, "&%s", lowering->data) : "0";
	check_clauses(lowering, leaf);
	if (threads && (threads->modifiers || scan_find(threads->expression, threads->expression + strlen(threads->expression), ","))) {
		const char *name = survey_free_name(lowering->survey, "threads");
		ask_in_detail(lowering, leaf, threads, name, data);
		return arena_printf(arena, "ppcc_parallel_threads(%s, %s, &%s, %s);", leaf->function, argument, name, bind_argument(leaf));
	}
	const char *number = threads ? lower_clause_expression(lowering, leaf->outer, leaf->site, threads->expression) : "0";
	return arena_printf(arena, "ppcc_parallel(%s, %s, %s, %s);", leaf->function, argument,
			    condition ? only_if(lowering, leaf, condition, number) : number, bind_argument(leaf));
}
