/* survey_labels.h - the labels of a stretch of text, for who repeats it. */
#ifndef PPCC_SURVEY_LABELS_H
#define PPCC_SURVEY_LABELS_H

#include "survey.h"

/* A place where a label's name is written: its definition, a goto or an &&. */
struct label_use {
	struct label_use *next; /* by offset */
	const char *name;
	unsigned offset;
	unsigned invocation;    /* not 0: the name is written in a macro, invoked there */
};

/* All uses, wherever they are, of the labels that are defined in text[start, end); in the arena. */
struct label_use *survey_labels(const struct survey *survey, unsigned start, unsigned end);

#endif
