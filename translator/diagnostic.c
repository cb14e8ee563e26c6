#include "diagnostic.h"

#include "diagnostic_style.h"
#include "diagnostic_table.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool colour;

bool diagnostic_wants_colour(const char *choice, int fd)
{
	const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");

	if (strcmp(choice, "always") == 0)
		return true;
	if (strcmp(choice, "never") == 0)
		return false;
	return isatty(fd) && !(no_colour && no_colour[0]) && terminal && strcmp(terminal, "dumb") != 0;
}

void diagnostic_set_colour(const char *choice)
{
	colour = diagnostic_wants_colour(choice, STDERR_FILENO);
}

static struct diagnostic_layout layout;

void diagnostic_set_layout(const struct diagnostic_layout *wanted)
{
	layout = *wanted;
}

const struct diagnostic_layout *diagnostic_layout(void)
{
	return &layout;
}

bool diagnostic_layout_option(struct diagnostic_layout *wanted, const char *word)
{
	const struct {
		const char *name;
		bool *off;
	} negatable[] = {
		{"caret-diagnostics", &wanted->no_caret},
		{"diagnostics-show-caret", &wanted->no_caret},
		{"diagnostics-show-option", &wanted->no_option},
		{"diagnostics-fixit-info", &wanted->no_fixits},
		{"diagnostics-show-line-numbers", &wanted->no_numbers},
	};
	if (strncmp(word, "-f", 2) != 0)
		return false;
	if (strcmp(word, "-fdiagnostics-parseable-fixits") == 0)
		return wanted->parseable_fixits = true;
	if (strcmp(word, "-fdiagnostics-plain-output") == 0)
		return wanted->no_caret = true;
	bool no = strncmp(word, "-fno-", 5) == 0;
	for (unsigned i = 0; i < sizeof negatable / sizeof *negatable; i++) {
		if (strcmp(word + (no ? 5 : 2), negatable[i].name) == 0) {
			*negatable[i].off = no;
			return true;
		}
	}
	return false;
}

static const struct {
	const char *word, *colour;
} styles[] = {
	[STYLE_ERROR] = {"error", "\033[01;31m"},
	[STYLE_WARNING] = {"warning", "\033[01;35m"},
	[STYLE_NOTE] = {"note", "\033[01;36m"},
	[STYLE_REMARK] = {"remark", "\033[01;34m"},
	[STYLE_PLACE] = {"", "\033[01m"},
	[STYLE_FIXIT] = {"", "\033[32m"},
};

const char *diagnostic_word(enum diagnostic_style style)
{
	return styles[style].word;
}

const char *diagnostic_on(enum diagnostic_style style)
{
	return colour ? styles[style].colour : "";
}

const char *diagnostic_off(void)
{
	return colour ? "\033[m" : "";
}

/* ---------------------------------------------------------------------------------------------- messages with a place */

void diagnostic_print_head(enum diagnostic_style style, const char *file, unsigned line, unsigned column, const struct diagnostic_row *row, const char *text)
{
	char id[DIAGNOSTIC_ID];
	fflush(stdout);
	fprintf(stderr, "%s%s:%u:%u:%s %s%s:%s %s", diagnostic_on(STYLE_PLACE), file, line, column, diagnostic_off(), diagnostic_on(style),
		diagnostic_word(style), diagnostic_off(), text);
	if (row && !layout.no_option) {
		fprintf(stderr, " [%s", diagnostic_id(row, id));
		if (row->name)
			fprintf(stderr, ", %s%s", style == STYLE_ERROR ? "-Werror=ppcc-" : "-Wppcc-", row->name);
		fputc(']', stderr);
	}
	fputc('\n', stderr);
}

static void put_margin(unsigned number)
{
	if (layout.no_numbers)
		fputc(' ', stderr);
	else if (number)
		fprintf(stderr, "%5u | ", number);
	else
		fputs("      | ", stderr);
}

static bool begins_character(char byte) /* in UTF-8 */
{
	return ((unsigned char)byte & 0xc0) != 0x80;
}

static void put_blanks(const char *line, unsigned count)
{
	put_margin(0);
	for (unsigned i = 0; i < count; i++)
		if (begins_character(line[i]))
			fputc(line[i] == '\t' ? '\t' : ' ', stderr);
}

void diagnostic_print_line(unsigned number, const char *line)
{
	put_margin(number);
	fprintf(stderr, "%s\n", line);
}

void diagnostic_print_caret(enum diagnostic_style style, const char *line, unsigned at, unsigned length)
{
	put_blanks(line, at);
	fprintf(stderr, "%s^", diagnostic_on(style));
	for (unsigned i = at + 1; i < at + length && line[i - 1]; i++)
		if (begins_character(line[i]))
			fputc('~', stderr);
	fprintf(stderr, "%s\n", diagnostic_off());
}

void diagnostic_print_fixit(const char *line, unsigned at, const char *with)
{
	put_blanks(line, at);
	fprintf(stderr, "%s%s%s\n", diagnostic_on(STYLE_FIXIT), with + strspn(with, " "), diagnostic_off());
}

/* ---------------------------------------------------------------------------------------------- messages without */

static void say(enum diagnostic_style style, const char *kind, const char *format, va_list arguments)
{
	fflush(stdout);
	fprintf(stderr, "%sppcc:%s %s%s:%s ", diagnostic_on(STYLE_PLACE), diagnostic_off(), diagnostic_on(style), kind, diagnostic_off());
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
}

void warning_plain(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(STYLE_WARNING, "warning", format, arguments);
	va_end(arguments);
}

void error_plain(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(STYLE_ERROR, "error", format, arguments);
	va_end(arguments);
}

void die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(STYLE_ERROR, "error", format, arguments);
	va_end(arguments);
	temporary_release();
	exit(1);
}

void ppcc_bug(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(STYLE_ERROR, "internal error", format, arguments);
	va_end(arguments);
	abort();
}
