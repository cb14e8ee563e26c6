/*
 * diagnostic.h - what ppcc says to its user.  Three kinds of failure, three names:
 *   error_at        the user's program or command line is at fault; located, with the source line and a caret;
 *   unsupported_at  correct OpenMP that this target (or ppcc) does not handle; located, never silent;
 *   ppcc_bug        ppcc is at fault; says so and aborts.
 * All output goes to stderr in the layout of gcc and clang: FILE:LINE:COLUMN: error: TEXT [ID].  The ids, and the names of
 * warnings, are in diagnostics.def.
 */
#ifndef PPCC_DIAGNOSTIC_H
#define PPCC_DIAGNOSTIC_H

#include <stdarg.h>
#include <stdbool.h>

struct source;

/* offset: bytes from the start of source->text.  Each of these may be called any number of times; translation goes on, so
   that a user sees all errors of a file at once, and ends without output when source->errors is not 0.  Warnings: none with -w. */
void error_at(struct source *source, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));
void unsupported_at(struct source *source, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* False: the user does not want the warning, nor notes about it. */
bool warning_at(struct source *source, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));
void note_at(struct source *source, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A change that mends what a message is about: text[start, end) becomes `with`; null: there is none. */
struct fixit {
	unsigned start, end;
	const char *with; /* in the source's arena */
};
void note_fix_at(struct source *source, unsigned offset, struct fixit fixit, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* What ppcc decided and a user may want to know: nothing is wrong. */
void remark_at(struct source *source, unsigned offset, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Spellings that OpenMP has deprecated: a warning, once in a file for each; none with -Wno-deprecated-declarations. */
enum deprecated {
	DEPRECATED_METADIRECTIVE_DEFAULT = 1,
	DEPRECATED_MASTER = 2,
	DEPRECATED_BIND_MASTER = 4,
	DEPRECATED_DOACROSS = 8,
	DEPRECATED_MINUS = 16,
	DEPRECATED_LINEAR = 32,
	DEPRECATED_TO = 64,
	DEPRECATED_TRAITS = 128
};
void deprecated_at(struct source *source, enum deprecated what, unsigned offset, const char *text);

/* The same without a place: "ppcc: error: TEXT".  die ends ppcc with status 1 after removing its temporary files. */
void warning_plain(const char *format, ...) __attribute__((format(printf, 1, 2)));
void error_plain(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void ppcc_bug(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
