#include "error.h"

#include "public.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool failing;

static _Thread_local struct ppcc_construct current;

/* place: "file:line: ", or nothing. */
static void say(const char *place, const char *format, va_list arguments)
{
	char line[512];
	vsnprintf(line, sizeof line, format, arguments);
	fprintf(stderr, "ppcc runtime: %s%s\n", place, line);
}

struct ppcc_construct ppcc_construct(void)
{
	return current;
}

void ppcc_construct_set(struct ppcc_construct construct)
{
	current = construct;
}

void ppcc_construct_at(const char *file, int line)
{
	current = (struct ppcc_construct){file, line};
}

static _Noreturn void end(void)
{
	__atomic_store_n(&failing, true, __ATOMIC_SEQ_CST);
	exit(EXIT_FAILURE);
}

void ppcc_warn(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say("", format, arguments);
	va_end(arguments);
}

void ppcc_fatal(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say("", format, arguments);
	va_end(arguments);
	end();
}

void ppcc_fatal_here(const char *format, ...)
{
	static const char generated[] = "ppcc-generated:"; /* the translator's, before the file's name */
	const char *file = current.file && strncmp(current.file, generated, sizeof generated - 1) == 0 ? current.file + sizeof generated - 1 : current.file;
	char place[512] = "";
	va_list arguments;
	if (file)
		snprintf(place, sizeof place, "%s:%d: ", file, current.line);
	va_start(arguments, format);
	say(place, format, arguments);
	va_end(arguments);
	end();
}

bool ppcc_failing(void)
{
	return __atomic_load_n(&failing, __ATOMIC_SEQ_CST);
}

void *ppcc_allocate(size_t size)
{
	void *memory = malloc(size ? size : 1);
	if (!memory)
		ppcc_fatal("out of memory (%zu bytes)", size);
	return memory;
}

void *ppcc_allocate_aligned(size_t alignment, size_t size)
{
	size_t rounded = (size + alignment - 1) / alignment * alignment;
	void *memory = rounded < size ? NULL : aligned_alloc(alignment, rounded);
	if (!memory)
		ppcc_fatal("out of memory (%zu bytes)", size);
	return memset(memory, 0, rounded);
}
