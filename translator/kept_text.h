/* kept_text.h - the text of a target that rewrites: the program as it is, with edits. */
#ifndef PPCC_KEPT_TEXT_H
#define PPCC_KEPT_TEXT_H

#include "lower.h"

/* Writes the source with lowering->edits.  for_display: without #line directives after text that changed its length. */
void kept_text(struct lowering *lowering, bool for_display, struct text *out);

#endif
