/* diagnostic_style.h - how messages look: words and colours of their kinds. */
#ifndef PPCC_DIAGNOSTIC_STYLE_H
#define PPCC_DIAGNOSTIC_STYLE_H

#include <stdbool.h>

enum diagnostic_style { STYLE_ERROR, STYLE_WARNING, STYLE_NOTE, STYLE_REMARK, STYLE_PLACE, STYLE_FIXIT };

/* What else the user said about their look (-fno-caret-diagnostics and the like). */
struct diagnostic_layout {
	bool no_caret;        /* the message's line alone */
	bool no_option;       /* without [ID] */
	bool no_fixits;       /* under the line */
	bool no_numbers;      /* of lines */
	bool parseable_fixits;
};
void diagnostic_set_layout(const struct diagnostic_layout *layout);
const struct diagnostic_layout *diagnostic_layout(void);
/* Whether word is an option about the look; if so, layout has what it says. */
bool diagnostic_layout_option(struct diagnostic_layout *layout, const char *word);

/* choice: "always", "never" or "auto", as in -fdiagnostics-color; auto looks at the terminal, TERM and NO_COLOR.
   Until it is called there is no colour. */
void diagnostic_set_colour(const char *choice);
/* What such a choice means for output to fd. */
bool diagnostic_wants_colour(const char *choice, int fd);

const char *diagnostic_word(enum diagnostic_style style);
const char *diagnostic_on(enum diagnostic_style style); /* "" without colour */
const char *diagnostic_off(void);

struct diagnostic_row;

/* The parts of a message that has a place: "FILE:LINE:COLUMN: error: TEXT [ID]", row null for a note; */
void diagnostic_print_head(enum diagnostic_style style, const char *file, unsigned line, unsigned column, const struct diagnostic_row *row, const char *text);
/* the source line; under it ^~~~ below line[at, at + length); and below line[at] what should be there. */
void diagnostic_print_line(unsigned number, const char *line);
void diagnostic_print_caret(enum diagnostic_style style, const char *line, unsigned at, unsigned length);
void diagnostic_print_fixit(const char *line, unsigned at, const char *with);

#endif
