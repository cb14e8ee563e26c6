/* Tests of translator/accesses*.c and extents.c: what a loop does to x, and which part of it. */
#include "translator/extents.h"
#include "translator/region.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "surveyed.h"

/* "rw [0:n]": read, written, and the section of x (or of the member of x that is named); "f" in place of w: every element is
   written.  An objection is what is found instead. */
static void expect(const char *declaration, const char *loop, const char *expected)
{
	const char *text = arena_printf(&arena,
		"#include <stdlib.h>\n#include <math.h>\nstruct s { int n, a[4]; double *d; struct s *next; };\nint rand_of(int *);\n"
		"static double add(double a, double b) { return a + b; }\n"
		"static void set(double *at, int n) { for (int k = 0; k < n; k++) at[k] = k; }\n"
		"void f(int n, int m, unsigned u, long l, int *q, double *restrict y)\n{\n%s;\n#pragma omp parallel for\n%s\n}\n", declaration, loop);
	struct accesses accesses;
	survey_release(&found);
	source_release(&source);
	found = (struct survey){0};
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source) && pragma_find(&source, &pragmas) && survey(&source, &pragmas, &found));
	const struct statement *statement = &found.statements[0];
	assert_true(accesses_of_loop(&found, statement->start, statement->end, &accesses));
	const char *words = accesses.objection ? accesses.objection : "not used";
	const struct extent *extent = accesses.objection ? NULL : extents_of(&found, &accesses, statement->start, statement->end);
	for (; extent; extent = extent->next)
		if (extent->variable->name[0] == 'x' && (!strchr(expected, '=') || !strncmp(extent->variable->name, expected, strlen(extent->variable->name))))
			words = arena_printf(&arena, "%s%s%s%s %s", extent->variable->of ? extent->variable->name : "", extent->variable->of ? "=" : "",
					     extent->read ? "r" : "", !extent->written ? "" : extent->filled ? "f" : "w",
					     extent->section ? extent->section : "unknown");
	if (strcmp(words, expected))
		fail_msg("%s; %s: found %s, not %s", declaration, loop, words, expected);
}

#define TO_N "for (int i = 0; i < n; i++) "

static void subscripts(void **state)
{
	(void)state;
	expect("double *x = y", TO_N "x[i] = 1;", "f [0:n]");
	expect("double *x = y", TO_N "x[i] += 1;", "rw [0:n]");
	expect("double *x = y", TO_N "y[i] = x[i + 3];", "r [3:n]");
	expect("double *x = y", TO_N "y[i] = x[2 * i] + x[2 * i + 1];", "r [0:2 * n]");
	expect("double *x = y", TO_N "x[n - 1 - i] = 1;", "f [0:n]");
	expect("double *x = y", TO_N "*(x + i) = 1;", "f [0:n]");
	expect("double *x = y", TO_N "x[7] = i;", "w [7:(n > 0)]");
	expect("double *x = y", TO_N "for (int j = 0; j < m; j++) x[i * m + j] = 1;", "f [0:(long)n * m]");
	expect("double *x = y", TO_N "for (int j = 0; j <= i; j++) x[j] = 1;", "w [0:n]");
	expect("double (*x)[8] = 0", TO_N "for (int j = 0; j < 8; j++) x[i][j] = 1;", "f [0:n][0:8]");
	expect("double (*x)[8] = 0", TO_N "x[i][3] = 1;", "w [0:n][0:8]");
	expect("double x[9]", TO_N "x[i] = 1;", "w ");
	expect("double x[9]", "for (int i = 0; i < 9; i++) x[i] = 1;", "f ");
	expect("double x[n][m]", TO_N "x[i][0] = 1;", "w ");
}

static void bounds(void **state)
{
	(void)state;
	expect("double *x = y", "for (int i = 1; i < n - 1; i++) x[i] = 1;", "f [1:(n > 2) * (n - 2)]");
	expect("double *x = y", "for (int i = m; i <= n; i++) x[i] = 1;", "f [m:(n + 1 > m) * (n - m + 1)]");
	expect("double *x = y", "for (int i = n - 1; i >= 0; i--) x[i] = 1;", "f [0:n]");
	expect("double *x = y", "for (unsigned i = 0; i != u; ++i) x[i] = 1;", "f [0:u]");
	expect("double *x = y", "for (int i = 0; n > i; i = i + 1) x[i] = 1;", "f [0:n]");
	expect("double *x = y", "for (int i = 0; i < 8; i++) x[i] = 1;", "f [0:8]");
	expect("double *x = y", "for (int i = 0; i < n; i += 2) x[i] = 1;", "w unknown");
	expect("double *x = y", "for (unsigned i = 5; i < u; i--) x[i] = 1;", "w unknown");
	expect("double *x = y", "for (int i = 0; i * i < n; i++) x[i] = 1;", "w unknown");
	expect("double *x = y", TO_N "{ x[i] = 1; i++; }", "w unknown");
	expect("double *x = y", TO_N "{ x[i] = 1; m++; x[m] = 1; }", "w unknown");
}

/* Only what is touched whenever the loop runs makes a section larger. */
static void conditions(void **state)
{
	(void)state;
	expect("double *x = y", TO_N "if (q[i]) x[i] = 1;", "w unknown");
	expect("double *x = y", TO_N "{ x[i] = 1; if (q[i]) x[i] = 2; }", "f [0:n]");
	expect("double *x = y", TO_N "{ x[i] = 1; if (q[i]) x[i + 1] = 2; }", "w unknown");
	expect("double *x = y", TO_N "{ if (q[i]) continue; x[i] = 1; }", "w unknown");
	expect("double *x = y", TO_N "{ x[i] = 1; for (int j = 0; j < n; j++) { if (q[j]) break; x[j] = 2; } }", "f [0:n]");
	expect("double *x = y", TO_N "y[i] = n > 3 ? x[i] : 0;", "r unknown");
	expect("double *x = y", TO_N "y[i] = x[i] > 0 && x[i + 1] > 0;", "r unknown");
	expect("double *x = malloc(n * sizeof *x)", TO_N "if (q[i]) x[q[i]] = 1;", "w [0:n]");
	expect("double *x = calloc(n, 8); x = y", TO_N "if (q[i]) x[i] = 1;", "w unknown");
	expect("double *x = malloc(n * 8); n = 3", TO_N "if (q[i]) x[i] = 1;", "w unknown");
}

/* What a conversion cuts off is no number to count with. */
static void conversions(void **state)
{
	(void)state;
	expect("double *x = y", TO_N "x[(int)l + i] = 1;", "w unknown");
	expect("double *x = y", TO_N "x[(unsigned char)i] = 1;", "w unknown");
	expect("double *x = y", TO_N "{ int k = l; x[k] = 1; }", "w unknown");
	expect("double *x = y", TO_N "{ long k = i + 1; x[k] = 1; }", "f [1:n]");
	expect("double *x = y", TO_N "x[(long)i * m] = 1;", "w unknown");
	expect("double *x = y", TO_N "x[i * 2000000000] = 1;", "w unknown");
	expect("double *x = y", TO_N "x[i % 4] = 1;", "w unknown");
}

/* Other names for it, in the loop and in functions. */
static void names(void **state)
{
	(void)state;
	expect("double *x = y", TO_N "{ double *row = x + 4 * i; for (int j = 0; j < 4; j++) row[j] = 1; }", "f [0:4 * n]");
	expect("double *x = y", TO_N "{ double *row = &x[4 * i]; row[3] = 1; }", "w [3:(n > 0) * (4 * n - 3)]");
	expect("double *x = y", TO_N "{ double *row = x; row++; *row = 1; }", "the pointer 'row' is used as a value");
	expect("double *x = y", TO_N "{ double *row; row = x; *row = 1; }", "the pointer 'x' is used as a value");
	expect("double x[6][4]", TO_N "{ double *row = x[i]; row[0] = 1; }", "w ");
	expect("double *x = y", TO_N "set(x + 3 * i, 3);", "f [0:3 * n]");
	expect("double *x = y", TO_N "y[i] = add(x[i], sqrt(x[i]));", "r [0:n]");
	expect("double *x = y", TO_N "q[0] = rand_of((int *)x);", "it calls 'rand_of', which may do more than compute a value of its arguments");
	expect("double **x = 0", TO_N "x[i][0] = 1;", "it follows a pointer that is read from memory; to write by hand: #pragma omp target enter data map(to: x[0:...]), and then for each of these pointers map(to: x[i][0:...])");
	expect("int *x = q", TO_N "((float *)x)[i] = 1;", "it follows a pointer that is read from memory");
}

static void members(void **state)
{
	(void)state;
	expect("struct s x = {0}", "for (int i = 0; i < x.n; i++) y[i] = x.a[i];", "r ");
	expect("struct s x = {0}", "for (int i = 0; i < x.n; i++) x.d[i] = 1;", "x.d=f [0:x.n]");
	expect("struct s *x = 0", "for (int i = 0; i < x->n; i++) x->d[i] = 1;", "x->d=f [0:x->n]");
	expect("struct s *x = 0", TO_N "y[i] = x[i].a[2];", "r [0:n]");
	expect("struct s *x = 0", TO_N "x[i].d[0] = 1;", "it follows a pointer that is read from memory");
	expect("struct s *x = 0", TO_N "x->next->n = i;", "x->next=w [0:(n > 0)]");
	expect("struct s x = {0}", TO_N "{ x.d[i] = 1; struct s z = x; q[i] = z.n; }", "'x' is used as a whole beside 'x.d'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(subscripts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bounds, set_up, tear_down),
		cmocka_unit_test_setup_teardown(conditions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(conversions, set_up, tear_down),
		cmocka_unit_test_setup_teardown(names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(members, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
