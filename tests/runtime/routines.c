/* The omp_* routines that need no team: time, memory, devices, affinity lines, schedules. */
#include "check.h"

#include <string.h>

static void memory(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_alignment, 256}, {omp_atk_pool_size, 1000}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t own = omp_init_allocator(omp_default_mem_space, 3, traits);
	CHECK(own != omp_null_allocator);
	void *first = omp_alloc(600, own), *second = omp_alloc(600, own);
	CHECK(first && (uintptr_t)first % 256 == 0);
	CHECK(second == NULL);
	omp_free(first, own);
	first = omp_calloc(10, 50, own);
	CHECK(first && *(char *)first == 0);
	omp_free(first, omp_null_allocator);
	omp_destroy_allocator(own);
	traits[0].value = 3;
	CHECK(omp_init_allocator(omp_default_mem_space, 1, traits) == omp_null_allocator);
	int *grown = omp_alloc(4, omp_default_mem_alloc);
	*grown = 42;
	grown = omp_realloc(grown, 100000, omp_large_cap_mem_alloc, omp_default_mem_alloc);
	CHECK_EQUAL(*grown, 42);
	CHECK(omp_realloc(grown, 0, omp_null_allocator, omp_null_allocator) == NULL);
	CHECK(omp_alloc(0, omp_default_mem_alloc) == NULL);
	CHECK((uintptr_t)(first = omp_aligned_alloc(4096, 1, omp_thread_mem_alloc)) % 4096 == 0);
	omp_free(first, omp_null_allocator);
	CHECK(omp_calloc((size_t)-1, 16, omp_default_mem_alloc) == NULL);
	omp_set_default_allocator(omp_cgroup_mem_alloc);
	CHECK(omp_get_default_allocator() == omp_cgroup_mem_alloc);
}

static void devices(void)
{
	int host = omp_get_initial_device(), from[3][4], to[2][2] = {{0}};
	CHECK_EQUAL(omp_get_num_devices(), 0);
	CHECK(omp_is_initial_device());
	CHECK_EQUAL(omp_get_device_num(), host);
	for (int i = 0; i < 12; i++)
		from[i / 4][i % 4] = i;
	size_t volume[] = {2, 2}, to_offsets[] = {0, 0}, from_offsets[] = {1, 2}, to_size[] = {2, 2}, from_size[] = {3, 4};
	CHECK_EQUAL(omp_target_memcpy_rect(to, from, sizeof(int), 2, volume, to_offsets, from_offsets, to_size, from_size, host,
		host), 0);
	CHECK(to[0][0] == 6 && to[0][1] == 7 && to[1][0] == 10 && to[1][1] == 11);
	void *memory = omp_target_alloc(10, host);
	CHECK(memory && omp_target_is_present(memory, host));
	omp_target_free(memory, host);
	CHECK(omp_target_alloc(10, host + 1) == NULL);
	CHECK(omp_target_memcpy(to, from, 4, 0, 0, 5, host) != 0);
	omp_set_default_device(2);
	CHECK_EQUAL(omp_get_default_device(), 2);
}

static void affinity(void)
{
	char text[100], small[5];
	CHECK_EQUAL(omp_capture_affinity(text, sizeof text, "%%a %4n|%0.4n|%.3N|%{thread_num}|%L %x"), 30);
	CHECK(strcmp(text, "%a 0   |0000|  1|0|0 undefined") == 0 || !fprintf(stderr, "%s\n", text));
	CHECK_EQUAL(omp_capture_affinity(small, sizeof small, "abcdefg"), 7);
	CHECK(strcmp(small, "abcd") == 0);
	omp_set_affinity_format("%n of %N");
	CHECK_EQUAL(omp_get_affinity_format(text, sizeof text), 8);
	omp_capture_affinity(text, sizeof text, NULL);
	CHECK(strcmp(text, "0 of 1") == 0);
}

int main(void)
{
	omp_sched_t kind;
	int chunk;
	double start = omp_get_wtime();
	CHECK(omp_get_wtick() > 0 && omp_get_wtick() < 0.01);
	CHECK(omp_get_wtime() >= start);
	CHECK(omp_get_num_procs() >= 1);
	omp_set_schedule(omp_sched_guided, 5);
	omp_get_schedule(&kind, &chunk);
	CHECK(kind == omp_sched_guided && chunk == 5);
	CHECK_EQUAL(omp_get_num_teams(), 1);
	CHECK_EQUAL(omp_get_team_num(), 0);
	CHECK(!omp_in_explicit_task() && !omp_in_final());
	CHECK_EQUAL(omp_control_tool(omp_control_tool_start, 0, NULL), omp_control_tool_notool);
	memory();
	devices();
	affinity();
	return check_result();
}
