/*
 * lower.h - what every target needs to lower a leaf: bodies and expressions of the user's program as text, as they must read
 * in the place they are moved to.
 */
#ifndef PPCC_LOWER_H
#define PPCC_LOWER_H

#include "region.h"
#include "text.h"

struct iterator;
struct target;

/* A replacement that does not depend on the place: text[start, end) becomes `with`. */
struct edit {
	struct edit *next; /* by start */
	unsigned start, end;
	const char *with;
	bool of_host;      /* not in code for a device */
};

/* A reduction operator that the program declares; see declare_reduction.c of the target. */
struct declared_reduction {
	struct declared_reduction *next;
	const char *name, *type;
	const char *combine, *initialise; /* functions */
	const char *functions;            /* the two, for code that stands by itself */
	unsigned start, end;              /* where it is visible */
};

/* A name that the prologue defines once for the file. */
struct defined {
	const char *name;
	struct defined *next;
};

/* How far constructs are lowered: a reader may see what is between the source and the program (steps.c). */
enum lowering_step {
	STEP_FINAL,
	STEP_SPLIT,   /* each directive as its leaves, with the clauses that each was given */
	STEP_DATA,    /* and with a clause for each variable that a rule decided */
	STEP_OUTLINED, /* and what moves to a function of its own has moved */
	STEP_LOOPS     /* and loops are those over what a thread has of them */
};

/* Code for a device as its compiler gets it. */
struct kernel_listing {
	struct kernel_listing *next; /* in the order they were made */
	const char *name, *text;
	const char *marked;          /* before it was made to stand for itself, with marks */
	unsigned offset;             /* of the pragma */
};

/* The state of translating one file. */
struct lowering {
	struct arena *arena;
	struct source *source;
	struct survey *survey;
	struct region_tree *tree;
	const struct target *target;
	struct edit *edits;
	struct text prologue;     /* functions and types to stand before the function that is rendered */
	bool prologue_used;       /* something was generated: the target's include line is needed */
	bool included;            /* that line is in the text */
	struct declared_reduction *reductions;
	struct defined *defined;
	const char *me, *data, *argument, *loop; /* names that the user's file does not use */
	void *state;              /* of a target, while it lowers a piece of its own */
	enum lowering_step step;
	struct kernel_listing *kernels;
	struct expansions *expansions; /* kernel_expand.h; null: no kernel has needed any */
	struct offloading *offloading; /* offload.h: the host's loops that become target constructs; null: none do */
	struct refusal *refused;       /* those of which this attempt shows that they cannot */
};

/* ---------------------------------------------------------------------------------------------- text of the program */

/* The text of source[start, end) as it must read in the body of `leaf` (null: in the function itself): inner directives
   lowered, references changed.  With marks; layout as in the file. */
void lower_text(struct lowering *lowering, struct leaf *leaf, unsigned start, unsigned end, struct text *out);

/* The body of a leaf: the inner leaf of the same site lowered, or the statement.  Dedented.  Null: an error was printed. */
const char *lower_body(struct lowering *lowering, struct leaf *leaf);
/* The same without the braces of a compound statement, when no name in it could clash with one of the leaf's own. */
const char *lower_open_body(struct lowering *lowering, struct leaf *leaf);
/* A span of the leaf's statement as a block of its own (a section, a loop's body).  Dedented. */
const char *lower_span(struct lowering *lowering, struct leaf *leaf, struct span span);

/* The same without the braces of a compound statement, as in lower_open_body. */
const char *lower_open_span(struct lowering *lowering, struct leaf *leaf, struct span span);

/* Text that was at `offset`, with the indentation of that line taken off its lines. */
const char *lower_dedent(struct lowering *lowering, const char *text, unsigned offset);

/* An expression of the source, on one line, as it must read in the body of `leaf`. */
const char *lower_expression(struct lowering *lowering, const struct leaf *leaf, struct span span);
/* An expression written in a clause of `site`. */
const char *lower_clause_expression(struct lowering *lowering, const struct leaf *leaf, const struct site *site, const char *expression);
/* The same where the names of iterators mean these. */
const char *lower_iterated_expression(struct lowering *lowering, const struct leaf *leaf, const struct site *site,
				      const struct iterator *iterators, const char *expression);
/* The variable as it must be written in the body of `leaf`: "x" or "(*x)". */
const char *lower_name(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable);
/* Names for run-time extents of a variable's type in text that was moved; entries are null where the type has constants. */
void lower_extents(struct lowering *lowering, const struct variable *variable, const char *extents[TYPE_MAX_RANK]);
/* A pointer to it: "&x" or "x". */
const char *lower_address(struct lowering *lowering, const struct leaf *leaf, const struct variable *variable);

/* The name of the note that goes with each assignment to a lastprivate(conditional:) variable. */
const char *lower_conditional_note(struct lowering *lowering, const struct variable *variable);

/* "for (type name = first; rest)"; for a C without declarations there, the declaration comes first: the text must stand in
   a block. */
const char *lower_for_header(struct lowering *lowering, const char *type, const char *name, const char *first, const char *rest);

/* The expression, in parentheses unless it is a name, a number or already enclosed. */
const char *parenthesised(struct arena *arena, const char *expression);

/* ---------------------------------------------------------------------------------------------- leaves */

/* Lowers a leaf after checking that the target handles its directive and clauses. */
const char *lower_leaf_checked(struct lowering *lowering, struct leaf *leaf);

/* "pi.c:9: #pragma omp parallel for" for comments. */
const char *lower_origin(struct lowering *lowering, const struct leaf *leaf);
unsigned lower_offset(const struct leaf *leaf);

/* ---------------------------------------------------------------------------------------------- the file */

/* The target's include line, for text at file scope that needs it: empty when it was given before. */
const char *lower_include(struct lowering *lowering);

/* steps.c: the leaf as a directive with its body, before STEP_FINAL. */
bool step_keeps(const struct lowering *lowering, const struct leaf *leaf);
const char *step_leaf(struct lowering *lowering, struct leaf *leaf);

/* Renders the whole file.  False: errors were printed. */
bool lower_file(struct lowering *lowering, struct text *out);

/* Lines that the translator puts into the source's text where it adds to a statement: from there on this is the user's line; text
   in new braces begins or ends.  A reader does not see them. */
#define LINE_ON "#line %u /* on */\n"
#define LINE_IN "#line %u /* in */\n"
#define LINE_OUT "#line %u /* out */\n"

/* lines.c: turns marks into #line directives (for a compiler) or drops them (for a reader). */
void lines_finish(struct source *source, const char *marked, size_t length, bool for_display, struct text *out);

/* Where a line of the text for a reader comes from. */
struct shown_line {
	const char *file;
	unsigned line;
	char kind; /* 'U': the user's line; 'G': generated for the pragma on that line; 0: neither */
};
struct shown_lines {
	struct shown_line *lines; /* in the source's arena */
	unsigned count, capacity;
	unsigned before;          /* lines of the text that stand before the first of these */
};

/* The text for a reader, who may compile it by itself.  lines: null, or empty, to be filled. */
void lines_for_display(struct source *source, const char *marked, size_t length, struct text *out, struct shown_lines *lines);

#endif
