/*
 * lint_findings.h - what the lint pass found, printed in the order of the text.  Of several at one place
 * the one that was added first is printed.
 */
#ifndef PPCC_LINT_FINDINGS_H
#define PPCC_LINT_FINDINGS_H

#include "diagnostic.h"
#include "source.h"

enum finding_kind { FINDING_NOTHING, FINDING_WARNING, FINDING_ERROR };

struct finding_note {
	struct finding_note *next;
	unsigned offset;
	const char *text; /* in the source's arena */
	struct fixit fixit;
};

struct finding {
	enum finding_kind kind;
	unsigned offset;
	const char *text;           /* in the source's arena */
	struct finding_note *notes; /* in the order to print */
	unsigned order;             /* of adding */
};

struct findings {
	struct source *source;
	struct finding *items; /* owned */
	unsigned count, capacity;
};

void findings_init(struct findings *findings, struct source *source);
void findings_release(struct findings *findings);

/* The result is valid until the next call. */
struct finding *findings_add(struct findings *findings, enum finding_kind kind, unsigned offset, const char *format,
							 ...) __attribute__((format(printf, 4, 5)));
/* Adds a note to the finding that was added last. */
void findings_fix(struct findings *findings, unsigned offset, struct fixit fixit, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void findings_note(struct findings *findings, unsigned offset, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* False: an error was among them. */
bool findings_print(struct findings *findings);

#endif
