/* serial.c - the source as a compiler without OpenMP reads it: the lines of its directives are left out. */
#include "view/model.h"

#include <string.h>

/* After the words of a directive's beginning: "#pragma omp ". */
static bool is_directive(const char *line, const char *end)
{
	static const char *const words[] = {"pragma", "omp"};
	while (line < end && strchr(" \t", *line))
		line++;
	if (end - line > 1 && line[0] == '%' && line[1] == ':')
		line += 2;
	else if (line < end && *line == '#')
		line++;
	else
		return false;
	for (int i = 0; i < 2; i++) {
		while (line < end && strchr(" \t", *line))
			line++;
		size_t length = strlen(words[i]);
		if ((size_t)(end - line) < length || memcmp(line, words[i], length))
			return false;
		line += length;
		if (line < end && !strchr(" \t\r\\", *line))
			return false;
	}
	return true;
}

/* The end of the logical line that begins at `at`, with its newline.  *comment: whether it begins, and then whether the next
   begins, in a comment. */
static const char *logical_line(const char *at, const char *end, bool *comment)
{
	char quote = 0;
	bool rest = false; /* of the line is a // comment */
	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end && at[1] == '\n') {
			at++;
		} else if (*at == '\\' && at + 2 < end && at[1] == '\r' && at[2] == '\n') {
			at += 2;
		} else if (*at == '\n') {
			return at + 1;
		} else if (*comment) {
			if (*at == '*' && at + 1 < end && at[1] == '/') {
				*comment = false;
				at++;
			}
		} else if (quote) {
			if (*at == '\\')
				at += at + 1 < end;
			else if (*at == quote)
				quote = 0;
		} else if (!rest && (*at == '"' || *at == '\'')) {
			quote = *at;
		} else if (!rest && *at == '/' && at + 1 < end && (at[1] == '/' || at[1] == '*')) {
			rest = at[1] == '/';
			*comment = !rest;
			at++;
		}
	}
	return end;
}

void view_add_serial(struct view_model *model, struct view_file *file)
{
	const char *at = file->text, *end = at + file->size;
	struct text text = {0};
	bool comment = false;
	unsigned line = 1, count = 0, total = 1;
	for (const char *c = at; c < end; c++)
		total += *c == '\n';
	int *lines = arena_alloc(&model->arena, (total + 1) * sizeof *lines);
	while (at < end) {
		bool was = comment, left_out = !was && is_directive(at, end);
		const char *next = logical_line(at, end, &comment);
		/* a comment that begins in a directive and goes on after it is part of the directive's line */
		while (left_out && comment && next < end)
			next = logical_line(next, end, &comment);
		if (!left_out)
			text_add(&text, at, (size_t)(next - at));
		for (; at < next; at++) {
			if (*at != '\n' && at + 1 < end)
				continue;
			if (!left_out)
				lines[count++] = (int)line;
			line++;
		}
	}
	struct view_text *added = view_add_text(model, &file->texts, "serial", "serial",
						"The source without its directives: what a compiler makes of it that does not know OpenMP.",
						text.data ? text.data : "", text.length);
	memcpy(added->lines, lines, (added->line_count < count ? added->line_count : count) * sizeof *lines);
	text_release(&text);
}
