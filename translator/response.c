#include "response.h"

#include "diagnostic.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 200 }; /* files that name each other are an error, not an endless loop */

struct words {
	struct arena *arena;
	char **items; /* null-terminated */
	unsigned count, capacity;
};

static void add(struct words *words, char *word)
{
	if (words->count + 1 >= words->capacity) {
		unsigned capacity = words->capacity ? words->capacity * 2 : 64;
		char **items = arena_alloc(words->arena, capacity * sizeof *items);
		if (words->count)
			memcpy(items, words->items, words->count * sizeof *items);
		words->items = items;
		words->capacity = capacity;
	}
	words->items[words->count++] = word;
	words->items[words->count] = NULL;
}

/* In the C locale, whatever the caller's is. */
static bool is_blank(char byte)
{
	return byte && strchr(" \t\n\v\f\r", byte);
}

static void split(struct words *words, const char *text)
{
	char *buffer = arena_alloc(words->arena, strlen(text) + 1);

	while (*text) {
		if (is_blank(*text)) {
			text++;
			continue;
		}
		size_t length = 0;
		char quote = '\0';
		for (; *text && (quote || !is_blank(*text)); text++) {
			if (*text == '\\') {
				if (!*++text)
					break;
				buffer[length++] = *text;
			} else if (quote ? *text == quote : *text == '\'' || *text == '"')
				quote = quote ? '\0' : *text;
			else
				buffer[length++] = *text;
		}
		add(words, arena_strndup(words->arena, buffer, length));
	}
}

/* The file's text, null when it cannot be read. */
static char *read_text(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "re");
	if (!file)
		return NULL;
	size_t length = 0, capacity = 4096;
	char *text = arena_alloc(arena, capacity);
	for (size_t got; (got = fread(text + length, 1, capacity - length - 1, file)) > 0;) {
		length += got;
		if (capacity - length > 1)
			continue;
		char *grown = arena_alloc(arena, capacity * 2);
		memcpy(grown, text, length);
		text = grown;
		capacity *= 2;
	}
	bool failed = ferror(file);
	fclose(file);
	text[length] = '\0';
	return failed ? NULL : text;
}

static void expand(struct words *words, char *word, int depth)
{
	char *text = word[0] == '@' ? read_text(words->arena, word + 1) : NULL;
	if (!text) {
		add(words, word);
		return;
	}
	if (depth > DEEPEST)
		die("response files are nested too deeply at '%s'", word);
	struct words inner = {.arena = words->arena};
	split(&inner, text);
	for (unsigned i = 0; i < inner.count; i++)
		expand(words, inner.items[i], depth + 1);
}

char **response_split(struct arena *arena, const char *text, unsigned *count)
{
	struct words words = {.arena = arena};
	split(&words, text);
	*count = words.count;
	return words.count ? words.items : arena_alloc(arena, sizeof(char *));
}

char **response_expand(struct arena *arena, int argc, char *const *argv, const char *flags, unsigned *flag_count)
{
	struct words words = {.arena = arena}, first = {.arena = arena};

	if (flags)
		split(&first, flags);
	for (unsigned i = 0; i < first.count; i++)
		expand(&words, first.items[i], 0);
	*flag_count = words.count;
	for (int i = 0; i < argc; i++)
		expand(&words, argv[i], 0);
	return words.count ? words.items : arena_alloc(arena, sizeof(char *));
}
