/*
 * log.c - what a device's compiler says of a kernel, with the line that it means.
 *
 * Compilers write "FILE:LINE:COLUMN: error: TEXT" or "error: FILE:LINE:COLUMN: TEXT", where FILE is a name of their own for the
 * kernel.  Lines of other kinds, and about other files, are written as they are.
 */
#include "opencl.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A message about the kernel. */
struct message {
	const char *kind;        /* "error" */
	unsigned long line, column;
	const char *text, *end;
};

static const char *const kinds[] = {"fatal error", "error", "warning", "note"};

/* What kind of message is said at a place, which moves past the colon and the space behind it. */
static const char *kind_at(const char **at)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t length = strlen(kinds[i]);
		if (strncmp(*at, kinds[i], length) == 0 && strncmp(*at + length, ": ", 2) == 0) {
			*at += length + 2;
			return kinds[i];
		}
	}
	return NULL;
}

/* Whether the compiler calls the kernel so: <kernel>, or a temporary file. */
static bool is_kernel(const char *name, const char *end)
{
	return end > name && (*name == '<' || (end - name > 3 && strncmp(end - 3, ".cl", 3) == 0));
}

/* ":LINE:COLUMN" at a place, which moves past it. */
static bool numbers_at(const char **at, struct message *message)
{
	char *end;
	if (!isdigit((unsigned char)(*at)[1]))
		return false;
	message->line = strtoul(*at + 1, &end, 10);
	if (*end != ':' || !isdigit((unsigned char)end[1]))
		return false;
	message->column = strtoul(end + 1, &end, 10);
	*at = end;
	return true;
}

static bool parse(const char *at, const char *end, struct message *message)
{
	message->kind = kind_at(&at);
	const char *name = at;
	for (at = memchr(name, ':', (size_t)(end - name)); at && !numbers_at(&at, message);)
		at = memchr(at + 1, ':', (size_t)(end - at - 1));
	if (!at)
		return false;
	const char *name_end = at;
	while (name_end > name && (isdigit((unsigned char)name_end[-1]) || name_end[-1] == ':'))
		name_end--;
	if (!is_kernel(name, name_end))
		return false;
	const char *macro = strncmp(at, " <", 2) == 0 ? strstr(at, ">: ") : NULL; /* where it was written */
	if (macro && macro < end)
		at = macro + 1;
	while (at < end && (*at == ':' || *at == ' '))
		at++;
	if (!message->kind)
		message->kind = kind_at(&at);
	message->text = at;
	message->end = end;
	return message->kind != NULL;
}

static void print_line(const char *source, const struct message *message)
{
	for (unsigned long line = 1; line < message->line && source; line++) {
		source = strchr(source, '\n');
		source = source ? source + 1 : NULL;
	}
	size_t length = source ? strcspn(source, "\n") : 0;
	if (length == 0)
		return;
	fprintf(stderr, "%.*s\n", (int)length, source);
	for (size_t i = 0; i + 1 < message->column && i < length; i++)
		fputc(source[i] == '\t' ? '\t' : ' ', stderr);
	fputs("^\n", stderr);
}

void ppcc_cl_print_log(const char *log, const char *source, const char *path)
{
	enum { MOST = 8 }; /* the first errors cause the others */
	for (int i = 0; *log && i < MOST; i++) {
		size_t length = strcspn(log, "\n");
		struct message message;
		if (parse(log, log + length, &message)) {
			fprintf(stderr, "%s:%lu:%lu: %s: %.*s\n", path, message.line, message.column, message.kind, (int)(message.end - message.text), message.text);
			print_line(source, &message);
		} else {
			fprintf(stderr, "%.*s\n", (int)length, log);
		}
		log += length + (log[length] == '\n');
	}
}
