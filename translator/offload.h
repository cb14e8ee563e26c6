/*
 * offload.h - parallel loops outside of target regions become target constructs with every map written out, in the text of the
 * source, before a target that makes code for devices lowers it.
 *
 * Which loops may, and with which maps, is what the target that rewrites (target.h) finds.  A pragma put in this way has a comment
 * that names what the user has written in its place: pragma.h, moved.  A loop of which it shows that it cannot be code for the device
 * is refused; the text is then as it was before, and the next attempt leaves that loop where it was.
 */
#ifndef PPCC_OFFLOAD_H
#define PPCC_OFFLOAD_H

#include "lower.h"

struct refusal {
	struct refusal *next;
	int number;          /* of the pragma, in the text before */
	const char *why;
};

/* Of one file, over all rounds; in the translation's arena. */
struct offloading {
	bool done;           /* the text has the target constructs */
	bool off;            /* no loop is to move: not all of the file is understood */
	const char *before;  /* the text without them */
	size_t size;
	struct refusal *refusals;
};

/* Looks for loops.  *changed: the text has target constructs now, and is unparsed. */
void offload_loops(struct lowering *lowering, bool *changed);

/* Why the pragma's loop was refused; null: it was not. */
const char *offload_refused(const struct lowering *lowering, const struct pragma *pragma);

/* In an attempt at lowering: the construct is no code for a device. */
void offload_refuse(struct lowering *lowering, const struct pragma *pragma, const char *why);

/* Puts the text from before back.  False: nothing was refused. */
bool offload_take_back(struct source *source, struct offloading *offloading, struct refusal *refused);

/* For the rewriting target: what stands in a pragma that takes the place of another one, or of none (null). */
const char *offload_mark(struct lowering *lowering, const struct pragma *pragma, const char *says);

#endif
