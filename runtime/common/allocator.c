/*
 * allocator.c - allocators and their traits (OpenMP 5.2, 6.2 and 18.13.2 - 18.13.5; OpenMP 6.0, 8.2).
 */
#include "context.h"
#include "memory.h"

#include "error.h"

#include <stdlib.h>

struct allocator *ppcc_user_allocator(omp_allocator_handle_t handle)
{
	return (uintptr_t)handle > omp_thread_mem_alloc ? (struct allocator *)(uintptr_t)handle : NULL;
}

static bool between(omp_uintptr_t value, omp_alloctrait_value_t low, omp_alloctrait_value_t high)
{
	return value >= (omp_uintptr_t)low && value <= (omp_uintptr_t)high;
}

/* The host is the only device whose memory there is. */
static bool is_host(omp_uintptr_t device)
{
	return (int)(intptr_t)device == omp_initial_device || (int)(intptr_t)device == omp_get_initial_device();
}

/* Traits that change nothing on a host: whether the value is one of theirs. */
static bool allowed(omp_alloctrait_key_t key, omp_uintptr_t value)
{
	switch (key) {
	case omp_atk_sync_hint: return between(value, omp_atv_contended, omp_atv_private);
	case omp_atk_access:
		return between(value, omp_atv_device, omp_atv_cgroup) || value == omp_atv_all || value == omp_atv_memspace;
	case omp_atk_device_access:
	case omp_atk_target_access: return value == omp_atv_single || value == omp_atv_multiple;
	case omp_atk_atomic_scope: return value == omp_atv_all || value == omp_atv_device;
	case omp_atk_pin_device:
	case omp_atk_preferred_device: return is_host(value);
	default: return false;
	}
}

/* False: a value that the trait cannot have. */
static bool apply_trait(struct allocator *allocator, omp_alloctrait_key_t key, omp_uintptr_t value)
{
	switch (key) {
	case omp_atk_alignment:
		allocator->alignment = value;
		return value && !(value & (value - 1));
	case omp_atk_pool_size:
		allocator->pool_size = value;
		return value > 0;
	case omp_atk_fallback:
		allocator->fallback = (omp_alloctrait_value_t)value;
		return between(value, omp_atv_default_mem_fb, omp_atv_allocator_fb);
	case omp_atk_fb_data:
		allocator->fallback_allocator = (omp_allocator_handle_t)value;
		return value != omp_null_allocator;
	case omp_atk_pinned:
		allocator->pinned = value == omp_atv_true;
		return value == omp_atv_true || value == omp_atv_false;
	case omp_atk_partition:
		allocator->partition = (omp_alloctrait_value_t)value;
		return between(value, omp_atv_environment, omp_atv_interleaved) || value == omp_atv_partitioner;
	case omp_atk_part_size:
		allocator->part_size = value;
		return value > 0;
	case omp_atk_partitioner:
		allocator->partitioner = (const struct partitioner *)value;
		return value != 0;
	case omp_atk_partitioner_arg:
		allocator->partitioner_arg = value;
		return true;
	default: return allowed(key, value);
	}
}

static bool apply_traits(struct allocator *allocator, int count, const omp_alloctrait_t traits[])
{
	for (int i = 0; i < count; i++) {
		omp_alloctrait_key_t key = traits[i].key;
		if (key < omp_atk_sync_hint || key > omp_atk_partitioner_arg)
			return false;
		for (int j = 0; j < i; j++)
			if (traits[j].key == key)
				return false; /* given twice */
		/* -1 is the initial device as well as omp_atv_default: both mean the same here */
		if (traits[i].value != omp_atv_default && !apply_trait(allocator, key, traits[i].value))
			return false;
	}
	/* traits that need another */
	return !(allocator->fallback == omp_atv_allocator_fb && allocator->fallback_allocator == omp_null_allocator) &&
	       !(allocator->partition == omp_atv_partitioner && !allocator->partitioner);
}

omp_allocator_handle_t omp_init_allocator(omp_memspace_handle_t space, int count, const omp_alloctrait_t traits[])
{
	if (!ppcc_memspace_valid(space) || (count > 0 && !traits))
		return omp_null_allocator;
	struct allocator *allocator = calloc(1, sizeof *allocator);
	if (!allocator)
		return omp_null_allocator;
	allocator->space = space;
	allocator->alignment = 1;
	allocator->pool_size = SIZE_MAX;
	allocator->fallback = omp_atv_default_mem_fb;
	allocator->partition = omp_atv_environment;
	atomic_init(&allocator->used, 0);
	if (!apply_traits(allocator, count, traits)) {
		free(allocator);
		return omp_null_allocator;
	}
	return (omp_allocator_handle_t)(uintptr_t)allocator;
}

void omp_destroy_allocator(omp_allocator_handle_t handle)
{
	free(ppcc_user_allocator(handle));
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

/* ------------------------------------------------------------------------------------------- uses_allocators (13.8) */

__UINTPTR_TYPE__ ppcc_allocator_new(__UINTPTR_TYPE__ space, int count, const void *traits)
{
	omp_allocator_handle_t allocator = omp_init_allocator((omp_memspace_handle_t)space, count, traits);
	if (allocator == omp_null_allocator)
		ppcc_fatal("uses_allocators: there is no allocator with these traits");
	return allocator;
}

void ppcc_allocator_free(void *allocator)
{
	omp_destroy_allocator(*(const omp_allocator_handle_t *)allocator);
}
