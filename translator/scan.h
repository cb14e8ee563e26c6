/* scan.h - C tokens of a piece of text that is not a file: clauses and the expressions in them.  Comments are blanks. */
#ifndef PPCC_SCAN_H
#define PPCC_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum lexeme_kind { LEX_END, LEX_WORD, LEX_NUMBER, LEX_STRING, LEX_PUNCTUATOR };

struct lexeme {
	enum lexeme_kind kind;
	const char *start;
	size_t length;
};

/* The token at or after `at`; the text ends at `end`. */
struct lexeme scan(const char *at, const char *end);
bool lexeme_is(struct lexeme lexeme, const char *spelling);
/* Whether a name after this token is that of a member or a tag. */
bool scan_names_other(struct lexeme last);

/* `open` points to a bracket; the place of the bracket that closes it, null when there is none before end. */
const char *scan_closing(const char *open, const char *end);

/* The first place in [at, end) outside of brackets and strings where punctuator `spelling` stands; null when nowhere. */
const char *scan_find(const char *at, const char *end, const char *spelling);

/* Removes blanks at both ends of [*start, *end). */
void scan_trim(const char **start, const char **end);

#endif
