// allocate clause: the private copies of every construct are in the allocator's memory, as its pool shows.
// reference: none because gcc 12 and clang 19 take the storage of some copies from elsewhere
// expect: parallel 1 1 1
// expect: for 4950 99 1
// expect: sections 1 single 1 scope 6 1
// expect: task 1 taskloop 1
// expect: teams 1
// expect: aligned 1 1
// expect: sections of arrays 20 20 20
// expect: all given back 1
#include <omp.h>
#include <stdint.h>
#include <stdio.h>

enum { POOL = 1 << 20, N = 1000 };

struct point {
	double x, y;
};
#pragma omp declare reduction(add : struct point : omp_out.x += omp_in.x, omp_out.y += omp_in.y) initializer(omp_priv = {0, 0})

static omp_allocator_handle_t pool;

/* How much of the pool is taken: what cannot be had any more. */
static int taken(omp_allocator_handle_t from, size_t at_least)
{
	void *rest = omp_alloc(POOL - at_least + 1, from);
	omp_free(rest, from);
	return rest == NULL;
}

static int parallel(int n)
{
	int x = 5, big[N], vla[n], good = 1;
	for (int i = 0; i < n; i++)
		vla[i] = i;
	const double half = 0.5;
	#pragma omp parallel num_threads(3) private(big) firstprivate(x, vla, half) allocate(allocator(pool), align(64) : big, x) \
		allocate(pool : vla, half) reduction(&& : good) allocate(pool : good)
	{
		#pragma omp barrier
		x += omp_get_thread_num();
		for (int i = 0; i < N; i++)
			big[i] = x;
		good = good && taken(pool, 3 * (sizeof big + sizeof vla)) && x == 5 + omp_get_thread_num() && vla[n - 1] == n - 1;
		good = good && big[N - 1] == x && (uintptr_t)big % 64 == 0 && (uintptr_t)&x % 64 == 0 && sizeof vla == n * sizeof(int) && half == 0.5;
		#pragma omp barrier
	}
	return good && x == 5;
}

#define ADD(to, what) (to) += (what)

int main(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, POOL}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t local = pool = omp_init_allocator(omp_default_mem_space, 2, traits);
	printf("parallel %d %d %d\n", parallel(10), parallel(1), parallel(100));

	int sum = 0, last = -1, table[N], good = 1;
	#pragma omp parallel for reduction(+ : sum) lastprivate(last) private(table) allocate(local : sum, last, table) reduction(&& : good)
	for (int i = 0; i < 100; i++) {
		table[i] = i;
		ADD(sum, table[i]);
		last = i;
		good = good && taken(local, sizeof table);
	}
	printf("for %d %d %d\n", sum, last, good);

	int sections = 0, single = 0, scope = 0, in_scope = 1;
	#pragma omp parallel num_threads(3)
	{
		#pragma omp sections firstprivate(table) allocate(pool : table) reduction(+ : sections) allocate(sections)
		{
			#pragma omp section
			sections += taken(pool, sizeof table);
		}
		#pragma omp single private(table) allocate(pool : table)
		single = taken(pool, sizeof table);
		int own = omp_get_thread_num() + 1;
		#pragma omp scope private(table) reduction(+ : scope) reduction(&& : in_scope) allocate(allocator(pool) : table, scope)
		{
			scope += own;
			in_scope = in_scope && taken(pool, sizeof table);
		}
	}
	printf("sections %d single %d scope %d %d\n", sections, single, scope, in_scope);

	int task = 0, loop = 0;
	#pragma omp parallel
	#pragma omp single
	{
		#pragma omp task firstprivate(table) allocate(local : table) shared(task)
		task = taken(local, sizeof table);
		#pragma omp taskwait
		#pragma omp taskloop private(table) allocate(local : table) shared(loop) num_tasks(3)
		for (int i = 0; i < 10; i++)
			if (i == 7)
				loop = taken(local, sizeof table);
	}
	printf("task %d taskloop %d\n", task, loop);

	int teams = 0;
	#pragma omp teams num_teams(2) private(table) allocate(omp_large_cap_mem_alloc : table) reduction(max : teams) allocate(pool : teams)
	{
		#pragma omp distribute private(table) allocate(pool : table)
		for (int i = 0; i < 2; i++)
			teams = taken(pool, sizeof table + sizeof teams);
	}
	printf("teams %d\n", teams);

	char c = 1;
	double d = 2;
	#pragma omp parallel num_threads(1) firstprivate(c, d) allocate(align(512) : c) allocate(align(1) : d)
	printf("aligned %d %d\n", (uintptr_t)&c % 512 == 0 && c, (uintptr_t)&d % _Alignof(double) == 0 && d == 2);

	int counts[4] = {0}, *to_counts = counts;
	struct point points[2] = {{0, 0}, {0, 0}};
	#pragma omp parallel for num_threads(2) reduction(+ : to_counts[1 : 3]) reduction(add : points) allocate(pool : to_counts, points)
	for (int i = 0; i < 60; i++) {
		to_counts[1 + i % 3]++;
		points[i % 2].x += i % 3 == 1;
	}
	printf("sections of arrays %d %g %d\n", counts[1], points[0].x + points[1].x, counts[3]);

	void *all = omp_alloc(POOL, pool);
	printf("all given back %d\n", all != NULL);
	omp_free(all, pool);
	omp_destroy_allocator(pool);
	return 0;
}
