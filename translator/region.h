/*
 * region.h - the tree of constructs of a file.
 *
 * A *site* is one pragma with its statement.  Its directive is a list of *leaves*, outermost first: `parallel for` is a
 * parallel leaf around a for leaf.  Only leaves are lowered.  region_build makes the tree and gives each clause to the
 * leaves it applies to; dataenv.c then decides every variable's sharing.
 */
#ifndef PPCC_REGION_H
#define PPCC_REGION_H

#include "loop.h"
#include "pragma.h"
#include "survey.h"
#include "text.h"

enum sharing { SHARING_SHARED, SHARING_PRIVATE, SHARING_FIRSTPRIVATE, SHARING_REDUCTION, SHARING_LINEAR };

/* How a variable from outside reaches the function that a region was moved to. */
enum passing {
	PASS_NOT,      /* it need not: a global, a private copy, or no use */
	PASS_VALUE,    /* its value, under its own name */
	PASS_ADDRESS,  /* its address: references become (*x) */
	PASS_ELEMENTS, /* arrays: a pointer to the first element, under the array's own name */
	PASS_DECLARE   /* an extern local: declared again */
};

struct leaf;
struct taskgraph;

/* What one leaf does with one variable.  Filled by dataenv.c. */
struct share {
	struct share *next;            /* in order of first declaration */
	struct variable *variable;
	enum sharing sharing;
	bool last;                     /* lastprivate, perhaps besides firstprivate */
	bool conditional;              /* lastprivate(conditional:) */
	bool in_task;                  /* a reduction in which a task takes part: shared, by a pointer to the thread's copy */
	const struct clause *clause;   /* null when no clause says so */
	const struct clause_item *item;
	const struct clause *allocation; /* the allocate clause that gives the private copy its storage, or null */
	bool predetermined;            /* by what the variable is to the construct, whatever a default clause says */
	const char *rule;              /* why: "clause", or the specification's rule with its section */
	unsigned access;               /* what the region does with the variable (enum access) */
	enum passing passing;          /* outlined leaves */
};

/* Whether the private copy is reached through a pointer of the variable's name.  The copy of an array section is anyway. */
static inline bool share_is_pointer(const struct share *share)
{
	return share->allocation && !(share->item && share->item->section);
}

struct leaf_clause {
	struct leaf_clause *next;
	const struct clause *clause;
};

struct leaf {
	enum directive kind;
	struct site *site;
	struct leaf *outer;           /* the leaf around it, in this site or the one around; null: the function itself */
	struct leaf *inner;           /* the next leaf of the same site */
	struct leaf_clause *clauses;
	struct share *shares;
	struct map_item *maps;        /* device constructs: see maps.h */
	bool outlined;                /* becomes a function of its own */
	const char *function;         /* outlined: that function's name */
	struct taskgraph *graph;      /* taskgraph: what its target finds out about the tasks in it while it lowers the body */
	const char *end_label;        /* where a cancelled thread goes on; null: nowhere, or it returns from the function */
};

struct site {
	struct pragma *pragma;
	struct statement *statement;  /* found is false for directives that stand alone */
	struct function *function;    /* null at file scope */
	struct site *parent, *children, *next;
	struct leaf leaves[MAX_LEAVES];
	int leaf_count;
	struct loop *loops;           /* the associated loops, outermost first; null for other directives */
	int loop_count;
	int private_loops;            /* those whose variables are private: collapse may name more loops than are perfectly nested */
	int shared_loops;             /* the outer ones whose iterations are dealt out; the rest is there for doacross dependences */
	const char *left_behind;      /* directives of a moved region that stay in the function (directives.c) */
};

/* A function that the file defines for devices, too, and that other files can name. */
struct device_function {
	struct device_function *next;
	const char *name;
	unsigned start, end; /* of its definition */
};

struct region_tree {
	struct source *source;
	struct survey *survey;
	struct site **sites;          /* one per pragma, in file order */
	unsigned site_count;
	struct site *roots;           /* those inside no other */
	struct mapper *mappers;       /* declare mapper, filled by maps.c */
	struct device_function *device_functions; /* filled by declare_target.c */
	unsigned *expand;             /* macro invocations to expand before translation can go on */
	unsigned expand_count, expand_capacity;
};

/* False: an error was printed.  tree->expand_count > 0: the tree is incomplete until those invocations are expanded. */
bool region_build(struct source *source, struct survey *survey, struct region_tree *tree);
/* Asks for the macro invocation at an offset to be expanded. */
void region_expand(struct region_tree *tree, unsigned offset);

/* leaves.c: gives the site's clauses to its leaves. */
void leaves_distribute(struct source *source, struct site *site);
const struct clause *leaf_clause(const struct leaf *leaf, enum clause_kind kind);
/* The leaf's if clause: the one for its directive, else the one without a directive name. */
const struct clause *leaf_if(const struct leaf *leaf);

/* The innermost leaf around an offset; null: none. */
struct leaf *region_leaf_at(const struct region_tree *tree, unsigned offset);
/* A distribute leaf whose chunks the threads of a parallel leaf of the same directive share further. */
static inline bool leaf_is_split(const struct leaf *leaf)
{
	return leaf->kind == D_DISTRIBUTE && leaf->inner && leaf->inner->kind == D_PARALLEL;
}
/* A for leaf that shares a chunk of the distribute leaf of the same directive. */
static inline bool leaf_is_share_of_chunk(const struct leaf *leaf)
{
	return leaf->kind == D_FOR && leaf->outer && leaf->outer->site == leaf->site && leaf->outer->outer &&
	       leaf->outer->outer->site == leaf->site && leaf_is_split(leaf->outer->outer);
}
/* Whether the leaf's function may run when the code that created it has gone on. */
static inline bool leaf_may_outlive(const struct leaf *leaf)
{
	return openmp_is_task(leaf->kind) || (leaf->kind == D_TARGET && leaf_clause(leaf, C_NOWAIT));
}
static inline struct leaf *site_innermost(struct site *site)
{
	return &site->leaves[site->leaf_count - 1];
}
/* Whether text declared at the variable's place lies inside the leaf's statement. */
bool leaf_declares(const struct leaf *leaf, const struct variable *variable);

void region_dump(const struct region_tree *tree, struct text *out);

#endif
