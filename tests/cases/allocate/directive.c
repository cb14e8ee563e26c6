// allocate: locals of every kind live in the allocator's memory, keep their values and alignment, and leave by every way out.
// reference: none because gcc 12 has no allocate directive and clang gives the variables no alignment
// expect: scalars 7 2.5 text 3
// expect: arrays 285 6 abc
// expect: aligned 1 1 1
// expect: pool full
// expect: ways out 0 1 2 3 4
// expect: shared 4950
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define IS_ALIGNED(x, n) ((uintptr_t)&(x) % (n) == 0)
#define DOUBLE(x) ((x) + (x))

struct pair {
	int first;
	struct {
		double second;
	} inner;
};

static struct pair make(int n)
{
	return (struct pair){n, {n / 2.0}};
}

static void scalars(omp_allocator_handle_t heap)
{
	int a = 7, untouched = 3, *to_a = &untouched;
	struct pair p = make(5), q = {.inner = {1}};
	const char *const text = "text";
	int (*print)(const char *, ...) = printf;
	#pragma omp allocate(a, p, q, text, print) allocator(heap)
	p.first += q.first;
	print("scalars %d %g %s %d\n", a, p.inner.second, text, *to_a);
}

static void arrays(omp_allocator_handle_t heap, int n)
{
	int squares[n], table[2][3] = {{1, 2}, {3}}, list[] = {1, 2, 3}, (*row)[3] = &table[1];
	char word[] = "abc";
	register int i = 0;
	#pragma omp allocate(squares, table, list, row, word, i) allocator(heap)
	int sum = 0;
	for (i = 0; i < n; i++)
		squares[i] = i * i;
	for (i = 0; i < (int)(sizeof squares / sizeof squares[0]); i++)
		sum += squares[i];
	if (sizeof list != 3 * sizeof(int) || sizeof word != 4 || sizeof table != 6 * sizeof(int) || (*row)[0] != 3)
		sum = -1;
	printf("arrays %d %d %s\n", sum, list[2] + DOUBLE(table[0][1]) - list[0], word);
}

static void aligned(void)
{
	char c;
	#pragma omp allocate(c) align(256) allocator(omp_high_bw_mem_alloc)
	double d[3];
	#pragma omp allocate(d) align(64)
	static int kept = 1;
	#pragma omp allocate(kept) align(128) allocator(omp_default_mem_alloc)
	c = 1;
	d[0] = c;
	printf("aligned %d %d %d\n", IS_ALIGNED(c, 256), IS_ALIGNED(d, 64) && d[0] == 1, IS_ALIGNED(kept, 128) && kept);
}

/* Leaves the scope of its block in five ways; the pool has room for one block only. */
static int leave(omp_allocator_handle_t pool, int how)
{
	for (int round = 0; round < 3; round++) {
		char block[600];
		#pragma omp allocate(block) allocator(pool)
		memset(block, how, sizeof block);
		if (how == 0)
			return block[599];
		if (how == 1)
			break;
		if (how == 2)
			continue;
		if (how == 3)
			goto out;
	}
	for (int tries = 0; how == 4 && tries < 3; tries++) {
	again:;
		char block[600] = {4};
		#pragma omp allocate(block) allocator(pool)
		if (tries++ < 2)
			goto again;
		return block[0];
	}
out:
	return how;
}

int main(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, 1000}, {omp_atk_fallback, omp_atv_null_fb}};
	omp_allocator_handle_t pool = omp_init_allocator(omp_default_mem_space, 2, traits);
	scalars(omp_large_cap_mem_alloc);
	arrays(omp_default_mem_alloc, 10);
	aligned();
	{
		char most[900];
		#pragma omp allocate(most) allocator(pool)
		most[0] = 1;
		printf("pool %s\n", omp_alloc(200, pool) ? "has room" : "full");
	}
	printf("ways out");
	for (int how = 0; how < 5; how++)
		printf(" %d", leave(pool, how));
	void *whole = omp_alloc(1000, pool);
	puts(whole ? "" : " and a leak");
	omp_free(whole, pool);

	int total = 0;
	#pragma omp allocate(total)
	#pragma omp parallel for reduction(+ : total)
	for (int i = 0; i < 100; i++) {
		int value[2] = {i, 0};
		#pragma omp allocate(value) allocator(omp_thread_mem_alloc)
		#pragma omp task shared(value) if (0)
		value[1] = value[0];
		total += value[1];
	}
	printf("shared %d\n", total);
	omp_destroy_allocator(pool);
	return 0;
}
