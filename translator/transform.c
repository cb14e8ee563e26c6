#include "transform.h"

#include "diagnostic.h"
#include "lower.h"
#include "rewrite.h"
#include "scan.h"
#include "transform_internal.h"

#include <stdlib.h>
#include <string.h>

static bool (*const constructs[DIRECTIVE_COUNT])(struct transform *) = {
	[D_TILE] = transform_tile,
	[D_STRIPE] = transform_stripe,
	[D_UNROLL] = transform_unroll,
	[D_REVERSE] = transform_reverse,
	[D_INTERCHANGE] = transform_interchange,
	[D_FUSE] = transform_fuse,
	[D_SPLIT] = transform_split,
};

bool transform_replaces(enum directive directive)
{
	return constructs[directive] != NULL;
}

/* ---------------------------------------------------------------------------------------------- which constructs */

static enum directive kind_of(const struct pragma *pragma)
{
	return pragma->directive.leaves[0];
}

static bool is_transformation(const struct pragma *pragma)
{
	return transform_replaces(kind_of(pragma));
}

/* Whether the pragma's construct holds the place; a directive right before another's pragma holds that. */
static bool holds(const struct survey *survey, const struct pragma *pragma, unsigned offset)
{
	const struct statement *statement = &survey->statements[pragma->index];
	return statement->found && pragma->end <= offset && offset < statement->end;
}

static bool has_loops(const struct pragma *pragma)
{
	return directive_rows[pragma->directive.leaves[pragma->directive.leaf_count - 1]].before == BEFORE_LOOP;
}

/* How many nested loops the directive is about. */
static long loops_of(const struct pragma *pragma)
{
	static const enum clause_kind numbers[] = {C_COLLAPSE, C_ORDERED}, lists[] = {C_SIZES, C_PERMUTATION};
	long most = kind_of(pragma) == D_INTERCHANGE ? 2 : 1;
	for (int i = 0; i < 2; i++) {
		const struct clause *number = clause_find(pragma->clauses, numbers[i]), *list = clause_find(pragma->clauses, lists[i]);
		long count = number && number->expression ? strtol(number->expression, NULL, 0) : 0;
		if (list && list->argument) {
			count = 1;
			for (const char *end = list->argument + strlen(list->argument), *comma = list->argument; (comma = scan_find(comma, end, ",")); comma++)
				count++;
		}
		most = count > most ? count : most;
	}
	return most;
}

/* How many loops of a nest that starts at `start` are around a place; -1 when there is more around it than loops and braces. */
static long loops_around(const struct source *source, unsigned start, unsigned place, bool sequence)
{
	long count = 0;
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < place;) {
		if (source_token_is(source, i, "for")) {
			unsigned end = sequence && count == 0 ? transform_statement_end(source, source->tokens[i].start, source->size) : place;
			const char *open = strchr(source->text + source->tokens[i].start, '('), *close = open ? scan_closing(open, source->text + place) : NULL;
			if (end < place) { /* one of the loops before */
				i = source_program_token(source, source_token_at(source, end));
				continue;
			}
			if (!close)
				return -1;
			count++;
			i = source_token_at(source, (unsigned)(close - source->text));
		} else if (!source_token_is(source, i, "{") && !(sequence && source_token_is(source, i, "}"))) {
			return -1;
		}
		i = source_program_token(source, i + 1);
	}
	return count;
}

/* Whether the loops that `inner` generates are loops of `outer`. */
static bool consumes(const struct source *source, const struct pragma *outer, const struct pragma *inner)
{
	if (!has_loops(outer))
		return false;
	long depth = outer->next == inner->next ? 0 : loops_around(source, outer->next, inner->start, kind_of(outer) == D_FUSE);
	return depth >= 0 && depth < loops_of(outer);
}

/* The directive whose loops the generated ones are: the outermost that is no transformation.  *consumed: that, or a
   transformation. */
static const struct pragma *find_consumer(const struct survey *survey, const struct pragma *pragma, bool *consumed)
{
	const struct pragma *consumer = NULL;
	*consumed = false;
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *outer = &survey->pragmas->items[i];
		if (outer == pragma || !holds(survey, outer, pragma->start) || !consumes(survey->source, outer, pragma))
			continue;
		*consumed = true;
		if (!is_transformation(outer))
			consumer = outer;
	}
	return consumer;
}

/* Whether the pragma, a `nothing`, stands in the construct of a transformation, or between a directive and its statement or the
   loops that it is about. */
static bool is_in_the_way(const struct survey *survey, const struct pragma *pragma)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *outer = &survey->pragmas->items[i];
		bool between = directive_rows[kind_of(outer)].before != BEFORE_NOTHING && (outer->next == pragma->next || consumes(survey->source, outer, pragma));
		if (outer != pragma && (is_transformation(outer) || between) && holds(survey, outer, pragma->start))
			return true;
	}
	return false;
}

static bool is_wanted(const struct survey *survey, const struct pragma *pragma)
{
	bool consumed;
	if (kind_of(pragma) == D_NOTHING)
		return is_in_the_way(survey, pragma);
	if (!is_transformation(pragma))
		return false;
	return kind_of(pragma) != D_UNROLL || pragma->clauses || find_consumer(survey, pragma, &consumed) || consumed;
}

bool transform_wanted(const struct survey *survey)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (is_wanted(survey, &survey->pragmas->items[i]))
			return true;
	return false;
}

static bool is_innermost(const struct survey *survey, const struct pragma *pragma)
{
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *inner = &survey->pragmas->items[i];
		if (inner != pragma && holds(survey, pragma, inner->start) && is_wanted(survey, inner))
			return false;
	}
	return true;
}

/* ---------------------------------------------------------------------------------------------- reading */

int transform_items(struct transform *t, const struct clause *clause, const char **items, int most)
{
	int count = 0;
	const char *start = clause->argument, *end = start + strlen(start);
	for (const char *comma; start; start = comma ? comma + 1 : NULL) {
		comma = scan_find(start, end, ",");
		const char *first = start, *last = comma ? comma : end;
		scan_trim(&first, &last);
		if (first == last || count == most) {
			error_at(t->source, clause->offset, count == most ? "too many items in '%s'" : "expected an expression in '%s'",
			         clause_rows[clause->kind].spelling);
			return 0;
		}
		items[count++] = arena_strndup(t->arena, first, (size_t)(last - first));
	}
	return count;
}

static bool names_in(const struct source *source, unsigned start, unsigned end, const char *name)
{
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++)
		if (source_token_is(source, i, name))
			return true;
	return false;
}

/* Whether a name can be declared in the construct: it is new, or a local variable elsewhere that is not seen here. */
static bool is_free(const struct transform *t, const char *name)
{
	const struct source *source = t->source;
	struct name *file_name;
	if (!survey_uses_name(t->survey, name))
		return true;
	HASH_FIND_STR(t->survey->file_names, name, file_name);
	if (file_name || survey_lookup(t->survey, name, strlen(name), t->pragma->start) || names_in(source, t->pragma->start, t->statement->end, name))
		return false;
	for (unsigned i = 0; i < source->token_count; i++)
		if (source->tokens[i].directive && source_token_is(source, i, name))
			return false;
	return true;
}

const char *transform_name(struct transform *t, const char *variable, const char *what)
{
	const char *base = arena_printf(t->arena, "%s_%s", variable, what), *candidate = base;
	for (int i = 2; !is_free(t, candidate) || (t->names && strstr(t->names, arena_printf(t->arena, " %s ", candidate))); i++)
		candidate = arena_printf(t->arena, "%s_%d", base, i);
	t->names = arena_printf(t->arena, "%s %s ", t->names ? t->names : "", candidate);
	t->source->own_names = arena_printf(t->arena, "%s %s ", t->source->own_names ? t->source->own_names : "", candidate);
	return candidate;
}

/* That no break leaves the loop that has this body.  One that leaves the loop right after the pragma was found before. */
static bool check_break(struct transform *t, struct span body)
{
	struct source *source = t->source;
	unsigned skip = 0, macro = 0;
	bool hidden = transform_macros_say(t, body, "break", &macro);
	for (unsigned i = source_program_token(source, source_token_at(source, body.start)); i < source->token_count && source->tokens[i].start < body.end;
	     i = source_program_token(source, i + 1)) {
		if (hidden && source->tokens[i].start == macro && macro >= skip) { /* what it leaves is seen when it is expanded */
			region_expand(t->tree, macro);
			return false;
		}
		if (source->tokens[i].start < skip)
			continue;
		if (source_token_is(source, i, "for") || source_token_is(source, i, "while") || source_token_is(source, i, "switch") || source_token_is(source, i, "do"))
			skip = transform_statement_end(source, source->tokens[i].start, body.end);
		else if (source_token_is(source, i, "break")) {
			error_at(source, source->tokens[i].start, "'break' leaves the '%s' region: all iterations of its loop must run",
			         t->pragma->directive.spelling);
			return false;
		}
	}
	return true;
}

/* That the body leaves the loop variable alone, and that the header does not depend on the loops [outermost, inner) around. */
static bool check_loop(struct transform *t, const struct loop *loop, int outermost, int inner)
{
	const struct survey *survey = t->survey;
	for (unsigned i = survey_reference_at(survey, loop->body.start); i < survey->reference_count && survey->references[i].offset < loop->body.end; i++) {
		const struct reference *reference = &survey->references[i];
		if (reference->variable == loop->variable && (reference->access & ACCESS_WRITE)) {
			error_at(t->source, reference->offset, "'%s' is the loop variable and must not change in the loop's body", loop->variable->name);
			return false;
		}
	}
	for (int outer = outermost; outer < inner; outer++)
		for (unsigned i = survey_reference_at(survey, loop->header.start); i < survey->reference_count && survey->references[i].offset < loop->header.end; i++)
			if (survey->references[i].variable == t->loops[outer].variable) {
				error_at(t->source, survey->references[i].offset, "'%s' needs a rectangular loop nest, but the loop over '%s' depends on '%s'",
				         t->pragma->directive.spelling, loop->variable->name, t->loops[outer].variable->name);
				return false;
			}
	return true;
}

/* That nothing but loops, braces and comments goes away. */
static bool check_gap(struct transform *t, unsigned start, unsigned end)
{
	const struct source *source = t->source;
	for (unsigned i = source_token_at(source, start); i < source->token_count && source->tokens[i].start < end; i++) {
		if (!source->tokens[i].directive || source->tokens[i].kind == CXToken_Comment)
			continue;
		unsigned last = source_directive_end(source, i);
		if (!source_token_is(source, i + 1, "line")) {
			unsupported_at(t->source, source->tokens[i].start, "a preprocessor directive between '#pragma omp %s' and the end of its loops' headers",
			               t->pragma->directive.spelling);
			return false;
		}
		i = source_token_at(source, last) - 1;
	}
	return true;
}

/* The loop variable is private where several threads or tasks run the construct. */
static bool is_shared_here(const struct transform *t, const struct variable *variable)
{
	for (unsigned i = 0; i < t->survey->pragmas->count; i++) {
		const struct pragma *outer = &t->survey->pragmas->items[i];
		if (outer == t->pragma || !holds(t->survey, outer, t->pragma->start))
			continue;
		bool own = variable->declared > outer->end, outlined = false, listed = false;
		for (int l = 0; l < outer->directive.leaf_count; l++)
			outlined |= openmp_is_outlined(outer->directive.leaves[l]) || outer->directive.leaves[l] == D_TARGET;
		for (const struct clause *clause = outer->clauses; clause; clause = clause->next)
			for (const struct clause_item *item = clause->items; item; item = item->next)
				listed |= !strcmp(item->name, variable->name) && clause->kind != C_SHARED;
		if (outlined && !own && !listed)
			return true;
	}
	return false;
}

bool transform_read(struct transform *t, int at, unsigned start, unsigned end, int count)
{
	if (at + count > MOST_LOOPS) {
		unsupported_at(t->source, t->pragma->start, "'%s' of more than %d loops", t->pragma->directive.spelling, MOST_LOOPS);
		return false;
	}
	if (!loop_read(t->tree, start, end, t->pragma->directive.spelling, count, &t->loops[at], NULL))
		return false;
	struct span body = t->loops[at + count - 1].body;
	for (int i = at; i < at + count; i++) {
		if (!check_loop(t, &t->loops[i], at, i) || !check_gap(t, i == at ? t->loops[i].start : t->loops[i - 1].header.end, t->loops[i].header.end))
			return false;
		if (t->loops[i].variable->type->size > 8) {
			unsupported_at(t->source, t->loops[i].name.start, "'%s' of a loop over '%s'", t->pragma->directive.spelling, t->loops[i].variable->type->spelling);
			return false;
		}
		space_read(t, &t->loops[i], body.end, &t->spaces[i]);
		if (!t->loops[i].declared && !t->consumer)
			t->spaces[i].declare = is_shared_here(t, t->loops[i].variable);
	}
	t->count = at + count;
	return check_gap(t, t->loops[at + count - 1].header.end, body.start) && check_gap(t, body.end, end) && (t->loops[t->count - 1].start == t->pragma->next || check_break(t, body));
}

/* ---------------------------------------------------------------------------------------------- one construct */

static bool check_statement(struct transform *t)
{
	const struct statement *statement = t->statement;
	const char *name = t->pragma->directive.spelling;
	const struct invocation *invocation = statement->found ? NULL : survey_invocation(t->survey, t->pragma->next);
	if (invocation || (statement->found && statement->unknown)) {
		region_expand(t->tree, invocation ? invocation->start : statement->unknown);
		return false;
	}
	if (statement->found && (kind_of(t->pragma) == D_FUSE ? statement->is_compound : statement->is_for))
		return check_gap(t, t->pragma->end, statement->start);
	invocation = statement->found ? survey_invocation(t->survey, statement->start) : NULL;
	if (invocation)
		region_expand(t->tree, invocation->start);
	else
		error_at(t->source, statement->found ? statement->start : t->pragma->start, "expected %s after '#pragma omp %s'",
		         kind_of(t->pragma) == D_FUSE ? "loops in braces" : "a for loop", name);
	return false;
}

/* The comments between the pragma and the body stay, above the loops. */
static void keep_comments(struct transform *t, unsigned end)
{
	struct source *source = t->source;
	for (unsigned i = source_token_at(source, t->pragma->end); i < source->token_count && source->tokens[i].start < end; i++) {
		const struct token *token = &source->tokens[i];
		if (token->kind != CXToken_Comment || token->directive)
			continue;
		const char *comment = arena_strndup(t->arena, source->text + token->start, token->end - token->start);
		writer_line(&t->out, user_line(source, token->start), 0, comment);
		t->out.line = user_line(source, token->end) + 1;
	}
}

/* Gives the consumer a private clause for the loop variables that are declared outside. */
static void make_private(struct transform *t, struct rewrite *changes)
{
	for (int i = 0; t->consumer && i < t->count; i++) {
		const char *name = t->spaces[i].name;
		bool listed = t->spaces[i].declare || t->loops[i].variable->declared > t->consumer->end;
		for (const struct clause *clause = t->consumer->clauses; clause; clause = clause->next)
			for (const struct clause_item *item = clause->items; item; item = item->next)
				listed |= !strcmp(item->name, name) && clause->kind != C_SHARED;
		for (int k = 0; k < i; k++)
			listed |= !strcmp(t->spaces[k].name, name);
		if (listed)
			continue;
		unsigned last = source_token_at(t->source, t->consumer->end);
		while (last > 0 && (t->source->tokens[last - 1].kind == CXToken_Comment))
			last--;
		unsigned end = t->source->tokens[last - 1].end;
		rewrite_add(changes, end, end, arena_printf(t->arena, " private(%s)", name));
	}
}

/* Puts what was written in place of the construct. */
static void replace(struct transform *t, struct rewrite *changes)
{
	struct source *source = t->source;
	unsigned start = t->pragma->start, end = t->statement->end;
	while (start > 0 && source->text[start - 1] != '\n')
		start--;
	unsigned rest = end + (unsigned)strspn(source->text + end, " \t\r"), line = user_line(source, end);
	bool blank = source->text[rest] == '\n';
	if (blank) {
		rest++;
		line++;
	}
	if (source->text[rest] && t->out.line != line)
		text_printf(&t->out.text, LINE_ON, line);
	if (!blank)
		text_adds(&t->out.text, t->out.margin);
	rewrite_add(changes, start, rest, arena_strdup(t->arena, t->out.text.data));
}

/* False: an error was printed, or a macro must be expanded first. */
static bool transform_one(struct transform *t, struct rewrite *changes)
{
	if (source_is_c90(t->source)) {
		unsupported_at(t->source, t->pragma->start, "'#pragma omp %s' in C90, which has no declarations in a for statement", t->pragma->directive.spelling);
		return false;
	}
	if (!check_statement(t))
		return false;
	t->consumer = find_consumer(t->survey, t->pragma, &t->consumed);
	const struct clause *ordered = t->consumer ? clause_find(t->consumer->clauses, C_ORDERED) : NULL;
	if (ordered && ordered->expression) {
		unsupported_at(t->source, t->pragma->start, "'%s' of a loop of '%s' with 'ordered(%s)', whose dependences name the loops as they are written",
		               t->pragma->directive.spelling, t->consumer->directive.spelling, ordered->expression);
		return false;
	}
	writer_begin(&t->out, t->source, t->pragma);
	t->out.line = user_line(t->source, t->pragma->start);
	bool good = constructs[kind_of(t->pragma)](t);
	if (good) {
		if (t->block) {
			t->out.margin = t->block;
			writer_line(&t->out, t->out.line, 0, "}");
		}
		make_private(t, changes);
		replace(t, changes);
	}
	text_release(&t->out.text);
	return good;
}

bool transform_leaves(struct transform *t, long count)
{
	if (!t->consumer)
		return true;
	long around = t->consumer->next == t->pragma->next ? 0 : loops_around(t->source, t->consumer->next, t->pragma->start, false);
	if (loops_of(t->consumer) - around <= count)
		return true;
	unsupported_at(t->source, t->consumer->start, "'%s' of the loops in a tile of '#pragma omp %s', which are of different lengths; it can have the loops over the tiles",
	               t->consumer->directive.spelling, t->pragma->directive.spelling);
	return false;
}

bool transform_may_be_sequence(struct transform *t)
{
	for (unsigned i = 0; i < t->survey->pragmas->count; i++) {
		const struct pragma *outer = &t->survey->pragmas->items[i];
		if (outer == t->pragma || !has_loops(outer) || outer->next != t->pragma->next || !holds(t->survey, outer, t->pragma->start))
			continue;
		if (kind_of(outer) == D_FUSE)
			return true;
		error_at(t->source, t->pragma->start, "'%s' leaves no single loop for '%s'", t->pragma->directive.spelling, outer->directive.spelling);
		return false;
	}
	return true;
}

/* "tile.c:12: #pragma omp tile sizes(4)" */
const char *transform_origin(struct transform *t)
{
	struct place place = source_place(t->source, t->pragma->start);
	const char *slash = strrchr(place.file, '/');
	return arena_printf(t->arena, "/* %s:%u: %s */", slash ? slash + 1 : place.file, place.line, pragma_line(t->source, t->pragma, true));
}

void transform_begin(struct transform *t, unsigned body)
{
	if (!t->consumed)
		writer_line(&t->out, user_line(t->source, t->pragma->start), 0, transform_origin(t));
	keep_comments(t, body);
}

const char *transform_inside(struct transform *t, const char *statements)
{
	return t->consumed ? arena_printf(t->arena, "%s\n%s", transform_origin(t), statements) : *statements ? statements : NULL;
}

bool transform_loops(struct region_tree *tree, bool *changed)
{
	struct survey *survey = tree->survey;
	struct rewrite changes = {.source = tree->source};
	bool good = true;
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		if (!is_wanted(survey, pragma) || !is_innermost(survey, pragma))
			continue;
		if (kind_of(pragma) == D_NOTHING) {
			rewrite_add(&changes, pragma->start, pragma->end, "");
			continue;
		}
		struct transform *t = ARENA_NEW(tree->source->arena, struct transform);
		*t = (struct transform){.tree = tree, .survey = survey, .source = tree->source, .arena = tree->source->arena, .pragma = pragma};
		t->statement = &survey->statements[pragma->index];
		good &= transform_one(t, &changes);
	}
	*changed = good && rewrite_apply(&changes);
	return tree->source->errors == 0;
}
