/* openmp.h - the tables of openmp.def and look-ups in them. */
#ifndef PPCC_OPENMP_H
#define PPCC_OPENMP_H

#include <stdbool.h>
#include <stddef.h>

enum directive {
#define DIRECTIVE(id, ...) D_##id,
#include "openmp.def"
	DIRECTIVE_COUNT
};

enum clause_kind {
#define CLAUSE(id, ...) C_##id,
#include "openmp.def"
	CLAUSE_COUNT
};

enum before { BEFORE_STATEMENT, BEFORE_LOOP, BEFORE_NOTHING, BEFORE_DECLARATION };
enum argument { ARG_NO_ARGUMENT, ARG_OPTIONAL_ARGUMENT, ARG_ARGUMENT };
enum clause_shape {
	SHAPE_NONE,
	SHAPE_EXPRESSION,
	SHAPE_CONSTANT,
	SHAPE_OPTIONAL_CONSTANT,
	SHAPE_SWITCH,      /* nothing, or a condition that is a constant: where it is false the clause counts as not written (6.0) */
	SHAPE_OPTIONAL_EXPRESSION, /* nowait: without one it is true */
	SHAPE_KEYWORD,     /* one word, perhaps `modifier : word` */
	SHAPE_LIST,        /* variables */
	SHAPE_MODIFIED_LIST, /* [modifier :] variables; the modifier is conditional or saved */
	SHAPE_ITEMS,       /* variables and array sections */
	SHAPE_LINEAR,      /* variables [: expression or modifiers]; also aligned */
	SHAPE_REDUCTION,   /* [modifier ,] operator : variables and array sections */
	SHAPE_ALLOCATE,    /* [allocator :] variables */
	SHAPE_USES_ALLOCATORS, /* allocators [(traits)]; or with memspace() and traits() before them */
	SHAPE_IF,          /* [directive name :] expression */
	SHAPE_SCHEDULE,    /* [modifiers :] kind [, chunk] */
	SHAPE_MODIFIED,    /* [modifier :] expression */
	SHAPE_MAP,         /* [modifiers, type :] locators: variables, array sections, members of structs, what pointers point to */
	SHAPE_LOCATORS,    /* the same without anything before them */
	SHAPE_DEFAULTMAP,  /* behavior [: category] */
	SHAPE_DEPEND,      /* [iterators,] kind : locators, which are kept as text */
	SHAPE_AFFINITY,    /* [iterators :] locators, which are kept as text */
	SHAPE_UPDATE,      /* nothing, or kind [: object] */
	SHAPE_DESTROY,     /* depobj: nothing, or object; else variables */
	SHAPE_INIT,        /* depobj: kind(locator) : object; else kept as text */
	SHAPE_RAW          /* kept as text */
};
enum distribution { TO_ALL, TO_INNER, TO_OUTER, TO_RULE };
enum times { TIMES_ONCE, TIMES_MANY };

struct directive_row {
	const char *spelling;
	enum before before;
	enum argument argument;
	const char *clauses; /* separated by spaces; null: ppcc has no lowering for the directive on any target */
};

struct clause_row {
	const char *spelling;
	enum clause_shape shape;
	enum distribution distribution;
	enum times times;
};

enum { MAX_LEAVES = 6 };
struct compound_row {
	const char *spelling;
	enum directive leaves[MAX_LEAVES]; /* outermost first */
	int leaf_count;
};

extern const struct directive_row directive_rows[DIRECTIVE_COUNT];
extern const struct clause_row clause_rows[CLAUSE_COUNT];

/* The compound whose spelling is the longest that begins at words (words separated by blanks); a directive that is its own
   only leaf counts too.  *length: bytes used.  False: none. */
bool openmp_find_directive(const char *words, struct compound_row *found, size_t *length);
/* CLAUSE_COUNT when there is no such clause. */
enum clause_kind openmp_find_clause(const char *word, size_t length);
/* Whether a word is in a list of words separated by spaces; a null list is empty. */
bool openmp_lists(const char *list, const char *word);
bool openmp_accepts(enum directive directive, enum clause_kind clause);

/* A leaf whose region becomes a function of its own, and one whose function may run when its creator has gone on. */
static inline bool openmp_is_task(enum directive directive)
{
	return directive == D_TASK || directive == D_TASKLOOP;
}

static inline bool openmp_is_outlined(enum directive directive)
{
	return directive == D_PARALLEL || directive == D_TEAMS || directive == D_TARGET || openmp_is_task(directive);
}

/* Compound rows for listing: null past the end. */
const struct compound_row *openmp_compound(int index);

/* The spelling nearest to a misspelt word; null when none is near. */
const char *openmp_nearest_directive(const char *word, size_t length);
const char *openmp_nearest_clause(const char *word, size_t length);

#endif
