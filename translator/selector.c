/* selector.c - reading context selectors; selector_match.c compares them with a context. */
#include "selector.h"

#include "constant.h"
#include "diagnostic.h"
#include "scan.h"

#include <string.h>

static const char *const set_names[SET_COUNT] = {"construct", "device", "target_device", "implementation", "user"};

/* The trait selectors of each set; implementation has others too, those of `requires` and of the compilers. */
static const char *const set_traits[SET_COUNT] = {
	NULL, "kind arch isa", "kind arch isa device_num uid", NULL, "condition",
};

struct reader {
	struct source *source;
	const struct pragma *pragma;
	struct selector *selector;
	struct trait **tail;
};

static unsigned place(const struct reader *reader, const char *at)
{
	return pragma_offset(reader->source, reader->pragma, at);
}

static const char *copy(const struct reader *reader, const char *start, const char *end)
{
	scan_trim(&start, &end);
	return arena_strndup(reader->source->arena, start, (size_t)(end - start));
}

/* The score of `score(n) :`; moves *start behind the colon.  False: an error was printed. */
static bool read_score(struct reader *reader, struct trait *trait, const char **start, const char *end)
{
	struct lexeme word = scan(*start, end), open = scan(word.start + word.length, end);
	trait->score = -1;
	if (!lexeme_is(word, "score") || !lexeme_is(open, "("))
		return true;
	const char *close = scan_closing(open.start, end);
	struct lexeme colon = close ? scan(close + 1, end) : word;
	if (!lexeme_is(colon, ":")) {
		error_at(reader->source, place(reader, word.start), "expected ':' after 'score(...)' in '%s'", trait->name);
		return false;
	}
	if (trait->set != SET_IMPLEMENTATION && trait->set != SET_USER) {
		error_at(reader->source, place(reader, word.start), "a trait of '%s' takes no score", set_names[trait->set]);
		return false;
	}
	const char *expression = copy(reader, open.start + 1, close);
	if (!constant_value(expression, &trait->score)) {
		error_at(reader->source, place(reader, open.start + 1), "'%s' in 'score' is not an integer constant", expression);
		return false;
	}
	if (trait->score < 0) {
		error_at(reader->source, place(reader, open.start + 1), "the score must not be negative");
		return false;
	}
	*start = colon.start + 1;
	return true;
}

/* The text between two commas; a name in quotes loses them. */
static struct trait_property *read_property(const struct reader *reader, const char *start, const char *end)
{
	struct trait_property *property = ARENA_NEW(reader->source->arena, struct trait_property);
	struct lexeme word = scan(start, end);
	property->offset = place(reader, word.start);
	property->text = copy(reader, start, end);
	if (word.kind == LEX_STRING && *word.start == '"' && scan(word.start + word.length, end).kind == LEX_END)
		property->text = arena_strndup(reader->source->arena, word.start + 1, word.length > 1 ? word.length - 2 : 0);
	return property;
}

static bool read_properties(struct reader *reader, struct trait *trait, const char *start, const char *end)
{
	struct trait_property **tail = &trait->properties;
	bool one = !strcmp(trait->name, "condition") || !strcmp(trait->name, "device_num");
	if (!read_score(reader, trait, &start, end))
		return false;
	for (const char *comma; start; start = comma ? comma + 1 : NULL) {
		comma = one ? NULL : scan_find(start, end, ",");
		const char *stop = comma ? comma : end;
		if (scan(start, stop).kind == LEX_END) {
			error_at(reader->source, place(reader, start), "expected a property in '%s'", trait->name);
			return false;
		}
		*tail = read_property(reader, start, stop);
		tail = &(*tail)->next;
	}
	return true;
}

static struct trait *add_trait(struct reader *reader, enum trait_set set, struct lexeme word)
{
	struct trait *trait = ARENA_NEW(reader->source->arena, struct trait);
	*trait = (struct trait){.set = set, .offset = place(reader, word.start), .score = -1};
	trait->name = arena_strndup(reader->source->arena, word.start, word.length);
	*reader->tail = trait;
	reader->tail = &trait->next;
	return trait;
}

/* A directive's name adds one trait for each of its leaves.  Returns the place after the name; null after an error. */
static const char *read_construct(struct reader *reader, struct lexeme word, const char *end)
{
	struct compound_row row;
	size_t length;
	struct trait *trait = NULL;
	const char *text = copy(reader, word.start, end);
	if (!openmp_find_directive(text, &row, &length)) {
		error_at(reader->source, place(reader, word.start), "'%.*s' in the 'construct' set is not a directive", (int)word.length, word.start);
		return NULL;
	}
	for (int i = 0; i < row.leaf_count; i++) {
		trait = add_trait(reader, SET_CONSTRUCT, word);
		trait->construct = row.leaves[i];
		trait->name = directive_rows[row.leaves[i]].spelling;
	}
	struct lexeme open = scan(word.start + length, end);
	if (lexeme_is(open, "(") && trait->construct != D_SIMD) {
		error_at(reader->source, place(reader, open.start), "'%s' in the 'construct' set takes no properties", trait->name);
		return NULL;
	}
	return word.start + length;
}

static bool is_known_trait(const struct reader *reader, enum trait_set set, struct lexeme word)
{
	return !set_traits[set] || openmp_lists(set_traits[set], copy(reader, word.start, word.start + word.length));
}

/* One trait selector; returns the place after it, null after an error. */
static const char *read_trait(struct reader *reader, enum trait_set set, const char *start, const char *end)
{
	struct lexeme word = scan(start, end);
	struct trait *trait;
	const char *after = word.start + word.length;
	if (word.kind != LEX_WORD) {
		error_at(reader->source, place(reader, word.start), "expected a trait in the '%s' set", set_names[set]);
		return NULL;
	}
	if (set == SET_CONSTRUCT) {
		after = read_construct(reader, word, end);
		if (!after)
			return NULL;
		trait = (struct trait *)((char *)reader->tail - offsetof(struct trait, next));
	} else if (is_known_trait(reader, set, word)) {
		trait = add_trait(reader, set, word);
	} else {
		error_at(reader->source, place(reader, word.start), "'%.*s' is no trait of the '%s' set; its traits are %s", (int)word.length,
			 word.start, set_names[set], set_traits[set]);
		return NULL;
	}
	struct lexeme open = scan(after, end);
	if (!lexeme_is(open, "(")) {
		if (set_traits[set]) {
			error_at(reader->source, place(reader, word.start), "expected '(' after '%s'", trait->name);
			return NULL;
		}
		return after;
	}
	const char *close = scan_closing(open.start, end);
	if (!close) {
		error_at(reader->source, place(reader, open.start), "missing ')' in '%s'", trait->name);
		return NULL;
	}
	return read_properties(reader, trait, open.start + 1, close) ? close + 1 : NULL;
}

/* That each trait is written once, and `any` alone. */
static bool check_traits(const struct reader *reader, enum trait_set set)
{
	for (const struct trait *trait = reader->selector->traits; trait; trait = trait->next) {
		if (trait->set != set)
			continue;
		for (const struct trait *other = trait->next; other; other = other->next) {
			if (set == SET_CONSTRUCT || other->set != set || strcmp(trait->name, other->name))
				continue;
			error_at(reader->source, other->offset, "'%s' appears twice in the '%s' set", other->name, set_names[set]);
			return false;
		}
		for (const struct trait_property *p = trait->properties; p && !strcmp(trait->name, "kind"); p = p->next) {
			if (strcmp(p->text, "any") || !trait->properties->next)
				continue;
			error_at(reader->source, p->offset, "'any' in 'kind' stands alone");
			return false;
		}
	}
	return true;
}

static bool read_set(struct reader *reader, enum trait_set set, const char *start, const char *end)
{
	reader->selector->sets[set] = true;
	for (;;) {
		start = read_trait(reader, set, start, end);
		if (!start)
			return false;
		struct lexeme comma = scan(start, end);
		if (comma.kind == LEX_END)
			return check_traits(reader, set);
		if (!lexeme_is(comma, ",")) {
			error_at(reader->source, place(reader, comma.start), "expected ',' or '}' in the '%s' set, found '%.*s'", set_names[set],
				 (int)comma.length, comma.start);
			return false;
		}
		start = comma.start + 1;
	}
}

static enum trait_set find_set(struct lexeme word)
{
	int set = 0;
	while (set < SET_COUNT && !lexeme_is(word, set_names[set]))
		set++;
	return (enum trait_set)set;
}

const struct selector *selector_read(struct source *source, const struct pragma *pragma, const char *start, const char *end)
{
	struct reader reader = {.source = source, .pragma = pragma, .selector = ARENA_NEW(source->arena, struct selector)};
	reader.tail = &reader.selector->traits;
	for (const char *at = start;;) {
		struct lexeme word = scan(at, end), equals = scan(word.start + word.length, end);
		struct lexeme open = scan(equals.start + equals.length, end);
		enum trait_set set = find_set(word);
		if (set == SET_COUNT) {
			error_at(source, place(&reader, word.start),
				 "expected a trait set: construct, device, target_device, implementation or user, each as in 'user={condition(x)}'");
			return NULL;
		}
		const char *close = lexeme_is(equals, "=") && lexeme_is(open, "{") ? scan_closing(open.start, end) : NULL;
		if (!close) {
			error_at(source, place(&reader, word.start), "expected '= { traits }' after '%s'", set_names[set]);
			return NULL;
		}
		if (reader.selector->sets[set]) {
			error_at(source, place(&reader, word.start), "the '%s' set appears twice in one selector", set_names[set]);
			return NULL;
		}
		if (!read_set(&reader, set, open.start + 1, close))
			return NULL;
		struct lexeme comma = scan(close + 1, end);
		if (comma.kind == LEX_END)
			return reader.selector;
		if (!lexeme_is(comma, ",")) {
			error_at(source, place(&reader, comma.start), "expected ',' between trait sets, found '%.*s'", (int)comma.length, comma.start);
			return NULL;
		}
		at = comma.start + 1;
	}
}
