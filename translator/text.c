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

void text_printf(struct text *text, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	reserve(text, (size_t)length + 1);
	vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
	text->length += (size_t)length;
	va_end(again);
	va_end(arguments);
}

void text_release(struct text *text)
{
	free(text->data);
	*text = (struct text){0};
}
