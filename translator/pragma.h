/*
 * pragma.h - the live `#pragma omp` lines of a source, parsed into directive and clauses.
 * Filled by pragma_find; everything is in the source's arena.  Variables are still names here (region.h resolves them).
 */
#ifndef PPCC_PRAGMA_H
#define PPCC_PRAGMA_H

#include "openmp.h"
#include "source.h"
#include "text.h"

struct variable;
struct iterator;

/* One element of a list: `x`, or an array section `x[lower:length]...`. */
struct clause_item {
	struct clause_item *next;
	const char *name;
	const char *section;       /* the text from the first '[' (map: or member), null for a plain variable */
	const char *written;       /* map and the like: the whole item; else null */
	const char *memspace, *traits; /* of an allocator in uses_allocators; null where nothing is said */
	unsigned offset;           /* of the name, for messages */
	struct variable *variable; /* resolved by region.c */
};

struct clause {
	struct clause *next;
	enum clause_kind kind;
	unsigned offset;           /* of the clause's name, for messages */
	const char *argument;      /* the text in parentheses; null when there is none */
	unsigned argument_at;      /* where it begins in pragma->words */
	const char *keyword;       /* schedule kind, default kind, reduction operator, directive name of an if, ... */
	const char *modifiers;     /* separated by commas, as written; null when there are none */
	const char *expression;    /* of expressions and constants, the chunk of a schedule, the step of a linear, the allocator */
	const char *alignment;     /* of allocate */
	struct clause_item *items; /* of lists */
	bool one_leaf;             /* a directive-name-modifier (6.0, 5.4) says which leaf it is for */
	enum directive leaf;       /* one_leaf: that leaf */
	const char *mapper;        /* map, to, from: the name in mapper(name); null when there is none */
	struct iterator *iterators; /* over which the list is repeated; see iterator.h */
};

/* What a pragma that offload.c has put into the text stands for.  It has a comment that begins so, as none of a program does, and goes on with
   the number, a blank and the rest. */
#define MOVED_BEGIN "/*\002"

struct moved {
	int number;                /* of the user's pragma, in the table before; -1: there is none */
	const char *says;          /* its line, "#pragma omp parallel for"; else what this one does, in words */
};

struct pragma {
	unsigned start, end;       /* text[start, end): from the '#' to the end of the logical line, without the newline */
	unsigned next;             /* offset of the first program token after it; source->size when there is none */
	const char *words;         /* the text after "omp": comments blanked, macros expanded */
	const char *written;       /* the same before expansion */
	bool expanded;             /* words is not as written */
	unsigned words_offset;     /* where words begins in text */
	struct compound_row directive;
	bool newer;                /* written in a way that libclang does not know: what it says of this line means nothing */
	const char *argument;      /* the text in parentheses right after the directive's name; null when there is none */
	struct clause *clauses;    /* in the order written */
	struct clause *off;        /* those of SHAPE_SWITCH with a condition that is false; set by clause_values.c */
	int index;                 /* in the table of pragmas */
	const struct moved *moved; /* null: the user has written it */
};

struct pragma_table {
	struct pragma *items;
	unsigned count;
};

/* Finds and parses all live pragmas of a parsed source.  False: an error was printed. */
bool pragma_find(struct source *source, struct pragma_table *table);

/* Whether the source holds any live pragma omp; cheaper, for sources that have none. */
bool pragma_any(const struct source *source);

/* The offset in the source, for messages, of a place in words. */
unsigned pragma_offset(const struct source *source, const struct pragma *pragma, const char *place);

/* The pragma as one line: "#pragma omp parallel for private(x)".  written: with its macros as they are in the file. */
const char *pragma_line(struct source *source, const struct pragma *pragma, bool written);

/* Prints what --pp-dump=pragmas shows. */
void pragma_dump(struct source *source, const struct pragma_table *table, struct text *out);

/* clause.c: parses the clauses that begin at `at`.  False: an error was printed. */
bool clause_parse_all(struct source *source, struct pragma *pragma, const char *at);
const struct clause *clause_find(const struct clause *clauses, enum clause_kind kind);
/* Whether it is reduction(inscan, ...): the loop's body has a scan directive. */
bool clause_is_inscan(const struct clause *clause);

#endif
