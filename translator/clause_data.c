/* clause_data.c - readers of the clauses that list variables: their sharing, reductions and allocators. */
#include "clause_reader.h"

#include "allocate.h"
#include "diagnostic.h"

#include <string.h>

bool read_list(struct reader *reader, const char *start, const char *end, bool sections)
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

/* Whether the construct makes tasks that a taskgraph can record. */
static bool is_replayable(const struct compound_row *directive)
{
	for (int i = 0; i < directive->leaf_count; i++)
		if (openmp_accepts(directive->leaves[i], C_REPLAYABLE))
			return true;
	return false;
}

/* lastprivate([conditional :] list), firstprivate([saved :] list). */
bool read_modified_list(struct reader *reader)
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
bool read_linear(struct reader *reader)
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

bool read_reduction(struct reader *reader)
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
bool read_allocate(struct reader *reader)
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
bool read_uses_allocators(struct reader *reader)
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
