/* rewrite.h - changes to the text of a source before it is translated; the source is unparsed after them. */
#ifndef PPCC_REWRITE_H
#define PPCC_REWRITE_H

#include "source.h"

struct replacement;

struct rewrite {
	struct source *source;
	struct replacement *replacements; /* by start; in the source's arena */
};

/* text[start, end) is to become `with`, which must stay valid.  Stretches must not overlap. */
void rewrite_add(struct rewrite *rewrite, unsigned start, unsigned end, const char *with);
/* Changes the text.  False: there was nothing to change. */
bool rewrite_apply(struct rewrite *rewrite);

#endif
