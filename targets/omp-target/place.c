/* place.c - writes the directives that keep data on the device and bring it up to date. */
#include "reside.h"

#include "edits.h"
#include "offload.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- where */

static unsigned start_of(const struct flow *flow)
{
	const struct mark *mark = flow->user;
	return mark ? mark->start : flow->start;
}

/* The white space that the line of an offset begins with. */
static const char *indent_at(const struct reside *reside, unsigned offset)
{
	const char *text = reside->lowering->source->text;
	unsigned line = offset, end;
	while (line > 0 && text[line - 1] != '\n')
		line--;
	for (end = line; text[end] == ' ' || text[end] == '\t'; end++)
		;
	return arena_strndup(reside->arena, text + line, end - line);
}

/* Whether nothing but white space stands before the offset in its line. */
static bool begins_line(const struct reside *reside, unsigned offset)
{
	const char *text = reside->lowering->source->text;
	while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t'))
		offset--;
	return offset == 0 || text[offset - 1] == '\n';
}

bool can_put_before(const struct reside *reside, const struct flow *flow)
{
	const struct source *source = reside->lowering->source;
	if (!flow->parent || flow->parent->kind == FLOW_BLOCK)
		return flow->parent && flow->parent->braces;
	/* the statement of an if or a loop: it gets braces */
	unsigned token = source_token_at(source, flow->start);
	return !flow->user && flow->kind != FLOW_BLOCK && token > 0 && source->tokens[token - 1].kind != CXToken_Comment &&
	       !source->tokens[token - 1].directive && !survey_invocation(reside->lowering->survey, flow->start);
}

bool can_put_after(const struct reside *reside, const struct flow *flow)
{
	return flow->parent && (flow->parent->kind == FLOW_BLOCK ? flow->parent->braces : can_put_before(reside, flow));
}

/* ---------------------------------------------------------------------------------------------- what */

/* A directive in the making: its items by the clause they are in. */
struct directive_text {
	struct text items[5];
	const char *names[5]; /* "a,b,c" */
	int counts[5];
};

static const char *const all_ways[] = {"to", "from", "tofrom", "alloc", "release"};

static void add_item(struct arena *arena, struct directive_text *directive, const struct insertion *place)
{
	int i = 0;
	while (strcmp(all_ways[i], place->way) != 0)
		i++;
	text_printf(&directive->items[i], "%s%s", directive->counts[i] ? ", " : "", place->item);
	const char *name = place->is_element ? place->item : place->variable->name;
	directive->names[i] = directive->counts[i] ? arena_printf(arena, "%s,%s", directive->names[i], name) : name;
	directive->counts[i]++;
}

static const char *verb(int count, const char *one, const char *many)
{
	return count == 1 ? one : many;
}

/* "a", "a and b", "a, b and c" of "a,b,c". */
static void add_names(struct text *out, const char *names)
{
	const char *last = strrchr(names, ',');
	for (const char *at = names; *at; at++)
		if (*at != ',')
			text_add(out, at, 1);
		else
			text_adds(out, at == last ? " and " : ", ");
}

/* The comment's text. */
static void add_comment(struct arena *arena, struct text *out, enum place_what what, const struct flow *flow, const struct directive_text *directive)
{
	const char *names = "";
	int count = 0;
	for (int i = 0; i < 5; i++) {
		if (directive->counts[i])
			names = arena_printf(arena, "%s%s%s", names, count ? "," : "", directive->names[i]);
		count += directive->counts[i];
	}
	switch (what) {
	case WHAT_DATA:
	case WHAT_ENTER:
		add_names(out, names);
		text_printf(out, " %s on the device ", verb(count, "stays", "stay"));
		text_adds(out, what == WHAT_ENTER					? "from here on"
			       : flow->kind == FLOW_LOOP || flow->kind == FLOW_DO ? "during the loop"
										 : "during this statement");
		break;
	case WHAT_UPDATE:
		text_adds(out, directive->counts[0] ? "the host has changed " : "the host needs ");
		add_names(out, names);
		break;
	case WHAT_EXIT:
		if (directive->counts[1]) {
			add_names(out, directive->names[1]);
			text_printf(out, " %s back to the host", verb(directive->counts[1], "comes", "come"));
		}
		if (directive->counts[4]) {
			text_printf(out, "%sthe device is done with ", directive->counts[1] ? "; " : "");
			add_names(out, directive->names[4]);
		}
		break;
	}
}

static const char *const spellings[] = {
	[WHAT_ENTER] = "enter data", [WHAT_DATA] = "data", [WHAT_UPDATE] = "update", [WHAT_EXIT] = "exit data"};

/* The lines of a directive: a comment and the pragma; the first of them is not indented. */
static void add_directive(struct lowering *lowering, struct text *out, enum place_what what, const struct flow *flow, const struct directive_text *directive,
			  const char *indent, bool first)
{
	struct text comment = {0};
	int clauses = 0;
	add_comment(lowering->arena, &comment, what, flow, directive);
	text_adds(out, first ? "" : indent);
	if (lowering->offloading) /* another target lowers it */
		text_printf(out, "#pragma omp target %s%s", spellings[what], offload_mark(lowering, NULL, comment.data));
	else
		text_printf(out, "/* %s */\n%s#pragma omp target %s", comment.data, indent, spellings[what]);
	text_release(&comment);
	for (int i = 0; i < 5; i++)
		clauses += directive->counts[i] > 0;
	for (int i = 0; i < 5; i++) {
		if (!directive->counts[i])
			continue;
		if (clauses > 1 && !lowering->offloading)
			text_printf(out, " \\\n%s\t", indent);
		else
			text_adds(out, " ");
		if (what == WHAT_UPDATE)
			text_printf(out, "%s(%s)", all_ways[i], directive->items[i].data);
		else
			text_printf(out, "map(%s: %s)", all_ways[i], directive->items[i].data);
	}
	text_adds(out, "\n");
}

/* How many elements of the same array come before it in the list: clang takes one in a directive. */
static int number_of_element(const struct reside *reside, const struct insertion *place)
{
	int number = 0;
	for (const struct insertion *other = reside->places; other != place && place->is_element; other = other->next)
		number += other->is_element && other->flow == place->flow && other->where == place->where && other->way == place->way &&
			  !strncmp(other->item, place->item, strcspn(place->item, "[") + 1);
	return number;
}

/* All lines that belong at one place, each with its newline; the first is not indented.  Null: none. */
static const char *lines_at(struct reside *reside, const struct flow *flow, bool before, enum place_where where, const char *indent)
{
	static const struct {
		enum place_what what;
		const char *way; /* of an update; null: all */
	} order[] = {{WHAT_ENTER, NULL}, {WHAT_UPDATE, "from"}, {WHAT_UPDATE, "to"}, {WHAT_EXIT, NULL}, {WHAT_DATA, NULL}};
	struct text out = {0};
	for (int k = 0; k < 5 * MOST_ELEMENTS; k++) {
		struct directive_text directive = {.counts = {0}};
		int count = 0, i = k / MOST_ELEMENTS;
		for (const struct insertion *place = reside->places; place; place = place->next) {
			bool here = place->flow == flow && (place->where == where || (before && place->where == AT_STATEMENT));
			if (!here || place->what != order[i].what || (order[i].way && strcmp(place->way, order[i].way) != 0) ||
			    number_of_element(reside, place) != k % MOST_ELEMENTS)
				continue;
			add_item(reside->arena, &directive, place);
			count++;
		}
		if (count)
			add_directive(reside->lowering, &out, order[i].what, flow, &directive, indent, out.length == 0);
		for (int way = 0; way < 5; way++)
			text_release(&directive.items[way]);
	}
	const char *lines = out.length ? arena_strndup(reside->arena, out.data, out.length) : NULL;
	text_release(&out);
	return lines;
}

/* ---------------------------------------------------------------------------------------------- edits */

/* The statement of an if or a loop gets braces, and the lines before and after it. */
static void write_around(struct reside *reside, struct flow *flow)
{
	const struct source *source = reside->lowering->source;
	unsigned token = source_token_at(source, flow->start);
	const char *outer = indent_at(reside, flow->parent->start), *inner = arena_printf(reside->arena, "%s\t", outer);
	const char *before = lines_at(reside, flow, true, AT_BEFORE, inner), *after = lines_at(reside, flow, false, AT_AFTER, inner);
	edits_add(reside->lowering, source->tokens[token - 1].end, flow->start,
		  arena_printf(reside->arena, " {\n%s%s%s", inner, before ? before : "", before ? inner : ""));
	edits_add(reside->lowering, flow->end, flow->end,
		  arena_printf(reside->arena, "\n%s%s%s}", after ? inner : "", after ? after : "", outer));
}

/* Where lines after a statement go: behind the comments of its line.  True: the line goes on, at *next. */
static bool line_goes_on(const struct reside *reside, const struct flow *flow, unsigned *at, unsigned *next)
{
	const struct source *source = reside->lowering->source;
	unsigned token = source_token_at(source, flow->end);
	*at = flow->end;
	while (token < source->token_count && source->tokens[token].kind == CXToken_Comment &&
	       !memchr(source->text + *at, '\n', source->tokens[token].end - *at))
		*at = source->tokens[token++].end;
	if (token == source->token_count || memchr(source->text + *at, '\n', source->tokens[token].start - *at))
		return false;
	*next = source->tokens[token].start;
	return true;
}

/* Whether lines are written before start, in the middle of its line, because they come after the statement before it. */
static bool begins_line_later(const struct reside *reside, unsigned start)
{
	unsigned at, next;
	for (const struct insertion *place = reside->places; place; place = place->next) {
		if (place->where == AT_AFTER && line_goes_on(reside, place->flow, &at, &next) && next == start)
			return true;
	}
	return false;
}

static void write_before(struct reside *reside, struct flow *flow)
{
	struct lowering *lowering = reside->lowering;
	unsigned start = start_of(flow);
	const char *indent = indent_at(reside, start);
	struct mark *mark = flow->user;
	const char *lines = lines_at(reside, flow, true, AT_BEFORE, indent);
	bool alone = begins_line(reside, start) || begins_line_later(reside, start);
	if (mark && mark->offload)
		mark->offload->before = arena_printf(reside->arena, "%s%s", lines, indent);
	else
		edits_add(lowering, start, start,
			  arena_printf(reside->arena, "%s%s%s%s", alone ? "" : "\n", alone ? "" : indent, lines, indent));
}

/* After the statement; what else its line has comes after that. */
static void write_after(struct reside *reside, struct flow *flow)
{
	const char *indent = indent_at(reside, start_of(flow)), *lines = lines_at(reside, flow, false, AT_AFTER, indent);
	unsigned at, next;
	int without_newline = (int)strlen(lines) - 1;
	if (line_goes_on(reside, flow, &at, &next))
		edits_add(reside->lowering, at, next, arena_printf(reside->arena, "\n%s%s%s", indent, lines, indent));
	else
		edits_add(reside->lowering, at, at, arena_printf(reside->arena, "\n%s%.*s", indent, without_newline, lines));
}

static void write_end(struct reside *reside, struct flow *block)
{
	unsigned brace = block->end - 1;
	bool alone = begins_line(reside, brace);
	const char *outer = indent_at(reside, brace), *inner = arena_printf(reside->arena, "%s\t", outer);
	const char *lines = lines_at(reside, block, false, AT_END, inner);
	edits_add(reside->lowering, brace, brace,
		  arena_printf(reside->arena, "%s%s%s", alone ? "\t" : arena_printf(reside->arena, "\n%s", inner), lines, outer));
}

void write_places(struct reside *reside)
{
	for (const struct insertion *place = reside->places; place; place = place->next) {
		bool done = false, before = place->where == AT_BEFORE || place->where == AT_STATEMENT;
		for (const struct insertion *other = reside->places; other != place && !done; other = other->next)
			done = other->flow == place->flow &&
			       (other->where == place->where || (before && (other->where == AT_BEFORE || other->where == AT_STATEMENT)));
		bool around = place->flow->parent && place->flow->parent->kind != FLOW_BLOCK && place->where != AT_END;
		for (const struct insertion *other = reside->places; around && other != place && !done; other = other->next)
			done = other->flow == place->flow && other->where != AT_END;
		if (done)
			continue;
		if (around)
			write_around(reside, place->flow);
		else if (before)
			write_before(reside, place->flow);
		else if (place->where == AT_AFTER)
			write_after(reside, place->flow);
		else
			write_end(reside, place->flow);
	}
}
