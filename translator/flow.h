/*
 * flow.h - a function as its statements, one in another, and what each does to memory as far as names tell: for targets that
 * decide where data lives between statements (targets/omp-target).  Made of every function of the file, so that a call can be
 * followed into what it calls.
 */
#ifndef PPCC_FLOW_H
#define PPCC_FLOW_H

#include "survey.h"

enum touch_kind {
	TOUCH_ITSELF, /* the variable: a scalar or a struct; of a pointer, where it points to (written: it is set) */
	TOUCH_MEMORY, /* elements of the array, or what the pointer leads to */
	TOUCH_COPY,   /* its address goes elsewhere: from then on, another pointer may lead there */
	TOUCH_GIVE,   /* its address is an argument of a call */
	TOUCH_CALL,   /* a call, whatever its arguments are */
	TOUCH_ODD     /* something that is not looked into, such as assembly */
};

/* A call of a function by its name, or (name is null) of one that is not known. */
struct flow_call {
	const char *name;
	struct flow_function *function;       /* defined in the file; null: elsewhere.  Set when all functions are known */
	bool in_system;                       /* declared in a header of the system, or in omp.h */
	unsigned long long constant;          /* bit i: argument i is a pointer through which nothing is written */
	bool used;                            /* it returns a pointer, which is used */
};

struct touch {
	struct touch *next;
	enum touch_kind kind;
	const struct variable *variable;      /* null: memory that no variable of the file tells */
	bool read, write;
	unsigned offset;
	const char *element;                  /* TOUCH_MEMORY: the element as it is written, "a[i + 1]", where that only names variables; or null */
	const struct variable *into;          /* TOUCH_COPY: the pointer that is set to it, and to nothing else; null: another place */
	struct flow_call *call;               /* TOUCH_GIVE, TOUCH_CALL */
	int argument;                         /* TOUCH_GIVE */
};

enum flow_kind {
	FLOW_LEAF,     /* no statement that can be told from the rest of it */
	FLOW_BLOCK,
	FLOW_IF,       /* touches: its condition; the first child is run when it holds, the second, if any, otherwise */
	FLOW_LOOP,     /* touches: before each iteration but the first, and (`first`) before that */
	FLOW_DO,       /* touches: after each iteration */
	FLOW_BREAK,
	FLOW_CONTINUE
};

/* Where a statement runs: on the host, on a device, or where it is not known, and may use a device as it likes. */
enum flow_place { PLACE_HOST, PLACE_DEVICE, PLACE_UNKNOWN };

struct flow {
	enum flow_kind kind;
	unsigned start, end;                  /* text[start, end), with the ';'; without a directive before it */
	struct flow *parent, *children, *next;
	struct touch *touches;
	struct touch *first;                  /* FLOW_LOOP: what happens once, before the first iteration */
	bool leaves;                          /* it, or a statement in it, may go elsewhere than to the next one: return, goto */
	bool runs;                            /* FLOW_LOOP: it certainly has an iteration */
	bool braces;                          /* FLOW_BLOCK: the file has them; text[end - 1] is the '}' */
	int loops, conditions;                /* around it */
	enum flow_place place;                /* set by who reads it, who may set user as well */
	void *user;
};

struct flow_function {
	struct flow_function *next;           /* in file order */
	const char *name;
	struct function *function;
	struct flow *body;
	const struct variable **parameters;   /* null for one without a name */
	int parameter_count;
	struct known_effect *effects;         /* flow_calls.c's */
};

/* All in the source's arena.  The survey must have gone through every function (source->every_function). */
struct flow_function *flow_of_file(struct survey *survey);

/* What a call does to memory.  To be asked for when it is known where statements run. */
struct effect {
	bool read, write;             /* on the host */
	bool device_read, device_write;
	bool kept;      /* the address is kept or goes where it is not followed */
	bool unknown;   /* anything may happen to the memory, on a device too */
	bool freed;
};

/* Memory that a variable's name leads to, and by which other variables' names it may be reached. */
struct flow_memory {
	const struct variable *variable;
	bool (*may_be_reached)(void *data, const struct variable *memory, const struct variable *name);
	void *data;
};

/* ... through a pointer that is an argument (TOUCH_GIVE), to a variable at file scope (of a pointer: to what it leads to; freed: it is
   set), and to memory that the call comes to in other ways. */
struct effect flow_argument(struct arena *arena, const struct touch *given);
struct effect flow_global(struct arena *arena, const struct flow_call *call, const struct variable *variable);
struct effect flow_elsewhere(struct arena *arena, const struct flow_call *call, const struct flow_memory *memory);
/* Whether code that is not in the file may run in the call, other than what the C library and OpenMP's routines do. */
bool flow_is_unknown(const struct flow_call *call);

#endif
