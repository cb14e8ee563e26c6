/* Tests of translator/loop.h: the canonical loop forms of OpenMP 5.2, 4.4.1, read from text. */
#include "translator/loop.h"
#include "translator/region.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "surveyed.h"

static struct region_tree tree;
static char printed[4096];

/* Reads `count` loops from a statement; what is printed goes to `printed`. */
static bool read_loops(const char *statement, int count, struct loop *loops)
{
	const char *text = arena_printf(&arena,
		"#define UP(i) (i)++\n#define EACH(i) for (i = 0; i < 9; i++)\n"
		"struct pair { int first, last; };\nvoid f(int n, int *p, int *e, unsigned u, double d, struct pair s)\n{\n"
		"int i, j; long k; int a[4];\n#pragma omp for\n%s\n(void)i, (void)j, (void)k, (void)a; }\n", statement);
	survey_release(&found);
	source_release(&source);
	found = (struct survey){0};
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source) && pragma_find(&source, &pragmas) && survey(&source, &pragmas, &found));
	tree = (struct region_tree){.source = &source, .survey = &found};
	assert_true(found.statements[0].found);
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);
	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	bool good = loop_read(&tree, found.statements[0].start, found.statements[0].end, "for", count, loops, NULL);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
	fclose(file);
	return good;
}

static const char *text_of(struct span span)
{
	return span.start >= span.end ? "" : arena_strndup(&arena, source.text + span.start, span.end - span.start);
}

/* The loop as "name: lower relation bound, step": a step of 1 is written +1 or -1. */
static const char *described(const struct loop *loop)
{
	static const char *const relations[] = {"<", "<=", ">", ">=", "!="};
	return arena_printf(&arena, "%s%s: %s %s %s, %s%s%s", loop->declared ? "new " : "", loop->variable->name, text_of(loop->lower),
			    relations[loop->relation], text_of(loop->bound), loop->subtract ? "-" : "+",
			    loop->unit ? "1" : text_of(loop->step), loop->down ? " down" : "");
}

static void expect_loop(const char *header, const char *expected)
{
	struct loop loop;
	if (!read_loops(arena_printf(&arena, "for (%s) a[0]++;", header), 1, &loop))
		fail_msg("%s: %s", header, printed);
	assert_string_equal(described(&loop), expected);
	assert_string_equal(text_of(loop.body), "a[0]++;");
	assert_int_equal(strncmp(text_of(loop.header), "for (", 5), 0);
	assert_string_equal(text_of(loop.name), loop.variable->name);
}

static void expect_refused(const char *header, const char *message)
{
	struct loop loop;
	assert_false(read_loops(arena_printf(&arena, "for (%s) a[0]++;", header), 1, &loop));
	assert_int_equal(tree.expand_count, 0);
	if (!strstr(printed, message))
		fail_msg("%s: printed %s, not %s", header, printed, message);
}

static void first_part(void **state)
{
	(void)state;
	expect_loop("int x = 0; x < n; x++", "new x: 0 < n, +1");
	expect_loop("i = 0; i < n; i++", "i: 0 < n, +1");
	expect_loop("k = (n, 4); k < n; k++", "k: (n, 4) < n, +1");
	expect_loop("const int *q = p; q < e; q++", "new q: p < e, +1");
	expect_loop("unsigned long x=u;x<9;++x", "new x: u < 9, +1");
	expect_loop("i = /* from */ 1; i < n; i++", "i: /* from */ 1 < n, +1");
	expect_refused("; i < n; i++", "the first part must set the loop variable");
	expect_refused("n; i < n; i++", "the first part must set the loop variable");
	expect_refused("a[0] = 0; i < n; i++", "the first part must set the loop variable");
	expect_refused("d = 0; d < n; d++", "must be an integer or a pointer, not 'double'");
}

static void condition(void **state)
{
	(void)state;
	expect_loop("i = 0; i <= n - 1; i++", "i: 0 <= n - 1, +1");
	expect_loop("i = n; i > 0; i--", "i: n > 0, -1 down");
	expect_loop("i = n; i >= 0; --i", "i: n >= 0, -1 down");
	expect_loop("i = 0; i != n; i++", "i: 0 != n, +1");
	expect_loop("i = 9; i != n; i--", "i: 9 != n, -1 down");
	expect_loop("i = 0; n > i; i++", "i: 0 < n, +1");
	expect_loop("i = 0; n >= i; i++", "i: 0 <= n, +1");
	expect_loop("i = 9; 0 <= i; i--", "i: 9 >= 0, -1 down");
	expect_loop("i = 0; (i < (n)); i++", "i: 0 < (n), +1");
	expect_loop("i = 0; (i) < n; i++", "i: 0 < n, +1");
	expect_loop("i = s.first; i < s.last; i++", "i: s.first < s.last, +1");
	expect_loop("i = 0; i < (n < 4 ? n : 4); i++", "i: 0 < (n < 4 ? n : 4), +1");
	expect_refused("i = 0; ; i++", "the condition must compare the loop variable");
	expect_refused("i = 0; n; i++", "the condition must compare the loop variable");
	expect_refused("i = 0; j < n; i++", "the condition must compare the loop variable");
	expect_refused("i = 0; i == n; i++", "the condition must compare the loop variable");
}

static void increment(void **state)
{
	(void)state;
	expect_loop("i = 0; i < n; i += 2", "i: 0 < n, +2");
	expect_loop("i = 0; i < n; i += n * 2", "i: 0 < n, +n * 2");
	expect_loop("i = n; i > 0; i -= 3", "i: n > 0, -3 down");
	expect_loop("i = 0; i < n; i = i + 2", "i: 0 < n, +2");
	expect_loop("i = 0; i < n; i = 2 + i", "i: 0 < n, +2");
	expect_loop("i = n; i > 0; i = i - u", "i: n > 0, -u down");
	expect_loop("i = 0; i < n; i += 1", "i: 0 < n, +1");
	expect_loop("i = n; i > 0; i += -1", "i: n > 0, +1 down");
	expect_loop("i = 0; i < n; i -= -2", "i: 0 < n, --2");
	expect_loop("i = 0; i < n; (i++)", "i: 0 < n, +1");
	expect_refused("i = 0; i < n; ", "the last part must add to or subtract from");
	expect_refused("i = 0; i < n; i *= 2", "the last part must add to or subtract from");
	expect_refused("i = 0; i < n; j++", "the last part must add to or subtract from");
	expect_refused("i = 0; i < n; i = 2 - i", "the last part must add to or subtract from");
	expect_refused("i = 0; i < n; i += 0", "the step of the loop is 0");
	expect_refused("i = 0; i < n; i--", "the loop's condition and its step go in opposite directions");
	expect_refused("i = n; i > 0; i += 1", "the loop's condition and its step go in opposite directions");
}

static void comments_in_the_header(void **state)
{
	(void)state;
	expect_loop("i = 0; /* ; ( ' */ i < n; i++", "i: 0 < n, +1");
	struct loop loop;
	assert_true(read_loops("for (i = 0; // it's ( here;\n i < n; i++) a[0]++;", 1, &loop));
	assert_string_equal(text_of(loop.bound), "n");
}

static void nests(void **state)
{
	(void)state;
	struct loop loops[3];
	assert_true(read_loops("for (i = 0; i < n; i++) for (j = i; j < n; j++) a[0]++;", 2, loops));
	assert_string_equal(described(&loops[1]), "j: i < n, +1");
	assert_string_equal(text_of(loops[1].body), "a[0]++;");
	assert_true(read_loops("for (i = 0; i < n; i++) { /* one */ for (j = 0; j < 4; j++) { { for (k = 0; k < 3; k++) { a[0]++; } } } }", 3, loops));
	assert_string_equal(described(&loops[2]), "k: 0 < 3, +1");
	assert_string_equal(text_of(loops[2].body), "{ a[0]++; }");
	assert_true(read_loops("for (i = 0; i < n; i++) { // it's so\n for (j = 0; j < 4; j++) a[0]++; }", 2, loops));
	assert_false(read_loops("for (i = 0; i < n; i++) a[0]++;", 2, loops));
	assert_non_null(strstr(printed, "'for' asks for 2 nested loops, but the body of loop 1 is not a for loop"));
	assert_false(read_loops("for (i = 0; i < n; i++) { a[0]++; for (j = 0; j < 4; j++) ; }", 2, loops));
}

static void macros_are_to_be_expanded(void **state)
{
	(void)state;
	struct loop loop;
	assert_false(read_loops("for (i = 0; i < n; UP(i)) a[0]++;", 1, &loop));
	assert_int_equal(tree.expand_count, 1);
	assert_int_equal(tree.expand[0], strstr(source.text, "UP(i))") - source.text);
	assert_string_equal(printed, "");
	assert_false(read_loops("EACH(i) a[0]++;", 1, &loop));
	assert_int_equal(tree.expand_count, 1);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(first_part), TEST(condition), TEST(increment), TEST(comments_in_the_header), TEST(nests), TEST(macros_are_to_be_expanded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
