// allocate: macros, headers, nested regions, recursion, static and file-scope variables, unions, function pointers, volatile.
// reference: none because gcc 12 has no allocate directive
// expect: header 285
// expect: macro 42 5 aligned 1
// expect: file scope 1 1 3
// expect: recursion 55
// expect: nested 63 63
// expect: types 7 2.5 1 9 3
// expect: loops 45 6
// expect: empty pool 1
#include <stdint.h>
#include <stdio.h>

#include "extra/shared_table.h"

#define HEAP omp_large_cap_mem_alloc
#define LOCAL(type, name, value) type name = value
#define PRAGMA(...) _Pragma(#__VA_ARGS__)
#define ON_HEAP(name) PRAGMA(omp allocate(name) allocator(HEAP))
#define TWICE(x) ((x) += (x))
#define IS_ALIGNED(x, n) ((uintptr_t)&(x) % (n) == 0)

double shared_table[8];
static int counter = 1, (*callback)(int), *pointers[3];
#pragma omp allocate(counter, pointers) align(128) allocator(omp_default_mem_alloc)
static int touched __attribute__((unused));
#pragma omp allocate(callback) allocator(omp_const_mem_alloc) align(64)

static omp_allocator_handle_t pool;

static void macros(void)
{
	LOCAL(int, a, 21);
	ON_HEAP(a)
	struct { char c; } tag = {5};
	#pragma omp allocate(tag) align(2 * 32)
	TWICE(a);
	printf("macro %d %d aligned %d\n", a, tag.c, IS_ALIGNED(tag, 64));
}

static int fibonacci(int n)
{
	int left = 0, right = 0;
	#pragma omp allocate(left, right) allocator(pool)
	if (n < 2)
		return n;
	#pragma omp task shared(left) if (n > 6)
	left = fibonacci(n - 1);
	right = fibonacci(n - 2);
	#pragma omp taskwait
	return left + right;
}

static void nested(void)
{
	int outer[3] = {0}, plain = 0;
	#pragma omp allocate(outer) allocator(pool)
	#pragma omp parallel num_threads(3) shared(outer) reduction(+ : plain)
	{
		int here = omp_get_thread_num(), list[7];
		#pragma omp allocate(here, list) allocator(pool)
		#pragma omp parallel for num_threads(2) firstprivate(here) allocate(pool : here) shared(list)
		for (int i = 0; i < 7; i++) {
			list[i] = here < 0 ? 0 : i;
			here = -here;
			if (here < 0)
				here = -here;
		}
		for (int i = 0; i < (int)(sizeof list / sizeof *list); i++) {
			#pragma omp atomic
			outer[here < 3 ? here : 2] += list[i];
			plain += list[i];
		}
	}
	int sum = omp_get_max_threads() >= 0 ? outer[0] + outer[1] + outer[2] : 0;
	printf("nested %d %d\n", sum, plain);
}

static int twice(int n)
{
	return 2 * n;
}

static void types(void)
{
	union { int i; float f; } u = {.i = 7};
	volatile double v = 1.25;
	_Bool b = 1;
	int (*apply)(int) = twice, *p = NULL, matrix[2][2];
	_Alignas(64) char bytes[3] = "abc";
	#pragma omp allocate(u, v, b, apply, p, matrix, bytes) allocator(pool)
	typedef struct { int n; } local;
	local l = {3};
	#pragma omp allocate(l)
	p = &matrix[1][0];
	*p = apply(4) + 1;
	v *= 2;
	#pragma omp parallel num_threads(2) firstprivate(v, l) allocate(pool : v, l)
	{
		v = v + 1;
		l.n++;
	}
	printf("types %d %g %d %d %d\n", u.i, v, b && IS_ALIGNED(bytes, 64) && bytes[2] == 'c', matrix[1][0], l.n);
}

static void loops(void)
{
	int i, total = 0, last = 0;
	#pragma omp allocate(i, total, last) allocator(pool)
	#pragma omp parallel
	#pragma omp for lastprivate(i, last) reduction(+ : total) schedule(dynamic)
	for (i = 0; i < 10; i++) {
		total += i;
		last = i - 3;
	}
	printf("loops %d %d\n", i == 10 ? total : -1, last);
}

int main(void)
{
	omp_alloctrait_t traits[] = {{omp_atk_pool_size, 1 << 20}, {omp_atk_fallback, omp_atv_null_fb}};
	pool = omp_init_allocator(omp_default_mem_space, 2, traits);
	printf("header %d\n", sum_squares(10, pool));
	macros();
	static int kept = 3;
	#pragma omp allocate(kept) allocator(HEAP) align(256)
	shared_table[0] = kept;
	printf("file scope %d %d %g\n", IS_ALIGNED(counter, 128) && counter, IS_ALIGNED(kept, 256) && IS_ALIGNED(pointers, 128) && !callback, shared_table[0]);
	int result = 0;
	#pragma omp parallel
	#pragma omp single
	result = fibonacci(10);
	printf("recursion %d\n", result);
	nested();
	types();
	loops();
	void *all = omp_alloc(1 << 20, pool);
	printf("empty pool %d\n", all != NULL);
	omp_free(all, pool);
	omp_destroy_allocator(pool);
	return 0;
}
