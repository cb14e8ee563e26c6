/* headers.h - headers whose text must be part of the source, because it holds live OpenMP pragmas. */
#ifndef PPCC_HEADERS_H
#define PPCC_HEADERS_H

#include "macros.h"

/* Headers that must not be read again: those that were spliced in and have #pragma once. */
struct once_list {
	const char **paths; /* real paths; in the arena */
	unsigned count, capacity;
};

/* Puts the text of each header that the source includes directly, and through which a live OpenMP pragma comes in, in place
   of its #include line.  Headers that these include follow when the source was parsed and this is called again.
   macros may be null when no text that is read holds a _Pragma.  True when something was changed; the source is then unparsed. */
bool headers_splice(struct source *source, const struct macros *macros, struct once_list *once);

/* Whether the source mentions the string, or a header that is the user's or has an OpenMP pragma in a string. */
bool headers_mention(struct source *source, const char *string);

#endif
