#include "text.h"

#include "diagnostic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct text *text, size_t more)
{
	if (text->capacity - text->length > more)
		return;
	size_t capacity = text->capacity ? text->capacity : 256;
	while (capacity - text->length <= more)
		capacity *= 2;
	char *data = realloc(text->data, capacity);
	if (!data)
		die("out of memory");
	text->data = data;
	text->capacity = capacity;
}

void text_add(struct text *text, const char *bytes, size_t length)
{
	reserve(text, length + 1);
	if (length)
		memcpy(text->data + text->length, bytes, length);
	text->length += length;
	text->data[text->length] = '\0';
}

void text_adds(struct text *text, const char *string)
{
	text_add(text, string, strlen(string));
}

static void add_formatted(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		ppcc_bug("a format is not valid: %s", format);
	reserve(text, (size_t)length);
	vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
	text->length += (size_t)length;
}

void text_printf(struct text *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_formatted(text, format, arguments);
	va_end(arguments);
}

void add_line(struct text *text, const char *format, ...)
{
	va_list arguments;
	if (text->length > 0)
		text_adds(text, "\n");
	va_start(arguments, format);
	add_formatted(text, format, arguments);
	va_end(arguments);
}

void text_release(struct text *text)
{
	free(text->data);
	*text = (struct text){0};
}
