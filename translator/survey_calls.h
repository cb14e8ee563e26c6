/* survey_calls.h - the functions that a source declares and the calls of them: for variants of functions (variant.h). */
#ifndef PPCC_SURVEY_CALLS_H
#define PPCC_SURVEY_CALLS_H

#include "source.h"

struct macros;

struct text_span {
	unsigned start, end;
};

/* A declaration or definition at file scope. */
struct declared_function {
	struct declared_function *next; /* in file order */
	const char *name;
	unsigned start, name_offset, end; /* end: past the '}' of a definition */
	bool in_file;                     /* in the main file; else no offsets */
	bool is_definition, is_static, is_inline;
	bool in_macro;                    /* the name is not written where it is declared */
	const char **parameters;          /* "" for one without a name */
	int parameter_count;
};

/* A call that names the function. */
struct function_call {
	struct function_call *next;       /* in file order */
	const char *name;
	unsigned name_offset;
	unsigned start, end;              /* of the call: from the name to past its ')' */
	unsigned invocation;              /* of a macro, which must be expanded to change the call; ~0: none */
	const char *caller;               /* the function it stands in; null: none */
	struct text_span *arguments;
	int argument_count;
};

/* All in the source's arena. */
struct declared_function *survey_functions(struct source *source);
/* The calls of functions whose names are in the null-terminated list. */
struct function_call *survey_calls(struct source *source, const struct macros *macros, const char *const *names);

#endif
