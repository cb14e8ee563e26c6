#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool failing;

static void say(const char *format, va_list arguments)
{
	char line[512];
	vsnprintf(line, sizeof line, format, arguments);
	fprintf(stderr, "ppcc runtime: %s\n", line);
}

void ppcc_warn(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
}

void ppcc_fatal(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(format, arguments);
	va_end(arguments);
	__atomic_store_n(&failing, true, __ATOMIC_SEQ_CST);
	exit(EXIT_FAILURE);
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
