/* The lint pass: translator/lint.h, driven on small programs.  What is printed is compared with parts of it. */
#include "translator/dataenv.h"
#include "translator/lint.h"
#include "translator/lint_findings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static struct source source;
static const char *const no_flags[] = {NULL};
static const char *const cc[] = {"cc", NULL};
static struct source_options options = {.path = "test.c", .cpp = no_flags, .cc = cc};
static char printed[1 << 16];

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	source = (struct source){0};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	source_release(&source);
	arena_release(&arena);
	return 0;
}

/* Calls work and keeps what it writes to stderr in `printed`. */
static bool capture(bool (*work)(const char *), const char *text)
{
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);

	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	bool result = work(text);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
	fclose(file);
	return result;
}

/* Both parts of the lint pass. */
static bool run_lint(const char *text)
{
	struct pragma_table pragmas;
	struct survey result;
	struct region_tree tree;

	source_release(&source);
	if (!source_read(&source, &arena, &options, text, strlen(text)) || !source_parse(&source) ||
		!pragma_find(&source, &pragmas) || !survey(&source, &pragmas, &result))
		return false;
	bool good = lint(&result);
	if (good && region_build(&source, &result, &tree) && dataenv_build(&tree))
		good = lint_loops(&tree);
	survey_release(&result);
	return good;
}

/* The body of `int f(int n, int *a, struct pair s)` with some variables. */
static const char *in_function(const char *body)
{
	return arena_printf(
		&arena,
		"struct pair { int x, y; };\nstatic int g;\nvoid use(int);\n"
		"int f(int n, int *a, struct pair s)\n{\n\tint i, j, v = 0;\n\tfloat r = 0;\n%s\n\treturn v + n;\n}\n",
		body);
}

static void expect_error(const char *body, const char *message)
{
	assert_false(capture(run_lint, in_function(body)));
	if (!strstr(printed, message))
		fail_msg("expected \"%s\" for\n%s\nprinted:\n%s", message, body, printed);
}

static void expect_nothing(const char *body)
{
	bool good = capture(run_lint, in_function(body));
	if (!good || printed[0])
		fail_msg("expected nothing for\n%s\nprinted:\n%s", body, printed);
}

static void test_default_none(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel default(none) shared(a)\n a[v] = 1;",
				 "test.c:9:4: error: 'v' has no declared sharing: default(none) asks for a clause for every variable");
	assert_non_null(strstr(printed, "note: the default clause is here"));
	expect_error("#pragma omp parallel default(private)\n g = 1;", "'g' has no declared sharing: default(private)");
	expect_nothing("#pragma omp parallel default(none) shared(a, v)\n a[v] = 1;");
}

static void test_conflicts(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel private(v) shared(v)\n use(1);", "'v' appears in both 'private' and 'shared'");
	expect_error("#pragma omp parallel copyin(g)\n use(1);", "'g' in 'copyin' is not threadprivate");
	expect_error(
		"#pragma omp parallel private(v)\n{\n#pragma omp for reduction(+ : v)\nfor (i = 0; i < 3; i++)\nv++;\n}",
		"'v' is private in the enclosing 'parallel'");
	expect_error("#pragma omp parallel reduction(& : r)\n use(1);", "'r' of type 'float' cannot be reduced with '&'");
	expect_error("#pragma omp parallel reduction(+ : v, s)\n use(1);",
				 "'s' of type 'struct pair' cannot be reduced with '+'");
	expect_nothing("#pragma omp parallel for lastprivate(v) firstprivate(v)\nfor (i = 0; i < n; i++)\nv = i;");
}

static void test_canonical_loops(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel for\nfor (;;)\n;", "the loop must begin by setting its variable");
	expect_error("#pragma omp parallel for\nfor (i = 0; i * i < n; i++)\n;", "condition must compare 'i'");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i *= 2)\n;", "must step 'i' by a fixed amount");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i--)\n;", "'i' moves away from its bound");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i += 0)\n;", "the step of 'i' is 0");
	expect_error("#pragma omp parallel for\nfor (i = 0; i != n; i += 2)\n;", "the step of 'i' must be 1 or -1");
	expect_error("#pragma omp parallel for\nfor (float x = 0; x < n; x += 0.5f)\n;",
				 "the loop variable 'x' must be an integer or a pointer");
	assert_null(strstr(printed, "integer, not"));
	expect_error("#pragma omp parallel for collapse(2)\nfor (i = 0; i < n; i++)\nuse(i);",
				 "test.c:8:1: error: collapse(2) needs 2");
	expect_error("#pragma omp parallel for collapse(2)\nfor (i = 0; i < n; i++)\nfor (j = 0; j < a[i]; j++)\n;",
				 "the bound of 'j' may depend on 'i' only as in");
	expect_error("#pragma omp parallel for\n{ for (i = 0; i < n; i++)\n; }", "must be followed by a for loop");
	expect_error("#pragma omp parallel for\nwhile (n)\n;",
				 "test.c:8:1: error: 'parallel for' must be followed by a for loop");
	expect_nothing("#pragma omp parallel for collapse(2)\nfor (i = 0; i < n; i++)\nfor (j = i + 1; j < n; j++)\n;");
}

static void test_loop_variables_changed(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i++)\n{\nif (i % 2)\ni++;\n}",
				 "test.c:12:1: error: 'i' is the loop variable and must not change");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i++)\n{ n = 3; }",
				 "'n' controls the loop and must not change");
	expect_nothing("#pragma omp parallel firstprivate(n)\n{\n#pragma omp for\nfor (i = 0; i < n; i++)\nn = 3;\n}");
	expect_nothing("#pragma omp parallel for\nfor (i = 0; i < a[0]; i++)\na[i] = 3;");
	expect_nothing("#pragma omp parallel for\nfor (i = 0; i < n; i++) {\nint n = 2;\nn++;\n}");
	expect_nothing("#pragma omp parallel for private(j)\nfor (i = 0; i < n; i++)\nfor (j = 0; j < n; j++)\na[i] = j;");
}

static void test_jumps(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel\n{ if (n)\nreturn 1; }",
				 "test.c:10:1: error: 'return' leaves the 'parallel' region");
	expect_error("#pragma omp master\n{ return 1; }", "'return' leaves the 'master' region");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i++)\nif (i)\nbreak;",
				 "'break' leaves the 'parallel for' region");
	expect_error("for (;;)\n{\n#pragma omp critical\ncontinue;\n}", "'continue' leaves the 'critical' region");
	expect_error("#pragma omp parallel\n{\ngoto out;\n}\nout:", "'goto' leaves the 'parallel' region");
	expect_error("goto in;\n#pragma omp parallel\n{\nin: use(1);\n}", "'goto' enters the 'parallel' region");
	expect_error("switch (n) {\n#pragma omp critical\n{ case 1: use(1); }\n}", "'case' enters the 'critical' region");
	expect_error("void *p = &&out;\n#pragma omp parallel\ngoto *p;\nout:",
				 "computed 'goto' may cross the border of the 'parallel' region");
	expect_nothing("#pragma omp parallel for\nfor (i = 0; i < n; i++) {\nif (i)\ncontinue;\n"
				   "for (;;)\nbreak;\nswitch (n) {\ncase 1:\nbreak;\n}\ngoto next;\nnext:;\n}");
}

static void test_each_error_is_said_once(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel\n{\nreturn 1;\n}", "'return' leaves");
	assert_null(strstr(strstr(printed, "error: ") + 1, "error: "));
}

static void test_longjmp_is_a_warning(void **state)
{
	(void)state;
	const char *text =
		"void longjmp(void *, int);\nint f(void *p)\n{\n#pragma omp parallel\n{ longjmp(p, 1); }\nreturn 0;\n}\n";
	assert_true(capture(run_lint, text));
	assert_non_null(strstr(printed, "warning: 'longjmp' in a 'parallel' region"));
}

static void test_nesting(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i++) {\n#pragma omp barrier\n}",
				 "'barrier' may not be nested in 'parallel for': all threads");
	expect_error("#pragma omp critical(c)\n{\n#pragma omp critical(c)\nuse(1);\n}",
				 "'critical (c)' may not be nested in itself");
	expect_error("#pragma omp critical\n{\n#pragma omp critical\nuse(1);\n}", "'critical' may not be nested in itself");
	expect_error("#pragma omp parallel for\nfor (i = 0; i < n; i++)\n#pragma omp ordered\nuse(1);",
				 "'ordered' needs an enclosing loop with the 'ordered' clause, and 'parallel for' has none");
	expect_error("if (n)\n#pragma omp barrier\nuse(1);", "'barrier' needs braces around it");
	expect_nothing("#pragma omp critical(c)\n{\n#pragma omp critical(d)\nuse(1);\n}");
}

static void test_statements(void **state)
{
	(void)state;
	expect_error("{\n#pragma omp parallel\n}", "test.c:9:1: error: 'parallel' must be followed by a statement");
	expect_error("#pragma omp single\nint w = 1;", "test.c:8:1: error: 'single' must be followed by a statement");
	expect_error("#pragma omp atomic\nv = n;", "'atomic' needs a statement like");
	expect_error("#pragma omp atomic write\ns = s;", "'s' of type 'struct pair' cannot be atomic");
	expect_error("#pragma omp sections\nuse(1);", "'sections' must be followed by a block in braces");
}

static void test_clause_arguments(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel num_threads(0)\nuse(1);", "'num_threads' must be positive");
	expect_error("#pragma omp parallel num_threads(workers)\nuse(1);", "'workers' is not declared");
	expect_error("#pragma omp parallel num_threads(r)\nuse(1);", "'num_threads' needs an integer");
	expect_error("#pragma omp simd safelen(n)\nfor (i = 0; i < n; i++)\n;",
				 "'safelen' needs a positive integer constant");
}

static void test_macros_in_pragmas(void **state)
{
	(void)state;
	expect_error("#define SHARING shared(v) private(v)\n#pragma omp parallel SHARING\nuse(1);",
				 "test.c:9:22: error: 'v' appears in both 'shared' and 'private'");
}

static void test_what_libclang_does_not_know(void **state)
{
	(void)state;
	expect_nothing("#pragma omp flush seq_cst");
	expect_nothing("double w[n];\n#pragma omp task firstprivate(w)\nuse((int)w[0]);");
}

static void test_errors_in_c_are_left_to_the_back_end(void **state)
{
	(void)state;
	assert_true(capture(
		run_lint,
		"int f(int n)\n{\n#pragma omp parallel\n n = 0;\n return n;\n}\nint g(void)\n{\n return missing;\n}\n"));
	assert_string_equal(printed, "");
}

static void test_declare_reduction(void **state)
{
	(void)state;
	expect_error("#pragma omp declare reduction(+ : int : omp_out += omp_in)",
				 "'+' is already a reduction for type 'int'");
	expect_error("#pragma omp declare reduction(add : int : omp_out += omp_in) initializer(omp_out = 0)",
				 "the initializer of 'add' must set omp_priv");
	expect_nothing("#pragma omp declare reduction(add : int : omp_out += omp_in) initializer(omp_priv = 0)");
}

static void test_findings_are_sorted(void **state)
{
	(void)state;
	expect_error("#pragma omp parallel default(none)\na[n] = i + j;", "'a' has");
	const char *a = strstr(printed, "'a' has"), *n = strstr(printed, "'n' has"), *i = strstr(printed, "'i' has");
	assert_true(a && n && i && a < n && n < i);
	const char *note = strstr(printed, "the default clause");
	assert_non_null(note);
	assert_null(strstr(note + 1, "the default clause"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_default_none, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_conflicts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_canonical_loops, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_loop_variables_changed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_jumps, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_each_error_is_said_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_longjmp_is_a_warning, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_nesting, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_statements, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_clause_arguments, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_macros_in_pragmas, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_libclang_does_not_know, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_errors_in_c_are_left_to_the_back_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_declare_reduction, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_findings_are_sorted, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
