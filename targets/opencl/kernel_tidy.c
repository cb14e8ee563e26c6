/*
 * kernel_tidy.c - what says nothing in a kernel's finished text: braces around one statement, empty statements, the address of what a pointer
 * leads to, and lines of blanks; and marks, of which the lines stay.
 */
#include "opencl_target.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct line {
	const char *start;
	size_t length, indent; /* without the newline; tabs */
};

static struct line line_at(const char *at)
{
	return (struct line){at, strcspn(at, "\n"), strspn(at, "\t")};
}

static const char *next_line(struct line line)
{
	const char *end = line.start + line.length;
	return *end ? end + 1 : end;
}

static bool is_only(struct line line, char what)
{
	return line.length == line.indent + 1 && line.start[line.indent] == what;
}

/* Whether the line is an expression with its semicolon, and declares nothing. */
static bool is_expression(struct line line)
{
	const char *at = line.start + line.indent, *end = line.start + line.length;
	const char *comment = memmem(at, line.length - line.indent, " /* ", 4);
	end = comment ? comment : end;
	if (end == at || end[-1] != ';')
		return false;
	if (*at == '*' || *at == '(')
		return true;
	while (at < end && (isalnum((unsigned char)*at) || *at == '_'))
		at++;
	while (at < end && *at == ' ')
		at++;
	return at < end && at > line.start + line.indent && !isalnum((unsigned char)*at) && !strchr("_*;:", *at);
}

/* The line that closes what the line opens, which is indented as that is; false: none does. */
static bool closing_of(struct line open, struct line *close)
{
	for (*close = line_at(next_line(open)); *close->start; *close = line_at(next_line(*close)))
		if (close->length > 0 && close->indent <= open.indent && close->start[close->indent] == '}')
			return is_only(*close, '}') && close->indent == open.indent;
	return false;
}

/* Whether the line is all that the braces before and after it hold; *last: the last line that they hold. */
static bool holds_one(struct line open, struct line inner, struct line *last, struct line *close)
{
	const char *text = inner.start + inner.indent;
	bool controls = (!strncmp(text, "if (", 4) || !strncmp(text, "for (", 5)) && inner.start[inner.length - 1] == '{';
	bool block = controls || (inner.length > inner.indent && *text == '{' && inner.start[inner.length - 1] != '}');
	*last = inner;
	if (!is_only(open, '{') || (!block && !is_expression(inner)) || (block && !closing_of(inner, last)))
		return false;
	*close = line_at(next_line(*last));
	return is_only(*close, '}') && close->indent == open.indent;
}

/* One round; false: there was nothing to take away. */
static bool take_away(const char *text, struct text *out)
{
	bool any = false;
	struct line before = {"", 0, 0};
	while (*text) {
		struct line open = line_at(text), inner = line_at(next_line(open)), last, close;
		bool edge = before.length > before.indent && (before.start[before.indent] == '{' || before.start[before.length - 1] == '{');
		edge |= inner.length > inner.indent && inner.start[inner.indent] == '}';
		const char *comment = memmem(before.start, before.length, "; /* ", 5);
		bool empty = is_only(open, ';') && comment && before.start[before.length - 1] == '/';
		if (empty || (open.length == open.indent && edge)) { /* an empty statement after another, or an empty line beside a brace */
			text = next_line(open);
			any = true;
			continue;
		}
		bool statement = before.length == 0 || strchr(";{}", before.start[before.length - 1]) || before.start[before.indent] == '{'; /* no condition holds it */
		if (statement && open.indent > 0 && holds_one(open, inner, &last, &close)) {
			for (struct line line = inner;; line = line_at(next_line(line))) {
				size_t more = line.indent >= inner.indent ? line.indent - inner.indent : 0;
				for (size_t i = 0; i < open.indent + more; i++)
					text_adds(out, "\t");
				text_add(out, line.start + line.indent, line.length - line.indent);
				text_adds(out, "\n");
				if (line.start == last.start)
					break;
			}
			before = last;
			text = next_line(close);
			any = true;
		} else {
			text_add(out, open.start, open.length);
			text_adds(out, "\n");
			before = open;
			text = next_line(open);
		}
	}
	return any;
}

/* The length of `&(*p)` at a place where an argument or a value begins, and so does the name; 0: something else is there. */
static size_t address_of_pointer(const char *text, const char *at)
{
	size_t name = strncmp(at, "&(*", 3) ? 0 : strspn(at + 3, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
	bool begins = at > text && (at[-1] == '(' || (at - text > 1 && at[-1] == ' ' && strchr(",=", at[-2])));
	return name && begins && at[3 + name] == ')' && strchr(",);", at[4 + name]) ? name : 0;
}

static const char *plain_pointers(struct arena *arena, const char *text)
{
	struct text out = {0};
	for (const char *at = text; *at;) {
		size_t name = *at == '&' ? address_of_pointer(text, at) : 0, blanks = strspn(at, "\t");
		bool empty = blanks && at[blanks] == '\n' && (at == text || at[-1] == '\n');
		text_add(&out, name ? at + 3 : at, name ? name : !empty);
		at += name ? name + 4 : empty ? blanks + 1 : 1;
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

const char *kernel_tidy(struct arena *arena, const char *text)
{
	text = plain_pointers(arena, text);
	for (bool again = true; again;) {
		struct text out = {0};
		again = take_away(text, &out);
		text = again ? arena_strndup(arena, out.data, out.length) : text;
		text_release(&out);
	}
	return text;
}

/* Where a statement of the user's begins a line, that is the line it is on in the file: __LINE__ says so.  Others change such directives again. */
static void add_user_line(struct lowering *lowering, unsigned offset, struct text *out)
{
	size_t line = out->length, end;
	while (line > 0 && strchr(" \t", out->data[line - 1]))
		line--;
	for (end = line; end > 0 && strchr(" \t\n", out->data[end - 1]);)
		end--;
	if (line == 0 || out->data[line - 1] != '\n' || end == 0 || !strchr(";{}", out->data[end - 1]))
		return;
	const char *indent = arena_strndup(lowering->arena, out->data + line, out->length - line);
	struct place place = source_place(lowering->source, offset);
	out->length = line;
	text_printf(out, "#line %u \"%s\"\n%s", place.line, place.file, indent);
}

const char *kernel_without_marks(struct lowering *lowering, const char *text)
{
	struct arena *arena = lowering->arena;
	bool says_line = survey_uses_name(lowering->survey, "__LINE__");
	struct text out = {0};
	while (*text) {
		size_t length = strcspn(text, (char[]){MARK, '\0'});
		text_add(&out, text, length);
		text += length;
		if (*text == MARK) {
			if (text[1] == 'U' && says_line)
				add_user_line(lowering, (unsigned)strtoul(text + 2, NULL, 10), &out);
			text += strcspn(text, ";") + 1;
		}
	}
	const char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}
