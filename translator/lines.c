/* lines.c - keeps the user's line numbers: marks in rendered text become #line directives. */
#include "lower.h"
#include "template.h"
#include "translate.h"

#include <stdlib.h>
#include <string.h>

/* A #line directive.  The driver knows generated runs by the name, and tells the compiler not to warn about them. */
static void put_line(struct text *out, const struct place *place, bool generated)
{
	text_printf(out, "#line %u \"%s", place->line, generated ? GENERATED_PREFIX : "");
	for (const char *name = place->file; *name; name++) {
		if (*name == '"' || *name == '\\')
			text_adds(out, "\\");
		text_add(out, name, 1);
	}
	text_adds(out, "\"\n");
}

/* Where the line's text ends or a comment goes on to its end: types that moved out of a function bring theirs along.
   *inside: whether the line begins, and then whether the next begins, in a comment of the other kind. */
static const char *before_comment(const char *line, const char *end, bool *inside)
{
	char quote = 0;
	for (const char *at = line; at < end; at++) {
		if (*inside) {
			*inside = !(at > line && at[-1] == '*' && *at == '/');
		} else if (quote) {
			if (*at == '\\')
				at++;
			else if (*at == quote)
				quote = 0;
		} else if (*at == '"' || *at == '\'') {
			quote = *at;
		} else if (*at == '/' && at + 1 < end && at[1] == '/') {
			return at;
		} else if (*at == '/' && at + 1 < end && at[1] == '*') {
			*inside = true;
			at++;
		}
	}
	return end;
}

/* A run that was generated stands on one line, so that the compiler blames the pragma for all of it; directives in it
   keep lines of their own. */
static void put_generated(struct text *out, const char *run, const char *end, const struct place *place, bool quiet)
{
	bool inside = false;
	while (run < end) {
		const char *newline = memchr(run, '\n', (size_t)(end - run));
		const char *line_end = newline ? newline : end;
		const char *first = run + strspn(run, " \t");
		if (first < line_end && *first == '#') {
			text_adds(out, "\n");
			text_add(out, first, (size_t)(line_end - first));
			text_adds(out, "\n");
			put_line(out, place, quiet);
		} else {
			text_add(out, run, (size_t)(before_comment(run, line_end, &inside) - run));
			text_adds(out, " ");
		}
		run = newline ? newline + 1 : end;
	}
}

static void put_run(struct source *source, char kind, unsigned offset, const char *run, const char *end, struct text *out)
{
	if (run == end)
		return;
	struct place place = source_place(source, offset);
	if (out->length > 0 && out->data[out->length - 1] != '\n')
		text_adds(out, "\n");
	put_line(out, &place, kind == 'G');
	if (kind != 'U') {
		put_generated(out, run, end, &place, kind == 'G');
		return;
	}
	if (offset == 0 && end - run >= 3 && !memcmp(run, "\xEF\xBB\xBF", 3))
		run += 3; /* a byte order mark may stand only at the very start of a file */
	for (unsigned column = 1; column < place.column; column++)
		text_adds(out, " ");
	text_add(out, run, (size_t)(end - run));
}

void lines_finish(struct source *source, const char *marked, size_t length, bool for_display, struct text *out)
{
	const char *at = marked, *end = marked + length;
	char kind = 0;
	unsigned offset = 0;
	while (at < end) {
		const char *mark = memchr(at, MARK, (size_t)(end - at));
		const char *run_end = mark ? mark : end;
		if (for_display || kind == 0)
			text_add(out, at, (size_t)(run_end - at));
		else
			put_run(source, kind, offset, at, run_end, out);
		if (!mark)
			break;
		char *rest;
		kind = mark[1];
		offset = (unsigned)strtoul(mark + 2, &rest, 10);
		at = rest + 1;
	}
	if (!out->data)
		text_adds(out, "");
}

/* Whether a directive of the text tests _OPENMP, which only a compiler that is asked for OpenMP defines. */
static bool tests_openmp(const struct source *source)
{
	for (unsigned i = 0; i < source->token_count; i++)
		if (source->tokens[i].directive && source_token_is(source, i, "_OPENMP"))
			return true;
	return false;
}

/* Whether a line is one of LINE_ON, LINE_IN and LINE_OUT; *by: what it does to the depth of braces. */
static bool is_added_line(const char *line, size_t length, int *by)
{
	static const char start[] = "#line ";
	static const char *const ends[] = {" /* out */", " /* on */", " /* in */"};
	size_t blanks = strspn(line, " \t");
	if (length < blanks + sizeof start || memcmp(line + blanks, start, sizeof start - 1))
		return false;
	line += blanks;
	length -= blanks;
	size_t digits = strspn(line + sizeof start - 1, "0123456789"), rest = length - (sizeof start - 1) - digits;
	for (int i = 0; i < 3; i++) {
		*by = i - 1;
		if (rest == strlen(ends[i]) && !memcmp(line + length - rest, ends[i], rest))
			return true;
	}
	return false;
}

/* The lines between LINE_IN and LINE_OUT one tab further to the right, without these.  lines: of the text; may be null. */
static void indent_arms(const char *text, size_t length, struct text *out, struct shown_lines *lines)
{
	const char *end = text + length;
	bool continued = false;
	int depth = 0, by;
	for (unsigned number = 0, kept = 0; text < end; number++) {
		const char *newline = memchr(text, '\n', (size_t)(end - text)), *next = newline ? newline + 1 : end;
		size_t line = (size_t)((newline ? newline : end) - text);
		if (is_added_line(text, line, &by)) {
			depth += depth > 0 || by > 0 ? by : 0;
		} else {
			if (lines)
				lines->lines[kept++] = lines->lines[number];
			for (int i = 0; i < depth && line > 0 && *text != '#' && !continued; i++)
				text_adds(out, "\t");
			text_add(out, text, (size_t)(next - text));
			continued = line > 0 && text[line - 1] == '\\';
		}
		text = next;
		if (lines)
			lines->count = kept;
	}
}

/* Where the lines of a rendered text are noted. */
struct noter {
	struct source *source;
	struct shown_lines *lines;
	struct shown_line line;  /* of the line that is being read: what it was seen to hold */
	struct place place;      /* of the run */
	char kind;
};

enum { MOST_ADDED = 4 }; /* lines that an expanded macro adds to its own */

/* A line that ends at `end` and is #line NUMBER ["FILE"] says what the next is. */
static void follow_directive(struct noter *noter, const char *line, const char *end)
{
	static const char start[] = "#line ";
	size_t blanks = strspn(line, " \t");
	if (line + blanks + sizeof start > end || memcmp(line + blanks, start, sizeof start - 1))
		return;
	char *rest;
	noter->place.line = (unsigned)strtoul(line + blanks + sizeof start - 1, &rest, 10);
	const char *name = memchr(rest, '"', (size_t)(end - rest)), *close = name ? memrchr(name, '"', (size_t)(end - name)) : NULL;
	if (close && close > name)
		noter->place.file = arena_strndup(noter->source->arena, name + 1, (size_t)(close - name - 1));
	/* what stands before it on lines of its own came out of a macro on that line */
	struct shown_line *last = noter->lines->lines + noter->lines->count;
	for (int i = 1; i <= MOST_ADDED && i <= (int)noter->lines->count; i++)
		if (last[-i].kind == 'U' && last[-i].line > noter->place.line && !strcmp(last[-i].file, noter->place.file))
			last[-i].line = noter->place.line;
}

static void note_end(struct noter *noter)
{
	struct shown_lines *lines = noter->lines;
	if (!noter->line.kind && noter->kind == 'U')
		noter->line = (struct shown_line){noter->place.file, noter->place.line, 'U'};
	if (lines->count == lines->capacity) {
		struct shown_line *more = arena_alloc(noter->source->arena, 2 * (lines->capacity + 512) * sizeof *more);
		if (lines->count)
			memcpy(more, lines->lines, lines->count * sizeof *more);
		lines->lines = more;
		lines->capacity = 2 * (lines->capacity + 512);
	}
	lines->lines[lines->count++] = noter->line;
	noter->line.kind = 0;
}

/* The user's text counts for more than what was generated on the same line. */
static void note_lines(struct source *source, const char *marked, size_t length, struct shown_lines *lines)
{
	struct noter noter = {.source = source, .lines = lines};
	const char *end = marked + length, *line = marked;
	for (const char *at = marked; at < end; at++) {
		if (*at == MARK) {
			char *rest;
			noter.kind = at[1];
			noter.place = source_place(source, (unsigned)strtoul(at + 2, &rest, 10));
			at = rest;
			line = line == at ? at + 1 : line;
		} else if (*at == '\n') {
			note_end(&noter);
			if (noter.kind == 'U') {
				noter.place.line++;
				follow_directive(&noter, line, at);
			}
			line = at + 1;
		} else if (!strchr(" \t\r", *at) && noter.kind && (!noter.line.kind || (noter.line.kind == 'G' && noter.kind == 'U'))) {
			noter.line = (struct shown_line){noter.place.file, noter.place.line, noter.kind == 'U' ? 'U' : 'G'};
		}
	}
	if (end > marked && end[-1] != '\n')
		note_end(&noter);
}

void lines_for_display(struct source *source, const char *marked, size_t length, struct text *out, struct shown_lines *lines)
{
	struct text text = {0};
	lines_finish(source, marked, length, true, &text);
	if (lines)
		note_lines(source, marked, length, lines);
	if (tests_openmp(source)) {
		text_adds(out, "#ifndef _OPENMP\n#define _OPENMP 202111 /* the translated program is the program with OpenMP */\n#endif\n");
		if (lines)
			lines->before = 3;
	}
	indent_arms(text.data, text.length, out, lines);
	text_release(&text);
}
