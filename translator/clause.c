/* clause.c - the clauses of a directive: which may stand there, and the readers of most shapes of arguments. */
#include "clause_reader.h"

#include "clause_map.h"
#include "diagnostic.h"
#include "scan.h"

#include <ctype.h>
#include <string.h>

bool read_expression(struct reader *reader, const char *start)
{
	reader->clause->expression = copy(reader, start, reader->end);
	if (*reader->clause->expression)
		return true;
	error_at(reader->source, reader->clause->offset, "expected an expression in '%s'", name_of(reader));
	return false;
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
	case SHAPE_SWITCH:
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
	*optional = shape == SHAPE_OPTIONAL_CONSTANT || shape == SHAPE_SWITCH || shape == SHAPE_OPTIONAL_EXPRESSION || shape == SHAPE_UPDATE || shape == SHAPE_DESTROY;
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
