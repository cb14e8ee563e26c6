/*
 * reside.h - keeping data on the device between loops: which variables, over which statements, and what the host needs of them
 * in between.
 *
 * A *subject* is one variable of one function: an array, what a pointer leads to, or a scalar that a loop on the device
 * changes.  Pointers that are only ever copies of it are names of the same subject; so are pointers that trade places (rotation.h),
 * for all of their arrays.  A *span* is a run of statements of one block during which the subject stays on the device.  At each point in a
 * span the host's copy is valid, or the device's, or both; what uses a copy that is not valid needs a target update before it.
 * A span is chosen where that costs fewer transfers than mapping for each loop by itself.
 */
#ifndef PPCC_RESIDE_H
#define PPCC_RESIDE_H

#include "flow.h"
#include "omp_target.h"
#include "rotation.h"

/* What reside.c notes in flow->user. */
struct mark {
	struct offload *offload; /* the statement runs on the device; null: it has another directive */
	unsigned start;          /* of its first directive's line */
	bool dissolved;          /* that directive becomes a comment (split.c): the statement is one like others */
};

/* The statement runs on the device, or has a directive of its own: nothing can be put into it. */
static inline bool is_whole(const struct flow *flow)
{
	const struct mark *mark = flow->user;
	return mark && !mark->dissolved;
}

enum { FACTS_BUCKETS = 256 };

/* What is known of a variable in its function. */
struct facts {
	struct facts *next;
	const struct variable *variable;
	struct facts *root;      /* of the variable of which it is a copy; its own where it is none.  What follows is for all copies */
	const struct rotation *rotation; /* pointers that trade places are copies of the first of them; null: it is none of them */
	bool shared;             /* its address was given away: other pointers may lead there */
	enum extent_origin origin;
};

enum place_where { AT_STATEMENT, AT_BEFORE, AT_AFTER, AT_END };
enum place_what { WHAT_ENTER, WHAT_DATA, WHAT_UPDATE, WHAT_EXIT };

/* One list item of a directive that is to be inserted. */
struct insertion {
	struct insertion *next;
	enum place_where where;  /* at the statement (target data), before or after it, at the end of the block */
	struct flow *flow;
	enum place_what what;
	const char *way;         /* "to", "from", "tofrom", "alloc", "release" */
	const struct variable *variable;
	const char *item;        /* "u[0:n]" */
	bool is_element;         /* "u[i]", not all that is kept on the device */
};

struct reside {
	struct lowering *lowering;
	struct arena *arena;
	struct flow_function *functions;
	struct facts *facts[FACTS_BUCKETS];
	struct insertion *places;
};

struct subject {
	struct reside *reside;
	struct flow_function *function;
	const struct variable *variable; /* of which the other names, if any, are copies */
	const struct variable *named;    /* the name by which directives speak of it; the first of names */
	const struct variable *const *names; /* ... all of them: the places of a rotation */
	int name_count;
	const struct rotation *rotation; /* null: one array */
	bool is_memory;          /* an array or what a pointer leads to */
	bool may_be_read_later;  /* set for the span that is looked at, with the next two */
	bool has_no_value;       /* nothing was ever stored in it before the span: each copy is as good as the other */
	const char *section;     /* what is kept on the device of each name: "[0:n]", or nothing where it is all; null outside spans */
};

/* What a statement does to the subject. */
struct event {
	bool host_read, host_write, host_fill; /* fill: writes all of it, and reads nothing */
	bool device_read, device_write, device_fill;
	bool blocked;            /* the subject cannot stay on the device over it */
};

struct stay {
	struct flow *first, *last; /* children of one block, or the same */
};

/* events.c */
void find_facts(struct reside *reside, struct flow_function *function);
bool may_be_same(struct reside *reside, const struct variable *a, const struct variable *b);
/* The variable of which it is a copy, or itself. */
const struct variable *root_of(struct reside *reside, const struct variable *variable);
/* The variable, or a copy of it. */
bool is_name_of(const struct subject *subject, const struct variable *variable);
/* Only the variable and its copies lead to it. */
bool is_private(struct reside *reside, const struct variable *variable);
struct event event_of_touches(const struct subject *subject, const struct touch *touches);
/* Whether the text's names are the same variables at both offsets. */
bool names_mean_the_same(const struct reside *reside, const char *text, unsigned here, unsigned there);
enum { MOST_ELEMENTS = 3 };
/* The elements of the subject that the host uses in a statement, by their texts, where it uses nothing else of it and their texts
   mean the same before and after the statement.  0: it is not so. */
int elements_of(const struct subject *subject, const struct flow *flow, const struct touch *touches, const char *elements[MOST_ELEMENTS]);
/* The whole statement, loops and all, in any order. */
struct event event_of(const struct subject *subject, const struct flow *flow);
/* Whether the statement, or one in it, uses the subject on the device. */
bool uses_device(const struct subject *subject, const struct flow *flow);
const struct mapped *offload_mapped(const struct offload *offload, const struct variable *variable);

/* validity.c: what the subject's transfers cost in the span, loops counted; infinity: it cannot stay there.  record: notes the
   places of the directives too. */
double cost_of_span(struct subject *subject, struct stay span, bool record);
/* ... without it. */
double cost_apart(const struct subject *subject, const struct flow *flow);

/* sections.c: the part that is kept on the device; null: not known.  Sets subject->named, where there are several. */
const char *section_of_span(struct subject *subject, struct stay span);

/* place.c */
void write_places(struct reside *reside);
/* Whether a line can be put before the statement, or after it. */
bool can_put_before(const struct reside *reside, const struct flow *flow);
bool can_put_after(const struct reside *reside, const struct flow *flow);

#endif
