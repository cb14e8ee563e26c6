/*
 * opencl_target.h - what the files of the opencl target share.
 *
 * A target region becomes a kernel (kernel.c): the constructs that spread its work over teams and threads are the *spine*,
 * one inside the other from `target` on with nothing beside them; what they enclose is what one work-item does.  Rows of
 * a table of its own (constructs.c) lower what stands in a kernel.  Everything else of the program is pthread's.
 */
#ifndef PPCC_OPENCL_TARGET_H
#define PPCC_OPENCL_TARGET_H

#include "nest.h"
#include "reduction_item.h"
#include "target.h"

enum { MAX_SPINE = 8 };

/* How the runtime spreads work-items; the constants of enum ppcc_shape in ppcc/opencl.h. */
enum kernel_shape {
	KERNEL_SERIAL,  /* one work-item */
	KERNEL_TEAM,    /* one work-group: parallel without teams */
	KERNEL_GROUPS,  /* teams without parallel: groups of one work-item */
	KERNEL_LEAGUE,  /* teams with threads */
	KERNEL_RANGE,   /* the same, as many work-items as iterations */
	KERNEL_TEAMS    /* teams whose first threads share iterations: at most one group for each */
};

/* A variable of which each work-item, or each team, has a partial result. */
struct kernel_reduction {
	struct kernel_reduction *next;
	const struct variable *variable;
	struct reduction_item item;
	const char *result;                 /* a pointer to the original, an array's elements */
	const char *parts, *copies;         /* names of the memory where copies meet: of scalars, of arrays */
	const char *groups;                 /* where the groups' results are */
	bool in_memory;                     /* the copy is in the memory */
	int count;                          /* the number of the kernel's count for its elements; 0: a constant */
};

/* Who runs the text that is lowered. */
enum kernel_context {
	CONTEXT_GROUP, /* a team's first thread: serial code (kernel_serial.h) */
	CONTEXT_TEAM,  /* all threads of a team */
	CONTEXT_ITEM   /* one thread, whatever the others do */
};

/* Which threads call a function that has directives of its own; none of them: that is not known. */
enum kernel_callers {
	CALLED_ALONE = 1,      /* one thread, whose team is itself, or which has an iteration or the like of its team's */
	CALLED_BY_TEAM = 2,    /* all threads of a team */
	CALLED_IN_CRITICAL = 4, /* one that has a lock */
	CALLED_NESTED = 8      /* in a parallel region of one thread: routines say what the team around it is */
};

/* A firstprivate variable of the target region that is one object for all work-items: a copy in memory of the device. */
struct kernel_copy {
	struct kernel_copy *next;
	const struct share *share;
};

enum kernel_memory_kind {
	MEMORY_PARTS,  /* local, a piece for each work-item of a group */
	MEMORY_COPIES, /* global, a piece for each work-item */
	MEMORY_GROUPS, /* global, a piece for each group; the second kernel gets it too */
	MEMORY_LOCK,   /* global, one of the device's locks, whose number is the count */
	MEMORY_ONE,    /* global, one piece */
	MEMORY_ALLOCATOR /* global, one of the launch's allocators, whose number is the count */
};

/* Memory that the runtime makes for a launch: a parameter of the kernel. */
struct kernel_memory {
	struct kernel_memory *next;
	enum kernel_memory_kind kind;
	const char *base, *name;            /* the name wanted, and the one it has */
	const char *type;                   /* of an element */
	const char *size;                   /* bytes of a piece, as text; with a count: of an element */
	int count;                          /* the number of the kernel's count for the elements of a piece; 0: none */
	bool in_function, late;             /* a function that the kernel calls uses it; and nothing else does */
};

/* A local variable of the work-group that a function uses. */
struct kernel_group_variable {
	struct kernel_group_variable *next;
	const char *name, *declaration;     /* "int x" */
	const struct ctype *type;
};

/* A number that the host knows at the launch: a parameter of both kernels. */
struct kernel_count {
	struct kernel_count *next;
	const char *name, *value;           /* value: where the target construct stands */
	bool hidden;                        /* only the runtime needs it: no parameter */
};

/* The kernel that is made; lowering->state while its text is lowered. */
struct kernel {
	struct lowering *lowering;
	struct leaf *target;
	const char *name;             /* the kernel's own; the host's tables have that of the target leaf's function */
	struct leaf *spine[MAX_SPINE];
	int depth;
	enum kernel_shape shape;
	bool serial;                  /* what the spine encloses is serial code with parallel regions in it */
	enum kernel_context context;
	bool asked;                   /* a function that it calls asks for its thread or team */
	bool linear;                  /* a team's work-items have one number each */
	int team_dimensions;          /* else: the most loops that these are dealt as a grid; 0: none */
	bool in_function;             /* the text is that of a function which the region calls */
	unsigned callers;             /* of that function: enum kernel_callers */
	bool offered;                 /* and the kernels of other files, which give it nothing of theirs */
	struct kernel_callee *callees;
	struct kernel_group_variable *group_variables;
	bool has_parameters;          /* its own: memory is added late */
	bool nests;                   /* it has parallel regions of one thread inside others */
	bool simple;                  /* each work-item runs one iteration, and nobody asks which team it is in */
	struct kernel_reduction *reductions, **next_reduction;
	struct kernel_copy *copies;
	struct kernel_memory *memory;
	struct kernel_count *counts;
	const char *functions;        /* of declared reductions, as text; null: none */
	struct text declared;         /* lines at the top of the kernel */
	const char *threads;          /* num_threads of the parallel regions in serial code; null: none has it */
	bool counted;                 /* one of them shows how many there are */
	struct leaf *dealt;           /* the loops that number the work-items, if the host knows how many iterations they have */
	int dimensions;               /* of the numbers of work-items: one for each of the loops, or 1 */
	const struct kernel_need *needs; /* functions of other files */
	const char *marked;           /* the kernel's text with marks; filled by kernel.c */
};

/* kernel_loops.c: the name, or the other one where the program uses that. */
const char *kernel_free_name(const struct survey *survey, const char *name, const char *other);

/* kernel_callees.c */
void kernel_find_callees(struct kernel *kernel);
/* Who calls the function: enum kernel_callers. */
unsigned kernel_callers(const struct kernel *kernel, const char *function);
/* A variable of the group, like that of the program, for a function; false: the name is that of one of another type. */
bool kernel_add_group_variable(struct kernel *kernel, const struct variable *variable, const char *name);
/* Declarations, as of variables at file scope, of what functions have used of the kernel's so far; and these as what the unit's text may name. */
const char *kernel_function_needs(const struct kernel *kernel);
struct kernel_global;
void kernel_add_function_needs(struct kernel *kernel, struct kernel_global **globals);

/* functions.c: functions and variables that files share. */
struct kernel_need;
struct kernel_global;
/* The variables at file scope, for code at the offset, and last the table of addresses of those of declare target. */
struct kernel_global *kernel_globals_find(struct lowering *lowering, unsigned offset);
/* The initialiser of an array of struct ppcc_need, one line each; "" when there are none. */
const char *kernel_needs(struct lowering *lowering, const struct kernel_need *needs);
/* A function that the kernel calls and that C does not know where its tables stand, because it is declared later; null: none. */
const char *kernel_need_too_late(struct lowering *lowering, const struct kernel_need *needs, unsigned offset);

/* kernel.c: pieces of making code for a device out of the program's. */
/* A function with directives in it as it reads in code for a device; null: it has none.  context: the struct kernel. */
const char *kernel_lower_function(void *context, unsigned start, unsigned end);
/* The file's macros, for both. */
struct expansions *kernel_macros(struct lowering *lowering);
/* as_host: of a loop that the program means for the host's threads: numbers are to be rounded as there. */
const char *kernel_finished_text(const struct lowering *lowering, const char *code, bool as_host);
/* kernel_tidy.c: the text without braces that say nothing. */
const char *kernel_tidy(struct arena *arena, const char *text);
/* The text without marks; where __LINE__ may be asked for, #line directives say what they did. */
const char *kernel_without_marks(struct lowering *lowering, const char *text);
/* kernel_flags.c: what stands first in the text for these flags (null-terminated): a comment with options for the device's compiler,
   which the runtime looks for, and a pragma. */
const char *kernel_flags(struct arena *arena, const char *const *flags, bool as_host);
/* The text as string literals, one a line. */
const char *kernel_literals(struct arena *arena, const char *text);

/* constructs.c: the rows for what stands in a kernel. */
extern const struct target opencl_kernel_rows;

/* kernel_spine.c */
void kernel_find_spine(struct kernel *kernel);
void kernel_choose_shape(struct kernel *kernel);
/* Fills copies, and makes their shares those of mapped variables: what threads change together, and what is too large for a
   value.  Refuses regions that change what is one for some of the threads, where a kernel has a copy for each. */
void kernel_share_copies(struct kernel *kernel);
/* Whether the target region's share is one of the copies. */
bool kernel_is_copy(const struct kernel *kernel, const struct share *share);
/* Whether the region, or a function that it calls, asks for its thread or team. */
bool kernel_asks_anywhere(const struct kernel *kernel);
/* Where the leaf is in the spine (-1: not). */
int kernel_spine_index(const struct kernel *kernel, const struct leaf *leaf);
/* Whether the leaf stands for a loop construct, whatever that binds to. */
bool kernel_is_loop(const struct leaf *leaf);
bool kernel_in_spine(const struct kernel *kernel, enum directive kind);
/* The clause on the first leaf of the spine that has it. */
const struct clause *kernel_clause(const struct kernel *kernel, enum clause_kind kind);
/* The condition of a leaf of the spine; null: it has none, but that of the target region, which is true where the kernel runs. */
const struct clause *kernel_condition(const struct kernel *kernel, const struct leaf *leaf);
/* Whether the host knows the value of every variable in the text when it launches the kernel. */
bool kernel_known_on_host(const struct kernel *kernel, struct span span);

/* kernel.c: whether the host knows the value of an expression of a clause.  And functions that the kernel's text calls. */
bool kernel_known_expression(const struct kernel *kernel, const char *expression);
void kernel_use_functions(struct kernel *kernel, const char *functions);

/* kernel_loops.c: whether the leaf, or one further in, has a lastprivate(conditional:) clause. */
bool kernel_is_conditional(const struct leaf *leaf);
/* The loops of the spine's innermost leaves. */
const char *kernel_loops(struct lowering *lowering, struct leaf *leaf);
/* Loops of a site from `leaf` on, whose iterations are dealt to those that `number` tells apart, `items` in all.  at_end: lines for
   the end of each iteration, in which the iteration's number is k and their number is count; lines gets the loop. */
struct spread {
	const char *number, *items;
	const char *at_start;                                /* lines at the start of each iteration */
	void (*at_end)(struct nest *nest, const struct spread *spread, const char *count, struct text *out);
	void *context;                                       /* at_end's */
};
void kernel_spread(struct lowering *lowering, struct leaf *leaf, const struct spread *spread, struct text *lines);
/* Whether all that threads do is iterations that are dealt to them, so that it does not show how many threads there are. */
bool kernel_only_deals(const struct kernel *kernel);
/* Whether a team's loops that are dealt as a grid are all that asks for the numbers of its work-items. */
bool kernel_team_is_grid(const char *text);
/* The value of a loop variable after the loops; null: the variable is none. */
const char *kernel_final_value(struct nest *nest, const struct variable *variable);
/* Fills dealt. */
void kernel_find_dealt(struct kernel *kernel);
/* Whether each loop that is dealt out can have a dimension of its own, for what else the kernel is. */
bool kernel_fits_grid(const struct kernel *kernel);
/* Whether copies of arrays may be in memory, where their number is that of the work-item. */
bool kernel_copies_arrays(const struct kernel *kernel);
/* On the host: how many iterations the dealt loops have in each dimension, and the numbers that their work-items begin with (null: 0);
   out: lines that this needs. */
const char *kernel_iterations(struct kernel *kernel, const char **first, struct text *out);

/* kernel_copies.c: the declarations of a spine leaf's private copies, one a line. */
void kernel_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out);
/* kernel_arrays.c: arrays of variable length.  The name of the parameter for how many elements one has, and the number of that count.  A
   copy's declaration, with what it begins with: `first`, null where that is not to be had; of_group: a team's first thread makes it. */
const char *kernel_count_name(const struct kernel *kernel, const struct variable *variable);
/* Whether the statement uses the array otherwise than through its elements. */
bool kernel_uses_whole(const struct kernel *kernel, const struct variable *variable, const struct statement *statement);
int kernel_elements_count(struct kernel *kernel, const struct variable *variable, bool hidden);
void kernel_copy_variable_array(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *first, bool of_group, struct text *out);
/* Whether the region declares such arrays; makes lowering->edits a list in which they become pointers. */
bool kernel_declares_arrays(const struct kernel *kernel);
void kernel_edit_arrays(struct kernel *kernel);

/* The name of a parameter for a variable of which the kernel has copies of the same name; null: it has none. */
const char *kernel_original(const struct kernel *kernel, const struct variable *variable);
/* The loop that copies a whole array: from and to are its names. */
const char *kernel_copy_array(const struct kernel *kernel, const struct variable *variable, const char *to, const char *from);

/* kernel_reduce.c: reductions by the spine's leaves.  The declaration of a copy; after the work, the lines that combine them in
   the work-group; the kernel that combines the groups' results, with the parameters in `list`. */
void kernel_reduce(struct kernel *kernel, const struct leaf *leaf, const struct share *share, struct text *out);
void kernel_combine(struct kernel *kernel, struct text *out);
const char *kernel_finish(struct kernel *kernel, const char *name, const char *list);
/* The parts of a reduction by another construct.  origin: a pointer to the original in its text; null: it is refused. */
struct kernel_reduction *kernel_reduction(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *origin);
/* Gives the reduction the memory where copies meet; alone: one thread makes the only one. */
void kernel_reduction_meet(struct kernel *kernel, struct kernel_reduction *reduction, bool alone);
/* Refuses a task that takes part in a reduction whose copy is not that of the thread that makes it: that thread runs it at once, on the
   copy or the original that the name means around it. */
void kernel_check_task_reductions(struct lowering *lowering, const struct leaf *leaf);
/* Declares the copy, piece `number` of the memory where it needs any, with its first value. */
void kernel_reduction_copy(struct kernel *kernel, struct kernel_reduction *reduction, const char *memory, const char *number, struct text *out);
/* All threads of a team combine their copies; then what the first one does with the result.  outer: the original's name, or a
   pointer to it for a declared reduction. */
void kernel_combine_team(struct kernel *kernel, const struct kernel_reduction *reductions, struct text *out);
const char *kernel_team_total(struct kernel *kernel, const struct kernel_reduction *reduction, const char *outer);
/* One thread: an array, or by a declared reduction. */
void kernel_combine_alone(struct kernel *kernel, const struct kernel_reduction *reduction, struct text *out);
/* Memory that the kernel gets; its name. */
const char *kernel_memory(struct kernel *kernel, enum kernel_memory_kind kind, const char *name, const char *type, const char *size, int count);
/* A count that it gets; its number, from 1. */
int kernel_count(struct kernel *kernel, const char *name, const char *value, bool hidden);

/* kernel_parameters.c */
/* The kernel's parameters, their names, and the table that says where the runtime finds their values. */
struct parameters {
	struct text list, table;
	struct text finish;       /* the second kernel's list */
	struct text types, lines; /* types that they need, and what stands first in the kernel */
	const char **names; /* ends with null */
	unsigned count, rows; /* of names, and of the table */
};
/* The row of the table for memory. */
const char *kernel_memory_row(const struct kernel *kernel, const struct kernel_memory *memory);
/* Fills all of it; body: the kernel's text. */
void kernel_parameters(struct kernel *kernel, const char *body, struct parameters *parameters);
void kernel_parameters_release(struct parameters *parameters);

/* kernel.c: the name of the kernel that ends a reduction. */
const char *kernel_finish_name(const struct kernel *kernel);
/* kernel_launch.c: the kernel's text and the tables that tell the runtime of it, before the functions; and the lines before the call that
   launches it. */
void kernel_put_tables(struct kernel *kernel, const struct parameters *parameters, const char *text);
void kernel_make_launch(struct kernel *kernel, struct device_code *code);

/* kernel_schedule.c: whether the loops have a fixed schedule that the region sees, because something in it asks for its thread or
   team; then, the loops as that says. */
bool kernel_schedule_shows(const struct kernel *kernel, const struct leaf *leaf);
void kernel_deal(struct nest *nest, const struct spread *spread, const char *count, const char *body, struct text *lines);

/* kernel_sync.c */
/* Whether a directive of a function that is called means different things to those who call it, or it is not known who does. */
bool kernel_callers_differ(const struct kernel *kernel, const struct leaf *leaf);
const char *kernel_masked(struct lowering *lowering, struct leaf *leaf);
const char *kernel_barrier(struct lowering *lowering, struct leaf *leaf);
const char *kernel_flush(struct lowering *lowering, struct leaf *leaf);
const char *kernel_critical(struct lowering *lowering, struct leaf *leaf);
const char *kernel_ordered(struct lowering *lowering, struct leaf *leaf);
/* Whether one work-item must run all iterations of the loops, in their order. */
bool kernel_in_order(const struct leaf *leaf);

/* kernel_threads.c: notes the number of threads that a region in serial code asks for.  And what a region of one thread does, where the
   routines speak of that thread. */
void kernel_read_threads(struct kernel *kernel, const struct leaf *leaf);
const char *kernel_of_one_thread(const struct kernel *kernel, const struct leaf *leaf, const char *body);

/* kernel_storage.c: lowering->edits become a copy, without those of the host in text[start, end).  And variables of the allocate directive in text[start, end) become plain ones, and then what they were again. */
struct kernel_storage {
	struct edit *edits;
	struct kernel_stored {
		struct kernel_stored *next;
		struct variable *variable;
		const struct site *site;
	} *variables;
};
void kernel_copy_edits(struct lowering *lowering, unsigned start, unsigned end);
void kernel_enter_storage(struct lowering *lowering, unsigned start, unsigned end, struct kernel_storage *outside);
void kernel_leave_storage(struct lowering *lowering, const struct kernel_storage *outside);
const char *kernel_allocate(struct lowering *lowering, struct leaf *leaf);

/* kernel_atomic.c */
const char *kernel_atomic(struct lowering *lowering, struct leaf *leaf);

/* kernel_routines.c: whether the text has a call that asks about teams or threads; the code after the routines that it calls.
   level: how many parallel regions are around what all threads run; negative: that is not known. */
bool kernel_asks(const char *text, size_t length);
const char *kernel_with_routines(struct arena *arena, const char *code, int level);

/* kernel_heap.c: the code after the routines of omp_alloc and its kin that it calls; then the heap is one of its globals. */
const char *kernel_with_heap(struct lowering *lowering, const char *code, struct kernel_global *globals);
/* The share's allocate clause if it asks for more than memory: an alignment, or an allocator with traits.  Then the copy is a pointer of
   its name; the name of the value that the target region's copy begins with; the lines that make and free the copies. */
const struct clause *kernel_allocation(const struct share *share);
const char *kernel_allocated_value(const struct kernel *kernel, const struct share *share);
void kernel_allocate_copy(struct kernel *kernel, const struct leaf *leaf, const struct share *share, const char *value, struct text *out);
void kernel_free_copies(struct kernel *kernel, const struct leaf *leaf, struct text *out);
/* Whether the share of the target region is an allocator that the region has for itself, or traits of one that nothing else uses. */
bool kernel_is_allocator(const struct share *share);
bool kernel_is_traits(const struct kernel *kernel, const struct share *share);
/* The line that declares such an allocator; and on the host, the values of all, as the launch has them (null: there are none). */
void kernel_declare_allocator(struct kernel *kernel, const struct share *share, struct text *out);
const char *kernel_allocator_values(const struct kernel *kernel);

/* kernel_block.c: constructs beside other code. */
const char *kernel_block(struct lowering *lowering, struct leaf *leaf);

#endif
