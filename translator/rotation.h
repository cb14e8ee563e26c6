/*
 * rotation.h - local pointers that trade places: `t = u; u = v; v = t;` in a loop over time steps.
 *
 * The *places* (u and v) each get one array at first, no two the same, and then only each other's values, so that wherever they
 * are *whole*, which is everywhere but between the assignments of an exchange, each of the arrays is what one of them leads to.
 * Other names (t) lead to one of the arrays as well, when they are used.
 */
#ifndef PPCC_ROTATION_H
#define PPCC_ROTATION_H

#include "accesses.h"

enum { ROTATION_MOST = 8 };

/* text[start, end): from the first assignment of an exchange, where pointers may not be whole, to the last. */
struct exchange {
	struct exchange *next;
	unsigned start, end;
	bool broken;                                   /* they are not whole in it */
};

struct rotation {
	struct rotation *next;
	bool found;                                    /* false: these pointers do anything else; names and origins are known, nothing else */
	const struct function *function;
	const struct variable *names[3 * ROTATION_MOST]; /* places first */
	int place_count, name_count;
	const struct variable *origins[ROTATION_MOST]; /* arrays and pointers that keep their values, which places get at first */
	int origin_count;
	struct exchange *exchanges;
	bool is_new;                                   /* all arrays come from malloc, and begin without a value */
	const struct polynomial *bytes;                /* of each array; where sized is set */
	bool sized;
	unsigned from;                                 /* the bytes are known from that offset on */
};

/* The rotation of which the variable is a name or an origin.  Null: none. */
const struct rotation *rotation_of(struct survey *survey, const struct variable *variable);
bool rotation_has_name(const struct rotation *rotation, const struct variable *variable);
bool rotation_has_place(const struct rotation *rotation, const struct variable *variable);
bool rotation_has_origin(const struct rotation *rotation, const struct variable *variable);
/* Whether the places are whole at an offset. */
bool rotation_is_whole(const struct rotation *rotation, unsigned offset);
/* Whether two of its names or origins are different arrays at an offset. */
bool rotation_are_apart(const struct rotation *rotation, const struct variable *a, const struct variable *b, unsigned offset);
/* Whether an assignment to a place there is one of an exchange. */
bool rotation_trades(const struct rotation *rotation, unsigned offset);

#endif
