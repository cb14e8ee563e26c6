#include "template.h"

#include "diagnostic.h"
#include "text.h"

#include <stdbool.h>
#include <string.h>

const char *mark_user(struct arena *arena, unsigned offset)
{
	return arena_printf(arena, "%cU%u;", MARK, offset);
}

const char *mark_visible(struct arena *arena, unsigned offset)
{
	return arena_printf(arena, "%cV%u;", MARK, offset);
}

const char *mark_generated(struct arena *arena, unsigned offset)
{
	return arena_printf(arena, "%cG%u;", MARK, offset);
}

static const char *find_template(const char *target, const char *name)
{
	for (const struct template_file *file = template_files; file->name; file++)
		if (!strcmp(file->target, target) && !strcmp(file->name, name))
			return file->text;
	ppcc_bug("there is no template %s/%s", target, name);
}

const char *indent_lines(struct arena *arena, const char *text, const char *indent)
{
	struct text out = {0};
	for (const char *newline; (newline = strchr(text, '\n')); text = newline + 1) {
		text_add(&out, text, (size_t)(newline + 1 - text));
		if (newline[1] != '\n' && newline[1] != '\r' && (newline[1] != '#' || !strncmp(newline + 1, "#pragma", 7)) && newline[1] != '\0')
			text_adds(&out, indent);
	}
	text_adds(&out, text);
	char *result = arena_strndup(arena, out.data ? out.data : "", out.length);
	text_release(&out);
	return result;
}

static const char *hole_text(const struct hole *holes, const char *name, size_t length, const char *where)
{
	for (; holes->name; holes++)
		if (strlen(holes->name) == length && !memcmp(holes->name, name, length))
			return holes->text ? holes->text : "";
	ppcc_bug("template %s: nothing fills the hole %.*s", where, (int)length, name);
}

/* One line [line, end) of a template, without its newline. */
static void fill_line(struct arena *arena, struct text *out, const char *line, const char *end, const struct hole *holes,
		      const char *where, unsigned offset)
{
	size_t blanks = strspn(line, "\t ");
	const char *indent = arena_strndup(arena, line, blanks);
	const char *start = line + blanks, *close = start < end && *start == '@' ? memchr(start + 1, '@', (size_t)(end - start - 1)) : NULL;
	if (close && close + 1 == end && !*hole_text(holes, start + 1, (size_t)(close - start - 1), where))
		return;
	while (line < end) {
		const char *at = memchr(line, '@', (size_t)(end - line));
		close = at ? memchr(at + 1, '@', (size_t)(end - at - 1)) : NULL;
		text_add(out, line, (size_t)((close ? at : end) - line));
		if (!close)
			break;
		const char *text = hole_text(holes, at + 1, (size_t)(close - at - 1), where);
		text_adds(out, indent_lines(arena, text, indent));
		if (strchr(text, MARK))
			text_adds(out, mark_generated(arena, offset));
		line = close + 1;
	}
	text_adds(out, "\n");
}

/* Takes the last newlines off, and the marks after them, which no text follows. */
static void trim_end(struct text *out)
{
	size_t end = out->length;
	for (;;) {
		while (end > 0 && out->data[end - 1] == '\n')
			end--;
		size_t mark = end > 0 && out->data[end - 1] == ';' ? end - 1 : 0;
		while (mark > 0 && strchr("0123456789", out->data[mark - 1]))
			mark--;
		if (mark < 2 || out->data[mark - 2] != MARK)
			break;
		end = mark - 2;
	}
	out->length = end;
}

const char *template_fill(struct arena *arena, const char *target, const char *name, unsigned offset, const struct hole *holes)
{
	struct text out = {0};
	const char *line = find_template(target, name);
	text_adds(&out, mark_generated(arena, offset));
	while (*line) {
		const char *end = line + strcspn(line, "\n");
		bool visible = !strncmp(line, "@!", 2);
		if (visible)
			text_adds(&out, mark_visible(arena, offset));
		if (strncmp(line, "@#", 2))
			fill_line(arena, &out, line + (visible ? 2 : 0), end, holes, name, offset);
		if (visible)
			text_adds(&out, mark_generated(arena, offset));
		line = *end ? end + 1 : end;
	}
	trim_end(&out);
	char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}
