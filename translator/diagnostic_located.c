/* The messages of diagnostic.h that have a place.  Apart from diagnostic.c because they need the translator's source. */
#include "diagnostic_located.h"

#include "diagnostic.h"
#include "diagnostic_table.h"
#include "scan.h"

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

/* ---------------------------------------------------------------------------------------------- the user's line */

/* The user's line, a caret under the place, and under that what should be there. */
static void show_line(const struct source *source, unsigned offset, unsigned end, const struct fixit *fixit, const struct located_message *message)
{
	char text[WIDEST + 2], file[WIDEST + 2];
	unsigned start;
	bool in_text = text_line(source, offset, &start, text), in_file = read_line(message->start.file, message->start.line, file);
	const struct diagnostic_layout *layout = diagnostic_layout();

	if (layout->no_caret || (!in_text && !in_file))
		return;
	diagnostic_print_line(message->start.line, in_file ? file : text);
	if (!in_text)
		return;
	if (in_file && strcmp(text, file) != 0) { /* a macro was expanded in the line: the caret goes under its first word */
		diagnostic_print_caret(message->style, file, (unsigned)strspn(file, " \t"), 1);
		return;
	}
	diagnostic_print_caret(message->style, text, offset - start, end - offset);
	unsigned line_end = start + (unsigned)strlen(text);
	if (fixit->with && !layout->no_fixits && start <= fixit->start && fixit->start <= line_end)
		diagnostic_print_fixit(text, fixit->start - start, fixit->with);
}

/* ---------------------------------------------------------------------------------------------- one message */

static void print_quoted(const char *text)
{
	fputc('"', stderr);
	for (const char *at = text; *at; at++) {
		if (*at == '"' || *at == '\\')
			fputc('\\', stderr);
		fputc(*at, stderr);
	}
	fputc('"', stderr);
}

/* As -fdiagnostics-parseable-fixits has it: columns in bytes, from 1. */
static void print_fixit(const struct located_message *message)
{
	if (!message->with || !diagnostic_layout()->parseable_fixits)
		return;
	fputs("fix-it:", stderr);
	print_quoted(message->fix_start.file);
	fprintf(stderr, ":{%u:%u-%u:%u}:", message->fix_start.line, message->fix_start.column, message->fix_end.line, message->fix_end.column);
	print_quoted(message->with);
	fputc('\n', stderr);
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

unsigned diagnostic_end_of_place(const struct source *source, unsigned offset)
{
	const char *start = source->text + offset, *end = start + strcspn(start, "\n");
	if (*start == '#') {
		for (const char *at = start; at + 1 < end; at++)
			if (at[0] == '/' && (at[1] == '/' || at[1] == '*'))
				end = at;
		while (end > start + 1 && strchr(" \t\r\\", end[-1]))
			end--;
		return (unsigned)(end - source->text);
	}
	struct lexeme lexeme = scan(start, end);
	if (lexeme.kind == LEX_END || lexeme.start != start)
		return offset + (offset < source->size);
	const char *stop = start + lexeme.length;
	while (lexeme.kind == LEX_WORD && *stop == '[') {
		const char *close = scan_closing(stop, end);
		if (!close)
			break;
		stop = close + 1;
	}
	return (unsigned)(stop - source->text);
}

/* A message that ends with "did you mean 'X'?" proposes X for the word that it is about. */
static struct fixit meant(struct source *source, unsigned offset, unsigned end, const char *text)
{
	static const char question[] = "; did you mean '";
	const char *found = strstr(text, question), *wrong = strchr(text, '\'');
	size_t length = end - offset;
	if (!found || strncmp(wrong + 1, source->text + offset, length) != 0 || wrong[1 + length] != '\'')
		return (struct fixit){0};
	found += strlen(question);
	return (struct fixit){offset, end, arena_strndup(source->arena, found, strcspn(found, "'"))};
}

static void say_at(struct source *source, unsigned offset, enum diagnostic_style style, const struct diagnostic_row *row, struct fixit fixit, const char *text)
{
	if (source->options->quiet)
		return;
	if (offset > source->size)
		offset = source->size;
	struct located_message message = {.style = style, .row = row, .text = text, .start = source_place(source, offset)};
	if (was_said(source, &message.start, text))
		return;
	unsigned end = diagnostic_end_of_place(source, offset);
	message.end = source_place(source, end);
	if (!fixit.with)
		fixit = meant(source, offset, end, text);
	if (fixit.with) {
		message.with = fixit.with;
		message.fix_start = source_place(source, fixit.start);
		message.fix_end = source_place(source, fixit.end);
	}
	if (source->options->message) {
		source->options->message(source->options->receiver, &message);
		return;
	}
	diagnostic_print_head(style, message.start.file, message.start.line, message.start.column, row, text);
	show_line(source, offset, end, &fixit, &message);
	print_fixit(&message);
}

static void fail_at(struct source *source, unsigned offset, enum diagnostic_kind kind, const char *format, va_list arguments)
{
	struct trial *trial = source->trial;
	const char *text = arena_vprintf(source->arena, format, arguments);
	if (!trial) {
		const char *start = kind == DIAGNOSTIC_UNSUPPORTED ? "not supported: " : "";
		say_at(source, offset, STYLE_ERROR, diagnostic_row_of(kind, text), (struct fixit){0}, arena_printf(source->arena, "%s%s", start, text));
		source->errors++;
	} else if (!trial->text) {
		*trial = (struct trial){text, offset};
	}
}

void error_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fail_at(source, offset, DIAGNOSTIC_ERROR, format, arguments);
	va_end(arguments);
}

void unsupported_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fail_at(source, offset, DIAGNOSTIC_UNSUPPORTED, format, arguments);
	va_end(arguments);
}

/* What an option can turn off, or make an error.  False: it is off. */
static bool say_optional(struct source *source, unsigned offset, enum diagnostic_kind kind, const char *text)
{
	const struct diagnostic_row *row = diagnostic_row_of(kind, text);
	enum diagnostic_state state = diagnostic_state(row, source->options->wall);
	enum diagnostic_style style = state == STATE_ERROR ? STYLE_ERROR : kind == DIAGNOSTIC_REMARK ? STYLE_REMARK : STYLE_WARNING;
	if (state == STATE_OFF)
		return false;
	say_at(source, offset, style, row, (struct fixit){0}, text);
	source->errors += state == STATE_ERROR;
	return true;
}

bool warning_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	if (source->options->no_warnings)
		return false;
	va_start(arguments, format);
	const char *text = arena_vprintf(source->arena, format, arguments);
	va_end(arguments);
	return say_optional(source, offset, DIAGNOSTIC_WARNING, text);
}

void deprecated_at(struct source *source, enum deprecated what, unsigned offset, const char *text)
{
	if (!(source->deprecated & what) && !source->options->no_deprecated)
		warning_at(source, offset, "%s", text);
	source->deprecated |= what;
}

void note_fix_at(struct source *source, unsigned offset, struct fixit fixit, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vprintf(source->arena, format, arguments);
	va_end(arguments);
	say_at(source, offset, STYLE_NOTE, NULL, fixit, text);
}

void note_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vprintf(source->arena, format, arguments);
	va_end(arguments);
	say_at(source, offset, STYLE_NOTE, NULL, (struct fixit){0}, text);
}

void remark_at(struct source *source, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vprintf(source->arena, format, arguments);
	va_end(arguments);
	say_optional(source, offset, DIAGNOSTIC_REMARK, text);
}
