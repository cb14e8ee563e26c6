/* keep.c - memory for variable length arrays that tasks take with them (firstprivate, OpenMP 5.2, 5.4.4) and for scans (5.6). */
#include "../common/error.h"
#include "../common/public.h"

#include <stdlib.h>
#include <string.h>

/* Bytes; vectors want more than malloc's. */
enum { ALIGNMENT = 64 };

void *ppcc_keep(const void *from, unsigned long size)
{
	void *copy = size < ~0UL - ALIGNMENT ? aligned_alloc(ALIGNMENT, (size + ALIGNMENT) / ALIGNMENT * ALIGNMENT) : NULL;
	if (!copy)
		ppcc_fatal("no memory for the %lu bytes of an array that a task or a scan keeps", size);
	if (from)
		memcpy(copy, from, size);
	return copy;
}

void ppcc_release(void *copy)
{
	free(copy);
}
