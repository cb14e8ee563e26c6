/* lint_messages.h - libclang's OpenMP diagnostics in ppcc's words.  The rows are in lint_messages.def. */
#ifndef PPCC_LINT_MESSAGES_H
#define PPCC_LINT_MESSAGES_H

#include "lint_findings.h"
#include "lint_place.h"

/* A diagnostic of libclang.  Strings are in the source's arena. */
struct clang_message {
	const char *text;
	unsigned offset;       /* in source->text */
	const char *token;     /* there; inside a macro, where the macro spells it */
	const char *note_text; /* of the first note in the source; "" when there is none */
	const char *note_token;
	const char *note_type; /* of the expression at the note */
	unsigned note_offset;  /* NO_OFFSET when there is no note */
};

/* What ppcc says instead. */
struct lint_words {
	enum finding_kind kind; /* FINDING_NOTHING: libclang is stricter than OpenMP or gcc, and nothing is to be said */
	unsigned offset;
	const char *text; /* in the source's arena */
};

/* False: the table has no row for the message. */
bool lint_message_words(const struct survey *survey, const struct clang_message *message, struct lint_words *words);

/* The words for a note; its own text when the table has no row, null when it is not worth printing. */
const char *lint_note_words(const struct survey *survey, const char *text);

#endif
