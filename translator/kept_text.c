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

void kept_text(struct lowering *lowering, bool for_display, struct text *out)
{
	struct source *source = lowering->source;
	unsigned at = 0;
	for (const struct edit *edit = lowering->edits; edit; edit = edit->next) {
		text_add(out, source->text + at, edit->start - at);
		text_adds(out, edit->with);
		at = edit->end;
		if (for_display || newlines(edit->with, strlen(edit->with)) == newlines(source->text + edit->start, edit->end - edit->start))
			continue;
		/* the edits are lines, so a newline follows */
		while (at < source->size && source->text[at] != '\n')
			text_add(out, source->text + at++, 1);
		if (at < source->size) {
			struct place place = source_place(source, at + 1);
			text_printf(out, "\n#line %u \"%s\"", place.line, quoted(lowering->arena, place.file));
		}
	}
	text_add(out, source->text + at, source->size - at);
}
