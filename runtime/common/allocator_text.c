/*
 * allocator_text.c - the value of OMP_ALLOCATOR (OpenMP 5.2, 21.5.1): an allocator, or a memory space with traits.
 */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct word {
	const char *name;
	omp_uintptr_t value;
};

static const struct word allocators[] = {
	{"omp_default_mem_alloc", omp_default_mem_alloc},   {"omp_large_cap_mem_alloc", omp_large_cap_mem_alloc},
	{"omp_const_mem_alloc", omp_const_mem_alloc},       {"omp_high_bw_mem_alloc", omp_high_bw_mem_alloc},
	{"omp_low_lat_mem_alloc", omp_low_lat_mem_alloc},   {"omp_cgroup_mem_alloc", omp_cgroup_mem_alloc},
	{"omp_pteam_mem_alloc", omp_pteam_mem_alloc},       {"omp_thread_mem_alloc", omp_thread_mem_alloc},
	{NULL, 0},
};

static const struct word spaces[] = {
	{"omp_default_mem_space", omp_default_mem_space}, {"omp_large_cap_mem_space", omp_large_cap_mem_space},
	{"omp_const_mem_space", omp_const_mem_space},     {"omp_high_bw_mem_space", omp_high_bw_mem_space},
	{"omp_low_lat_mem_space", omp_low_lat_mem_space}, {NULL, 0},
};

static const struct word keys[] = {
	{"sync_hint", omp_atk_sync_hint},       {"alignment", omp_atk_alignment},
	{"access", omp_atk_access},             {"pool_size", omp_atk_pool_size},
	{"fallback", omp_atk_fallback},         {"fb_data", omp_atk_fb_data},
	{"pinned", omp_atk_pinned},             {"partition", omp_atk_partition},
	{"pin_device", omp_atk_pin_device},     {"preferred_device", omp_atk_preferred_device},
	{"target_access", omp_atk_target_access}, {"atomic_scope", omp_atk_atomic_scope},
	{"part_size", omp_atk_part_size},       {NULL, 0},
};

static const struct word values[] = {
	{"true", omp_atv_true},             {"false", omp_atv_false},
	{"contended", omp_atv_contended},   {"uncontended", omp_atv_uncontended},
	{"serialized", omp_atv_serialized}, {"sequential", omp_atv_serialized},
	{"private", omp_atv_private},       {"all", omp_atv_all},
	{"thread", omp_atv_thread},         {"pteam", omp_atv_pteam},
	{"cgroup", omp_atv_cgroup},         {"device", omp_atv_device},
	{"memspace", omp_atv_memspace},     {"single", omp_atv_single},
	{"multiple", omp_atv_multiple},     {"default_mem_fb", omp_atv_default_mem_fb},
	{"null_fb", omp_atv_null_fb},       {"abort_fb", omp_atv_abort_fb},
	{"allocator_fb", omp_atv_allocator_fb}, {"environment", omp_atv_environment},
	{"nearest", omp_atv_nearest},       {"blocked", omp_atv_blocked},
	{"interleaved", omp_atv_interleaved}, {NULL, 0},
};

/* Takes the word of a list that stands at *text. */
static bool take(const struct word *list, const char **text, omp_uintptr_t *value)
{
	size_t length;
	*text += strspn(*text, " \t");
	length = strspn(*text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
	for (; list->name; list++) {
		if (strlen(list->name) != length || strncasecmp(list->name, *text, length) != 0)
			continue;
		*value = list->value;
		*text += length;
		*text += strspn(*text, " \t");
		return true;
	}
	return false;
}

static bool take_number(const char **text, omp_uintptr_t *value)
{
	char *end;
	if (**text < '0' || **text > '9')
		return false;
	*value = strtoull(*text, &end, 10);
	*text = end + strspn(end, " \t");
	return true;
}

static bool take_character(const char **text, char c)
{
	if (**text != c)
		return false;
	++*text;
	*text += strspn(*text, " \t");
	return true;
}

static bool take_trait(const char **text, omp_alloctrait_t *trait)
{
	omp_uintptr_t key;
	if (!take(keys, text, &key) || !take_character(text, '='))
		return false;
	trait->key = (omp_alloctrait_key_t)key;
	if (trait->key == omp_atk_fb_data)
		return take(allocators, text, &trait->value);
	return take_number(text, &trait->value) || take(values, text, &trait->value);
}

bool ppcc_allocator_parse(const char *text, omp_allocator_handle_t *allocator)
{
	enum { MOST = sizeof keys / sizeof keys[0] };
	omp_alloctrait_t traits[MOST];
	omp_uintptr_t value;
	int count = 0;
	if (take(allocators, &text, &value)) {
		if (*text)
			return false;
		*allocator = (omp_allocator_handle_t)value;
		return true;
	}
	if (!take(spaces, &text, &value))
		return false;
	if (take_character(&text, ':'))
		do {
			if (count == MOST || !take_trait(&text, &traits[count++]))
				return false;
		} while (take_character(&text, ','));
	if (*text)
		return false;
	omp_allocator_handle_t made = omp_init_allocator((omp_memspace_handle_t)value, count, traits);
	if (made != omp_null_allocator)
		*allocator = made;
	return made != omp_null_allocator;
}

static const char *name_of(const struct word *list, omp_uintptr_t value)
{
	for (; list->name; list++)
		if (list->value == value)
			return list->name;
	return NULL;
}

void ppcc_allocator_text(omp_allocator_handle_t handle, char *buffer, size_t size)
{
	const struct allocator *own = ppcc_user_allocator(handle);
	if (!own) {
		snprintf(buffer, size, "%s", name_of(allocators, handle));
		return;
	}
	int used = snprintf(buffer, size, "%s:alignment=%zu,fallback=%s,pinned=%s,partition=%s", name_of(spaces, own->space), own->alignment,
			    name_of(values, own->fallback), own->pinned ? "true" : "false", name_of(values, own->partition));
	if (own->pool_size != SIZE_MAX && (size_t)used < size)
		used += snprintf(buffer + used, size - (size_t)used, ",pool_size=%zu", own->pool_size);
	if (own->fallback_allocator != omp_null_allocator && (size_t)used < size)
		snprintf(buffer + used, size - (size_t)used, ",fb_data=%s", name_of(allocators, own->fallback_allocator));
}
