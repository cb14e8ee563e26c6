/* code_edits.h - changes to a piece of code that is no source file: kernels on their way to OpenCL C. */
#ifndef PPCC_CODE_EDITS_H
#define PPCC_CODE_EDITS_H

#include "arena.h"
#include "text.h"

struct code_edit {
	unsigned start, end; /* code[start, end) becomes `with` */
	unsigned number;     /* where two begin and end alike: the order in which they were added */
	const char *with;
};

struct code_edits {
	struct arena *arena;
	struct code_edit *items;
	unsigned count, capacity;
};

/* A range that is changed already stays as it is. */
void code_edits_add(struct code_edits *edits, unsigned start, unsigned end, const char *with);
/* Writes code[start, end) with the edits, and forgets them. */
void code_edits_write(struct code_edits *edits, const char *code, unsigned start, unsigned end, struct text *out);

#endif
