/* kernel_code_test.c - address spaces of pointers, functions for each of them, and what cannot be a kernel. */
#include "kernel_code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct kernel_code made(struct arena *arena, const char *code)
{
	struct kernel_code result;
	kernel_code_make(arena, code, NULL, &result);
	return result;
}

static void becomes(const char *code, const char *expected)
{
	struct arena arena;
	arena_init(&arena);
	struct kernel_code result = made(&arena, code);
	if (!result.text)
		fail_msg("no kernel: %s (line %u)", result.problem, result.line);
	assert_string_equal(result.text, expected);
	arena_release(&arena);
}

static void fails(const char *code, const char *problem, unsigned line)
{
	struct arena arena;
	arena_init(&arena);
	struct kernel_code result = made(&arena, code);
	assert_null(result.text);
	if (!strstr(result.problem, problem))
		fail_msg("'%s' is not in '%s'", problem, result.problem);
	assert_int_equal(result.line, line);
	arena_release(&arena);
}

static void pointers_get_their_space(void **state)
{
	(void)state;
	becomes("__kernel void k(__global double *a, int n)\n"
		"{\n"
		"	double *p = a + n, x = 1, *q = &x;\n"
		"	const double *r;\n"
		"	r = p;\n"
		"	*p = *q + r[1] + ((double *)r)[2];\n"
		"}\n",
		"__kernel void k(__global double *a, int n)\n"
		"{\n"
		"	__global double *p = a + n; double x = 1; double *q = &x;\n"
		"	__global const double *r;\n"
		"	r = p;\n"
		"	*p = *q + r[1] + ((__global double *)r)[2];\n"
		"}\n");
	becomes("__kernel void k(__global double (*a)[10], int n)\n"
		"{\n"
		"	double *row = a[n], b[3] = {0}, *rows[2] = {row, a[1]};\n"
		"	for (double *p = row, *end = row + 10; p < end; p++)\n"
		"		*p = rows[0][1] + b[2];\n"
		"}\n",
		"__kernel void k(__global double (*a)[10], int n)\n"
		"{\n"
		"	__global double *row = a[n]; double b[3] = {0}; __global double *rows[2] = {row, a[1]};\n"
		"	for (__global double *p = row, *end = row + 10; p < end; p++)\n"
		"		*p = rows[0][1] + b[2];\n"
		"}\n");
}

static void structs_hold_global_pointers(void **state)
{
	(void)state;
	becomes("struct grid { double *cells, scale; struct { int *p; } in; };\n"
		"__kernel void k(__global struct grid *g)\n"
		"{\n"
		"	struct grid *h = g, copy = *g;\n"
		"	double **c = &g->cells;\n"
		"	(*c)[0] = h->cells[1] + copy.cells[2] * h->scale + *h->in.p;\n"
		"}\n",
		"struct grid { __global double *cells; double scale; struct { __global int *p; } in; };\n"
		"__kernel void k(__global struct grid *g)\n"
		"{\n"
		"	__global struct grid *h = g; struct grid copy = *g;\n"
		"	__global double * __global *c = &g->cells;\n"
		"	(*c)[0] = h->cells[1] + copy.cells[2] * h->scale + *h->in.p;\n"
		"}\n");
}

static void functions_are_written_for_each_space(void **state)
{
	(void)state;
	becomes("static double sum(const double *a, int n)\n"
		"{\n"
		"	double s = 0;\n"
		"	for (int i = 0; i < n; i++)\n"
		"		s += a[i];\n"
		"	return s;\n"
		"}\n"
		"static int *next(int *p) { return p + 1; }\n"
		"__kernel void k(__global double *a, __global int *i)\n"
		"{\n"
		"	double b[2] = {1, 2};\n"
		"	a[0] = sum(a, 10) + sum(b, 2) + sum(a + 1, 3);\n"
		"	*next(i) = 4;\n"
		"}\n",
		"static double sum(__global const double *a, int n)\n"
		"{\n"
		"	double s = 0;\n"
		"	for (int i = 0; i < n; i++)\n"
		"		s += a[i];\n"
		"	return s;\n"
		"}\n\n"
		"static double sum_2(const double *a, int n)\n"
		"{\n"
		"	double s = 0;\n"
		"	for (int i = 0; i < n; i++)\n"
		"		s += a[i];\n"
		"	return s;\n"
		"}\n"
		"__global static int *next(__global int *p) { return p + 1; }\n"
		"__kernel void k(__global double *a, __global int *i)\n"
		"{\n"
		"	double b[2] = {1, 2};\n"
		"	a[0] = sum(a, 10) + sum_2(b, 2) + sum(a + 1, 3);\n"
		"	*next(i) = 4;\n"
		"}\n");
}

static void taken_words_are_renamed(void **state)
{
	(void)state;
	becomes("static const int constant[2] = {1, 2};\n"
		"__kernel void k(__global int *a)\n"
		"{\n"
		"	int global = constant[1], float4 = 2, local8 = 3;\n"
		"	a[get_global_id(0)] = global + float4 + local8;\n"
		"}\n",
		"__constant static const int constant_[2] = {1, 2};\n"
		"__kernel void k(__global int *a)\n"
		"{\n"
		"	int global_ = constant_[1], float4_ = 2, local8 = 3;\n"
		"	a[get_global_id(0)] = global_ + float4_ + local8;\n"
		"}\n");
}

static void files_share_functions(void **state)
{
	struct arena arena;
	struct kernel_code result;
	(void)state;
	arena_init(&arena);
	kernel_code_make(&arena,
		"double *pick(double *x, int *n, __global unsigned long *table)\n{\n\tint *m = (int *)table[ppcc_first + 0];\n\treturn x + *n + *m;\n}\n", "pick", &result);
	if (!result.text)
		fail_msg("no function: %s (line %u)", result.problem, result.line);
	assert_string_equal(result.text,
		"PPCC_SPACE_1 double *pick__12(PPCC_SPACE_1 double *x, PPCC_SPACE_2 int *n, __global unsigned long *table)\n"
		"{\n\t__global int *m = (__global int *)table[ppcc_first + 0];\n\treturn x + *n + *m;\n}\n");
	assert_string_equal(result.parameters, "12");
	assert_string_equal(result.returned, "1");
	arena_release(&arena);
}

static void problems_are_located(void **state)
{
	(void)state;
	fails("static int f(int n) { return n ? f(n - 1) : 0; }\n__kernel void k(__global int *a)\n{\n\t*a = f(3);\n}\n", "'f' calls itself", 1);
	fails("__kernel void k(__global int *a)\n{\n\tint x = 1, *p = &x;\n\tif (*a)\n\t\tp = a;\n\t*p = 2;\n}\n", "points to", 5);
	fails("__kernel void k(__global int *a, int n)\n{\n\tint v[n];\n\tv[0] = *a;\n}\n", "variable length", 3);
	fails("__kernel void k(__global int *a)\n{\n#line 77 \"user.c\"\n\tstatic int x;\n\tx += *a;\n}\n", "'x' is a static variable", 77);
	fails("static int one(int x) { return x; }\n__kernel void k(__global int *a)\n{\n\tint (*f)(int) = one;\n\t*a = f(1);\n}\n", "function", 4);
	fails("__kernel void k(__global long double *a)\n{\n\t*a = 1;\n}\n", "long double", 1);
	fails("__kernel void k(__global int *a)\n{\n\t*a = missing_function(1);\n}\n", "missing_function", 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pointers_get_their_space),
		cmocka_unit_test(structs_hold_global_pointers),
		cmocka_unit_test(functions_are_written_for_each_space),
		cmocka_unit_test(taken_words_are_renamed),
		cmocka_unit_test(files_share_functions),
		cmocka_unit_test(problems_are_located),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
