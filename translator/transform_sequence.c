/* transform_sequence.c - fuse and split (OpenMP 6.0, 11.3 and 11.6), and the apply clause of all transformations (11.1). */
#include "transform_internal.h"

#include "diagnostic.h"
#include "scan.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- apply */

/* The lists of loops that each construct generates. */
static const char *lists_of(enum directive directive)
{
	switch (directive) {
	case D_TILE: return "grid intratile";
	case D_STRIPE: return "offsets grid";
	case D_UNROLL: return "unrolled";
	case D_REVERSE: return "reversed";
	case D_INTERCHANGE: return "interchanged";
	case D_FUSE: return "fused";
	case D_SPLIT: return "split";
	default: return "";
	}
}

/* An apply clause in its parts. */
struct apply {
	const char *list;                          /* null: none is named */
	const char *directives[MOST_LOOPS];
	long long indices[MOST_LOOPS];             /* of the loops that they are for, from 0 */
	int count;
};

static bool read_directives(struct transform *t, const struct clause *clause, const char *start, struct apply *apply)
{
	struct clause rest = *clause;
	struct compound_row found;
	size_t length;
	rest.argument = start;
	apply->count = transform_items(t, &rest, apply->directives, MOST_LOOPS);
	for (int i = 0; i < apply->count; i++) {
		apply->indices[i] = i;
		if (!openmp_find_directive(apply->directives[i], &found, &length) || found.leaf_count != 1 ||
		    !(transform_replaces(found.leaves[0]) || found.leaves[0] == D_NOTHING)) {
			error_at(t->source, clause->offset, "'%s' in 'apply' is not a loop transformation", apply->directives[i]);
			return false;
		}
	}
	return apply->count > 0;
}

/* [list [(indices)] :] directives */
static bool read_apply(struct transform *t, const struct clause *clause, struct apply *apply)
{
	const char *start = clause->argument, *end = start + strlen(start), *colon = scan_find(start, end, ":");
	struct lexeme word = scan(start, end), open = scan(word.start + word.length, end);
	*apply = (struct apply){0};
	if (!read_directives(t, clause, colon ? colon + 1 : start, apply))
		return false;
	if (!colon)
		return true;
	apply->list = arena_strndup(t->arena, word.start, word.length);
	if (!lexeme_is(open, "("))
		return true;
	const char *close = scan_closing(open.start, colon), *items[MOST_LOOPS];
	struct clause indices = *clause;
	indices.argument = arena_strndup(t->arena, open.start + 1, close ? (size_t)(close - open.start - 1) : 0);
	int count = transform_items(t, &indices, items, MOST_LOOPS);
	if (count && count != apply->count)
		error_at(t->source, clause->offset, "'apply' names %d loops and %d directives", count, apply->count);
	for (int i = 0; i < count && count == apply->count; i++) {
		if (!transform_literal(items[i], &apply->indices[i]) || apply->indices[i] < 1)
			error_at(t->source, clause->offset, "'%s' in 'apply' is not the number of a loop", items[i]);
		apply->indices[i]--;
	}
	return t->source->errors == 0;
}

bool transform_check_apply(struct transform *t, int loops)
{
	const char *lists = lists_of(t->pragma->directive.leaves[0]);
	struct apply apply;
	for (const struct clause *clause = t->pragma->clauses; clause; clause = clause->next) {
		if (clause->kind != C_APPLY)
			continue;
		if (!read_apply(t, clause, &apply))
			return false;
		if (apply.list ? !openmp_lists(lists, apply.list) : strchr(lists, ' ') != NULL) {
			error_at(t->source, clause->offset, "'apply' on '%s' must say which of the loops it is about: %s", t->pragma->directive.spelling, lists);
			return false;
		}
		for (int i = 0; i < apply.count; i++)
			if (apply.indices[i] >= loops) {
				error_at(t->source, clause->offset, "'apply' is about loop %lld, but '%s' generates %d%s", apply.indices[i] + 1,
				         t->pragma->directive.spelling, loops, apply.list ? arena_printf(t->arena, " '%s'", apply.list) : "");
				return false;
			}
	}
	return true;
}

void transform_apply(struct transform *t, const char *list, int index, int depth)
{
	struct apply apply;
	for (const struct clause *clause = t->pragma->clauses; clause; clause = clause->next) {
		if (clause->kind != C_APPLY || !read_apply(t, clause, &apply) || (apply.list && strcmp(apply.list, list)))
			continue;
		for (int i = 0; i < apply.count; i++)
			if (apply.indices[i] == index && strcmp(apply.directives[i], "nothing"))
				writer_line(&t->out, user_line(t->source, t->pragma->start), depth, arena_printf(t->arena, "#pragma omp %s", apply.directives[i]));
	}
}

/* ---------------------------------------------------------------------------------------------- fuse */

enum { MOST_PARTS = 64 };

/* The loops of a sequence in braces, those of inner braces included.  Returns their number; -1 after an error. */
static int read_sequence(struct transform *t, struct span block, struct span *parts, int count)
{
	struct source *source = t->source;
	unsigned end = block.end - 1; /* of the text in the braces */
	for (unsigned i = source_program_token(source, source_token_at(source, block.start + 1)); count >= 0 && i < source->token_count && source->tokens[i].start < end;) {
		const struct invocation *invocation = survey_invocation(t->survey, source->tokens[i].start);
		if (invocation) {
			region_expand(t->tree, invocation->start);
			return -1;
		}
		struct span part = {source->tokens[i].start, transform_statement_end(source, source->tokens[i].start, end)};
		if (source_token_is(source, i, "{")) {
			count = read_sequence(t, part, parts, count);
		} else if (!source_token_is(source, i, "for")) {
			error_at(source, part.start, "only loops can stand in the braces after '#pragma omp fuse'");
			return -1;
		} else if (count == MOST_PARTS) {
			unsupported_at(source, part.start, "'fuse' of a sequence of more than %d loops", MOST_PARTS);
			return -1;
		} else {
			parts[count++] = part;
		}
		i = source_program_token(source, source_token_at(source, part.end));
	}
	return count;
}

/* Which of `count` loops are to be fused. */
static bool read_range(struct transform *t, int count, int *first, int *end)
{
	const struct clause *clause = clause_find(t->pragma->clauses, C_LOOPRANGE);
	const char *items[2];
	long long start, number;
	*first = 0;
	*end = count;
	if (!clause)
		return true;
	int given = transform_items(t, clause, items, 2);
	if (given != 2 || !transform_literal(items[0], &start) || !transform_literal(items[1], &number)) {
		if (given)
			error_at(t->source, clause->offset, "'looprange' takes two numbers: the first loop and how many");
		return false;
	}
	if (start < 1 || number < 1 || start + number - 1 > count) {
		error_at(t->source, clause->offset, "'looprange(%lld, %lld)' is not in the sequence of %d loops", start, number, count);
		return false;
	}
	*first = (int)start - 1;
	*end = *first + (int)number;
	return true;
}

/* The largest of the counts; *equal: all are the same. */
static const char *largest_count(struct transform *t, bool *equal)
{
	const char *largest = t->spaces[0].count;
	long long known = t->spaces[0].known_count;
	*equal = true;
	for (int i = 1; i < t->count; i++) {
		const struct space *space = &t->spaces[i];
		*equal &= !strcmp(space->count, t->spaces[0].count);
		if (known >= 0 && space->known_count >= 0) {
			known = known > space->known_count ? known : space->known_count;
			largest = arena_printf(t->arena, "%lld", known);
		} else if (strcmp(largest, space->count)) {
			known = -1;
			largest = arena_printf(t->arena, "(%s > %s ? %s : %s)", largest, space->count, largest, space->count);
		}
	}
	return largest;
}

/* The body of loop i, in the fused loop. */
static void put_part(struct transform *t, int i, const char *number, bool always, int depth)
{
	const struct space *space = &t->spaces[i];
	struct span body = t->loops[i].body;
	const char *set = space->used || !space->declare ? space_set(t, space, space_value(t, space, number, false)) : NULL;
	bool jumps = transform_continues(t, body); /* past the rest of its own body only */
	const char *condition = always ? "" : arena_printf(t->arena, "if (%s < %s)", number, space->count);
	const char *header = arena_printf(t->arena, "%s%s%s", condition, *condition && jumps ? " " : "", jumps ? "do" : "");
	if (*header)
		writer_line(&t->out, user_line(t->source, t->loops[i].start), depth, header);
	writer_body(&t->out, body, *header && t->source->text[body.start] != '{' && !set ? depth + 1 : *header ? depth + 1 : depth, set, *header);
	if (jumps)
		writer_append(&t->out, "while (0);");
}

bool transform_fuse(struct transform *t)
{
	struct span parts[MOST_PARTS];
	struct source *source = t->source;
	int first, end, count = read_sequence(t, (struct span){t->statement->start, t->statement->end}, parts, 0);
	if (count == 0)
		error_at(source, t->statement->start, "there are no loops to fuse");
	if (count <= 0 || !read_range(t, count, &first, &end) || !transform_check_apply(t, 1))
		return false;
	for (int i = first; i < end; i++)
		if (!transform_read(t, i - first, parts[i].start, parts[i].end, 1))
			return false;
	bool whole = end - first == count, equal;
	if (!whole && !transform_may_be_sequence(t))
		return false;
	int depth = whole ? 0 : 1;
	const char *number = transform_name(t, t->spaces[0].name, "fused");
	transform_begin(t, parts[0].start);
	space_constants(t, true);
	if (!whole)
		writer_line(&t->out, user_line(source, t->statement->start), 0, "{");
	for (int i = 0; i < first; i++)
		writer_body(&t->out, parts[i], depth, NULL, false);
	transform_apply(t, "fused", 0, depth);
	const char *largest = largest_count(t, &equal);
	writer_line(&t->out, user_line(source, parts[first].start), depth,
	            arena_printf(t->arena, "for (long long %s = 0; %s < %s; %s++) {", number, number, right_side(t->arena, largest), number));
	const char *inside = transform_inside(t, "");
	if (inside)
		writer_line(&t->out, t->out.line, depth + 1, arena_strndup(t->arena, inside, strcspn(inside, "\n")));
	for (int i = 0; i < t->count; i++)
		put_part(t, i, number, equal, depth + 1);
	writer_line(&t->out, t->out.line, depth, "}");
	for (int i = end; i < count; i++)
		writer_body(&t->out, parts[i], depth, NULL, false);
	if (!whole)
		writer_line(&t->out, t->out.line, 0, "}");
	return true;
}

/* ---------------------------------------------------------------------------------------------- split */

/* The counts clause: the items, and which one is omp_fill. */
static int read_counts(struct transform *t, const char **items, int *fill)
{
	const struct clause *clause = clause_find(t->pragma->clauses, C_COUNTS);
	if (!clause) {
		error_at(t->source, t->pragma->start, "'split' needs a 'counts' clause");
		return 0;
	}
	int count = transform_items(t, clause, items, MOST_LOOPS), fills = 0;
	for (int i = 0; i < count; i++) {
		long long value;
		if (!strcmp(items[i], "omp_fill")) {
			*fill = i;
			fills++;
		} else if (!transform_literal(items[i], &value)) {
			items[i] = at_least(t->arena, items[i], 0);
		} else if (value < 0) {
			error_at(t->source, clause->offset, "'%s' in 'counts' is negative", items[i]);
			return 0;
		}
	}
	if (count && fills != 1) {
		error_at(t->source, clause->offset, "'counts' needs exactly one 'omp_fill': it takes the iterations that are left");
		return 0;
	}
	return count;
}

/* start and the sum of items[from, to). */
static const char *sum(struct transform *t, const char **items, int from, int to, const char *start)
{
	const char *words = start;
	for (int i = from; i < to; i++)
		words = plus(t->arena, words, items[i]);
	return words;
}

/* The smaller, or the larger, of two expressions. */
static const char *choose(struct transform *t, const char *a, char relation, const char *b)
{
	long long x, y;
	if (transform_literal(a, &x) && transform_literal(b, &y))
		return (relation == '<') == (x < y) ? a : b;
	if (!strcmp(a, b))
		return a;
	return arena_printf(t->arena, "(%s %c %s ? %s : %s)", a, relation, b, operand(t->arena, a), operand(t->arena, b));
}

/* How far before the end the part ends that items[from, count) follow. */
static const char *before_end(struct transform *t, const char *end, const char **items, int from, int count)
{
	const char *rest = sum(t, items, from, count, "0");
	long long x, y;
	if (!strcmp(rest, "0"))
		return end;
	if (transform_literal(end, &x) && transform_literal(rest, &y))
		return arena_printf(t->arena, "%lld", x - y);
	return arena_printf(t->arena, transform_literal(rest, &y) ? "%s - %sLL" : "%s - (%s)", end, rest);
}

/* The loop over part i of `count`. */
static void put_split(struct transform *t, const char **items, int fill, int i, int count, bool values)
{
	const struct space *space = &t->spaces[0];
	const char *first = values ? space->first : "0", *end = values ? space->end : space->count;
	const char *from, *to, *set = NULL;
	if (i <= fill)
		from = sum(t, items, 0, i, first);
	else
		from = choose(t, sum(t, items, fill + 1, i, sum(t, items, 0, fill, first)), '>', before_end(t, end, items, i, count));
	if (i < fill)
		to = choose(t, sum(t, items, 0, i + 1, first), '<', end);
	else if (i == fill)
		to = before_end(t, end, items, i + 1, count);
	else if (i + 1 == count)
		to = end;
	else
		to = choose(t, choose(t, sum(t, items, fill + 1, i + 1, sum(t, items, 0, fill, first)), '>', before_end(t, end, items, i + 1, count)), '<', end);
	long long literal;
	const char *header;
	if (values && space->plain && transform_literal(space->first, &literal)) {
		header = space_loop(t, space, from, to);
	} else {
		const char *number = transform_name(t, space->name, "number");
		header = arena_printf(t->arena, "for (long long %s = %s; %s < %s; %s++)", number, right_side(t->arena, from), number, right_side(t->arena, to), number);
		if (space->used || !space->declare)
			set = space_set(t, space, space_value(t, space, number, values));
	}
	transform_apply(t, "split", i, 1);
	writer_line(&t->out, user_line(t->source, t->loops[0].start), 1, header);
	writer_body(&t->out, t->loops[0].body, 2, set, true);
}

bool transform_split(struct transform *t)
{
	const char *items[MOST_LOOPS];
	int fill = 0, count = read_counts(t, items, &fill);
	if (count == 0 || !transform_read(t, 0, t->statement->start, t->statement->end, 1) || !transform_check_apply(t, count))
		return false;
	if (!transform_may_be_sequence(t))
		return false;
	if (!transform_can_repeat(t, t->loops[0].body)) {
		unsupported_at(t->source, t->loops[0].body.start, "'split' of a loop with a label, a static variable or an asm statement in its body, which cannot be written twice");
		return false;
	}
	transform_begin(t, t->loops[0].body.start);
	space_constants(t, false);
	for (int i = 0; i < count; i++)
		items[i] = space_constant(t, 0, "count", items[i]);
	writer_line(&t->out, user_line(t->source, t->loops[0].start), 0, "{");
	for (int i = 0; i < count; i++)
		put_split(t, items, fill, i, count, t->spaces[0].first);
	writer_line(&t->out, t->out.line, 0, "}");
	return true;
}
