/* Tests of translator/survey_access.c: what a reference does to its variable. */
#include "translator/survey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "surveyed.h"

/* What the references to x in a statement do, one word each:
   r read, v for its value, w written, & address taken, W used as a whole (arrays), u not evaluated. */
static void expect(const char *declaration, const char *statement, const char *expected)
{
	static const struct {
		unsigned access;
		char letter;
	} letters[] = {{ACCESS_READ, 'r'}, {ACCESS_VALUE, 'v'}, {ACCESS_WRITE, 'w'}, {ACCESS_ADDRESS, '&'}, {ACCESS_WHOLE, 'W'}, {ACCESS_UNEVALUATED, 'u'}};
	const char *text = arena_printf(&arena,
		"struct s { int m; int a[4]; struct s *p; int b : 3; };\n#define SET(v) ((v) = 1)\n#define TWICE(v) ((v) + (v))\n"
		"int g(int); int h(int *); void *c(const void *);\nvoid f(int n, int *q)\n{\nint y = 0; %s;\n#pragma omp parallel\n{ %s; }\n(void)y, (void)q; }\n",
		declaration, statement);
	char words[64];
	size_t length = 0;
	survey_release(&found);
	source_release(&source);
	found = (struct survey){0};
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source) && pragma_find(&source, &pragmas) && survey(&source, &pragmas, &found));
	for (unsigned i = 0; i < found.reference_count; i++) {
		const struct reference *reference = &found.references[i];
		if (strcmp(reference->variable->name, "x") || reference->offset < found.statements[0].start)
			continue;
		if (length)
			words[length++] = ' ';
		for (size_t k = 0; k < sizeof letters / sizeof letters[0]; k++)
			if (reference->access & letters[k].access)
				words[length++] = letters[k].letter;
	}
	words[length] = '\0';
	if (strcmp(words, expected))
		fail_msg("%s; %s: found %s, not %s", declaration, statement, words, expected);
}

static void scalars(void **state)
{
	(void)state;
	expect("int x = 0", "y = x", "rv");
	expect("int x = 0", "x = y", "w");
	expect("int x = 0", "(x) = y", "w");
	expect("int x = 0", "x += y", "rw");
	expect("int x = 0", "x++", "rw");
	expect("int x = 0", "--x", "rw");
	expect("int x = 0", "y = -x", "rv");
	expect("int x = 0", "h(&x)", "&W");
	expect("int x = 0", "g(x)", "rv");
	expect("int x = 0", "y += x", "rv");
	expect("int x = 0", "x = x + 1", "w rv");
	expect("int x = 0", "if (x) y = 1", "rv");
	expect("int x = 0", "y = (x = 1)", "w");
	expect("double x = 0", "y = (int)x", "rv");
	expect("_Complex double x = 0", "__real__ x = 1", "w");
	expect("int x = 0", "__asm__ volatile(\"\" : \"+r\"(x))", "rvw&");
}

static void unevaluated(void **state)
{
	(void)state;
	expect("int x = 0", "y = sizeof x", "Wu");
	expect("int x = 0", "y = sizeof(x + 1)", "Wu");
	expect("int x = 0", "y = _Alignof x", "Wu");
}

static void pointers(void **state)
{
	(void)state;
	expect("int *x = q", "*x = 1", "rv");
	expect("int *x = q", "x[2]++", "rv");
	expect("int *x = q", "x = q", "w");
	expect("int *x = q", "x++", "rw");
	expect("struct s *x = 0", "x->m = 1", "rv");
	expect("int **x = 0", "x[1][2] = 3", "rv");
	expect("int (*x)[4] = 0", "x[1][2] = 3", "rv");
	expect("int (*x)(int) = g", "y = x(1)", "rv");
}

static void arrays(void **state)
{
	(void)state;
	expect("int x[4]", "x[1] = 2", "w");
	expect("int x[4]", "y = x[1]", "rv");
	expect("int x[4][4]", "x[1][y] += 2", "rw");
	expect("int x[4]", "h(x)", "&");
	expect("int x[4]", "h(&x[1])", "&W");
	expect("int x[4]", "h(x + 1)", "&");
	expect("int x[4]", "y = *x", "&");
	expect("int x[4]", "y = sizeof x", "Wu");
	expect("int x[4][4]", "h(x[1])", "&");
	expect("int *x[4]", "*x[1] = 2", "rv");
	expect("int x[4]", "y = 1[x]", "rv");
}

static void records(void **state)
{
	(void)state;
	expect("struct s x = {0}", "x.m = 1", "w");
	expect("struct s x = {0}", "y = x.m", "rv");
	expect("struct s x = {0}", "x.a[2]++", "rw");
	expect("struct s x = {0}", "h(x.a)", "&");
	expect("struct s x = {0}", "x.p->m = 1", "rv");
	expect("struct s x = {0}", "h(&x.m)", "&W");
	expect("struct s x = {0}", "x.b = 1", "w");
	expect("struct s x = {0}", "struct s z = x; y = z.m", "rv");
}

static void parameters_are_pointers(void **state)
{
	(void)state;
	const char *text = "struct s { int a[2]; };\nvoid f(double x[4][4], int y[], struct s z)\n{\n#pragma omp parallel\n{ x[1][2] = 1; y[0]++; z.a[0] = 1; }\n}\n";
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source) && pragma_find(&source, &pragmas) && survey(&source, &pragmas, &found));
	assert_int_equal(found.reference_count, 3);
	for (unsigned i = 0; i < 3; i++)
		assert_int_equal(found.references[i].access & (ACCESS_READ | ACCESS_WRITE | ACCESS_ADDRESS), i < 2 ? ACCESS_READ : ACCESS_WRITE);
}

static void through_macros(void **state)
{
	(void)state;
	expect("int x = 0", "SET(x)", "w");
	expect("int x = 0", "y = TWICE(x)", "rv");
	expect("int x = 0", "y = _Generic(x, int: 1, default: 2)", "rv");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(scalars), TEST(unevaluated), TEST(pointers), TEST(arrays), TEST(records), TEST(parameters_are_pointers), TEST(through_macros),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
