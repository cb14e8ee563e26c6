/*
 * diagnostic_table.h - the ids of ppcc's messages, and which of its warnings the user wants.  The rows are in diagnostics.def;
 * what -W options said is the same for all files of a command line.
 */
#ifndef PPCC_DIAGNOSTIC_TABLE_H
#define PPCC_DIAGNOSTIC_TABLE_H

#include "diagnostic_style.h"

enum diagnostic_kind { DIAGNOSTIC_ERROR, DIAGNOSTIC_UNSUPPORTED, DIAGNOSTIC_WARNING, DIAGNOSTIC_WALL, DIAGNOSTIC_OFF, DIAGNOSTIC_REMARK };

struct diagnostic_row {
	unsigned number;           /* of the id: PP1001 */
	enum diagnostic_kind kind; /* warnings: when they are on without being named: always, with -Wall, never */
	const char *name;          /* of the option: -Wppcc-NAME; null: an error, which no option turns off */
	const char *title;
};

const struct diagnostic_row *diagnostic_table(void); /* by number; the last has the number 0 */

enum { DIAGNOSTIC_ID = 12 }; /* bytes that hold any id */
const char *diagnostic_id(const struct diagnostic_row *row, char id[DIAGNOSTIC_ID]);

/* The row of a message of ppcc.  Each has one: its own or the one for what is said in no other. */
const struct diagnostic_row *diagnostic_row_of(enum diagnostic_kind kind, const char *text);

/* Whether word is -Wppcc, -Wppcc-NAME, their -Wno-, -Werror= or -Wno-error= form: it is ppcc's alone.  *known: NAME is one. */
bool diagnostic_is_option(const char *word, bool *known);
/* Takes the options in their order: a later one counts more. */
void diagnostic_take_option(const char *word);

enum diagnostic_state { STATE_OFF, STATE_ON, STATE_ERROR };
enum diagnostic_state diagnostic_state(const struct diagnostic_row *row, bool wall);

#endif
