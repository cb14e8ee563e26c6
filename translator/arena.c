#include "arena.h"

#include "diagnostic.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In a sanitizer build every object is a block of its own, so that an access past its end is seen. */
#if defined(__SANITIZE_ADDRESS__) || defined(PPCC_ARENA_PLAIN)
enum { BLOCK_SIZE = 0 };
#else
enum { BLOCK_SIZE = 1 << 16 };
#endif

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	max_align_t bytes[];
};

void arena_init(struct arena *arena)
{
	arena->blocks = NULL;
}

void arena_release(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t align = _Alignof(max_align_t);
	size_t need = (size + align - 1) / align * align;
	struct arena_block *block = arena->blocks;

	if (!block || block->size - block->used < need) {
		size_t bytes = need > BLOCK_SIZE ? need : BLOCK_SIZE;
		block = calloc(1, sizeof *block + bytes);
		if (!block)
			die("out of memory");
		block->size = bytes;
		block->next = arena->blocks;
		arena->blocks = block;
	}
	void *object = (char *)block->bytes + block->used;
	block->used += need;
	return object;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);
	if (length)
		memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	char *string = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(string, (size_t)length + 1, format, again);
	va_end(again);
	return string;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *string = arena_vprintf(arena, format, arguments);
	va_end(arguments);
	return string;
}
