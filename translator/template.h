/*
 * template.h - generated C is written as text with named holes: targets/<target>/<name>.tmpl.
 *
 * In a template @name@ is a hole.  A hole that stands alone on a line takes any number of lines, each indented as the hole
 * is, and the line vanishes when the hole is empty.  A line that begins with @# is a remark for readers of the template.
 * A line that begins with @! is one that the compiler takes for the user's: what it says about the block that such a line
 * opens or closes is about the user's text in it.
 * One tab is one step of indentation; in the output it becomes the step that the user's file uses.
 */
#ifndef PPCC_TEMPLATE_H
#define PPCC_TEMPLATE_H

#include "arena.h"

/* Made by the build from the .tmpl files; ends with a row of nulls. */
struct template_file {
	const char *target, *name, *text;
};
extern const struct template_file template_files[];

struct hole {
	const char *name, *text; /* a null text is empty */
};

/* The template with its holes filled; holes ends with a null name.  offset: the pragma that the text comes from. */
const char *template_fill(struct arena *arena, const char *target, const char *name, unsigned offset, const struct hole *holes);

/*
 * Marks in rendered text say where each run of it comes from: user text from an offset on, or generated for a pragma.
 * They take no room in the final output (lines.c turns them into #line directives or drops them).
 */
enum { MARK = '\1' };
const char *mark_user(struct arena *arena, unsigned offset);
const char *mark_visible(struct arena *arena, unsigned offset); /* generated, but taken for the user's */
const char *mark_generated(struct arena *arena, unsigned offset);

/* Puts `indent` before every line of text but the first and empty ones. */
const char *indent_lines(struct arena *arena, const char *text, const char *indent);

#endif
