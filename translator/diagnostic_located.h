/* diagnostic_located.h - a message that has a place, complete: what is printed, or given to who asks for messages. */
#ifndef PPCC_DIAGNOSTIC_LOCATED_H
#define PPCC_DIAGNOSTIC_LOCATED_H

#include "diagnostic_style.h"
#include "source.h"

struct diagnostic_row;

/* Strings are in the source's arena. */
struct located_message {
	enum diagnostic_style style;
	const struct diagnostic_row *row; /* null: a note, which belongs to the message before it */
	const char *text;
	struct place start, end;          /* what is underlined; end is behind it, or equal to start */
	const char *with;                 /* what the text from fix_start to fix_end should be; null: no change is proposed */
	struct place fix_start, fix_end;
};

/* The end of what a message at the offset is about: a directive's line, a word with its subscripts, another token. */
unsigned diagnostic_end_of_place(const struct source *source, unsigned offset);

#endif
