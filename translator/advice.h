/*
 * advice.h - warnings about correct OpenMP that does not do what its author wants: data that threads share by mistake,
 * iterations that need each other, values that nobody set.  Each module looks for one kind.  What is not certain is not said:
 * a false alarm costs more than a miss.
 */
#ifndef PPCC_ADVICE_H
#define PPCC_ADVICE_H

#include "accesses.h"
#include "dataenv.h"
#include "lint_findings.h"

/* A parallel region that more than one thread may run, and one piece of it. */
struct advice {
	const struct region_tree *tree;
	struct source *source;
	struct findings *findings;
	const struct leaf *team;        /* the parallel leaf */
	const struct leaf *loop;        /* the loop whose iterations the threads share; null: the piece is the whole region */
	unsigned start, end;            /* the piece: the loop's body or the region */
	struct accesses accesses;       /* of the piece */
};

/* After dataenv and lint.  The warnings are printed.  False: they are errors for the user. */
bool advice_give(const struct region_tree *tree);

void advice_about_writes(struct advice *advice);     /* shared variables and elements that everybody writes */
void advice_about_dependences(struct advice *advice); /* array elements that other iterations write */
void advice_about_order(struct advice *advice);      /* uses after a construct without a barrier */
void advice_about_critical(struct advice *advice);   /* reductions by hand */
void advice_about_sections(struct advice *advice, const struct leaf *sections); /* variables that two sections use */
/* Variables that a task sets, and the code after it uses at once. */
void advice_about_tasks(const struct region_tree *tree, struct findings *findings);
/* Private variables that are read before they are set, in any construct. */
void advice_about_values(const struct region_tree *tree, struct findings *findings);
/* Pointers that a target region follows and no clause maps. */
void advice_about_maps(const struct region_tree *tree, struct findings *findings);

/* advice_code.c: questions about the program. */

/* Whether all threads of the team mean the same object by the variable where the code at `leaf` runs. */
bool advice_is_shared(const struct advice *advice, const struct leaf *leaf, const struct variable *variable);
/* Whether every thread (iteration) that comes by runs the loop and those around it, up to the piece, equally often. */
bool advice_runs_alike(const struct advice *advice, const struct access_loop *loop);
/* Whether nothing but the team's constructs that every thread enters are around the offset: no critical, single, task ... */
bool advice_is_exposed(const struct advice *advice, unsigned offset);
/* Whether an access is one of the piece by every thread (every iteration): exposed, to a shared object, unconditional. */
bool advice_is_everybodys(const struct advice *advice, const struct memory_access *access);
/* Whether the variable's address is taken between the offsets. */
bool advice_address_taken(const struct survey *survey, const struct variable *variable, unsigned start, unsigned end);
/* Whether it is written there, or its address taken. */
bool advice_is_written(const struct survey *survey, const struct variable *variable, unsigned start, unsigned end);
/* Whether an expression has the same value for all threads (iterations): of numbers, and variables that keep theirs. */
bool advice_same_for_all(const struct advice *advice, const struct polynomial *value, const struct access_loop *inside);
/* Whether the expression text[value], which stands at the access, has the same value whoever computes it. */
bool advice_text_is_same(const struct advice *advice, const struct memory_access *access, struct span value);
/* Whether what is written is the same whoever writes it. */
bool advice_writes_same(const struct advice *advice, const struct memory_access *access);
/* The loop around the access whose variable it is; null: none. */
const struct access_loop *advice_loop_of(const struct access_loop *inside, const struct variable *variable);
/* The number of iterations of the shared loop; negative: not known. */
long long advice_iterations(const struct advice *advice);

/* "a[i]" as it is written; the variable's name where a macro says it. */
const char *advice_written(const struct source *source, const struct memory_access *access);
/* The operator of a reduction that the access is a step of: "+" for `x += e`, `x++`, `x = x - e`; null: it is none.
   *operand: where e is; empty for x++.  Of a step whose value is used, as in a[x++], there is no reduction: null. */
const char *advice_update(const struct source *source, const struct memory_access *access, struct span *operand);
/* The same of a step whose value is used; null: the access is none. */
const char *advice_used_update(const struct source *source, const struct memory_access *access, struct span *operand);
/* advice_extremes.c: of the x that text[x_start, x_end) is, "max" for the value `e > x ? e : x`, "min" for `e < x ? e : x`; null:
   it is none of these. */
const char *advice_extreme(const char *start, const char *end, const char *x_start, const char *x_end);
/* The same of `if (e > x) x = e;`, where the access is the x that gets e, text[value].  *whole: from the `if` to the end of e. */
const char *advice_guarded_extreme(const struct source *source, const struct memory_access *write, struct span value, struct span *whole);
/* The condition of the `if` for whose statement the step at the offset stands, or begins it.  False: there is none. */
bool advice_guard(const struct source *source, unsigned step, struct span *condition);
/* The value that is assigned behind `=`; false: the access is no plain assignment. */
bool advice_assigned_value(const struct source *source, const struct memory_access *access, struct span *value);
/* advice_used.c: whether the value of the assignment text[start, end) is used where it stands. */
bool advice_value_is_used(const struct source *source, unsigned start, unsigned end);
/* Puts a clause at the end of a directive. */
struct fixit advice_add_clause(const struct source *source, const struct pragma *pragma, const char *clause);

#endif
