/* The messages of diagnostic.h that have a place.  Apart from diagnostic.c because they need the translator's source. */
#include "diagnostic.h"

#include "diagnostic_style.h"
#include "source.h"

#include <stdio.h>
#include <string.h>

enum { WIDEST = 240 }; /* bytes of a source line that are shown */

/* Line `number` of a file, without its end; false when there is none or it is too long to show. */
static bool read_line(const char *path, unsigned number, char line[WIDEST + 2])
{
	FILE *file = fopen(path, "re");
	bool found = false, start = true;
	unsigned at = 0;

	while (file && fgets(line, WIDEST + 2, file)) {
		at += start;
		size_t length = strcspn(line, "\n");
		start = line[length] == '\n';
		if (at < number)
			continue;
		line[strcspn(line, "\r\n")] = '\0';
		found = at == number && length <= WIDEST;
		break;
	}
	if (file)
		fclose(file);
	return found;
}

/* The line of text around offset, in line; start: where it begins.  False when it is too long to show. */
static bool text_line(const struct source *source, unsigned offset, unsigned *start, char line[WIDEST + 2])
{
	unsigned end = offset;

	*start = offset;
	while (*start > 0 && source->text[*start - 1] != '\n')
		--*start;
	while (end < source->size && source->text[end] != '\n' && source->text[end] != '\r' && source->text[end])
		end++;
	if (end - *start > WIDEST)
		return false;
	memcpy(line, source->text + *start, end - *start);
	line[end - *start] = '\0';
	return true;
}

/* The user's line, and a caret under the place. */
static void show_line(const struct source *source, unsigned offset, struct place place, enum diagnostic_style style)
{
	char text[WIDEST + 2], file[WIDEST + 2];
	unsigned start;
	bool in_text = text_line(source, offset, &start, text), in_file = read_line(place.file, place.line, file);

	if (!in_text && !in_file)
		return;
	fprintf(stderr, "%5u | %s\n", place.line, in_file ? file : text);
	if (!in_text)
		return;
	fputs("      | ", stderr);
	if (in_file && strcmp(text, file) != 0) { /* a macro was expanded in the line: the caret goes under its first word */
		fprintf(stderr, "%.*s%s^%s\n", (int)strspn(file, " \t"), file, diagnostic_on(style), diagnostic_off());
		return;
	}
	for (unsigned i = start; i < offset; i++) {
		unsigned char byte = (unsigned char)source->text[i];
		if ((byte & 0xc0) != 0x80) /* the first byte of a character in UTF-8 */
			fputc(byte == '\t' ? '\t' : ' ', stderr);
	}
	fprintf(stderr, "%s^%s\n", diagnostic_on(style), diagnostic_off());
}

/* Whether the same was said of the same place before. */
static bool was_said(struct source *source, const struct place *place, const char *text)
{
	const char *whole = arena_printf(source->arena, "%s:%u:%u: %s", place->file, place->line, place->column, text);
	for (const struct said_before *said = source->said; said; said = said->next)
		if (!strcmp(said->text, whole))
			return true;
	struct said_before *added = ARENA_NEW(source->arena, struct said_before);
	*added = (struct said_before){source->said, whole};
	source->said = added;
	return false;
}

static void say_at(struct source *source, unsigned offset, enum diagnostic_style style, const char *start,
				   const char *format, va_list arguments)
{
	if (source->options->quiet)
		return;
	if (offset > source->size)
		offset = source->size;
	struct place place = source_place(source, offset);
	va_list again;
	va_copy(again, arguments);
	const char *text = arena_vprintf(source->arena, format, again);
	va_end(again);
	if (was_said(source, &place, text))
		return;

	fflush(stdout);
	fprintf(stderr, "%s%s:%u:%u:%s %s%s:%s ", diagnostic_on(STYLE_PLACE), place.file, place.line, place.column,
			diagnostic_off(), diagnostic_on(style), diagnostic_word(style), diagnostic_off());
	fputs(start, stderr);
	fputs(text, stderr);
	fputc('\n', stderr);
	show_line(source, offset, place, style);
}

static void fail_at(struct source *source, unsigned offset, const char *start, const char *format, va_list arguments)
{
	struct trial *trial = source->trial;
	if (!trial) {
		say_at(source, offset, STYLE_ERROR, start, format, arguments);
		source->errors++;
	} else if (!trial->text) {
		*trial = (struct trial){arena_vprintf(source->arena, format, arguments), offset};
	}
}

void error_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fail_at(source, offset, "", format, arguments);
	va_end(arguments);
}

void unsupported_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fail_at(source, offset, "not supported: ", format, arguments);
	va_end(arguments);
}

void warning_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	if (source->options->no_warnings)
		return;
	va_start(arguments, format);
	say_at(source, offset, STYLE_WARNING, "", format, arguments);
	va_end(arguments);
}

void deprecated_at(struct source *source, enum deprecated what, unsigned offset, const char *text)
{
	if (!(source->deprecated & what) && !source->options->no_deprecated)
		warning_at(source, offset, "%s", text);
	source->deprecated |= what;
}

void note_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say_at(source, offset, STYLE_NOTE, "", format, arguments);
	va_end(arguments);
}

void remark_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say_at(source, offset, STYLE_REMARK, "", format, arguments);
	va_end(arguments);
}
