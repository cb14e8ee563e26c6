#include "diagnostic.h"

#include "diagnostic_style.h"
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

static const struct {
	const char *word, *colour;
} styles[] = {
	[STYLE_ERROR] = {"error", "\033[01;31m"},
	[STYLE_WARNING] = {"warning", "\033[01;35m"},
	[STYLE_NOTE] = {"note", "\033[01;36m"},
	[STYLE_REMARK] = {"remark", "\033[01;34m"},
	[STYLE_PLACE] = {"", "\033[01m"},
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

static void say(const char *kind, const char *format, va_list arguments)
{
	fflush(stdout);
	fprintf(stderr, "%sppcc:%s %s%s:%s ", diagnostic_on(STYLE_PLACE), diagnostic_off(), diagnostic_on(STYLE_ERROR),
			kind, diagnostic_off());
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
}

void error_plain(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say("error", format, arguments);
	va_end(arguments);
}

void die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say("error", format, arguments);
	va_end(arguments);
	temporary_release();
	exit(1);
}

void ppcc_bug(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say("internal error", format, arguments);
	va_end(arguments);
	abort();
}
