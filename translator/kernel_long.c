#include "kernel_long.h"

#include "scan.h"
#include "text.h"

#include <string.h>

/* Writes a string of a format, in which each conversion that begins with ll has one l less; whether the last one has only begun. */
static bool add_format(struct text *out, struct lexeme string, bool begun)
{
	for (const char *at = string.start, *end = at + string.length; at < end; at++) {
		if (begun && end - at > 2 && !strncmp(at, "ll", 2))
			continue;
		text_add(out, at, 1);
		begun = begun ? strchr("-+ #0123456789.*\"", *at) != NULL : *at == '%';
	}
	return begun;
}

/* Writes a constant, with one l less when it ends in two. */
static void add_number(struct text *out, struct lexeme number)
{
	for (size_t i = 0; i < number.length; i++)
		if (i == 0 || !strchr("lL", number.start[i]) || number.start[i] != number.start[i - 1])
			text_add(out, number.start + i, 1);
}

const char *kernel_long(struct arena *arena, const char *code)
{
	struct text out = {0};
	const char *at = code, *end = code + strlen(code);
	bool is_long = false;                /* a type's words have `long` already */
	bool format = false, begun = false; /* strings are the format of printf; a conversion goes on in the next one */
	struct lexeme last = {LEX_END, NULL, 0};
	for (struct lexeme word = scan(at, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool more = lexeme_is(word, "long");
		format = word.kind == LEX_STRING ? format : lexeme_is(word, "(") && lexeme_is(last, "printf");
		begun = begun && format;
		if (is_long && more) {
			at = word.start + word.length;
		} else {
			text_add(&out, at, (size_t)(word.start - at));
			at = word.start + word.length;
			if (word.kind == LEX_NUMBER)
				add_number(&out, word);
			else if (word.kind == LEX_STRING && format)
				begun = add_format(&out, word, begun);
			else
				text_add(&out, word.start, word.length);
		}
		is_long = word.kind == LEX_WORD && (is_long || more);
		last = word;
	}
	text_adds(&out, at);
	const char *result = arena_strdup(arena, out.data ? out.data : "");
	text_release(&out);
	return result;
}
