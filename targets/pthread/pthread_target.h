/*
 * pthread_target.h - what the files of the pthread target share.
 *
 * parallel and task become functions of their own that get a struct with what they need (data.c); every other construct
 * becomes a block in place.  Both declare private copies under the user's own names (copies.c, reduction.c).
 */
#ifndef PPCC_PTHREAD_TARGET_H
#define PPCC_PTHREAD_TARGET_H

#include "nest.h"
#include "target.h"

/* ------------------------------------------------------------------------------------------- the thread's context */

/* Whether a variable with the thread's context is in scope in the text around the leaf. */
bool has_me(const struct leaf *leaf);
/* The line that declares it where it is not; empty where it is. */
const char *declare_me(struct lowering *lowering, const struct leaf *leaf);
/* An expression for it. */
const char *me_expression(struct lowering *lowering, const struct leaf *leaf);

/* Whether nothing of the enclosing parallel leaf of the same site runs after the leaf: its barrier would be two in a row. */
bool ends_parallel(const struct leaf *leaf);

/* ------------------------------------------------------------------------------------------- copies.c */

/* Pieces of text, each a list of lines without a final newline, in the order in which they stand. */
struct copies {
	struct text origins;  /* pointers to the originals, for leaves in place */
	struct text declare;  /* the private copies, with their first values */
	struct text last;     /* after the last iteration: lastprivate */
	struct text combine;  /* reductions */
	bool needs_barrier;   /* a variable is firstprivate and lastprivate */
};

void declare_origin(struct lowering *lowering, const struct leaf *leaf, const struct share *share, struct copies *copies);
void copies_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies);
void copies_release(struct copies *copies);

/* A pointer to the original of a private copy (of an array: to its first element), valid where the copy is in scope. */
const char *copy_origin(struct lowering *lowering, const struct leaf *leaf, const struct share *share);
/* Whether the struct of a task holds, besides the first value of a variable, the address to which its last value goes: as a member
   of this name. */
bool has_original(const struct leaf *leaf, const struct share *share);
const char *original_name(struct lowering *lowering, const struct variable *variable);
/* The value of extent k in the text around the leaf. */
const char *extent_value(struct lowering *lowering, const struct leaf *around, const struct variable *variable, int k);
/* A declaration with the alignment that the program gives the variable. */
const char *with_alignment(struct lowering *lowering, const struct variable *variable, const char *declaration);
const char *lines_of(struct lowering *lowering, const struct text *text);

/* allocated.c: private copies that an allocate clause puts elsewhere.  The declaration of the pointer through which the copy is
   reached, with the storage as its value; name: of the pointer; count: elements of an array section, else null; value: an
   expression that points to the first value, or "0". */
const char *allocated_copy(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *name, const char *count,
			   const char *value);
/* An allocator that a region has for itself (uses_allocators), and the line that declares it. */
bool allocated_is_allocator(const struct share *share);
const char *allocated_allocator(struct lowering *lowering, const struct share *share);
/* Before the copies are declared in place: the allocators, evaluated where the construct stands. */
void allocated_origins(struct lowering *lowering, const struct leaf *leaf, struct copies *copies);

/* unused.c: lines that use the originals of variables of which only the leaf's private copies are used. */
const char *unused_originals(struct lowering *lowering, const struct leaf *leaf);

/* ------------------------------------------------------------------------------------------- reduction.c */

struct data;

/* Declares the leaf's partial results and writes how they are combined. */
void reductions_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies);
/* Puts the bounds of array sections into the struct of an outlined leaf: they are evaluated before it begins. */
struct data;
void allocated_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data); /* the same for an outlined leaf */
void reductions_pass(struct lowering *lowering, const struct leaf *leaf, struct data *data);

/* ------------------------------------------------------------------------------------------- data.c */

/* The struct that an outlined leaf gets. */
struct data {
	struct text type;      /* the struct's definition; empty when nothing is passed */
	struct text values;    /* its initialiser */
	struct text unpack;    /* the lines that give its members their names in the function */
	struct text first;     /* statements before the struct is declared */
	struct text before;    /* statements before the struct is filled (tasks: copies that must live longer) */
	struct text after;     /* at the end of the function: what those copies need */
	struct text finish;    /* after the construct: the same for the tasks of a taskloop */
	const char *renewing;  /* a pointer to a recorded struct (taskgraph.c), while the members added are to be set anew; else null */
	struct text renew;     /* the statements that do that */
	bool any;
};

/* A member of the struct; value: what it holds, null when that is said elsewhere. */
void add_member(struct data *data, const char *declaration, const char *name, const char *value);
void data_make(struct lowering *lowering, struct leaf *leaf, struct data *data);
void data_release(struct data *data);

/* ------------------------------------------------------------------------------------------- loops.c */

/* A for leaf's loops as code that runs one thread's share of them.  The pieces are lines, in the order in which they stand. */
struct loop_code {
	struct text bounds; /* constants for bounds and steps, and the share of the thread */
	struct text run;    /* the loops */
	struct text end;    /* after them */
	struct loop_constant *constants; /* those of the bounds, for a function of the loops' own (taskloop) */
	const char *count;  /* iterations of the whole nest, an expression */
};

/* doacross.c: the loops of ordered(n) on the leaf; 0 when it has no such clause. */
int doacross_depth(const struct leaf *leaf);
/* The constants that the loops inside those dealt out need, and how many iterations they make together. */
const char *doacross_inner(struct nest *nest, struct text *out);

/* taskloop.c and task_reduction.c.  Whether a name is used in generated or user text. */
bool mentions(const char *text, const char *name);
/* Declares a taskgroup in which the items of the leaf's clauses of a kind are reduced; the line that begins it is the last.
   Returns the group's name; null when there is no such clause. */
const char *reduction_group(struct lowering *lowering, const struct leaf *leaf, enum clause_kind kind, bool own_copies, struct text *out);
/* reduction.c: "{address, size of an element, elements, function, function}" for one item as it is in the body of `place`; null after an
   error. */
const char *reduction_entry(struct lowering *lowering, const struct leaf *leaf, const struct clause *clause, const struct clause_item *item,
			    const struct leaf *place);
/* In a task: the statement that makes `name`, a pointer to the elements of an array section's variable, one to the thread's copy. */
const char *reduction_shift(struct lowering *lowering, const struct leaf *leaf, const struct share *share, const char *name);

/* ------------------------------------------------------------------------------------------- depend.c */

/* The dependences of a leaf: an array and its length, and the lines that fill and free it. */
struct depends {
	const char *list, *count; /* null: there are none */
	struct text before, after;
};

void depends_make(struct lowering *lowering, const struct leaf *leaf, struct depends *depends);
void depends_release(struct depends *depends);

/* ------------------------------------------------------------------------------------------- device_maps.c */

/* The maps of a device construct: the lines that fill a table, the table and its length as arguments, the lines that free it. */
struct device_maps {
	const char *lines, *table, *count, *after;
};

void device_maps_make(struct lowering *lowering, struct leaf *leaf, struct device_maps *maps);

/* declare_reduction.c: the expression with each of the names as a pointer's target. */
const char *through_pointers(struct lowering *lowering, const char *expression, const char *first, const char *second);



/* outline.c: puts a region's function and its struct before the enclosing function. */
void outline_name(struct lowering *lowering, struct leaf *leaf);
/* A parallel leaf whose threads share a piece of distributed loops; the struct of its function begins with that piece. */
const char *outline_piece(struct lowering *lowering, struct leaf *leaf, const struct loop_constant *constants);
/* The constants that a function's text mentions travel in its struct. */
void pass_constants(struct lowering *lowering, const struct loop_constant *constants, const char *run, struct data *data);
void outline_body(struct lowering *lowering, struct leaf *leaf, const struct loop_constant *constants, struct data *data);
void outline_function(struct lowering *lowering, struct leaf *leaf, struct data *data, const struct copies *copies, const char *body);
/* What stands in place of the construct; depends: null: none. */
const char *emit_call(struct lowering *lowering, struct leaf *leaf, const struct data *data, const struct depends *depends, const char *call);
/* num_threads.c: the call that runs the leaf's region; may put declarations before it.  A number of threads or teams, 1 where
   the condition does not hold. */
const char *parallel_call(struct lowering *lowering, const struct leaf *leaf, struct data *data);
const char *only_if(struct lowering *lowering, const struct leaf *leaf, const struct clause *condition, const char *number);

/* taskgraph.c: the taskgraph leaf that records the task (or taskwait) of the leaf; null: none.  Whether a member for the variable
   of a share is set anew when the task is made again; the call that makes and records the task: end it with the arguments after
   priority. */
const struct leaf *taskgraph_of(const struct leaf *leaf);
bool taskgraph_renews(const struct leaf *graph, const struct share *share);
const char *taskgraph_pointer(struct lowering *lowering);
const char *taskgraph_task(struct lowering *lowering, const struct leaf *leaf, const struct data *data, const struct depends *depends,
			   const char *arguments);
const char *taskgraph_wait(struct lowering *lowering, const struct leaf *leaf);

/* task.c */
const char *task_flags(struct lowering *lowering, const struct leaf *leaf);
const char *task_priority(struct lowering *lowering, const struct leaf *leaf);
const char *data_initialiser(struct lowering *lowering, const struct leaf *leaf, const struct data *data);

void loops_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies, struct loop_code *code);
void loops_release(struct loop_code *code);

/* simd.c: the line `#pragma omp simd ...` for a simd leaf, alone or inside a for leaf; empty: the loop goes without. */
const char *simd_line(struct lowering *lowering, const struct leaf *leaf, bool combined);
/* Whether a simd leaf has a scan with an initialisation phase, which no compiler knows: the loop stays without directives, and
   the phases of an iteration run in the program's order. */
bool simd_has_initialisation(const struct leaf *leaf);
/* distribute simd: distribute has no reduction, so the simd loop works on a local copy of what is a pointer in the function around. */
void simd_in_distribute(struct lowering *lowering, const struct leaf *distribute, struct copies *copies);

/* cancel.c.  Whether a cancel or cancellation point directive leaves the leaf's construct; gives the construct a label for its
   end, without which a thread leaves by returning from the function; the line with the label. */
bool cancel_leaves(const struct leaf *leaf);
void cancel_make_label(struct lowering *lowering, struct leaf *leaf);
const char *cancel_label(struct lowering *lowering, const struct leaf *leaf);
/* A barrier in or at the end of the leaf, and the call of ppcc_copyprivate: where the region around can be cancelled, with
   what leaves it.  note: "" or a comment after a blank. */
/* What nowait says, as an expression: "0" without the clause, "1" without an argument. */
const char *nowait_expression(struct lowering *lowering, const struct leaf *leaf);
const char *barrier_statement(struct lowering *lowering, const struct leaf *leaf, const char *note);
const char *copyprivate_call(struct lowering *lowering, const struct leaf *leaf, const char *from, const char *mine);

/* conditional.c */
void conditional_make(struct lowering *lowering, struct leaf *leaf, struct copies *copies);
bool has_conditional(const struct leaf *leaf);
/* The same for a taskloop: what its tasks have in common, declared before them, and what each does with it at its end. */
void conditional_make_tasks(struct lowering *lowering, struct leaf *leaf, struct data *data, struct copies *copies, struct text *declare);

/* utility.c: whether the keyword of a clause that may be one of two is the second; without the clause it is the first. */
bool is_second(struct lowering *lowering, const struct clause *clause, const char *first, const char *second);
/* What requires says about atomic constructs without a memory order; null: nothing. */
const char *default_memory_order(const struct lowering *lowering);

struct nest;

/* loops.c: a loop over the piece's iteration numbers that sets the loop variables and runs the text, which stands for the span. */
const char *nest_counted_loop(struct nest *nest, struct span body, const char *text);
/* scan.c: the scan directive in the body of the leaf's loops; null: there is none. */
const struct site *scan_site(const struct leaf *leaf);
/* The loops of the two phases of a scan, and what is between them.  False: an error was printed. */
bool scan_loops(struct nest *nest, struct text *out);

lower_leaf lower_ordered_alone;
lower_leaf lower_scan;
lower_leaf lower_depobj;
lower_leaf lower_cancel, lower_assume, lower_unroll, lower_teams, lower_distribute, lower_taskloop, lower_target, lower_error, lower_nothing, lower_requires, lower_scope, lower_parallel, lower_for, lower_sections, lower_section, lower_single, lower_master, lower_masked, lower_critical, lower_ordered,
	lower_task, lower_taskgraph, lower_taskgroup, lower_barrier, lower_taskwait, lower_taskyield, lower_flush, lower_atomic, lower_simd,
	lower_target_data, lower_target_enter_data, lower_target_exit_data, lower_target_update, lower_declare_target, lower_declare_mapper,
	lower_threadprivate, lower_groupprivate, lower_declare_simd, lower_declare_reduction;

/* declare_target.c: tells the runtime of variables whose size is known at the end of the file only. */
const char *pthread_end_file(struct lowering *lowering);

#endif
