/*
 * error.h - what the runtime says on stderr.  Every line begins with "ppcc runtime: ".
 */
#ifndef PPCC_COMMON_ERROR_H
#define PPCC_COMMON_ERROR_H

#include <stdbool.h>
#include <stddef.h>

/* Something that the runtime works around; the program goes on. */
void ppcc_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Nothing sensible can follow: the message, then exit status 1. */
_Noreturn void ppcc_fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Where a construct is in the program; a null pointer: not known. */
struct ppcc_construct {
	const char *file;
	int line;
};

/* The construct that this thread met last, or carries out for another. */
struct ppcc_construct ppcc_construct(void);
void ppcc_construct_set(struct ppcc_construct construct);

/* The same as ppcc_fatal, about that construct: the message begins with its place. */
_Noreturn void ppcc_fatal_here(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Whether ppcc_fatal is ending the program: the thread that called it may hold anything. */
bool ppcc_failing(void);

/* malloc and aligned_alloc that do not return without memory.  alignment: a power of two; the memory is zeroed. */
void *ppcc_allocate(size_t size);
void *ppcc_allocate_aligned(size_t alignment, size_t size);

#endif
