#include "kept_text.h"

#include "preprocess.h"

#include <string.h>

static unsigned newlines(const char *text, size_t length)
{
	unsigned count = 0;
	for (size_t i = 0; i < length; i++)
		count += text[i] == '\n';
	return count;
}

/* Copies text[from, to).  *changed: the lines of the output are not counted as those of the source from some edit on, so after
   the next newline a #line directive says where it is. */
static void copy(struct lowering *lowering, unsigned from, unsigned to, bool *changed, struct text *out)
{
	struct source *source = lowering->source;
	const char *newline = *changed ? memchr(source->text + from, '\n', to - from) : NULL;
	if (newline) {
		unsigned next = (unsigned)(newline - source->text) + 1;
		struct place place = source_place(source, next);
		text_add(out, source->text + from, next - from);
		text_printf(out, "#line %u \"%s\"\n", place.line, quoted(lowering->arena, place.file));
		*changed = false;
		from = next;
	}
	text_add(out, source->text + from, to - from);
}

/* A compiler needs no comment, and without the line that it stands on, the pragma after it is where the user's was. */
static const char *without_comment(const char *text)
{
	const char *end = strncmp(text, "/* ", 3) ? NULL : strstr(text, "*/\n");
	return end ? end + 3 + strspn(end + 3, " \t") : text;
}

void kept_text(struct lowering *lowering, bool for_display, struct text *out)
{
	const struct source *source = lowering->source;
	bool changed = false;
	unsigned at = 0;
	for (const struct edit *edit = lowering->edits; edit; edit = edit->next) {
		copy(lowering, at, edit->start, &changed, out);
		const char *with = for_display ? edit->with : without_comment(edit->with);
		text_adds(out, with);
		at = edit->end;
		changed |= !for_display && newlines(with, strlen(with)) != newlines(source->text + edit->start, edit->end - edit->start);
	}
	copy(lowering, at, source->size, &changed, out);
}
