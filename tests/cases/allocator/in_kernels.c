// omp_alloc and its kin in kernels: by many threads, in called functions, across regions; traits: pools, alignment, fallbacks; allocate clauses.
// reference: none because gcc 12 lacks uses_allocators and clang 19 its newer spelling
// expect: rows 499500 lost 0
// expect: routines 1 1 1 1 1 1
// expect: pool 1 0 1 0 fallback 1
// expect: list 5050
// expect: list freed 100
// expect: places 64 2016 0
// expect: teams 24 6
// expect: copies 0 120 15
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ALIGNED(p, n) ((uintptr_t)(p) % (n) == 0)

struct node {
	struct node *next;
	int value;
};

#pragma omp begin declare target
static struct node *list;

static struct node *push(struct node *next, int value)
{
	struct node *node = omp_alloc(sizeof *node, omp_default_mem_alloc);
	if (node)
		*node = (struct node){next, value};
	return node;
}

static int pop(void)
{
	struct node *first = list;
	int value = first->value;
	list = first->next;
	omp_free(first, omp_null_allocator);
	return value;
}
#pragma omp end declare target

/* 1 + 2 + ... + n, with an array on the way. */
static long sum_up(int n)
{
	long total = 0;
	int *row = omp_calloc(n + 1, sizeof *row, omp_thread_mem_alloc);
	if (!row)
		return -1000000;
	for (int i = 0; i <= n; i++)
		row[i] += i;
	for (int i = 0; i <= n; i++)
		total += row[i];
	omp_free(row, omp_thread_mem_alloc);
	return total;
}

static const omp_alloctrait_t small[] = {{omp_atk_pool_size, 100}, {omp_atk_fallback, omp_atv_null_fb}, {omp_atk_alignment, 64}};
static const omp_alloctrait_t falls[] = {{omp_atk_pool_size, 16}};
static const omp_alloctrait_t wide[] = {{omp_atk_alignment, 1024}};

int main(void)
{
	long total = 0;
	int lost = 0;
	#pragma omp target teams distribute parallel for reduction(+ : total, lost)
	for (int i = 0; i < 1000; i++) {
		long sum = sum_up(i);
		int *keep = omp_alloc((i % 7 + 1) * sizeof *keep, omp_cgroup_mem_alloc);
		lost += sum != (long)i * (i + 1) / 2 || !keep;
		if (keep)
			keep[i % 7] = i;
		total += keep ? keep[i % 7] : 0;
		omp_free(keep, omp_cgroup_mem_alloc);
	}
	printf("rows %ld lost %d\n", total, lost);

	int good[6] = {0};
	#pragma omp target map(from : good)
	{
		char *a = omp_aligned_alloc(256, 10, omp_default_mem_alloc), *b = omp_aligned_calloc(4096, 3, 5, omp_low_lat_mem_alloc);
		int *c = omp_alloc(4 * sizeof *c, omp_pteam_mem_alloc), set = 0;
		good[0] = ALIGNED(a, 256) && ALIGNED(b, 4096) && a != b;
		for (int i = 0; i < 15; i++)
			set |= b[i];
		good[1] = set == 0;
		for (int i = 0; i < 4; i++)
			c[i] = i * i;
		c = omp_realloc(c, 100 * sizeof *c, omp_pteam_mem_alloc, omp_pteam_mem_alloc);
		c[99] = 7;
		c = omp_realloc(c, 3 * sizeof *c, omp_null_allocator, omp_pteam_mem_alloc);
		good[2] = c[0] == 0 && c[1] == 1 && c[2] == 4;
		good[3] = !omp_alloc(0, omp_default_mem_alloc) && !omp_calloc(0, 4, omp_default_mem_alloc) && !omp_calloc((size_t)-1 / 2, 3, omp_default_mem_alloc);
		good[4] = !omp_aligned_alloc(3, 8, omp_default_mem_alloc) && !omp_realloc(c, 0, omp_default_mem_alloc, omp_pteam_mem_alloc);
		omp_free(NULL, omp_default_mem_alloc);
		omp_free(b, omp_low_lat_mem_alloc);
		omp_free(a, omp_default_mem_alloc);
		a = omp_alloc(1, omp_null_allocator);
		good[5] = a != NULL;
		omp_free(a, omp_null_allocator);
	}
	printf("routines %d %d %d %d %d %d\n", good[0], good[1], good[2], good[3], good[4], good[5]);

	/* A pool for all threads of the region, which is empty again when its blocks are freed. */
	int pool[5] = {0};
	omp_allocator_handle_t own = omp_null_allocator, other = omp_null_allocator;
	for (int times = 0; times < 2; times++) {
		#pragma omp target map(tofrom : pool) uses_allocators(traits(small) : own; traits(falls) : other)
		{
			char *first = omp_alloc(80, own), *second = omp_alloc(40, own);
			pool[0] = ALIGNED(first, 64) && first;
			pool[1] = second != NULL;
			omp_free(first, own);
			first = omp_alloc(100, own);
			pool[2] = first != NULL;
			second = omp_alloc(1, own);
			pool[3] = second != NULL;
			omp_free(first, own);
			first = omp_alloc(1000, other);
			pool[4] = first != NULL;
			omp_free(first, other);
		}
	}
	printf("pool %d %d %d %d fallback %d\n", pool[0], pool[1], pool[2], pool[3], pool[4]);

	/* What one region allocates, another uses and frees. */
	int sum = 0, count = 0;
	#pragma omp target
	for (int i = 1; i <= 100; i++)
		list = push(list, i);
	#pragma omp target map(tofrom : sum)
	for (const struct node *node = list; node; node = node->next)
		sum += node->value;
	printf("list %d\n", sum);
	#pragma omp target map(tofrom : count)
	while (list)
		count += pop() == 100 - count;
	printf("list freed %d\n", count);

	/* Blocks of many threads at once are apart from each other. */
	int *blocks[64], bad = 0, values = 0, got = 0;
	#pragma omp target teams distribute parallel for map(from : blocks)
	for (int i = 0; i < 64; i++) {
		blocks[i] = omp_alloc(33 * sizeof **blocks, omp_high_bw_mem_alloc);
		for (int k = 0; k < 33; k++)
			blocks[i][k] = i;
	}
	#pragma omp target map(to : blocks) map(tofrom : bad, values, got)
	for (int i = 0; i < 64; i++) {
		got += blocks[i] != NULL;
		values += blocks[i][32];
		for (int k = 0; k < 33; k++)
			bad += blocks[i][k] != i;
		omp_free(blocks[i], omp_high_bw_mem_alloc);
	}
	printf("places %d %d %d\n", got, values, bad);

	/* In the serial part of teams, and by the threads of each. */
	int all = 0, teams = 0;
	#pragma omp target teams num_teams(3) reduction(+ : all, teams) map(tofrom : all, teams)
	{
		int part = 0;
		#pragma omp parallel for reduction(+ : part)
		for (int i = 0; i < 8; i++) {
			int *one = omp_alloc(sizeof *one, omp_pteam_mem_alloc);
			*one = 1;
			part += *one;
			omp_free(one, omp_pteam_mem_alloc);
		}
		all += part;
		teams += 2;
	}
	printf("teams %d %d\n", all * 3 * 2 / teams, teams * 3 * 2 / teams);

	/* Private copies with an alignment, and from an allocator of the region. */
	int wrong = 0, x = 15, sums = 0;
	double first[4] = {1, 2, 3, 4};
	#pragma omp target parallel for map(tofrom : wrong, sums) reduction(+ : wrong, sums) firstprivate(first) private(x) uses_allocators(traits(wide) : own) \
		allocate(own : first) allocate(align(128) : x)
	for (int i = 0; i < 6; i++) {
		x = i;
		first[x % 4] += 0;
		wrong += !ALIGNED(first, 1024) + !ALIGNED(&x, 128);
		for (int k = 0; k < 4; k++)
			sums += (int)first[k];
		sums += 2 * (x + 5 - i);
	}
	printf("copies %d %d %d\n", wrong, sums, x);
	return 0;
}
