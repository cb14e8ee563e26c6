/* translate.h - from one C file to its translated text: what the driver asks of the translator. */
#ifndef PPCC_TRANSLATE_H
#define PPCC_TRANSLATE_H

#include "source.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* In #line directives, what stands before the file's name where the text was generated. */
#define GENERATED_PREFIX "ppcc-generated:"

enum dump_kind { DUMP_NONE, DUMP_PRAGMAS, DUMP_REGIONS, DUMP_DATAENV, DUMP_EDITS };

struct lowering;

/* Filled by the driver. */
struct translate_request {
	struct source_options source;
	const char
		*text;   /* the file as it is now, '\0' terminated; it is not read again (it may have been standard input) */
	size_t size; /* bytes of text */
	const char *target;  /* one of translate_targets() */
	bool for_display;    /* the text is for a reader and for later compilation: no #line directives */
	enum dump_kind dump; /* not DUMP_NONE: the output is that listing instead of a program */
	bool show;           /* --pp-show: say on stderr what is done */
	bool offload_loops;  /* not --pp-no-offload-loops */
	unsigned step;       /* enum lowering_step: other than STEP_FINAL for a reader only */
	/* Told of a translation before what it is made of is released; null: nobody.  marked: the text, with marks. */
	void (*observe)(void *observer, struct lowering *lowering, const struct text *marked);
	void *observer;
};

enum translate_result {
	TRANSLATED,    /* output holds the program; it is to be compiled with -fopenmp-simd, or -fopenmp where directives are kept */
	NOTHING_TO_DO, /* the file has no live OpenMP directive; output is empty */
	FAILED         /* messages were printed; output is not to be used */
};

/* Appends to *output, which the caller releases.  The program's first line is line 1 of the user's file. */
enum translate_result translate(const struct translate_request *request, struct text *output);

/* The table of --pp-support: directives and clauses by target. */
void translate_support(struct text *output);

/* Whether the target's text has directives for the back end's own OpenMP, rather than calls of ppcc's runtime. */
bool translate_keeps_directives(const char *target);

/* The names of the targets, null-terminated; the first is the default. */
const char *const *translate_targets(void);

#endif
