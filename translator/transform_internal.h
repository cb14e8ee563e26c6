/* transform_internal.h - what the files transform*.c share. */
#ifndef PPCC_TRANSFORM_INTERNAL_H
#define PPCC_TRANSFORM_INTERNAL_H

#include "transform.h"

enum { MOST_LOOPS = 16 }; /* of one construct */

/* Text that is written in place of a construct.  Each line says which line of the user's file it stands for. */
struct writer {
	struct source *source;
	struct text text;
	const char *margin; /* blanks before the construct */
	const char *step;   /* one step of indentation */
	unsigned line;      /* the user's line that comes next, as the text stands; 0: unknown */
};

/* The logical iterations of a loop.  They are numbered 0, 1, ... below `count`.  Where the values of the variable go up by one
   they can be counted by themselves, from `first` to before `end`.  All expressions are of type long long or converted to it
   without loss, and can be operands of + and <. */
struct space {
	const struct loop *loop;
	const char *name;           /* of the loop variable */
	const struct ctype *type;   /* unqualified */
	const char *cast;           /* "(int)"; empty where none is needed */
	const char *lower, *amount; /* the variable in iteration 0, and what is added to it (or subtracted) each time */
	const char *first, *end;    /* null: the values cannot be counted by themselves */
	const char *count;
	long long known_count;      /* -1: not known here */
	bool plain;                 /* a loop over the variable itself, from first to end, cannot overflow */
	bool safe;                  /* the loop as it is written cannot overflow */
	bool wide;                  /* 64 bits, and perhaps with values near the ends of the type */
	bool used;                  /* the body names the variable */
	bool declare;               /* the generated loop declares the variable; else it is the user's own */
};

/* One construct. */
struct transform {
	struct region_tree *tree;
	struct survey *survey;
	struct source *source;
	struct arena *arena;
	const struct pragma *pragma;
	const struct statement *statement;
	const struct pragma *consumer; /* the directive of another kind whose loops the generated ones are; or null */
	bool consumed;                 /* by it or by another transformation: nothing may stand between the loops */
	struct loop loops[MOST_LOOPS];
	struct space spaces[MOST_LOOPS];
	int count;
	int headers;                   /* for statements written so far and not closed by transform_body */
	const char *names;             /* given by transform_name, each between blanks; null: none */
	const char *block;             /* the margin outside the block that space_constants opened; null: none */
	struct writer out;
};

/* ---------------------------------------------------------------------------------------------- transform.c */

/* Reads `count` nested loops at text[start, end) and their spaces into loops[at] and on.  False: no, see transform_loops. */
bool transform_read(struct transform *t, int at, unsigned start, unsigned end, int count);
/* "i_floor", or another name like it that the construct does not use. */
const char *transform_name(struct transform *t, const char *variable, const char *what);
/* The items of a list in parentheses, on one line each; returns their number. */
int transform_items(struct transform *t, const struct clause *clause, const char **items, int most);
/* The comment that names the construct: file, line and directive. */
const char *transform_origin(struct transform *t);
/* That no directive right above needs one loop where several will be.  False: an error was printed. */
bool transform_may_be_sequence(struct transform *t);
/* That the directive that takes the generated loops takes no more than the outermost `count`.  False: an error was printed. */
bool transform_leaves(struct transform *t, long count);
/* Writes what stands above the loops; body: where the first body starts. */
void transform_begin(struct transform *t, unsigned body);
/* The statements to stand first in a body; null: none. */
const char *transform_inside(struct transform *t, const char *statements);
/* Whether every word of an expression is a constant, or may be one: no variable. */
bool transform_is_constant(const struct transform *t, const char *expression);
/* A literal's value.  False: it is none. */
bool transform_literal(const char *text, long long *value);

/* ---------------------------------------------------------------------------------------------- transform_space.c */

void space_read(struct transform *t, const struct loop *loop, unsigned body_end, struct space *space);
/* Where no loop need be the outermost statement: declares constants for the long expressions of the spaces, of their counts or
   otherwise of what they are counted by. */
void space_constants(struct transform *t, bool counts);
/* The same for another expression of type long long, about loop i. */
const char *space_constant(struct transform *t, int i, const char *what, const char *expression);
/* The variable in iteration `number`; in value space when `values`. */
const char *space_value(struct transform *t, const struct space *space, const char *number, bool values);
/* The sum, in long long, of an expression and one that is a number or has type long long. */
const char *plus(struct arena *arena, const char *left, const char *right);
/* An expression that stands right of a comparison or an assignment. */
const char *right_side(struct arena *arena, const char *expression);
/* "for (int i = first; i < end; i++)" */
const char *space_loop(struct transform *t, const struct space *space, const char *first, const char *end);
/* "int i = value;", or the assignment. */
const char *space_set(struct transform *t, const struct space *space, const char *value);
/* The value of an expression in a clause, of type long long, or `least`, 0 or 1, where it is less. */
const char *at_least(struct arena *arena, const char *expression, int least);
/* An expression that can be an operand. */
const char *operand(struct arena *arena, const char *expression);

/* ---------------------------------------------------------------------------------------------- transform_write.c */

void writer_begin(struct writer *writer, struct source *source, const struct pragma *pragma);
/* A line at a depth of steps. */
void writer_line(struct writer *writer, unsigned user_line, int depth, const char *line);
/* Adds words to the line written last. */
void writer_append(struct writer *writer, const char *words);
/* The statement text[start, end) at a depth; statements first (each ends with a newline; or null) before it, in its braces.
   after_header: the line written last is the header of the loop that it is the body of. */
void writer_body(struct writer *writer, struct span body, int depth, const char *first, bool after_header);
/* The text of a span on one line, comments left out. */
const char *span_text(struct source *source, struct span span);
unsigned user_line(struct source *source, unsigned offset);

/* ---------------------------------------------------------------------------------------------- transform_statement.c */

/* The end, with its ';' or '}', of the statement at an offset; `end` when it cannot be told. */
unsigned transform_statement_end(const struct source *source, unsigned start, unsigned end);
/* Whether the body can be written more than once: no labels and no static variables in it. */
bool transform_can_repeat(struct transform *t, struct span body);
/* Whether a continue in it goes on, or may go on, with the loop that has this body. */
bool transform_continues(struct transform *t, struct span body);
/* Whether a macro in the body expands to one of the words; *offset: where it is used. */
bool transform_macros_say(struct transform *t, struct span body, const char *words, unsigned *offset);

/* ---------------------------------------------------------------------------------------------- the constructs */

bool transform_tile(struct transform *t);
bool transform_stripe(struct transform *t);
bool transform_unroll(struct transform *t);
bool transform_reverse(struct transform *t);
bool transform_interchange(struct transform *t);
bool transform_fuse(struct transform *t);
bool transform_split(struct transform *t);

/* That the apply clauses are about lists of loops that the construct generates; each has `loops` loops.  False: an error was
   printed. */
bool transform_check_apply(struct transform *t, int loops);
/* The pragmas that apply clauses put before generated loop `index` (from 0) of a list ("grid"), at this depth. */
void transform_apply(struct transform *t, const char *list, int index, int depth);

#endif
