/*
 * memory.h - what the files behind the memory routines share (OpenMP 5.2, 6; OpenMP 6.0, 8 and 27).
 *
 * All predefined memory spaces are the memory of the machine.  A *storage resource* is one of its NUMA nodes; a memory
 * space that omp_get_submemspace makes is a subset of them.
 */
#ifndef PPCC_COMMON_MEMORY_H
#define PPCC_COMMON_MEMORY_H

#include "public.h"

#include <stdatomic.h>
#include <stdbool.h>

enum { PPCC_MAX_NODES = 1024 }; /* as many as a cpu_set_t has bits */

/* A user-defined allocator; its handle is its address. */
struct allocator {
	omp_memspace_handle_t space;
	size_t alignment; /* bytes, a power of two */
	size_t pool_size; /* bytes; SIZE_MAX: no limit */
	atomic_size_t used;
	omp_alloctrait_value_t fallback;
	omp_allocator_handle_t fallback_allocator;
	bool pinned;      /* its blocks are pages of their own, locked in memory */
	omp_alloctrait_value_t partition;
	size_t part_size; /* bytes; 0: the implementation's choice */
	const struct partitioner *partitioner;
	omp_alloctrait_val_t partitioner_arg;
};

/* Null for the predefined allocators. */
struct allocator *ppcc_user_allocator(omp_allocator_handle_t handle);

/* memspace.c: the storage resources of a memory space, as numbers of NUMA nodes; at least 1.  nodes may be null. */
int ppcc_memspace_nodes(omp_memspace_handle_t space, int nodes[PPCC_MAX_NODES]);
bool ppcc_memspace_valid(omp_memspace_handle_t space);
size_t ppcc_page_size(void);

/* pages.c: whole pages, pinned and spread over the storage resources as the allocator says; null when that cannot be. */
bool ppcc_wants_pages(const struct allocator *allocator);
void *ppcc_pages_map(const struct allocator *allocator, size_t size);
void ppcc_pages_unmap(void *start, size_t size);

/* Asks for the pages of [start, start + size) to be memory of a node; they have not been touched yet. */
void ppcc_pages_place(char *start, size_t size, int node);

/* partitioner.c: spreads a block as the program's own procedure says. */
void ppcc_partition_apply(const struct allocator *allocator, char *start, size_t size);

/* allocator_text.c: OMP_ALLOCATOR's syntax (5.2, 21.5.1).  False: the text is not an allocator; *allocator is untouched. */
bool ppcc_allocator_parse(const char *text, omp_allocator_handle_t *allocator);
/* The same syntax for an allocator that was read from it, or a predefined one; cut to size. */
void ppcc_allocator_text(omp_allocator_handle_t allocator, char *buffer, size_t size);

#endif
