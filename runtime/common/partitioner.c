/*
 * partitioner.c - memory partitioners: the program says which part of a block lies where (OpenMP 6.0, 27.5).
 *
 * A partition is computed for every block, and released as soon as the block is placed: that serves all lifetimes.
 */
#include "memory.h"

#include "error.h"

#include <stdlib.h>

struct partitioner {
	omp_mempartitioner_compute_proc_t compute;
	omp_mempartitioner_release_proc_t release;
};

struct part {
	int resource; /* index in the memory space */
	size_t size;  /* bytes */
};

struct partition {
	const void *user_data;
	size_t count;
	struct part parts[];
};

void omp_init_mempartitioner(omp_mempartitioner_t *handle, omp_mempartitioner_lifetime_t lifetime, omp_mempartitioner_compute_proc_t compute,
			     omp_mempartitioner_release_proc_t release)
{
	struct partitioner *partitioner = ppcc_allocate(sizeof *partitioner);
	(void)lifetime;
	*partitioner = (struct partitioner){compute, release};
	*handle = partitioner;
}

void omp_destroy_mempartitioner(const omp_mempartitioner_t *handle)
{
	free(*handle);
}

void omp_init_mempartition(omp_mempartition_t *handle, size_t parts, const void *user_data)
{
	struct partition *partition = ppcc_allocate(sizeof *partition + parts * sizeof *partition->parts);
	partition->user_data = user_data;
	partition->count = parts;
	for (size_t i = 0; i < parts; i++)
		partition->parts[i] = (struct part){0, 0};
	*handle = partition;
}

void omp_destroy_mempartition(const omp_mempartition_t *handle)
{
	free(*handle);
}

int omp_mempartition_set_part(omp_mempartition_t *handle, size_t part, int resource, size_t size)
{
	struct partition *partition = *handle;
	bool last = part + 1 == partition->count;
	if (part >= partition->count || resource < 0 || (!last && size % ppcc_page_size() != 0))
		return -1;
	partition->parts[part] = (struct part){resource, size};
	return 0;
}

void *omp_mempartition_get_user_data(const omp_mempartition_t *handle)
{
	return (void *)((const struct partition *)*handle)->user_data;
}

void ppcc_partition_apply(const struct allocator *allocator, char *start, size_t size)
{
	int nodes[PPCC_MAX_NODES], count = ppcc_memspace_nodes(allocator->space, nodes);
	omp_mempartition_t handle = NULL;
	size_t at = 0;
	allocator->partitioner->compute(allocator->space, size, allocator->partitioner_arg, &handle);
	const struct partition *partition = handle;
	for (size_t i = 0; partition && i < partition->count && at < size; i++) {
		const struct part *part = &partition->parts[i];
		size_t length = part->size < size - at ? part->size : size - at;
		if (length > 0 && part->resource < count)
			ppcc_pages_place(start + at, length, nodes[part->resource]);
		at += length;
	}
	if (handle && allocator->partitioner->release)
		allocator->partitioner->release(&handle);
}
