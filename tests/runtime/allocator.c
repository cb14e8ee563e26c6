/* Allocators: every trait, every fallback, pools under a limit, memory spaces (OpenMP 5.2, 6.2 and 18.13; 6.0, 27). */
#include "check.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static omp_allocator_handle_t with(omp_memspace_handle_t space, int count, const omp_alloctrait_t *traits)
{
	return omp_init_allocator(space, count, traits);
}

static omp_allocator_handle_t with_one(omp_alloctrait_key_t key, omp_uintptr_t value)
{
	omp_alloctrait_t trait = {key, value};
	return with(omp_default_mem_space, 1, &trait);
}

static void check_value(omp_alloctrait_key_t key, omp_uintptr_t value, int allowed)
{
	omp_allocator_handle_t allocator = with_one(key, value);
	CHECK((allocator != omp_null_allocator) == allowed);
	if (allocator == omp_null_allocator)
		return;
	char *block = omp_alloc(1000, allocator);
	CHECK(block);
	memset(block, 1, 1000);
	omp_free(block, allocator);
	omp_destroy_allocator(allocator);
}

static void trait_values(void)
{
	for (omp_uintptr_t value = omp_atv_contended; value <= omp_atv_private; value++)
		check_value(omp_atk_sync_hint, value, 1);
	check_value(omp_atk_sync_hint, omp_atv_all, 0);
	check_value(omp_atk_access, omp_atv_all, 1);
	check_value(omp_atk_access, omp_atv_memspace, 1);
	check_value(omp_atk_access, omp_atv_device, 1);
	check_value(omp_atk_access, omp_atv_cgroup, 1);
	check_value(omp_atk_access, omp_atv_thread, 1);
	check_value(omp_atk_access, omp_atv_true, 0);
	check_value(omp_atk_alignment, 4096, 1);
	check_value(omp_atk_alignment, 24, 0);
	check_value(omp_atk_alignment, 0, 0);
	check_value(omp_atk_pool_size, 0, 0);
	check_value(omp_atk_pool_size, 1, 1); /* falls back to the default memory space */
	check_value(omp_atk_fallback, omp_atv_null_fb, 1);
	check_value(omp_atk_fallback, omp_atv_environment, 0);
	check_value(omp_atk_fallback, omp_atv_allocator_fb, 0); /* without fb_data */
	check_value(omp_atk_pinned, omp_atv_true, 1);
	check_value(omp_atk_pinned, omp_atv_nearest, 0);
	for (omp_uintptr_t value = omp_atv_environment; value <= omp_atv_interleaved; value++)
		check_value(omp_atk_partition, value, 1);
	check_value(omp_atk_partition, omp_atv_partitioner, 0); /* without a partitioner */
	check_value(omp_atk_partition, omp_atv_false, 0);
	check_value(omp_atk_preferred_device, (omp_uintptr_t)omp_get_initial_device(), 1);
	check_value(omp_atk_preferred_device, 77, 0);
	check_value(omp_atk_pin_device, (omp_uintptr_t)omp_initial_device, 1);
	check_value(omp_atk_target_access, omp_atv_single, 1);
	check_value(omp_atk_target_access, omp_atv_all, 0);
	check_value(omp_atk_atomic_scope, omp_atv_device, 1);
	check_value(omp_atk_atomic_scope, omp_atv_single, 0);
	check_value(omp_atk_part_size, 4096, 1);
	check_value(omp_atk_part_size, 0, 0);
	for (int key = omp_atk_sync_hint; key <= omp_atk_partitioner_arg; key++)
		check_value((omp_alloctrait_key_t)key, omp_atv_default, 1);
	check_value((omp_alloctrait_key_t)17, 1, 0);
	omp_alloctrait_t twice[] = {{omp_atk_pinned, omp_atv_false}, {omp_atk_pinned, omp_atv_false}};
	CHECK(with(omp_default_mem_space, 2, twice) == omp_null_allocator);
	CHECK(with(omp_null_mem_space, 0, NULL) == omp_null_allocator);
}

static void pools(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, 1000}, {omp_atk_fallback, omp_atv_null_fb}, {omp_atk_alignment, 256}};
	omp_allocator_handle_t small = with(omp_large_cap_mem_space, 3, traits);
	char *a = omp_alloc(600, small);
	CHECK(a && (uintptr_t)a % 256 == 0);
	CHECK(!omp_alloc(401, small));
	char *b = omp_aligned_calloc(1024, 40, 10, small);
	CHECK(b && (uintptr_t)b % 1024 == 0 && !omp_alloc(1, small));
	memset(a, 7, 600);
	CHECK(!omp_realloc(a, 601, small, small) && a[599] == 7);
	omp_free(b, small);
	a = omp_realloc(a, 900, omp_null_allocator, small);
	CHECK(a && a[0] == 7 && a[599] == 7 && (uintptr_t)a % 256 == 0);
	CHECK(!omp_alloc(101, small));
	a = omp_realloc(a, 100, small, small);
	char *c = omp_calloc(1, 900, small);
	CHECK(a[99] == 7 && c && c[899] == 0);
	CHECK(!omp_calloc(SIZE_MAX / 2, 4, small) && !omp_alloc(SIZE_MAX - 8, small) && !omp_alloc(0, small));
	CHECK(!omp_aligned_alloc(48, 8, small));
	CHECK(!omp_realloc(c, 0, small, small));
	omp_free(a, omp_null_allocator);
	omp_free(NULL, small);
	char *all = omp_alloc(1000, small);
	CHECK(all);
	char *moved = omp_realloc(all, 2000, omp_default_mem_alloc, small); /* to another allocator */
	CHECK(moved);
	all = omp_alloc(1000, small);
	CHECK(all);
	omp_free(all, small);
	omp_free(moved, omp_default_mem_alloc);
	omp_destroy_allocator(small);
}

static void fallbacks(void)
{
	omp_alloctrait_t second_traits[] = {{omp_atk_pool_size, 100}, {omp_atk_fallback, omp_atv_null_fb}, {omp_atk_alignment, 64}};
	omp_allocator_handle_t second = with(omp_high_bw_mem_space, 3, second_traits);
	omp_alloctrait_t first_traits[] = {{omp_atk_pool_size, 10}, {omp_atk_fallback, omp_atv_allocator_fb}, {omp_atk_fb_data, second}};
	omp_allocator_handle_t first = with(omp_default_mem_space, 3, first_traits);
	char *a = omp_alloc(10, first), *b = omp_alloc(100, first);
	CHECK(a && b && (uintptr_t)b % 64 == 0 && !omp_alloc(1, first) && !omp_alloc(1, second));
	omp_free(b, first); /* goes back to the second's pool */
	b = omp_alloc(50, second);
	CHECK(b);
	omp_free(a, first);
	omp_free(b, second);
	omp_destroy_allocator(first);
	omp_destroy_allocator(second);
	pid_t child = fork();
	if (child == 0) {
		omp_alloctrait_t traits[] = {{omp_atk_pool_size, 10}, {omp_atk_fallback, omp_atv_abort_fb}};
		if (!freopen("/dev/null", "w", stderr))
			_exit(3);
		omp_alloc(11, with(omp_default_mem_space, 2, traits));
		_exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	CHECK(!WIFEXITED(status) || WEXITSTATUS(status) == 1);
}

/* More than may be locked: the block comes from the fallback, and less than that is really locked. */
static void pinned(void)
{
	struct rlimit limit;
	omp_alloctrait_t traits[] = {{omp_atk_pinned, omp_atv_true}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t allocator = with(omp_default_mem_space, 2, traits);
	CHECK(getrlimit(RLIMIT_MEMLOCK, &limit) == 0);
	if (geteuid() != 0 && limit.rlim_cur != RLIM_INFINITY)
		CHECK(!omp_alloc(limit.rlim_cur + 100000, allocator));
	char *block = omp_alloc(5000, allocator);
	if (limit.rlim_cur >= 65536)
		CHECK(block);
	if (block)
		memset(block, 1, 5000);
	block = block ? omp_realloc(block, 9000, allocator, allocator) : NULL;
	CHECK(!block || block[4999] == 1);
	omp_free(block, allocator);
	omp_destroy_allocator(allocator);
}

static size_t seen_size;
static int released;

static void compute(omp_memspace_handle_t space, size_t size, omp_alloctrait_val_t argument, omp_mempartition_t *partition)
{
	size_t page = omp_get_memspace_pagesize(space);
	seen_size = size;
	omp_init_mempartition(partition, 2, &seen_size);
	CHECK(argument == 42 && omp_mempartition_get_user_data(partition) == &seen_size);
	CHECK(omp_mempartition_set_part(partition, 0, 0, page + 1) == -1);
	CHECK(omp_mempartition_set_part(partition, 0, 0, page) == 0);
	CHECK(omp_mempartition_set_part(partition, 1, omp_get_memspace_num_resources(space) - 1, size - page) == 0);
	CHECK(omp_mempartition_set_part(partition, 2, 0, page) == -1);
}

static void release(omp_mempartition_t *partition)
{
	omp_destroy_mempartition(partition);
	released++;
}

static void spaces(void)
{
	int none = 0, all[1024], host = omp_get_initial_device();
	int count = omp_get_memspace_num_resources(omp_default_mem_space);
	CHECK(count >= 1 && count <= 1024 && omp_get_memspace_num_resources(omp_null_mem_space) == 0);
	for (int i = 0; i < count; i++)
		all[i] = i;
	omp_memspace_handle_t whole = omp_get_submemspace(omp_default_mem_space, count, all);
	CHECK(whole != omp_null_mem_space && omp_get_memspace_num_resources(whole) == count);
	CHECK(omp_get_submemspace(whole, 1, &none) != omp_null_mem_space);
	CHECK(omp_get_submemspace(omp_default_mem_space, 0, all) == omp_null_mem_space);
	CHECK(omp_get_submemspace(omp_default_mem_space, 1, &count) == omp_null_mem_space);
	omp_mempartitioner_t partitioner;
	omp_init_mempartitioner(&partitioner, omp_dynamic_mempartition, compute, release);
	omp_alloctrait_t traits[] = {{omp_atk_partition, omp_atv_partitioner}, {omp_atk_partitioner, (omp_uintptr_t)partitioner},
		{omp_atk_partitioner_arg, 42}};
	omp_allocator_handle_t allocator = with(whole, 3, traits);
	char *block = omp_alloc(50000, allocator);
	CHECK(block && seen_size >= 50000 && released == 1);
	memset(block, 1, 50000);
	omp_free(block, allocator);
	omp_destroy_allocator(allocator);
	omp_destroy_mempartitioner(&partitioner);
	CHECK(omp_get_device_memspace(host, omp_high_bw_mem_space) == omp_high_bw_mem_space);
	CHECK(omp_get_device_memspace(host + 7, omp_high_bw_mem_space) == omp_null_mem_space);
	CHECK(omp_get_device_and_host_memspace(omp_initial_device, omp_const_mem_space) == omp_const_mem_space);
	CHECK(omp_get_devices_memspace(1, &host, omp_default_mem_space) == omp_default_mem_space);
	CHECK(omp_get_device_allocator(host, omp_large_cap_mem_space) == omp_large_cap_mem_alloc);
	CHECK(omp_get_device_allocator(host + 7, omp_large_cap_mem_space) == omp_null_allocator);
	CHECK(omp_get_devices_all_allocator(omp_low_lat_mem_space) == omp_low_lat_mem_alloc);
}

static omp_allocator_handle_t shared_pool;
static atomic_int got, refused;

/* Every thread takes and gives back: the pool never gives more than it has. */
static void contend(struct ppcc_thread *me, void *unused)
{
	(void)unused;
	for (int i = 0; i < 500; i++) {
		char *block = omp_alloc(100, shared_pool);
		if (!block) {
			atomic_fetch_add(&refused, 1);
			continue;
		}
		int others = atomic_fetch_add(&got, 1);
		CHECK(others < 2);
		memset(block, me->number, 100);
		CHECK(block[99] == me->number);
		atomic_fetch_sub(&got, 1);
		omp_free(block, shared_pool);
	}
}

/* The address space has a limit: the system itself runs out. */
static void system_limit(void)
{
	pid_t child = fork();
	if (child == 0) {
		struct rlimit limit = {64 << 20, 64 << 20};
		omp_allocator_handle_t null = with_one(omp_atk_fallback, omp_atv_null_fb);
		if (setrlimit(RLIMIT_AS, &limit) != 0)
			_exit(0);
		_exit(!omp_alloc((size_t)1 << 30, null) && !omp_alloc((size_t)1 << 30, omp_default_mem_alloc) && omp_alloc(100, null) ? 0 : 1);
	}
	int status;
	waitpid(child, &status, 0);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(void)
{
	trait_values();
	pools();
	fallbacks();
	pinned();
	spaces();
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__ || defined __clang__
	(void)system_limit; /* sanitizers need more address space than that */
#else
	system_limit();
#endif
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, 200}, {omp_atk_fallback, omp_atv_null_fb}};
	shared_pool = with(omp_default_mem_space, 2, traits);
	ppcc_parallel(contend, NULL, 0, PPCC_BIND_DEFAULT);
	omp_destroy_allocator(shared_pool);
	return check_result();
}
