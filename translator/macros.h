/* macros.h - the macros that a parsed source defines, and where its text invokes them. */
#ifndef PPCC_MACROS_H
#define PPCC_MACROS_H

#include "source.h"

/* A name that is #defined somewhere in the translation unit; several definitions of a name are one entry. */
struct macro;

/* text[start, end) of the source, or of a header. */
struct invocation {
	unsigned start, end;
	CXFile file;          /* where it is written */
	bool yields_pragma;   /* it, or an invocation in its arguments, may expand to _Pragma("omp ...") */
};

struct macros {
	struct macro *table;
	struct invocation *invocations; /* in the source: the outermost ones, by offset; in the arena */
	unsigned invocation_count;
	struct invocation *foreign;     /* those written in headers that may yield a pragma; in the arena */
	unsigned foreign_count;
};

/* Fills macros from a parsed source; macros_release frees it. */
void macros_find(struct macros *macros, struct source *source);
void macros_release(struct macros *macros);

bool macro_exists(const struct macros *macros, const char *name, size_t length);
bool macro_is_function_like(const struct macros *macros, const char *name, size_t length);

/* The outermost invocation that covers the offset; null when there is none. */
const struct invocation *invocation_at(const struct macros *macros, unsigned offset);

/* Whether text[0, size) holds the string. */
bool text_mentions(const char *text, size_t size, const char *string);

/* For a `_Pragma` token of the source: the index of the token after its `)` when its operand is a string that begins with
   omp, else 0. */
unsigned pragma_operator_end(const struct source *source, unsigned index);

#endif
