/* transform_write.c - generated loops as text, on the lines of the user's file. */
#include "transform_internal.h"

#include "lower.h"
#include "scan.h"

#include <string.h>

unsigned user_line(struct source *source, unsigned offset)
{
	return source_place(source, offset).line;
}

/* The blanks that the line of an offset starts with. */
static const char *margin_of(struct source *source, unsigned offset)
{
	while (offset > 0 && source->text[offset - 1] != '\n')
		offset--;
	return arena_strndup(source->arena, source->text + offset, strspn(source->text + offset, " \t"));
}

void writer_begin(struct writer *writer, struct source *source, const struct pragma *pragma)
{
	const char *body = margin_of(source, pragma->next);
	*writer = (struct writer){.source = source, .margin = margin_of(source, pragma->start)};
	if (strlen(body) > strlen(writer->margin)) /* a directive at the left margin */
		writer->margin = body;
	unsigned spaces = 0;
	bool tabs = strchr(writer->margin, '\t');
	for (const char *line = source->text; line && !tabs; line = strchr(line, '\n')) {
		line += *line == '\n';
		unsigned width = (unsigned)strspn(line, " ");
		tabs = *line == '\t';
		if (width > 1 && line[width] != '*' && (!spaces || width < spaces))
			spaces = width;
	}
	writer->step = tabs || !spaces ? "\t" : arena_printf(source->arena, "%*s", spaces, "");
}

static void end_line(struct writer *writer)
{
	size_t length = writer->text.length;
	if (length == 0 || writer->text.data[length - 1] == '\n')
		return;
	text_adds(&writer->text, "\n");
	writer->line++;
}

/* Sees to it that what is written next, at the start of a line, stands for that line of the user's. */
static void go_to_line(struct writer *writer, unsigned line)
{
	end_line(writer);
	if (writer->line != line)
		text_printf(&writer->text, LINE_ON, line);
	writer->line = line;
}

static void indent(struct writer *writer, int depth)
{
	text_adds(&writer->text, writer->margin);
	for (int i = 0; i < depth; i++)
		text_adds(&writer->text, writer->step);
}

void writer_line(struct writer *writer, unsigned line, int depth, const char *words)
{
	go_to_line(writer, line);
	indent(writer, depth);
	text_printf(&writer->text, "%s\n", words);
	writer->line++;
}

void writer_append(struct writer *writer, const char *words)
{
	struct text *text = &writer->text;
	text->length--; /* the newline */
	text_printf(text, " %s\n", words);
}

/* Whether the line that starts at an offset begins inside a token (a comment or a string over several lines) or goes on
   with a directive. */
static bool is_inside(const struct source *source, unsigned offset)
{
	unsigned next = source_token_at(source, offset);
	if (next == 0)
		return false;
	const struct token *before = &source->tokens[next - 1];
	return before->end > offset || (before->directive && next < source->token_count && source->tokens[next].directive &&
	                                !source_token_is(source, next, "#"));
}

/* Copies text[start, end); lines indented by `old` are indented by the margin and depth steps instead. */
static void copy(struct writer *writer, unsigned start, unsigned end, const char *old, int depth)
{
	struct source *source = writer->source;
	size_t width = strlen(old);
	for (unsigned at = start; at < end;) {
		const char *newline = memchr(source->text + at, '\n', end - at);
		unsigned next = newline ? (unsigned)(newline - source->text) + 1 : end;
		if (at > start && next - at > width && !memcmp(source->text + at, old, width) && !is_inside(source, at)) {
			at += (unsigned)width;
			indent(writer, depth);
		}
		text_add(&writer->text, source->text + at, next - at);
		at = next;
	}
	writer->line = user_line(source, end);
}

/* Goes on at `at`, in a block that was opened at a depth and whose text was indented by `old`.  Returns where the text that
   is not written yet begins. */
static unsigned go_on_in_block(struct writer *writer, unsigned at, const char *old, int depth)
{
	const char *text = writer->source->text;
	at += (unsigned)strspn(text + at, " \t\r");
	if (text[at] != '\n') {
		go_to_line(writer, user_line(writer->source, at));
		indent(writer, depth + 1);
		return at;
	}
	go_to_line(writer, user_line(writer->source, ++at));
	const char *margin = margin_of(writer->source, at);
	size_t width = strlen(old);
	at += (unsigned)strlen(margin);
	if (text[at] == '\n' || text[at] == '#')
		return at;
	if (!strncmp(margin, old, width))
		indent(writer, depth);
	text_adds(&writer->text, strncmp(margin, old, width) ? margin : margin + width);
	return at;
}

void writer_body(struct writer *writer, struct span body, int depth, const char *first, bool after_header)
{
	struct source *source = writer->source;
	const char *old = margin_of(source, body.start);
	unsigned line = user_line(source, body.start), at = body.start;
	bool block = source->text[body.start] == '{', braces = block || first;
	if (braces)
		depth -= after_header;
	if (braces && after_header) { /* the brace goes on the header's line */
		writer->text.length--;
		writer->line--;
		text_adds(&writer->text, " ");
	} else {
		go_to_line(writer, line);
		indent(writer, depth);
	}
	if (first || (block && writer->line != line)) {
		text_adds(&writer->text, "{\n");
		writer->line++;
		for (const char *statement = first; statement && *statement; statement += strcspn(statement, "\n") + 1) {
			indent(writer, depth + 1);
			text_add(&writer->text, statement, strcspn(statement, "\n") + 1);
			writer->line++;
		}
		at = go_on_in_block(writer, at + block, old, block ? depth : depth + 1 - (source->text[at] != '\n'));
	}
	copy(writer, at, body.end, old, first && !block ? depth + 1 : depth);
	end_line(writer);
	if (first && !block) {
		indent(writer, depth);
		text_adds(&writer->text, "}\n");
		writer->line++;
	}
}

const char *span_text(struct source *source, struct span span)
{
	struct text words = {0};
	text_adds(&words, "");
	unsigned end = span.start;
	for (unsigned i = source_token_at(source, span.start); i < source->token_count && source->tokens[i].start < span.end; i++) {
		const struct token *token = &source->tokens[i];
		if (token->kind == CXToken_Comment || token->directive)
			continue;
		if (words.length > 0 && token->start > end)
			text_adds(&words, " ");
		text_add(&words, source->text + token->start, token->end - token->start);
		end = token->end;
	}
	const char *result = arena_strdup(source->arena, words.data);
	text_release(&words);
	return result;
}
