/*
 * model.h - what a view shows, in words and line numbers: filled by collect.c while a translation lasts, written by page.c, json.c
 * and terminal.c after it.  Everything is in the arena of the model.  Lines count from 1; 0 is none.
 */
#ifndef PPCC_VIEW_MODEL_H
#define PPCC_VIEW_MODEL_H

#include "arena.h"
#include "text.h"
#include "view/view.h"

#include <stdbool.h>

struct view_variable {
	struct view_variable *next;
	const char *name, *type;
	const char *sharing, *how, *why, *section; /* as in struct explained; section may be null */
	const char *passed;                        /* null: the region is no function */
	unsigned why_line, declared, first_read, first_write;
};

struct view_map {
	struct view_map *next;
	const char *item, *direction, *modifiers; /* "s.p[0:n]", "tofrom", "always,close" or "" */
	const char *bytes;                        /* an expression */
	const char *how, *why, *section;
	unsigned why_line;
};

/* A leaf construct. */
struct view_region {
	struct view_region *next;     /* in the order of the file, outer before inner */
	int id, parent;               /* parent: -1 for none */
	int depth;
	const char *directive, *written;
	bool combined;                /* written names more than this leaf */
	unsigned line, head_end, end; /* the directive's; the last of the loop headers or, without loops, of the directive; the body's */
	bool here;                    /* these lines are of this file, not of a header */
	const char *file;             /* where they are */
	const char *function;         /* what it was moved to; null: it was not */
	struct view_variable *variables;
	struct view_map *maps;
};

/* A text beside the source. */
struct view_text {
	struct view_text *next;
	const char *id, *label, *note;
	const char *text;
	size_t size;
	int *lines;                   /* for each line of text: n: the source's line n, -n: written for the directive on line n, 0 */
	unsigned line_count;
};

struct view_file {
	struct view_file *next;
	const char *name, *text;
	size_t size;
	struct view_region *regions;
	struct view_text *texts, *steps;
	bool has_directives;
};

/* A function of the runtime that a text calls. */
struct view_call {
	struct view_call *next;
	const char *name, *declaration, *contract;
};

struct view_model {
	struct arena arena;
	const char *target;           /* the one that was asked for */
	struct view_file *files;
	struct view_call *calls;
};

/* collect.c: an observer of translations (struct translate_request). */
struct view_collector {
	struct view_model *model;
	struct view_file *file;
	const char *id, *label, *note;
	bool regions, step; /* fill the regions too; the text is a step */
};
void view_collect(void *collector, struct lowering *lowering, const struct text *marked);
struct view_text *view_add_text(struct view_model *model, struct view_text **list, const char *id, const char *label, const char *note,
				const char *text, size_t size);

/* align.c: for each line of text the number of the line of `like` (from 1) that it is but for blanks, in the same order; 0: none. */
unsigned *view_align(struct arena *arena, const char *text, unsigned lines, const char *like, unsigned like_lines);

/* serial.c: the text without its directives, and where its lines come from. */
void view_add_serial(struct view_model *model, struct view_file *file);

/* calls.c: fills model->calls for the calls in the texts. */
void view_find_calls(struct view_model *model);

/* json.c.  Appends a string literal, in UTF-8 whatever bytes there are, that can stand in HTML too. */
void json_string(struct text *out, const char *text, size_t size);
/* packed: each line of the texts is written once, for a page (docs/view.md). */
void view_write_json(const struct view_model *model, bool packed, struct text *out);

void view_write_page(const struct view_model *model, struct text *out);                 /* page.c */
void view_write_terminal(const struct view_model *model, bool colour, struct text *out); /* terminal.c */

#endif
