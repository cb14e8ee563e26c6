/* clause.c - readers of clause arguments, one per shape. */
#include "clause_reader.h"

#include "allocate.h"
#include "clause_map.h"
#include "diagnostic.h"
#include "scan.h"

#include <ctype.h>
#include <string.h>

/* A list of variables and, where sections are allowed, array sections. */
static bool read_list(struct reader *reader, const char *start, const char *end, bool sections)
{
	struct clause_item **tail = &reader->clause->items;
	while (*tail)
		tail = &(*tail)->next;
	for (;;) {
		const char *comma = scan_find(start, end, ","), *item_end = comma ? comma : end;
		struct lexeme word = scan(start, item_end);
		if (word.kind == LEX_END) {
			error_at(reader->source, place(reader, start), "expected a variable name in '%s'", name_of(reader));
			return false;
		}
		struct lexeme after = scan(word.start + word.length, item_end);
		bool section = sections && lexeme_is(after, "[");
		if (word.kind != LEX_WORD || (after.kind != LEX_END && !section)) {
			const char *first = start, *last = item_end;
			scan_trim(&first, &last);
			error_at(reader->source, place(reader, word.start), "'%.*s' in '%s' is not the name of a variable", (int)(last - first),
				 first, name_of(reader));
			return false;
		}
		struct clause_item *item = ARENA_NEW(reader->source->arena, struct clause_item);
		item->name = arena_strndup(reader->source->arena, word.start, word.length);
		item->offset = place(reader, word.start);
		if (section)
			item->section = copy(reader, after.start, item_end);
		*tail = item;
		tail = &item->next;
		if (!comma)
			return true;
		start = comma + 1;
	}
}

/* default(attribute : category) (6.0, 7.5.1): keyword is the attribute, modifiers the category. */
static bool read_default(struct reader *reader, const char *colon)
{
	reader->clause->keyword = copy(reader, reader->start, colon);
	reader->clause->modifiers = copy(reader, colon + 1, reader->end);
	if (!openmp_lists("shared private firstprivate none", reader->clause->keyword)) {
		error_at(reader->source, place(reader, reader->start), "'%s' before ':' in 'default' is none of shared, private, firstprivate and none",
			 reader->clause->keyword);
		return false;
	}
	if (!openmp_lists("scalar aggregate pointer all allocatable", reader->clause->modifiers)) {
		error_at(reader->source, place(reader, colon + 1), "'%s' in 'default' is none of the categories scalar, aggregate, pointer and all",
			 reader->clause->modifiers);
		return false;
	}
	return true;
}

static bool read_keyword(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":");
	if (colon && reader->clause->kind == C_DEFAULT)
		return read_default(reader, colon);
	if (colon && reader->clause->kind != C_ORDER) {
		error_at(reader->source, place(reader, colon), "'%s' takes no modifier", name_of(reader));
		return false;
	}
	if (colon)
		reader->clause->modifiers = copy(reader, reader->start, colon);
	if (colon && !openmp_lists("reproducible unconstrained", reader->clause->modifiers)) {
		error_at(reader->source, place(reader, reader->start), "unknown modifier '%s' in 'order'; the modifiers are reproducible and unconstrained",
			 reader->clause->modifiers);
		return false;
	}
	const char *start = colon ? colon + 1 : reader->start;
	struct lexeme word = scan(start, reader->end);
	if (word.kind != LEX_WORD || scan(word.start + word.length, reader->end).kind != LEX_END) {
		error_at(reader->source, place(reader, word.start), "expected one word in '%s'", name_of(reader));
		return false;
	}
	reader->clause->keyword = arena_strndup(reader->source->arena, word.start, word.length);
	return true;
}

bool read_expression(struct reader *reader, const char *start)
{
	reader->clause->expression = copy(reader, start, reader->end);
	if (*reader->clause->expression)
		return true;
	error_at(reader->source, reader->clause->offset, "expected an expression in '%s'", name_of(reader));
	return false;
}

/* Whether the construct makes tasks that a taskgraph can record. */
static bool is_replayable(const struct compound_row *directive)
{
	for (int i = 0; i < directive->leaf_count; i++)
		if (openmp_accepts(directive->leaves[i], C_REPLAYABLE))
			return true;
	return false;
}

/* lastprivate([conditional :] list), firstprivate([saved :] list). */
static bool read_modified_list(struct reader *reader)
{
	const char *modifier = reader->clause->kind == C_LASTPRIVATE ? "conditional" : "saved";
	const char *colon = scan_find(reader->start, reader->end, ":");
	if (colon) {
		reader->clause->modifiers = copy(reader, reader->start, colon);
		if (strcmp(reader->clause->modifiers, modifier)) {
			error_at(reader->source, place(reader, reader->start), "unknown modifier '%s' in '%s'; only '%s' is one",
				 reader->clause->modifiers, name_of(reader), modifier);
			return false;
		}
		if (reader->clause->kind == C_FIRSTPRIVATE && !is_replayable(&reader->pragma->directive)) {
			error_at(reader->source, place(reader, reader->start), "'saved' is for constructs that make tasks, which '%s' does not",
				 reader->pragma->directive.spelling);
			return false;
		}
	}
	return read_list(reader, colon ? colon + 1 : reader->start, reader->end, false);
}

/* linear(list), linear(list : step), linear(list : step(e), val), linear(val(list) : step); aligned(list : bytes). */
static bool read_linear(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":"), *end = colon ? colon : reader->end, *start = reader->start;
	struct lexeme word = scan(start, end), open = scan(word.start + word.length, end);
	if (reader->clause->kind == C_LINEAR && word.kind == LEX_WORD && lexeme_is(open, "(")) {
		const char *close = scan_closing(open.start, end);
		if (!close || !lexeme_is(word, "val")) {
			error_at(reader->source, place(reader, word.start), "unknown modifier '%.*s' in 'linear'; C has only 'val'",
				 (int)word.length, word.start);
			return false;
		}
		start = open.start + 1;
		end = close;
	}
	if (colon) {
		const char *step = colon + 1, *comma;
		do {
			comma = scan_find(step, reader->end, ",");
			const char *step_end = comma ? comma : reader->end;
			word = scan(step, step_end);
			open = scan(word.start + word.length, step_end);
			bool val = lexeme_is(word, "val") && open.kind == LEX_END;
			if (!val && reader->clause->expression) {
				error_at(reader->source, place(reader, word.start), "a second step in '%s'", name_of(reader));
				return false;
			}
			if (lexeme_is(word, "step") && lexeme_is(open, "("))
				reader->clause->expression = copy(reader, open.start + 1, scan_closing(open.start, step_end));
			else if (!val)
				reader->clause->expression = copy(reader, step, step_end);
			step = step_end + 1;
		} while (comma);
	}
	return read_list(reader, start, end, false);
}

static bool read_reduction(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":"), *start = reader->start;
	if (!colon) {
		error_at(reader->source, reader->clause->offset, "expected 'operator : variables' in 'reduction', such as reduction(+: sum)");
		return false;
	}
	for (const char *comma; (comma = scan_find(start, colon, ",")); start = comma + 1)
		reader->clause->modifiers = copy(reader, start, comma);
	struct lexeme word = scan(start, colon);
	if (word.kind == LEX_END || scan(word.start + word.length, colon).kind != LEX_END) {
		error_at(reader->source, place(reader, start), "expected one operator before ':' in 'reduction'");
		return false;
	}
	if (word.kind != LEX_WORD && !(word.length <= 2 && strstr("+ - * & | ^ && ||", copy(reader, word.start, word.start + word.length)))) {
		error_at(reader->source, place(reader, word.start), "'%.*s' is not a reduction operator", (int)word.length, word.start);
		return false;
	}
	reader->clause->keyword = arena_strndup(reader->source->arena, word.start, word.length);
	return read_list(reader, colon + 1, reader->end, true);
}

/* allocate([allocator | allocator(a), align(n)] : list) */
static bool read_allocate(struct reader *reader)
{
	const char *colon = NULL, *start = reader->start;
	for (const char *next = start; (next = scan_find(next, reader->end, ":")); next++)
		colon = next; /* the last: one before it belongs to ?: */
	for (const char *comma; colon && start; start = comma ? comma + 1 : NULL) {
		comma = scan_find(start, colon, ",");
		const char *end = comma ? comma : colon;
		struct lexeme word = scan(start, end), open = scan(word.start + word.length, end);
		bool modifier = lexeme_is(open, "(") && scan(scan_closing(open.start, end) + 1, end).kind == LEX_END;
		bool align = modifier && lexeme_is(word, "align");
		const char **argument = align ? &reader->clause->alignment : &reader->clause->expression;
		if (*argument) {
			error_at(reader->source, place(reader, word.start), "'allocate' has %s already", align ? "an alignment" : "an allocator");
			return false;
		}
		if (align || (modifier && lexeme_is(word, "allocator")))
			*argument = copy(reader, open.start + 1, scan_closing(open.start, end));
		else
			*argument = copy(reader, start, end);
	}
	return read_list(reader, colon ? colon + 1 : reader->start, reader->end, false);
}

/* memspace(space), traits(array) before an allocator of uses_allocators. */
static bool read_allocator_modifiers(struct reader *reader, const char *start, const char *end, struct clause_item *item)
{
	for (const char *comma; start; start = comma ? comma + 1 : NULL) {
		comma = scan_find(start, end, ",");
		struct lexeme word = scan(start, comma ? comma : end), open = scan(word.start + word.length, comma ? comma : end);
		const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
		const char *text = close ? copy(reader, open.start + 1, close) : NULL;
		if (text && lexeme_is(word, "memspace"))
			item->memspace = text;
		else if (text && lexeme_is(word, "traits"))
			item->traits = text;
		else {
			error_at(reader->source, place(reader, word.start), "expected memspace(...) or traits(...) before ':' in '%s'", name_of(reader));
			return false;
		}
	}
	return true;
}

/* uses_allocators(allocator(traits), ...), uses_allocators(memspace(m), traits(t) : allocator; ...).  Predefined allocators are
   always there, so they make no items. */
static bool read_uses_allocators(struct reader *reader)
{
	struct clause_item **tail = &reader->clause->items;
	for (const char *start = reader->start, *next; start; start = next) {
		const char *semicolon = scan_find(start, reader->end, ";"), *end = semicolon ? semicolon : reader->end;
		const char *colon = scan_find(start, end, ":"), *comma = colon ? NULL : scan_find(start, end, ",");
		struct clause_item *item = ARENA_NEW(reader->source->arena, struct clause_item);
		end = comma ? comma : end;
		next = comma ? comma + 1 : semicolon ? semicolon + 1 : NULL;
		if (colon && !read_allocator_modifiers(reader, start, colon, item))
			return false;
		struct lexeme word = scan(colon ? colon + 1 : start, end), open = scan(word.start + word.length, end);
		const char *close = lexeme_is(open, "(") && !colon ? scan_closing(open.start, end) : NULL;
		if (word.kind != LEX_WORD || (open.kind != LEX_END && (!close || scan(close + 1, end).kind != LEX_END))) {
			error_at(reader->source, place(reader, word.start), "expected an allocator in '%s'", name_of(reader));
			return false;
		}
		if (close)
			item->traits = copy(reader, open.start + 1, close);
		item->name = arena_strndup(reader->source->arena, word.start, word.length);
		item->offset = place(reader, word.start);
		if (allocate_predefined(item->name) && (item->traits || item->memspace)) {
			error_at(reader->source, item->offset, "'%s' is predefined: it has its traits already", item->name);
			return false;
		}
		if (!allocate_predefined(item->name)) {
			*tail = item;
			tail = &item->next;
		}
	}
	return true;
}

/* The directive name of `if(parallel : n > 3)`; a ':' that belongs to ?: is not preceded by one. */
static bool read_if(struct reader *reader)
{
	struct compound_row directive;
	size_t length;
	const char *start = reader->start + strspn(reader->start, " ");
	if (openmp_find_directive(start, &directive, &length) && start + length < reader->end) {
		struct lexeme colon = scan(start + length, reader->end);
		if (lexeme_is(colon, ":")) {
			reader->clause->keyword = directive.spelling;
			start = colon.start + 1;
		}
	} else {
		const char *colon = scan_find(start, reader->end, ":"), *question = scan_find(start, reader->end, "?");
		if (colon && !question) {
			error_at(reader->source, place(reader, start), "'%s' before ':' in 'if' is not a directive",
				 copy(reader, start, colon));
			return false;
		}
	}
	return read_expression(reader, start);
}

static bool check_schedule_modifiers(struct reader *reader)
{
	const char *at = reader->clause->modifiers, *end = at + strlen(at);
	for (struct lexeme word = scan(at, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (lexeme_is(word, ",") || lexeme_is(word, "monotonic") || lexeme_is(word, "nonmonotonic") || lexeme_is(word, "simd"))
			continue;
		error_at(reader->source, reader->clause->offset,
			 "unknown modifier '%.*s' in 'schedule'; the modifiers are monotonic, nonmonotonic and simd", (int)word.length,
			 word.start);
		return false;
	}
	return true;
}

static bool read_schedule(struct reader *reader)
{
	static const char *const kinds[] = {"static", "dynamic", "guided", "auto", "runtime"};
	const char *colon = scan_find(reader->start, reader->end, ":"), *question = scan_find(reader->start, reader->end, "?");
	const char *start = reader->start;
	if (colon && !(question && question < colon)) {
		reader->clause->modifiers = copy(reader, start, colon);
		if (!check_schedule_modifiers(reader))
			return false;
		start = colon + 1;
	}
	const char *comma = scan_find(start, reader->end, ",");
	reader->clause->keyword = copy(reader, start, comma ? comma : reader->end);
	bool known = false;
	for (int i = 0; i < 5; i++)
		known |= !strcmp(kinds[i], reader->clause->keyword);
	size_t first = strcspn(reader->clause->keyword, " ");
	for (int i = 0; i < 5 && !known; i++)
		if (reader->clause->keyword[first] && strlen(kinds[i]) == first && !strncmp(kinds[i], reader->clause->keyword, first)) {
			error_at(reader->source, place(reader, start), "expected a comma between the schedule's kind and its chunk: schedule(%s, %s)", kinds[i],
				 reader->clause->keyword + first + 1);
			return false;
		}
	if (!known) {
		error_at(reader->source, place(reader, start),
			 "unknown schedule kind '%s'; the kinds are static, dynamic, guided, auto and runtime", reader->clause->keyword);
		return false;
	}
	if (comma && (!strcmp(reader->clause->keyword, "auto") || !strcmp(reader->clause->keyword, "runtime"))) {
		error_at(reader->source, place(reader, comma + 1), "schedule(%s) takes no chunk size", reader->clause->keyword);
		return false;
	}
	return !comma || read_expression(reader, comma + 1);
}

static bool read_modified(struct reader *reader)
{
	const char *colon = scan_find(reader->start, reader->end, ":"), *question = scan_find(reader->start, reader->end, "?");
	const char *start = reader->start, *second = colon && !question ? scan_find(colon + 1, reader->end, ":") : NULL;
	if (second) {
		error_at(reader->source, place(reader, second), "unexpected ':' in '%s'", name_of(reader));
		return false;
	}
	if (colon && !(question && question < colon)) {
		reader->clause->modifiers = copy(reader, start, colon);
		if (reader->clause->kind == C_NUM_THREADS && strcmp(reader->clause->modifiers, "strict")) {
			error_at(reader->source, place(reader, start), "unknown modifier '%s' in 'num_threads'; only 'strict' is one",
				 reader->clause->modifiers);
			return false;
		}
		start = colon + 1;
	}
	return read_expression(reader, start);
}

static bool check_count(struct reader *reader)
{
	if (reader->clause->kind != C_DETACH || !reader->clause->items->next)
		return true;
	error_at(reader->source, reader->clause->offset, "'detach' takes one variable, of type omp_event_handle_t");
	return false;
}

static bool read_argument(struct reader *reader)
{
	switch (clause_rows[reader->clause->kind].shape) {
	case SHAPE_NONE: return true;
	case SHAPE_OPTIONAL_EXPRESSION: reader->pragma->newer |= reader->pragma->expanded; return read_expression(reader, reader->start);
	case SHAPE_EXPRESSION:
	case SHAPE_CONSTANT:
	case SHAPE_OPTIONAL_CONSTANT: return read_expression(reader, reader->start);
	case SHAPE_KEYWORD: return read_keyword(reader);
	case SHAPE_LIST: return read_list(reader, reader->start, reader->end, false) && check_count(reader);
	case SHAPE_MODIFIED_LIST: return read_modified_list(reader);
	case SHAPE_ITEMS: return read_list(reader, reader->start, reader->end, true);
	case SHAPE_LINEAR: return read_linear(reader);
	case SHAPE_REDUCTION: return read_reduction(reader);
	case SHAPE_ALLOCATE: return read_allocate(reader);
	case SHAPE_USES_ALLOCATORS: return read_uses_allocators(reader);
	case SHAPE_IF: return read_if(reader);
	case SHAPE_SCHEDULE: return read_schedule(reader);
	case SHAPE_MODIFIED: return read_modified(reader);
	case SHAPE_MAP: return clause_read_map(reader->source, reader->pragma, reader->clause, reader->start, reader->end);
	case SHAPE_LOCATORS: return clause_read_locators(reader->source, reader->pragma, reader->clause, reader->start, reader->end);
	case SHAPE_DEFAULTMAP: return clause_read_defaultmap(reader->source, reader->pragma, reader->clause, reader->start, reader->end);
	case SHAPE_DEPEND: return read_depend(reader);
	case SHAPE_UPDATE: return read_update(reader);
	case SHAPE_DESTROY: return reader->pragma->directive.leaves[0] == D_DEPOBJ ? read_depobj(reader, reader->start, reader->end)
										  : read_list(reader, reader->start, reader->end, false);
	case SHAPE_INIT: return read_init(reader);
	case SHAPE_AFFINITY: return read_affinity(reader);
	case SHAPE_RAW: return true;
	}
	ppcc_bug("a clause has no shape");
}

/* That some leaf accepts the clause, and that it is not there twice. */
static bool check_allowed(struct reader *reader)
{
	const struct compound_row *directive = &reader->pragma->directive;
	enum clause_kind kind = reader->clause->kind;
	bool accepted = false;
	for (int i = 0; i < directive->leaf_count; i++)
		if (openmp_accepts(directive->leaves[i], kind))
			accepted = true;
		else if (kind == C_NOWAIT && !accepted && directive->leaves[i] == D_PARALLEL)
			break; /* its end is the barrier */
	if (!accepted) {
		error_at(reader->source, reader->clause->offset, "clause '%s' is not allowed on '%s'", name_of(reader), directive->spelling);
		return false;
	}
	if (clause_rows[kind].times == TIMES_ONCE && clause_find(reader->pragma->clauses, kind)) {
		error_at(reader->source, reader->clause->offset, "clause '%s' may appear only once on a directive", name_of(reader));
		return false;
	}
	return true;
}

/* Some names mean a list or nothing depending on where they stand: `ordered` with and without (n). */
static bool wants_argument(enum clause_kind kind, bool *optional)
{
	enum clause_shape shape = clause_rows[kind].shape;
	*optional = shape == SHAPE_OPTIONAL_CONSTANT || shape == SHAPE_OPTIONAL_EXPRESSION || shape == SHAPE_UPDATE || shape == SHAPE_DESTROY;
	return shape != SHAPE_NONE;
}

/* The clause that a word names on this directive: `default` of a metadirective is what 5.2 calls `otherwise` (7.4.2). */
static enum clause_kind find_clause(struct source *source, const struct pragma *pragma, struct lexeme word)
{
	if ((pragma->directive.leaves[0] != D_METADIRECTIVE && pragma->directive.leaves[0] != D_BEGIN_METADIRECTIVE) || !lexeme_is(word, "default"))
		return openmp_find_clause(word.start, word.length);
	deprecated_at(source, DEPRECATED_METADIRECTIVE_DEFAULT, pragma_offset(source, pragma, word.start),
			  "'default' on 'metadirective' is deprecated since OpenMP 5.2; write 'otherwise'");
	return C_OTHERWISE;
}

/* A directive-name-modifier (6.0, 5.4), `firstprivate(target : x)`: the leaf that the clause is for.  False: an error was
   printed. */
static bool read_leaf(struct reader *reader)
{
	enum clause_shape shape = clause_rows[reader->clause->kind].shape;
	const char *colon = scan_find(reader->start, reader->end, ":"), *start = reader->start + strspn(reader->start, " ");
	struct compound_row named;
	size_t length;
	if (!colon || shape == SHAPE_IF || shape == SHAPE_SCHEDULE || shape == SHAPE_RAW || shape == SHAPE_DEPEND || shape == SHAPE_INIT || !openmp_find_directive(start, &named, &length) ||
	    scan(start + length, reader->end).start != colon)
		return true;
	reader->clause->leaf = named.leaves[0];
	for (int i = 0; i < reader->pragma->directive.leaf_count && named.leaf_count == 1; i++)
		reader->clause->one_leaf |= reader->pragma->directive.leaves[i] == named.leaves[0] && openmp_accepts(named.leaves[0], reader->clause->kind);
	if (!reader->clause->one_leaf) {
		error_at(reader->source, place(reader, start), "'%s' in '%s' is no part of '%s' that takes the clause", named.spelling,
			 name_of(reader), reader->pragma->directive.spelling);
		return false;
	}
	reader->start = colon + 1;
	reader->pragma->newer |= reader->pragma->expanded; /* else lint_hide.c hides it */
	return true;
}

/* Whether `next` cannot follow `last` in an expression: two operands side by side.  depth: of brackets around them. */
static bool clash(struct lexeme last, struct lexeme next, int depth)
{
	bool operand = next.kind == LEX_NUMBER || next.kind == LEX_WORD;
	if (last.kind == LEX_NUMBER)
		return operand || next.kind == LEX_STRING || lexeme_is(next, "(");
	if (last.kind == LEX_STRING)
		return operand;
	if (last.kind != LEX_WORD || lexeme_is(last, "sizeof") || lexeme_is(last, "_Alignof") || lexeme_is(last, "__extension__"))
		return false;
	return next.kind == LEX_NUMBER || (next.kind == LEX_WORD && depth == 0); /* in brackets words can be a type's */
}

/* What no expression is like, where libclang does not read it: it knows most clauses, and checks all of them.
   False: an error was printed. */
static bool check_expression(struct reader *reader, const char *text)
{
	const char *end = text ? text + strlen(text) : NULL;
	struct lexeme last = {LEX_END, NULL, 0};
	int depth = 0, braces = 0;
	bool integer = openmp_lists("sizes counts permutation looprange", name_of(reader));
	for (struct lexeme l = scan(text, end); text && l.kind != LEX_END; last = l, l = scan(l.start + l.length, end)) {
		depth += lexeme_is(l, "(") || lexeme_is(l, "[");
		depth -= lexeme_is(l, ")") || lexeme_is(l, "]");
		braces += lexeme_is(l, "{") - lexeme_is(l, "}");
		bool semicolon = lexeme_is(l, ";"), real = integer && l.kind == LEX_NUMBER && memchr(l.start, '.', l.length);
		if (braces || (!semicolon && !real && !clash(last, l, depth)))
			continue;
		const char *here = strstr(reader->start, text); /* text is a copy of a part of the argument */
		error_at(reader->source, here ? place(reader, here + (l.start - text)) : reader->clause->offset,
			 semicolon ? "unexpected '%.*s' in '%s'" : real ? "'%.*s' in '%s' is no integer" : "expected ')' before '%.*s' in '%s'",
			 (int)l.length, l.start, name_of(reader));
		return false;
	}
	return true;
}

static bool check_expressions(struct reader *reader)
{
	const struct clause *clause = reader->clause;
	enum clause_shape shape = clause_rows[clause->kind].shape;
	bool list = clause->kind == C_NUM_THREADS && clause->expression && strchr(clause->expression, ',');
	bool modified = (clause->kind == C_NUM_THREADS || clause->kind == C_NUM_TEAMS) && clause->modifiers;
	if (openmp_lists("sizes counts permutation looprange", name_of(reader)))
		return check_expression(reader, clause->argument);
	if (list || modified || shape == SHAPE_OPTIONAL_EXPRESSION || clause->kind == C_ALLOCATE || clause->kind == C_PARTIAL)
		return check_expression(reader, clause->modifiers) && check_expression(reader, clause->expression) &&
		       check_expression(reader, clause->alignment);
	return true;
}

/* Reads the clause named by `word`; returns the place after it, null after an error. */
static const char *parse_clause(struct source *source, struct pragma *pragma, struct lexeme word, const char *end)
{
	struct reader reader = {source, pragma, ARENA_NEW(source->arena, struct clause), NULL, NULL};
	unsigned offset = pragma_offset(source, pragma, word.start);
	enum clause_kind kind = find_clause(source, pragma, word);
	struct compound_row other;
	size_t other_length;
	bool names_construct = kind == CLAUSE_COUNT || (kind >= C_PARALLEL && kind <= C_TASKGROUP); /* the clauses of cancel */
	if (names_construct && directive_rows[pragma->directive.leaves[0]].before != BEFORE_NOTHING &&
	    openmp_find_directive(word.start, &other, &other_length)) {
		unsupported_at(source, offset, "the combined directive '%s %s'", pragma->directive.spelling, other.spelling);
		return NULL;
	}
	if (kind == CLAUSE_COUNT && lexeme_is(word, "do")) {
		error_at(source, offset, "'do' is Fortran's: in C the loop directive is 'for'");
		return NULL;
	}
	if (kind == CLAUSE_COUNT) {
		const char *nearest = openmp_nearest_clause(word.start, word.length);
		if (nearest)
			error_at(source, offset, "unknown clause '%.*s' on '%s'; did you mean '%s'?", (int)word.length, word.start,
				 pragma->directive.spelling, nearest);
		else
			error_at(source, offset, "unknown clause '%.*s' on '%s'", (int)word.length, word.start,
				 pragma->directive.spelling);
		return NULL;
	}
	reader.clause->kind = kind;
	reader.clause->offset = offset;
	if (!check_allowed(&reader))
		return NULL;

	bool optional, wants = wants_argument(kind, &optional);
	if (kind == C_DESTROY && pragma->directive.leaves[0] != D_DEPOBJ)
		optional = false;
	struct lexeme open = scan(word.start + word.length, end);
	const char *after = word.start + word.length;
	if (lexeme_is(open, "(") && wants) {
		const char *close = scan_closing(open.start, end);
		if (!close) {
			error_at(source, pragma_offset(source, pragma, open.start), "missing ')' in '%s'", name_of(&reader));
			return NULL;
		}
		reader.start = open.start + 1;
		reader.end = close;
		if (!read_leaf(&reader))
			return NULL;
		reader.clause->argument = copy(&reader, reader.start, reader.end);
		reader.clause->argument_at = (unsigned)(reader.start + strspn(reader.start, " ") - pragma->words);
		after = close + 1;
		if (!read_argument(&reader) || !check_expressions(&reader))
			return NULL;
	} else if (wants && !optional) {
		error_at(source, offset, "expected '(' after '%s'", name_of(&reader));
		return NULL;
	} else if (lexeme_is(open, "(")) {
		error_at(source, pragma_offset(source, pragma, open.start), "'%s' takes no argument", name_of(&reader));
		return NULL;
	}
	struct clause **tail = &pragma->clauses;
	while (*tail)
		tail = &(*tail)->next;
	*tail = reader.clause;
	return after;
}

bool clause_parse_all(struct source *source, struct pragma *pragma, const char *at)
{
	const char *end = pragma->words + strlen(pragma->words);
	for (struct lexeme word = scan(at, end); word.kind != LEX_END; word = scan(at, end)) {
		if (lexeme_is(word, ",") && pragma->directive.leaves[0] != D_DECLARE_REDUCTION) {
			word = scan(word.start + 1, end);
			if (word.kind == LEX_END) {
				error_at(source, pragma_offset(source, pragma, at), "expected a clause after ','");
				return false;
			}
		}
		if (lexeme_is(word, "{")) {
			error_at(source, pragma_offset(source, pragma, word.start), "the block begins on the line after the directive, not on its own");
			return false;
		}
		if (word.kind != LEX_WORD) {
			error_at(source, pragma_offset(source, pragma, word.start), "expected a clause, found '%.*s'", (int)word.length,
				 word.start);
			return false;
		}
		at = parse_clause(source, pragma, word, end);
		if (!at)
			return false;
	}
	return true;
}

const struct clause *clause_find(const struct clause *clauses, enum clause_kind kind)
{
	for (; clauses; clauses = clauses->next)
		if (clauses->kind == kind)
			return clauses;
	return NULL;
}

bool clause_is_inscan(const struct clause *clause)
{
	return clause->kind == C_REDUCTION && clause->modifiers && !strcmp(clause->modifiers, "inscan");
}
