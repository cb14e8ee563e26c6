/* keep.c - copies of variable length arrays that tasks take with them (firstprivate, OpenMP 5.2, 5.4.4). */
#include "../common/error.h"
#include "../common/public.h"

#include <stdlib.h>
#include <string.h>

void *ppcc_keep(const void *from, unsigned long size)
{
	void *copy = malloc(size ? size : 1);
	if (!copy)
		ppcc_fatal("no memory for the %lu bytes of an array that a task takes with it", size);
	memcpy(copy, from, size);
	return copy;
}

void ppcc_release(void *copy)
{
	free(copy);
}
