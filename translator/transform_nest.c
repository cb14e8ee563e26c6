/* transform_nest.c - the constructs that make one loop nest of another: tile, stripe, unroll, reverse and interchange. */
#include "transform_internal.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

/* The header of one more loop inside those written. */
static void put_header(struct transform *t, unsigned line, const char *header)
{
	writer_line(&t->out, line, t->headers++, header);
}

static bool mentions(const char *text, const char *end, const char *name)
{
	for (struct lexeme l = scan(text, end); l.kind != LEX_END; l = scan(l.start + l.length, end))
		if (lexeme_is(l, name))
			return true;
	return false;
}

/* The body of the innermost loop written, with statements before it.  Where the generated loops must stay perfectly nested the
   statements go further in, past loops that do not depend on them. */
static void put_body(struct transform *t, struct span body, const char *statements)
{
	const struct source *source = t->source;
	const char *text = source->text;
	while (t->consumed && *statements) {
		const char *start = text + body.start, *end = text + body.end;
		while (*start == '{' && scan_closing(start, end) == end - 1) {
			start = scan(start + 1, end).start;
			end--;
			while (strchr(" \t\r\n", end[-1]))
				end--;
		}
		struct lexeme word = scan(start, end), open = scan(word.start + word.length, end);
		const char *close = lexeme_is(word, "for") && lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
		bool depends = !close || transform_statement_end(source, (unsigned)(start - text), body.end) != (unsigned)(end - text);
		for (int i = 0; i < t->count && close; i++)
			depends |= mentions(open.start, close, t->spaces[i].name);
		if (depends)
			break;
		put_header(t, user_line(t->source, (unsigned)(start - text)), span_text(t->source, (struct span){(unsigned)(start - text), (unsigned)(close - text) + 1}));
		body = (struct span){(unsigned)(scan(close + 1, end).start - text), (unsigned)(end - text)};
	}
	writer_body(&t->out, body, t->headers, transform_inside(t, statements), true);
}

static unsigned line_of(struct transform *t, int i)
{
	return user_line(t->source, t->loops[i].start);
}

static const struct span *innermost_body(const struct transform *t)
{
	return &t->loops[t->count - 1].body;
}

static const char *number_loop(struct transform *t, const char *name, const char *first, const char *end, const char *step)
{
	const char *more = strcmp(step, "1") ? arena_printf(t->arena, "%s += %s", name, step) : arena_printf(t->arena, "%s++", name);
	return arena_printf(t->arena, "for (long long %s = %s; %s < %s; %s)", name, right_side(t->arena, first), name, right_side(t->arena, end), more);
}

/* A loop over all iterations in their order: as it is written, where its variable cannot overflow. */
static void put_loop(struct transform *t, int i, struct text *statements)
{
	const struct space *space = &t->spaces[i];
	const char *header = span_text(t->source, t->loops[i].header);
	if (space->safe && space->declare && !t->loops[i].declared) /* a private copy */
		header = arena_printf(t->arena, "for (%s = %s", ctype_declare(t->arena, space->type, space->name),
		                      span_text(t->source, (struct span){space->loop->lower.start, space->loop->header.end}));
	if (!space->safe) {
		const char *number = transform_name(t, space->name, "number");
		header = number_loop(t, number, space->first ? space->first : "0", space->first ? space->end : space->count, "1");
		if (space->used || !space->declare)
			text_adds(statements, space_set(t, space, space_value(t, space, number, space->first)));
	}
	put_header(t, line_of(t, i), header);
}

/* ---------------------------------------------------------------------------------------------- tile and stripe */

/* The sizes clause, and as many loops. */
static bool read_sizes(struct transform *t, const char **sizes)
{
	const struct clause *clause = clause_find(t->pragma->clauses, C_SIZES);
	const char *name = t->pragma->directive.spelling;
	if (!clause) {
		error_at(t->source, t->pragma->start, "'%s' needs a 'sizes' clause", name);
		return false;
	}
	int count = transform_items(t, clause, sizes, MOST_LOOPS);
	if (count == 0 || !transform_read(t, 0, t->statement->start, t->statement->end, count))
		return false;
	for (int i = 0; i < count; i++) {
		long long value;
		if (!transform_literal(sizes[i], &value)) /* a value below 1 counts as 1 */
			sizes[i] = at_least(t->arena, sizes[i], 1);
		else if (value > 0)
			sizes[i] = arena_printf(t->arena, "%lld", value);
		else {
			error_at(t->source, clause->offset, "'%s' in 'sizes' is not positive", sizes[i]);
			return false;
		}
	}
	return true;
}

/* Where the tile that starts at `start` ends. */
static const char *tile_end(struct transform *t, const struct space *space, const char *start, const char *size)
{
	long long known = space->known_count, value;
	const char *end = space->first ? space->end : space->count, *full = arena_printf(t->arena, "%s + %s", start, size);
	if (known >= 0 && transform_literal(size, &value) && known % value == 0)
		return full;
	return arena_printf(t->arena, "%s < %s ? %s : %s", full, end, full, end);
}

/* The header of the loop over the tiles of one loop. */
static const char *floor_loop(struct transform *t, int i, const char *name, const char *size)
{
	const struct space *space = &t->spaces[i];
	return number_loop(t, name, space->first ? space->first : "0", space->first ? space->end : space->count, size);
}

/* The loop over one tile; adds to the statements that must stand in the body. */
static void put_tile(struct transform *t, int i, const char *start, const char *end, struct text *statements)
{
	const struct space *space = &t->spaces[i];
	if (space->plain) {
		put_header(t, line_of(t, i), space_loop(t, space, start, end));
		return;
	}
	const char *name = transform_name(t, space->name, "tile");
	put_header(t, line_of(t, i), number_loop(t, name, start, end, "1"));
	if (space->used || !space->declare)
		text_adds(statements, space_set(t, space, space_value(t, space, name, space->first)));
}

bool transform_tile(struct transform *t)
{
	const char *sizes[MOST_LOOPS], *floors[MOST_LOOPS];
	bool good = true;
	struct text statements = {0};
	if (!read_sizes(t, sizes) || !transform_check_apply(t, t->count))
		return false;
	transform_begin(t, innermost_body(t)->start);
	space_constants(t, false);
	for (int i = 0; i < t->count; i++)
		sizes[i] = space_constant(t, i, "size", sizes[i]);
	for (int i = 0; i < t->count; i++) {
		transform_apply(t, "grid", i, t->headers);
		floors[i] = transform_name(t, t->spaces[i].name, "floor");
		put_header(t, line_of(t, i), floor_loop(t, i, floors[i], sizes[i]));
	}
	text_adds(&statements, "");
	for (int i = 0; i < t->count; i++) {
		const char *end = operand(t->arena, tile_end(t, &t->spaces[i], floors[i], sizes[i]));
		transform_apply(t, "intratile", i, t->headers);
		put_tile(t, i, floors[i], end, &statements);
		good &= !strchr(end, '?') || transform_leaves(t, t->count + i);
	}
	put_body(t, *innermost_body(t), statements.data);
	text_release(&statements);
	return good;
}

bool transform_stripe(struct transform *t)
{
	const char *sizes[MOST_LOOPS], *offsets[MOST_LOOPS];
	struct text statements = {0};
	if (!read_sizes(t, sizes) || !transform_check_apply(t, t->count))
		return false;
	transform_begin(t, innermost_body(t)->start);
	space_constants(t, false);
	for (int i = 0; i < t->count; i++)
		sizes[i] = space_constant(t, i, "size", sizes[i]);
	for (int i = 0; i < t->count; i++) {
		const struct space *space = &t->spaces[i];
		const char *first = space->first ? space->first : "0";
		offsets[i] = transform_name(t, space->name, "offset");
		transform_apply(t, "offsets", i, t->headers);
		put_header(t, line_of(t, i), number_loop(t, offsets[i], first, plus(t->arena, first, sizes[i]), "1"));
	}
	text_adds(&statements, "");
	for (int i = 0; i < t->count; i++) {
		const struct space *space = &t->spaces[i];
		const char *name = transform_name(t, space->name, "stripe");
		transform_apply(t, "grid", i, t->headers);
		put_header(t, line_of(t, i), number_loop(t, name, offsets[i], space->first ? space->end : space->count, sizes[i]));
		if (space->used || !space->declare)
			text_adds(&statements, space_set(t, space, space_value(t, space, name, space->first)));
	}
	put_body(t, *innermost_body(t), statements.data);
	text_release(&statements);
	return true;
}

/* ---------------------------------------------------------------------------------------------- unroll */

enum {
	DEFAULT_FACTOR = 4,  /* of unroll partial */
	MOST_COPIES = 16     /* of a body that is unrolled fully; more iterations are left to the compiler */
};

/* The factor of `partial`; 0 after an error. */
static const char *read_factor(struct transform *t, const struct clause *partial)
{
	long long value;
	if (!partial->expression)
		return arena_printf(t->arena, "%d", DEFAULT_FACTOR);
	if (!transform_literal(partial->expression, &value)) {
		error_at(t->source, partial->offset, "'partial' needs a positive integer constant, not '%s'", partial->expression);
		return NULL;
	}
	if (value > 0)
		return arena_printf(t->arena, "%lld", value);
	error_at(t->source, partial->offset, "the factor of 'partial' must be positive");
	return NULL;
}

/* One loop over blocks of iterations, around a loop over one block that the compiler is to unroll. */
static bool unroll_partially(struct transform *t, const char *factor)
{
	struct text statements = {0};
	if (!factor)
		return false;
	transform_begin(t, innermost_body(t)->start);
	space_constants(t, false);
	transform_apply(t, "unrolled", 0, 0);
	const char *block = transform_name(t, t->spaces[0].name, "block");
	put_header(t, line_of(t, 0), arena_printf(t->arena, "%s {", floor_loop(t, 0, block, factor)));
	if (t->consumed) /* what is in the block is no loop of the consumer */
		writer_line(&t->out, t->out.line, 1, transform_origin(t));
	const char *end = transform_name(t, t->spaces[0].name, "end"), *value = tile_end(t, &t->spaces[0], block, factor);
	writer_line(&t->out, line_of(t, 0), 1, arena_printf(t->arena, "const long long %s = %s;", end, value));
	writer_line(&t->out, line_of(t, 0), 1, arena_printf(t->arena, "#pragma GCC unroll %s", factor));
	text_adds(&statements, "");
	put_tile(t, 0, block, end, &statements);
	writer_body(&t->out, *innermost_body(t), t->headers, *statements.data ? statements.data : NULL, true);
	writer_line(&t->out, t->out.line, 0, "}");
	text_release(&statements);
	return true;
}

static bool unroll_fully(struct transform *t)
{
	const struct space *space = &t->spaces[0];
	struct span body = *innermost_body(t);
	if (space->known_count < 0 && !transform_is_constant(t, space->count)) {
		error_at(t->source, t->loops[0].start, "'unroll full' needs a number of iterations that is known when the program is compiled");
		return false;
	}
	transform_begin(t, body.start);
	if (space->known_count < 0 || space->known_count > MOST_COPIES || !transform_can_repeat(t, body) || transform_continues(t, body)) {
		writer_line(&t->out, line_of(t, 0), 0, "#pragma GCC unroll 65534");
		struct text statements = {0};
		text_adds(&statements, "");
		put_loop(t, 0, &statements);
		put_body(t, body, statements.data);
		text_release(&statements);
		return true;
	}
	writer_line(&t->out, line_of(t, 0), 0, "{");
	for (long long i = 0; i < space->known_count; i++) {
		const char *set = "";
		if (space->used || !space->declare)
			set = space_set(t, space, space_value(t, space, arena_printf(t->arena, "%lld", i), false));
		writer_body(&t->out, body, 1, *set ? set : NULL, false);
	}
	writer_line(&t->out, t->out.line, 0, "}");
	return true;
}

bool transform_unroll(struct transform *t)
{
	const struct clause *full = clause_find(t->pragma->clauses, C_FULL), *partial = clause_find(t->pragma->clauses, C_PARTIAL);
	if (full && partial) {
		error_at(t->source, partial->offset, "'full' and 'partial' exclude each other");
		return false;
	}
	if (t->consumed && !partial) {
		error_at(t->source, t->pragma->start, "'unroll' leaves a loop for another directive only with 'partial'");
		return false;
	}
	if (!transform_read(t, 0, t->statement->start, t->statement->end, 1) || !transform_check_apply(t, 1))
		return false;
	return partial ? unroll_partially(t, read_factor(t, partial)) : unroll_fully(t);
}

/* ---------------------------------------------------------------------------------------------- reverse and interchange */

bool transform_reverse(struct transform *t)
{
	const struct space *space = &t->spaces[0];
	long long value;
	if (!transform_read(t, 0, t->statement->start, t->statement->end, 1) || !transform_check_apply(t, 1))
		return false;
	transform_begin(t, innermost_body(t)->start);
	space_constants(t, false);
	transform_apply(t, "reversed", 0, 0);
	const char *name = transform_name(t, space->name, "reversed"), *first = space->first ? space->first : "0";
	const char *end = space->first ? space->end : space->count, *last = arena_printf(t->arena, "%s - 1LL", end);
	if (transform_literal(end, &value))
		last = arena_printf(t->arena, "%lld", value - 1);
	put_header(t, line_of(t, 0), arena_printf(t->arena, "for (long long %s = %s; %s >= %s; %s--)", name, last, name, right_side(t->arena, first), name));
	const char *set = "";
	if (space->used || !space->declare)
		set = space_set(t, space, space_value(t, space, name, space->first));
	put_body(t, *innermost_body(t), set);
	return true;
}

static bool read_permutation(struct transform *t, int *order, int *count)
{
	const struct clause *clause = clause_find(t->pragma->clauses, C_PERMUTATION);
	const char *items[MOST_LOOPS];
	*count = 2;
	order[0] = 1;
	order[1] = 0;
	if (!clause)
		return true;
	*count = transform_items(t, clause, items, MOST_LOOPS);
	for (int i = 0; i < *count; i++) {
		long long value;
		bool number = transform_literal(items[i], &value), seen = false;
		for (int k = 0; number && k < i; k++)
			seen |= order[k] == value - 1;
		if (!number || value < 1 || value > *count || seen) {
			error_at(t->source, clause->offset, "'permutation' must name each of the loops 1 to %d once; '%s' is %s", *count, items[i],
			         seen ? "there twice" : "none of them");
			return false;
		}
		order[i] = (int)value - 1;
	}
	if (*count == 1)
		error_at(t->source, clause->offset, "'permutation' needs two loops or more");
	return *count > 1;
}

bool transform_interchange(struct transform *t)
{
	int order[MOST_LOOPS], count;
	struct text statements = {0};
	if (!read_permutation(t, order, &count) || !transform_read(t, 0, t->statement->start, t->statement->end, count) ||
	    !transform_check_apply(t, count))
		return false;
	transform_begin(t, innermost_body(t)->start);
	text_adds(&statements, "");
	for (int i = 0; i < count; i++) {
		transform_apply(t, "interchanged", i, t->headers);
		put_loop(t, order[i], &statements);
	}
	put_body(t, *innermost_body(t), statements.data);
	text_release(&statements);
	return true;
}
