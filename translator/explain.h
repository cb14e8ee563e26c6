/* explain.h - the sharing table of a leaf in words: every variable from outside that the region names, and why it is what it is. */
#ifndef PPCC_EXPLAIN_H
#define PPCC_EXPLAIN_H

#include "dataenv.h"

enum { NEVER_USED = ~0U };

struct explained {
	struct explained *next;
	struct variable *variable;
	const struct share *share;  /* null: the region means the variable itself, or declares it in the head of its loop */
	const char *sharing;        /* "shared", "private", "firstprivate, lastprivate", "threadprivate", ... */
	const char *how;            /* "explicit": a clause; "predetermined"; "default": a default clause; "implicit" */
	const char *why;            /* the clause as written, or the rule */
	const char *section;        /* of the OpenMP specification, version 5.2; null: the rule names none */
	unsigned why_at;            /* offset of the clause or of the loop; NEVER_USED: the rule is about no place */
	const char *passed;         /* how it reaches the function that the region became; null: the region is no function */
	unsigned first_read, first_write; /* offsets of the first in the text, or NEVER_USED */
};

/* Those with a decision first, in the order of declaration, then the others in the order of use.  In the source's arena. */
struct explained *explain_leaf(const struct region_tree *tree, const struct leaf *leaf);

/* The section about a clause that names variables; null: there is none. */
const char *explain_section(enum clause_kind kind);
/* The clause as written: "reduction(+ : sum)". */
const char *explain_clause(struct source *source, const struct clause *clause);
/* The section that a rule of the data environment ends with, and the rule without it. */
const char *explain_rule_section(struct source *source, const char *rule, const char **without);

#endif
