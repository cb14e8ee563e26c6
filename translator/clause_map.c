/* clause_map.c - readers of the clauses that map: map, to, from, the lists of device addresses, defaultmap (OpenMP 5.2, 5.8). */
#include "clause_map.h"

#include "diagnostic.h"
#include "iterator.h"
#include "scan.h"

#include <string.h>

static const char kinds[] = "alloc storage to from tofrom release delete";
static const char modifiers[] = "always close present self ref_ptr ref_ptee ref_ptr_ptee";

struct reader {
	struct source *source;
	struct pragma *pragma;
	struct clause *clause;
};

static const char *name_of(const struct reader *reader)
{
	return clause_rows[reader->clause->kind].spelling;
}

static unsigned place(const struct reader *reader, const char *at)
{
	return pragma_offset(reader->source, reader->pragma, at);
}

static const char *copy(const struct reader *reader, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return arena_strndup(reader->source->arena, start, (size_t)(end - start));
}

static bool fail(const struct reader *reader, const char *at, const char *what)
{
	error_at(reader->source, place(reader, at), "%s in '%s'", what, name_of(reader));
	return false;
}

/* mapper(id): one word in parentheses. */
static const char *read_mapper(struct reader *reader, struct lexeme word, const char *end)
{
	struct lexeme open = scan(word.start + word.length, end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
	struct lexeme id = close ? scan(open.start + 1, close) : open;
	if (!close || id.kind != LEX_WORD || scan(id.start + id.length, close).kind != LEX_END) {
		fail(reader, word.start, "expected mapper(name)");
		return NULL;
	}
	if (reader->clause->mapper) {
		fail(reader, word.start, "two mappers");
		return NULL;
	}
	reader->clause->mapper = arena_strndup(reader->source->arena, id.start, id.length);
	return close + 1;
}

static const char *read_iterator(struct reader *reader, struct lexeme word, const char *end)
{
	struct lexeme open = scan(word.start + word.length, end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
	if (!close) {
		fail(reader, word.start, "expected iterator(...)");
		return NULL;
	}
	return iterators_read(reader->source, reader->pragma, reader->clause, word.start, close + 1) ? close + 1 : NULL;
}

/* What stands before the ':'; commas between the words may be left out (deprecated). */
static bool read_modifiers(struct reader *reader, const char *start, const char *end)
{
	struct clause *clause = reader->clause;
	bool map = clause->kind == C_MAP;
	for (const char *at = start;;) {
		struct lexeme word = scan(at, end);
		const char *spelling = copy(reader, word.start, word.start + word.length);
		at = word.start + word.length;
		if (word.kind == LEX_END)
			return true;
		if (lexeme_is(word, ","))
			continue;
		if (lexeme_is(word, "mapper")) {
			at = read_mapper(reader, word, end);
		} else if (lexeme_is(word, "iterator")) {
			at = read_iterator(reader, word, end);
		} else if (map && openmp_lists(kinds, spelling) && !clause->keyword) {
			clause->keyword = spelling;
		} else if (map && openmp_lists(kinds, spelling)) {
			at = !strcmp(spelling, clause->keyword) ? NULL : at;
			if (at && (!strcmp(spelling, "delete") || !strcmp(clause->keyword, "delete"))) {
				clause->keyword = "delete"; /* 6.0: a modifier of release */
				continue;
			}
			return fail(reader, word.start, arena_printf(reader->source->arena, "'%s' after another map type", spelling));
		} else if (openmp_lists(map ? modifiers : "present", spelling)) {
			if (openmp_lists(clause->modifiers, spelling))
				return fail(reader, word.start, arena_printf(reader->source->arena, "'%s' twice", spelling));
			clause->modifiers = clause->modifiers ? arena_printf(reader->source->arena, "%s %s", clause->modifiers, spelling) : spelling;
		} else {
			return fail(reader, word.start, arena_printf(reader->source->arena, "unknown map type or modifier '%s'", spelling));
		}
		if (!at)
			return false;
	}
}

/* The base variable's name: the first word outside of brackets. */
static struct lexeme base_name(const char *start, const char *end)
{
	struct lexeme word = scan(start, end);
	while (word.kind != LEX_END && word.kind != LEX_WORD) {
		const char *next = word.start + word.length;
		if (lexeme_is(word, "[")) {
			const char *close = scan_closing(word.start, end);
			next = close ? close + 1 : end;
		}
		word = scan(next, end);
	}
	return word;
}

static bool read_items(struct reader *reader, const char *start, const char *end)
{
	struct clause_item **tail = &reader->clause->items;
	for (const char *comma; start; start = comma ? comma + 1 : NULL) {
		comma = scan_find(start, end, ",");
		const char *item_end = comma ? comma : end;
		struct lexeme base = base_name(start, item_end);
		if (base.kind == LEX_END)
			return fail(reader, start, "expected a variable name");
		struct clause_item *item = ARENA_NEW(reader->source->arena, struct clause_item);
		item->name = arena_strndup(reader->source->arena, base.start, base.length);
		item->offset = place(reader, base.start);
		item->written = copy(reader, start, item_end);
		if (strlen(item->written) != base.length)
			item->section = !strncmp(item->written, item->name, base.length) ? item->written + base.length : item->written;
		for (const char *open = strchr(item->written, '['); open; open = strchr(open + 1, '['))
			reader->pragma->newer |= open[1 + strspn(open + 1, " ")] == ':' && scan_closing(open, open + strlen(open)) == open + 2;
		*tail = item;
		tail = &item->next;
	}
	return true;
}

bool clause_read_map(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end)
{
	struct reader reader = {source, pragma, clause};
	const char *colon = scan_find(start, end, ":");
	if (colon && !read_modifiers(&reader, start, colon))
		return false;
	/* libclang wants a map type, and no iterator in to and from */
	pragma->newer |= colon && (!clause->keyword || openmp_lists(clause->modifiers, "self") || (clause->modifiers && strstr(clause->modifiers, "ref_")));
	if (colon && scan(start, colon).kind == LEX_END)
		return fail(&reader, colon, "expected a map type before ':'");
	return read_items(&reader, colon ? colon + 1 : start, end);
}

bool clause_read_locators(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end)
{
	struct reader reader = {source, pragma, clause};
	return read_items(&reader, start, end);
}

bool clause_read_defaultmap(struct source *source, struct pragma *pragma, struct clause *clause, const char *start, const char *end)
{
	struct reader reader = {source, pragma, clause};
	const char *colon = scan_find(start, end, ":");
	clause->keyword = copy(&reader, start, colon ? colon : end);
	clause->modifiers = colon ? copy(&reader, colon + 1, end) : "all";
	if (!openmp_lists("alloc storage to from tofrom firstprivate private none default present self", clause->keyword))
		return fail(&reader, start, arena_printf(source->arena, "unknown behavior '%s'", clause->keyword));
	if (!openmp_lists("scalar aggregate pointer all allocatable", clause->modifiers))
		return fail(&reader, colon + 1, arena_printf(source->arena, "unknown category '%s'", clause->modifiers));
	for (const struct clause *other = pragma->clauses; other; other = other->next) {
		if (other->kind != C_DEFAULTMAP)
			continue;
		if (!strcmp(other->modifiers, clause->modifiers) || !strcmp(other->modifiers, "all") || !strcmp(clause->modifiers, "all"))
			return fail(&reader, start, "a second behavior for the same variables");
	}
	return true;
}
