/*
 * selector.h - context selectors (OpenMP 5.2, 7): what `when` and `match` say about the place and the platform that a
 * variant is for, and whether that is so.
 */
#ifndef PPCC_SELECTOR_H
#define PPCC_SELECTOR_H

#include "pragma.h"

struct macros;
struct survey;

enum trait_set { SET_CONSTRUCT, SET_DEVICE, SET_TARGET_DEVICE, SET_IMPLEMENTATION, SET_USER, SET_COUNT };

struct trait_property {
	struct trait_property *next;
	const char *text;  /* a name without quotes, or an expression */
	unsigned offset;
};

/* A trait selector: `vendor(score(2): gnu)`, or one directive of a construct set. */
struct trait {
	struct trait *next;       /* in the order written */
	enum trait_set set;
	const char *name;
	enum directive construct; /* of SET_CONSTRUCT */
	unsigned offset;
	long long score;          /* -1: none written */
	struct trait_property *properties;
};

struct selector {
	struct trait *traits;
	bool sets[SET_COUNT];     /* which sets are written */
};

/* The OpenMP context of a place (7.1). */
struct construct_trait {
	enum directive kind;
	const struct clause *clauses; /* of the directive */
};

struct context {
	struct source *source;
	struct macros *macros;                /* those of the platform among them */
	const struct pragma_table *pragmas;
	unsigned offset;                      /* `requires` directives before it count */
	struct construct_trait *constructs;   /* outermost first */
	bool asks_device;                     /* the place may be on a device other than the host: that is asked there */
	bool any_construct;                   /* the place is not known: construct sets fit */
	int construct_count;
};

enum match { MATCH_NEVER, MATCH_ALWAYS, MATCH_WHEN };

struct matched {
	enum match match;
	const char *condition;    /* of MATCH_WHEN: an expression for execution time */
	bool counts_devices;      /* the condition calls omp_get_num_devices */
	bool asks_device;         /* it calls omp_is_initial_device */
	long long score;          /* 7.3, without what depends on the other candidates */
};

/* Reads pragma->words[start, end).  Null: an error was printed. */
const struct selector *selector_read(struct source *source, const struct pragma *pragma, const char *start, const char *end);

/* The macros of a parsed source; context_release frees what they hold. */
struct macros *context_macros(struct source *source);
void context_release(struct context *context);

/* context.c: the constructs around an offset.  A dispatch construct is left out: it is a trait of one call only (7.1). */
void context_at(struct context *context, const struct survey *survey, unsigned offset);
/* Whether they are those of a target region. */
bool context_in_target(const struct context *context);
/* Puts the construct set of a selector before those found: the place is in a function that is a variant for them. */
void context_in_variant(struct context *context, const struct selector *selector);
/* Adds a dispatch construct as the innermost one. */
void context_add_dispatch(struct context *context);

struct matched selector_match(const struct selector *selector, const struct context *context);

/* One of several variants for a place. */
struct candidate {
	const struct selector *selector; /* null: what is left when nothing else fits; it fits always */
	struct matched matched;
	int index;                       /* the caller's; the order they are written in */
};

/* Puts the candidates in the order in which they are to be tried (7.3), those that never match left out, and ends with the
   first that always does.  Returns their number. */
int selector_order(struct candidate *candidates, int count);

#endif
