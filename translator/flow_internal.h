/* flow_internal.h - what flow.c (statements) and flow_touches.c (expressions) share. */
#ifndef PPCC_FLOW_INTERNAL_H
#define PPCC_FLOW_INTERNAL_H

#include "accesses_internal.h"
#include "flow.h"

struct flow_walk {
	struct access_walk names;   /* for access_children and the like: survey and arena */
	struct touch **tail;        /* where the next touch goes */
	struct flow_call *calls;    /* the one whose argument is visited */
	int argument;
	int seldom;                 /* of conditions around what is visited: it need not be evaluated */
	const struct variable *into; /* the pointer that the visited name is the value of; or null */
	CXCursor element;           /* the outermost element of an array that is visited; or a null cursor */
};

/* Notes what the expression or declaration does. */
void flow_touches(struct flow_walk *walk, CXCursor cursor);

#endif
