/* Tests of translator/template.h: holes, remarks, indentation and marks.  The templates are this file's own. */
#include "translator/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

const struct template_file template_files[] = {
	{"one", "call", "@name@(@arguments@);\n"},
	{"two", "call", "call @name@\n"},
	{"one", "block", "@# A remark.\n{ /* @origin@ */\n\t@declare@\n\tif (x) {\n\t\t@body@\n\t}\n\t@after@\n}\n"},
	{"one", "plain", "a@b;\n\n\n"},
	{NULL, NULL, NULL},
};

static struct arena arena;

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* The template filled for offset 7; a mark is written as <kind offset>. */
static void expect_filled(const char *name, const struct hole *holes, const char *expected)
{
	const char *text = template_fill(&arena, "one", name, 7, holes);
	char shown[512];
	size_t length = 0;
	bool mark = false;
	for (; *text && length + 1 < sizeof shown; text++) {
		char c = *text == MARK ? '<' : mark && *text == ';' ? '>' : *text;
		mark = c == '<' || (mark && c != '>');
		shown[length++] = c;
	}
	shown[length] = '\0';
	assert_string_equal(shown, expected);
}

static void fills_holes(void **state)
{
	(void)state;
	expect_filled("call", (struct hole[]){{"name", "f"}, {"arguments", "a, b"}, {NULL, NULL}}, "<G7>f(a, b);");
	expect_filled("call", (struct hole[]){{"arguments", NULL}, {"name", "f"}, {NULL, NULL}}, "<G7>f();");
}

static void chooses_by_target(void **state)
{
	(void)state;
	const char *text = template_fill(&arena, "two", "call", 1, (struct hole[]){{"name", "f"}, {NULL, NULL}});
	assert_string_equal(text + strlen(mark_generated(&arena, 1)), "call f");
}

static void a_line_of_an_empty_hole_vanishes(void **state)
{
	(void)state;
	expect_filled("block", (struct hole[]){{"origin", "o"}, {"declare", ""}, {"body", "b"}, {"after", NULL}, {NULL, NULL}},
		      "<G7>{ /* o */\n\tif (x) {\n\t\tb\n\t}\n}");
}

static void lines_of_a_hole_are_indented(void **state)
{
	(void)state;
	expect_filled("block", (struct hole[]){{"origin", "o"}, {"declare", "int a;\nint b;"}, {"body", "{\n\tx\n\n#if 1\n\ty\n}"}, {"after", "z"}, {NULL, NULL}},
		      "<G7>{ /* o */\n\tint a;\n\tint b;\n\tif (x) {\n\t\t{\n\t\t\tx\n\n#if 1\n\t\t\ty\n\t\t}\n\t}\n\tz\n}");
}

static void generated_text_goes_on_after_user_text(void **state)
{
	(void)state;
	const char *user = arena_printf(&arena, "%sx", mark_user(&arena, 77));
	expect_filled("block", (struct hole[]){{"origin", "o"}, {"declare", ""}, {"body", user}, {"after", ""}, {NULL, NULL}},
		      "<G7>{ /* o */\n\tif (x) {\n\t\t<U77>x<G7>\n\t}\n}");
}

static void one_at_sign_is_text(void **state)
{
	(void)state;
	expect_filled("plain", (struct hole[]){{NULL, NULL}}, "<G7>a@b;");
}

static void indents_all_but_the_first_line(void **state)
{
	(void)state;
	assert_string_equal(indent_lines(&arena, "a\nb\n\n#c\n", "  "), "a\n  b\n\n#c\n");
	assert_string_equal(indent_lines(&arena, "", "  "), "");
	assert_string_equal(indent_lines(&arena, "a\r\n\r\nb", "\t"), "a\r\n\r\n\tb");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(fills_holes), TEST(chooses_by_target), TEST(a_line_of_an_empty_hole_vanishes), TEST(lines_of_a_hole_are_indented),
		TEST(generated_text_goes_on_after_user_text), TEST(one_at_sign_is_text), TEST(indents_all_but_the_first_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
