/* survey_internal.h - what the files of the survey share. */
#ifndef PPCC_SURVEY_INTERNAL_H
#define PPCC_SURVEY_INTERNAL_H

#include "survey.h"

enum { WALK_DEPTH = 2048 };

struct walk {
	struct survey *survey;
	struct source *source;
	CXCursor stack[WALK_DEPTH];  /* the ancestors of the cursor that is visited, outermost first */
	int depth;
	struct function *function;   /* the one that is walked through; null outside those that hold pragmas */
	struct function **function_tail;
	struct variable **variable_tail;
	struct local_type **type_tail;
	CXCursor *statement_parents; /* one per pragma: what contains its statement */
	unsigned char *seen;         /* one per byte of text: a cursor accounts for the identifier here */
	struct text_range atomic;    /* the statement of the last atomic construct that was met */
	struct macro *macros;        /* survey_macros.c's */
	unsigned reference_capacity, invocation_capacity;
	int order;
	bool failed;
};

/* Offsets of a cursor: of its outermost expansion, and of its end as written. */
unsigned survey_start(CXCursor cursor);
unsigned survey_end(CXCursor cursor);
/* The end of the innermost thing around the cursor at the top of the stack that ends the life of a name. */
unsigned survey_scope_end(const struct walk *walk);

/* survey_variables.c: makes the variable that the cursor declares, or adds a declaration to it. */
struct variable *survey_add_variable(struct walk *walk, CXCursor cursor);

/* survey_references.c */
void survey_add_reference(struct walk *walk, struct variable *variable, CXCursor cursor, unsigned access);
/* Names that no cursor accounted for (operands of __typeof__, arguments that a macro drops) count as unevaluated uses. */
void survey_add_unseen(struct walk *walk);
/* Sorts the references; an argument that a macro uses twice is one place with both accesses. */
void survey_sort_references(struct survey *survey);
/* Whether the identifier `name` is written at an offset. */
bool survey_spelled_at(const struct source *source, unsigned offset, const char *name);

/* survey_local_types.c */
void survey_add_local_type(struct walk *walk, CXCursor cursor);
void survey_add_type_reference(struct walk *walk, unsigned offset, CXCursor referenced);
void survey_note_file_name(struct walk *walk, CXCursor cursor);

/* survey_macros.c: fills survey->invocations. */
void survey_macros(struct walk *walk);
void survey_macros_release(struct survey *survey);
void survey_use_name(struct survey *survey, const char *spelling, size_t length);

/* What the reference at the top of the stack does to its variable. */
unsigned survey_classify(const CXCursor *stack, int depth);
const struct ctype *survey_type(struct walk *walk, CXType type, bool parameter);
const struct ctype *survey_type_by_name(struct arena *arena, const struct variable *variable);
void survey_add_typed(struct walk *walk, CXCursor cursor);
/* survey_constants.c: a for statement. */
void survey_add_constants(struct walk *walk, CXCursor loop);

#endif
