/*
 * source.h - one C file: its text, its tokens and its syntax tree.
 *
 * The text starts as the user's file and changes only by normalisation (normalise.h): headers with pragmas spliced in,
 * macro invocations expanded in place.  Such changes carry #line directives, so that the *presumed* location of an offset
 * is always the user's.  All positions in the translator are byte offsets into text.
 */
#ifndef PPCC_SOURCE_H
#define PPCC_SOURCE_H

#include "arena.h"

#include <clang-c/Index.h>
#include <stdbool.h>
#include <stddef.h>

struct located_message;

/* How the file is to be read: filled by the driver. */
struct source_options {
	const char *path;            /* the user's file, as named on the command line; "-" is standard input */
	const char *const *cpp;      /* null-terminated: the user's -D -U -I -include -std= -f... flags, for libclang and for cc -E */
	const char *const *cc;       /* null-terminated: the back end's command, normally one word */
	const char *include_dir;     /* directory of our omp.h and ppcc/pthread.h */
	bool preprocessed;           /* a .i file */
	bool no_fallback;            /* --pp-no-fallback */
	bool quiet;                  /* nothing is printed; errors count all the same */
	bool no_warnings, no_deprecated; /* -w; -Wno-deprecated-declarations: what ppcc does not say */
	bool empty_sections;         /* sections that ppcc writes are empty, not wrong, where a size is below zero */
	bool wall;                   /* -Wall: warnings that are on with it */
	void (*message)(void *receiver, const struct located_message *message); /* takes each message; null: they are printed */
	void *receiver;
};

/* A diagnostic that was printed. */
struct said_before {
	struct said_before *next;
	const char *text;
};

/* A function that is defined between begin declare variant and its end, and has been renamed (variant_begin.c). */
struct renamed_function {
	struct renamed_function *next;
	const char *name, *base;
};

struct token {
	unsigned start, end;     /* text[start, end) */
	enum CXTokenKind kind;
	bool directive;          /* part of a preprocessing directive's line */
	bool skipped;            /* in an inactive #if branch */
};

/* While a piece is lowered to see whether it can be: the first error is noted here and not printed. */
struct trial {
	const char *text; /* null: there was none */
	unsigned offset;
};

struct source {
	struct arena *arena;
	const struct source_options *options;
	const char *name;        /* for diagnostics */
	char *text;              /* '\0' terminated; in the arena */
	unsigned size;           /* bytes */
	const char *written;     /* the text before any change */
	int errors;              /* located errors so far */
	struct trial *trial;     /* null: errors are printed */
	struct said_before *said; /* nothing is said twice, although the text is read in several rounds */
	struct renamed_function *renamed;
	bool every_function;     /* the survey goes through functions without directives too */
	unsigned deprecated;     /* of diagnostic.h, enum deprecated: what was said already */
	const char *own_names;   /* of loop variables that transform.c put into the text, each between blanks; null: none */
	const char *const *dialect; /* null-terminated: more flags for libclang, filled by normalise_pragmas; null: none */

	/* valid after source_parse */
	CXIndex index;
	CXTranslationUnit unit;  /* parse A: without -fopenmp, with -D_OPENMP=202111 */
	CXFile file;
	struct token *tokens;    /* all tokens of text, comments included, by offset */
	unsigned token_count;
	struct line_origin *origins; /* what source_place knows of #line directives; by offset */
	unsigned origin_count;
	unsigned *lines;         /* the offset where each physical line starts */
	unsigned line_count;
};

/* Reads options->path (or takes text when it is not null).  False: a message was printed. */
bool source_read(struct source *source, struct arena *arena, const struct source_options *options, const char *text, size_t size);

/* Replaces the text by a copy of `text`; the source is then unparsed. */
void source_set_text(struct source *source, const char *text, size_t size);

/* Parses source->text; called again after each change of the text.  False: a message was printed. */
bool source_parse(struct source *source);
/* Parses another text under the same name and with the same flags, and `extra` (null-terminated, or null) after them.
   The caller disposes of the result.  Null: a message was printed. */
CXTranslationUnit source_parse_text(struct source *source, const char *text, size_t size, const char *const *extra);
void source_release(struct source *source);

/* Makes view stand for a file that the parsed source includes: its text and tokens, for as long as the source stays parsed.
   view shares the syntax tree and is not released. */
void source_view(struct source *source, CXFile file, struct source *view);

/* The index of the first token with start >= offset; token_count when none. */
unsigned source_token_at(const struct source *source, unsigned offset);
/* The index of the first token at or after `index` that is program text: no comment, no directive, not skipped. */
unsigned source_program_token(const struct source *source, unsigned index);
/* The end of the directive (its last token, comments included) whose # is token `index`. */
unsigned source_directive_end(const struct source *source, unsigned index);
/* The end of the declaration that begins at `start`, with its ';'. */
unsigned source_declaration_end(const struct source *source, unsigned start);
bool source_token_is(const struct source *source, unsigned index, const char *spelling);

/* The user's place of an offset (what #line directives say).  The file name is in the arena. */
struct place {
	const char *file;
	unsigned line, column;
};
struct place source_place(struct source *source, unsigned offset);

/* Offsets of a cursor in text.  expansion: where the outermost macro invocation starts; file: where it is written. */
unsigned source_expansion_offset(CXSourceLocation location);
unsigned source_file_offset(CXSourceLocation location);
/* Whether the location's expansion is in source->file. */
bool source_contains(const struct source *source, CXSourceLocation location);

/* Prints the errors that libclang found in source->text where matters(source, offset of the error, context) holds, and every
   fatal one (a missing header) wherever it is.  False: there was one. */
bool source_check_errors(struct source *source, bool (*matters)(struct source *, unsigned offset, void *), void *context);

/* Whether the flags say C90, which has no declarations in a for statement. */
bool source_is_c90(const struct source *source);
/* Whether plain char has no sign: on the compiler that built ppcc, or by option. */
bool source_char_is_unsigned(const struct source *source);

/* A libclang string, copied into the arena and disposed of. */
char *source_string(struct source *source, CXString string);

#endif
