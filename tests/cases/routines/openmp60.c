// routines of OpenMP 6.0: memory spaces and allocators of devices, league variables by device number, progress units.
// reference: none because gcc 12 and clang 19 have 5.x
// expect: spaces 1 1 1
// expect: allocators 1 1
// expect: resources 1 1 1
// expect: teams 5 5 0 limit 3 0
// expect: width 1 0 unassigned 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
	int host = omp_get_initial_device(), none = omp_get_num_devices() + 100, both[] = {host, omp_initial_device};
	printf("spaces %d %d %d\n", omp_get_device_memspace(host, omp_high_bw_mem_space) == omp_high_bw_mem_space,
	       omp_get_devices_memspace(2, both, omp_const_mem_space) == omp_const_mem_space,
	       omp_get_device_and_host_memspace(none, omp_default_mem_space) == omp_null_mem_space);
	printf("allocators %d %d\n", omp_get_devices_and_host_allocator(1, &host, omp_large_cap_mem_space) == omp_large_cap_mem_alloc,
	       omp_get_device_allocator(none, omp_default_mem_space) == omp_null_allocator);
	int last = omp_get_memspace_num_resources(omp_default_mem_space) - 1;
	omp_memspace_handle_t part = omp_get_submemspace(omp_default_mem_space, 1, &last);
	omp_alloctrait_t trait = {omp_atk_partition, omp_atv_interleaved};
	omp_allocator_handle_t allocator = omp_init_allocator(part, 1, &trait);
	double *numbers = omp_calloc(10000, sizeof *numbers, allocator);
	printf("resources %d %d %d\n", last >= 0, part != omp_null_mem_space && omp_get_memspace_pagesize(part) >= 4096, numbers && numbers[9999] == 0);
	omp_free(numbers, allocator);
	omp_destroy_allocator(allocator);
	omp_set_device_num_teams(5, host);
	omp_set_device_teams_thread_limit(3, omp_initial_device);
	printf("teams %d %d %d limit %d %d\n", omp_get_max_teams(), omp_get_device_num_teams(host), omp_get_device_num_teams(none),
	       omp_get_teams_thread_limit(), omp_get_device_teams_thread_limit(none));
	int unassigned = 0;
	#pragma omp parallel reduction(+ : unassigned)
	unassigned += omp_get_thread_num() == omp_unassigned_thread;
	printf("width %d %d unassigned %d\n", omp_get_max_progress_width(host), omp_get_max_progress_width(none), unassigned == 0);
	return 0;
}
