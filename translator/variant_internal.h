/* variant_internal.h - what variant.c and variant_dispatch.c share. */
#ifndef PPCC_VARIANT_INTERNAL_H
#define PPCC_VARIANT_INTERNAL_H

#include "rewrite.h"
#include "selector.h"
#include "survey_calls.h"
#include "variant.h"

/* `function` may stand in for `base`. */
struct function_variant {
	struct function_variant *next;  /* in file order */
	const char *base, *function;
	const struct selector *selector;
	unsigned offset;                /* calls after it count */
	bool *device_pointers;          /* by parameter of the base: need_device_ptr; null: none */
	int parameter_count;
	int appended;                   /* arguments that append_args adds */
	bool called;
};

struct redirection {
	const struct survey *survey;
	struct source *source;
	struct context context;
	struct declared_function *functions;
	struct function_variant *variants;
	struct function_call *calls;
	struct device_caller *device_callers; /* functions that may run on a device */
	bool asks;                      /* some call asks for the device, and the file does not declare the routine */
	struct rewrite rewrite;
	unsigned *expand;               /* macro invocations in the way of a change; room for one per call */
	unsigned expand_count;
};

/* The function that a call means. */
struct callee {
	const char *text;                        /* a name, or an expression that chooses */
	struct function_variant *only;           /* not null: it is known to be this variant */
};

/* The best function for a call; dispatched: with the dispatch construct in its context.  A null text: an error was printed. */
struct callee variant_choose(struct redirection *r, const struct function_call *call, bool dispatched);

/* variant_device.c: fills device_callers; calls: all of the file's.  Whether a function is one of them. */
void variant_find_device_callers(struct redirection *r, const struct function_call *calls);
bool variant_on_device(const struct redirection *r, const char *function);

/* variant_dispatch.c: the dispatch construct whose call this is; null: none. */
const struct pragma *dispatch_of(const struct redirection *r, const struct function_call *call, unsigned *index);
struct callee dispatch_choose(struct redirection *r, const struct function_call *call, const struct pragma *dispatch);
/* What the construct asks for besides: arguments, dependences, the device.  False: an error was printed. */
bool dispatch_arguments(struct redirection *r, const struct function_call *call, const struct pragma *dispatch, const struct function_variant *chosen);
bool dispatch_construct(struct redirection *r, unsigned index);

#endif
