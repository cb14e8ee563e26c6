/*
 * allocation.c - omp_alloc and its kin (OpenMP 5.2, 18.13.6 - 18.13.9), and variables whose storage an allocator gives.
 *
 * A block is preceded by a struct header, so omp_free and omp_realloc know where it begins and whose pool it came from.
 */
#include "context.h"
#include "memory.h"

#include "error.h"

#include <stdlib.h>
#include <string.h>

struct header {
	void *start;                 /* what malloc or mmap returned */
	size_t mapped;               /* bytes that were mapped; 0: it is from malloc */
	size_t size;                 /* bytes that the user asked for */
	struct allocator *allocator; /* null: a predefined one */
};

static struct header *header_of(void *block)
{
	return (struct header *)block - 1;
}

static bool power_of_two(size_t value)
{
	return value && !(value & (value - 1));
}

/* ------------------------------------------------------------------------------------------- pools */

/* Takes size bytes out of the allocator's pool; false when they are not there. */
static bool reserve(struct allocator *allocator, size_t size)
{
	if (!allocator || allocator->pool_size == SIZE_MAX)
		return true;
	size_t used = atomic_load(&allocator->used);
	do {
		if (size > allocator->pool_size || used > allocator->pool_size - size)
			return false;
	} while (!atomic_compare_exchange_weak(&allocator->used, &used, used + size));
	return true;
}

static void unreserve(struct allocator *allocator, size_t size)
{
	if (allocator && allocator->pool_size != SIZE_MAX)
		atomic_fetch_sub(&allocator->used, size);
}

/* ------------------------------------------------------------------------------------------- blocks */

/* A block, without a look at the pool; null: the system has no more. */
static void *block_new(struct allocator *allocator, size_t alignment, size_t size)
{
	if (alignment < _Alignof(max_align_t))
		alignment = _Alignof(max_align_t);
	size_t total, mapped = 0;
	if (__builtin_add_overflow(size, alignment + sizeof(struct header), &total))
		return NULL;
	char *start;
	if (allocator && ppcc_wants_pages(allocator)) {
		size_t page = ppcc_page_size();
		if (total > SIZE_MAX - page)
			return NULL;
		mapped = (total + page - 1) / page * page;
		start = ppcc_pages_map(allocator, mapped);
	} else {
		start = malloc(total);
	}
	if (!start)
		return NULL;
	uintptr_t address = ((uintptr_t)start + sizeof(struct header) + alignment - 1) & ~(uintptr_t)(alignment - 1);
	void *block = start + (address - (uintptr_t)start);
	*header_of(block) = (struct header){start, mapped, size, allocator};
	return block;
}

static void block_free(void *block)
{
	struct header *header = header_of(block);
	if (header->mapped)
		ppcc_pages_unmap(header->start, header->mapped);
	else
		free(header->start);
}

static void *fall_back(struct allocator *allocator, size_t alignment, size_t size)
{
	switch (allocator->fallback) {
	case omp_atv_null_fb: return NULL;
	case omp_atv_abort_fb: ppcc_fatal("omp_alloc: the allocator has no memory for %zu bytes, and its fallback is to abort", size);
	case omp_atv_allocator_fb: return omp_aligned_alloc(alignment, size, allocator->fallback_allocator);
	default: return block_new(NULL, alignment, size);
	}
}

void *omp_aligned_alloc(size_t alignment, size_t size, omp_allocator_handle_t handle)
{
	if (size == 0 || !power_of_two(alignment))
		return NULL;
	if (handle == omp_null_allocator)
		handle = omp_get_default_allocator();
	struct allocator *allocator = ppcc_user_allocator(handle);
	if (!allocator)
		return block_new(NULL, alignment, size);
	if (allocator->alignment > alignment)
		alignment = allocator->alignment;
	if (!reserve(allocator, size))
		return fall_back(allocator, alignment, size);
	void *block = block_new(allocator, alignment, size);
	if (block)
		return block;
	unreserve(allocator, size);
	return fall_back(allocator, alignment, size);
}

void *omp_alloc(size_t size, omp_allocator_handle_t allocator)
{
	return omp_aligned_alloc(1, size, allocator);
}

void *omp_aligned_calloc(size_t alignment, size_t count, size_t size, omp_allocator_handle_t allocator)
{
	size_t total;
	if (__builtin_mul_overflow(count, size, &total))
		return NULL;
	void *block = omp_aligned_alloc(alignment, total, allocator);
	return block ? memset(block, 0, total) : NULL;
}

void *omp_calloc(size_t count, size_t size, omp_allocator_handle_t allocator)
{
	return omp_aligned_calloc(1, count, size, allocator);
}

void omp_free(void *pointer, omp_allocator_handle_t allocator)
{
	(void)allocator; /* the block knows its own */
	if (!pointer)
		return;
	unreserve(header_of(pointer)->allocator, header_of(pointer)->size);
	block_free(pointer);
}

/* Another size from the same pool: only the difference counts, so a full pool does not keep a block from being moved. */
static void *resize(void *pointer, struct allocator *allocator, size_t size)
{
	size_t old = header_of(pointer)->size, alignment = allocator ? allocator->alignment : 1;
	if (size > old && !reserve(allocator, size - old))
		return NULL;
	void *moved = block_new(allocator, alignment, size);
	if (!moved) {
		if (size > old)
			unreserve(allocator, size - old);
		return NULL;
	}
	memcpy(moved, pointer, size < old ? size : old);
	block_free(pointer);
	if (size < old)
		unreserve(allocator, old - size);
	return moved;
}

void *omp_realloc(void *pointer, size_t size, omp_allocator_handle_t handle, omp_allocator_handle_t free_allocator)
{
	if (!pointer)
		return omp_alloc(size, handle);
	if (size == 0) {
		omp_free(pointer, free_allocator);
		return NULL;
	}
	struct allocator *own = header_of(pointer)->allocator;
	if (handle == omp_null_allocator)
		handle = own ? (omp_allocator_handle_t)(uintptr_t)own : omp_default_mem_alloc;
	if (ppcc_user_allocator(handle) == own) {
		void *resized = resize(pointer, own, size);
		if (resized)
			return resized;
	}
	size_t old = header_of(pointer)->size;
	void *moved = omp_alloc(size, handle);
	if (!moved)
		return NULL;
	memcpy(moved, pointer, size < old ? size : old);
	omp_free(pointer, free_allocator);
	return moved;
}

/* ------------------------------------------------------------------------------------------- variables (6.5, 6.6) */

void *ppcc_variable_new(__UINTPTR_TYPE__ allocator, unsigned long alignment, unsigned long size, const volatile void *value)
{
	void *storage = omp_aligned_alloc(alignment ? alignment : 1, size ? size : 1, (omp_allocator_handle_t)allocator);
	if (!storage)
		ppcc_fatal("the allocator has no memory for a variable of %lu bytes", size);
	if (value)
		memcpy(storage, (const void *)value, size);
	return storage;
}

void ppcc_variable_free(void *variable)
{
	void *storage;
	memcpy(&storage, variable, sizeof storage); /* a pointer to any type */
	omp_free(storage, omp_null_allocator);
}
