/*
 * allocator.c - omp_alloc and its kin (OpenMP 5.2, 6 and 18.13), on malloc.
 *
 * All predefined allocators and memory spaces are the same memory.  A block that omp_alloc returns is preceded by a
 * struct header, so omp_free and omp_realloc know where it begins and whose pool it came from.
 */
#include "context.h"

#include "error.h"

#include <stdlib.h>
#include <string.h>

/* A user-defined allocator; its handle is its address. */
struct allocator {
	size_t alignment; /* bytes, a power of two */
	size_t pool_size; /* bytes; SIZE_MAX: no limit */
	atomic_size_t used;
	omp_alloctrait_value_t fallback;
	omp_allocator_handle_t fallback_allocator;
};

struct header {
	void *start;                 /* what malloc returned */
	size_t size;                 /* bytes that the user asked for */
	struct allocator *allocator; /* null: a predefined one */
};

static struct allocator *user_allocator(omp_allocator_handle_t handle)
{
	return (uintptr_t)handle > omp_thread_mem_alloc ? (struct allocator *)(uintptr_t)handle : NULL;
}

static bool power_of_two(size_t value)
{
	return value && !(value & (value - 1));
}

static bool apply_trait(struct allocator *allocator, const omp_alloctrait_t *trait)
{
	omp_uintptr_t value = trait->value;
	bool standard = value == omp_atv_default;
	switch (trait->key) {
	case omp_atk_alignment:
		if (!standard)
			allocator->alignment = value;
		return standard || power_of_two(value);
	case omp_atk_pool_size:
		if (!standard)
			allocator->pool_size = value;
		return standard || value > 0;
	case omp_atk_fallback:
		if (!standard)
			allocator->fallback = (omp_alloctrait_value_t)value;
		return standard || (value >= omp_atv_default_mem_fb && value <= omp_atv_allocator_fb);
	case omp_atk_fb_data:
		allocator->fallback_allocator = (omp_allocator_handle_t)value;
		return true;
	case omp_atk_sync_hint: return standard || (value >= omp_atv_contended && value <= omp_atv_private);
	case omp_atk_access: return standard || (value >= omp_atv_all && value <= omp_atv_cgroup);
	case omp_atk_pinned: return standard || value == omp_atv_false;
	case omp_atk_partition: return standard || (value >= omp_atv_environment && value <= omp_atv_interleaved);
	default: return false;
	}
}

omp_allocator_handle_t omp_init_allocator(omp_memspace_handle_t space, int count, const omp_alloctrait_t traits[])
{
	struct allocator *allocator = malloc(sizeof *allocator);
	(void)space;
	if (!allocator)
		return omp_null_allocator;
	allocator->alignment = _Alignof(max_align_t);
	allocator->pool_size = SIZE_MAX;
	allocator->fallback = omp_atv_default_mem_fb;
	allocator->fallback_allocator = omp_default_mem_alloc;
	atomic_init(&allocator->used, 0);
	for (int i = 0; i < count; i++)
		if (!apply_trait(allocator, &traits[i])) {
			free(allocator);
			return omp_null_allocator;
		}
	return (omp_allocator_handle_t)(uintptr_t)allocator;
}

void omp_destroy_allocator(omp_allocator_handle_t handle)
{
	free(user_allocator(handle));
}

void omp_set_default_allocator(omp_allocator_handle_t allocator)
{
	if (allocator != omp_null_allocator)
		ppcc_icv_for_update()->allocator = allocator;
}

omp_allocator_handle_t omp_get_default_allocator(void)
{
	return ppcc_icv()->allocator;
}

/* Takes size bytes out of the allocator's pool; false when they are not there. */
static bool reserve(struct allocator *allocator, size_t size)
{
	if (!allocator || allocator->pool_size == SIZE_MAX)
		return true;
	size_t used = atomic_fetch_add(&allocator->used, size);
	if (size <= allocator->pool_size && used <= allocator->pool_size - size)
		return true;
	atomic_fetch_sub(&allocator->used, size);
	return false;
}

static void unreserve(struct allocator *allocator, size_t size)
{
	if (allocator && allocator->pool_size != SIZE_MAX)
		atomic_fetch_sub(&allocator->used, size);
}

static void *allocate(struct allocator *allocator, size_t alignment, size_t size)
{
	if (alignment < _Alignof(max_align_t))
		alignment = _Alignof(max_align_t);
	size_t total = size + alignment + sizeof(struct header);
	if (total < size || !reserve(allocator, size))
		return NULL;
	char *start = malloc(total);
	if (!start) {
		unreserve(allocator, size);
		return NULL;
	}
	uintptr_t address = ((uintptr_t)start + sizeof(struct header) + alignment - 1) & ~(uintptr_t)(alignment - 1);
	struct header *header = (struct header *)address - 1;
	*header = (struct header){start, size, allocator};
	return header + 1;
}

static void *fall_back(struct allocator *allocator, size_t alignment, size_t size)
{
	switch (allocator->fallback) {
	case omp_atv_null_fb: return NULL;
	case omp_atv_abort_fb: ppcc_fatal("omp_alloc: out of memory (%zu bytes)", size);
	case omp_atv_allocator_fb: return omp_aligned_alloc(alignment, size, allocator->fallback_allocator);
	default: return allocate(NULL, alignment, size);
	}
}

void *omp_aligned_alloc(size_t alignment, size_t size, omp_allocator_handle_t handle)
{
	if (size == 0 || !power_of_two(alignment))
		return NULL;
	if (handle == omp_null_allocator)
		handle = omp_get_default_allocator();
	struct allocator *allocator = user_allocator(handle);
	if (allocator && allocator->alignment > alignment)
		alignment = allocator->alignment;
	void *memory = allocate(allocator, alignment, size);
	return memory || !allocator ? memory : fall_back(allocator, alignment, size);
}

void *omp_alloc(size_t size, omp_allocator_handle_t allocator)
{
	return omp_aligned_alloc(1, size, allocator);
}

void *omp_aligned_calloc(size_t alignment, size_t count, size_t size, omp_allocator_handle_t allocator)
{
	if (size && count > SIZE_MAX / size)
		return NULL;
	void *memory = omp_aligned_alloc(alignment, count * size, allocator);
	return memory ? memset(memory, 0, count * size) : NULL;
}

void *omp_calloc(size_t count, size_t size, omp_allocator_handle_t allocator)
{
	return omp_aligned_calloc(1, count, size, allocator);
}

void omp_free(void *pointer, omp_allocator_handle_t allocator)
{
	(void)allocator;
	if (!pointer)
		return;
	struct header *header = (struct header *)pointer - 1;
	unreserve(header->allocator, header->size);
	free(header->start);
}

void *omp_realloc(void *pointer, size_t size, omp_allocator_handle_t handle, omp_allocator_handle_t free_allocator)
{
	if (!pointer)
		return omp_alloc(size, handle);
	struct header *old = (struct header *)pointer - 1;
	if (size == 0) {
		omp_free(pointer, free_allocator);
		return NULL;
	}
	if (handle == omp_null_allocator)
		handle = old->allocator ? (omp_allocator_handle_t)(uintptr_t)old->allocator : omp_default_mem_alloc;
	void *moved = omp_alloc(size, handle);
	if (!moved)
		return NULL;
	memcpy(moved, pointer, size < old->size ? size : old->size);
	omp_free(pointer, free_allocator);
	return moved;
}
