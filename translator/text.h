/* text.h - a string that grows.  data is always terminated by '\0' once something was added; text_release frees it. */
#ifndef PPCC_TEXT_H
#define PPCC_TEXT_H

#include <stdarg.h>
#include <stddef.h>

struct text {
	char *data; /* owned; null while empty */
	size_t length, capacity;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_adds(struct text *text, const char *string);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A line of its own: a newline goes before it unless it is the first. */
void add_line(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_release(struct text *text);

#endif
