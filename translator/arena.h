/*
 * arena.h - memory with one lifetime: everything the translation of one input allocates is released together.
 * No allocation returns null: running out of memory ends ppcc with a message.
 */
#ifndef PPCC_ARENA_H
#define PPCC_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena {
	struct arena_block *blocks; /* owned */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size); /* zeroed, aligned for any type */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_strdup(struct arena *arena, const char *text);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments);

/* A zeroed object of type T. */
#define ARENA_NEW(arena, T) ((T *)arena_alloc(arena, sizeof(T)))

#endif
