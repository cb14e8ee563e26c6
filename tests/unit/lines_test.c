/* Tests of translator/lines.c: marks in rendered text become #line directives, or vanish. */
#include "translator/lower.h"
#include "translator/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct source source;
static const char *const no_flags[] = {NULL};
static struct source_options options = {.path = "test.c", .cpp = no_flags, .cc = no_flags};

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

static const char user[] = "int a;\nint f(void)\n{\n\treturn a;\n}\n";

static void parse(const char *text)
{
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source));
}

static unsigned at(const char *spelling)
{
	const char *place = strstr(source.text, spelling);
	assert_non_null(place);
	return (unsigned)(place - source.text);
}

static void expect(const char *marked, bool for_display, const char *expected)
{
	struct text out = {0};
	lines_finish(&source, marked, strlen(marked), for_display, &out);
	assert_string_equal(out.data, expected);
	text_release(&out);
}

#define U(spelling) mark_user(&arena, at(spelling))
#define G(spelling) mark_generated(&arena, at(spelling))

static void text_without_marks_stays(void **state)
{
	(void)state;
	parse(user);
	expect(user, false, user);
	expect(user, true, user);
	expect("", false, "");
}

static void user_text_keeps_line_and_column(void **state)
{
	(void)state;
	parse(user);
	expect(arena_printf(&arena, "int a;\n%sreturn a;\n}\n", U("return")), false, "int a;\n#line 4 \"test.c\"\n return a;\n}\n");
}

static void generated_text_stands_on_one_line(void **state)
{
	(void)state;
	parse(user);
	expect(arena_printf(&arena, "%s{\n\tg();\n\th();\n}%s\n}\n", G("return"), U("\n}\n")), false,
	       "#line 4 \"ppcc-generated:test.c\"\n{ \tg(); \th(); } \n#line 4 \"test.c\"\n          \n}\n");
}

static void directives_in_generated_text_have_their_own_line(void **state)
{
	(void)state;
	parse(user);
	expect(arena_printf(&arena, "%sx;\n\t#pragma omp simd\n\ty;", G("int f")), false,
	       "#line 2 \"ppcc-generated:test.c\"\nx; \n#pragma omp simd\n#line 2 \"ppcc-generated:test.c\"\n\ty; ");
}

static void empty_runs_leave_nothing(void **state)
{
	(void)state;
	parse(user);
	expect(arena_printf(&arena, "a%s%s%sb", G("int f"), U("int f"), G("int a")), false, "a\n#line 1 \"ppcc-generated:test.c\"\nb ");
}

static void display_has_no_marks(void **state)
{
	(void)state;
	parse(user);
	expect(arena_printf(&arena, "a\n%s{\n\tg();\n}%s\nb\n", G("int f"), U("return")), true, "a\n{\n\tg();\n}\nb\n");
}

static void places_are_the_users(void **state)
{
	(void)state;
	parse("#line 40 \"dir/a \\\"b\\\".h\"\nint a;\nint b;\n");
	expect(arena_printf(&arena, "%sint b;", U("int b")), false, "#line 41 \"dir/a \\\"b\\\".h\"\nint b;");
}

static void no_byte_order_mark_inside(void **state)
{
	(void)state;
	parse("\xEF\xBB\xBFint a;\n");
	expect(arena_printf(&arena, "%s\xEF\xBB\xBFint a;\n", mark_user(&arena, 0)), false, "#line 1 \"test.c\"\nint a;\n");
}

static void openmp_is_defined_for_a_reader_who_compiles(void **state)
{
	(void)state;
	struct text out = {0};
	parse("#ifdef _OPENMP\nint a;\n#endif\n");
	lines_for_display(&source, "x\n", 2, &out, NULL);
	assert_int_equal(strncmp(out.data, "#ifndef _OPENMP\n#define _OPENMP 202111", 38), 0);
	assert_string_equal(out.data + out.length - 9, "#endif\nx\n");
	text_release(&out);
	source_release(&source);
	parse("int _OPENMP_not;\n");
	lines_for_display(&source, "x\n", 2, &out, NULL);
	assert_string_equal(out.data, "x\n");
	text_release(&out);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(text_without_marks_stays), TEST(user_text_keeps_line_and_column), TEST(generated_text_stands_on_one_line),
		TEST(directives_in_generated_text_have_their_own_line), TEST(empty_runs_leave_nothing), TEST(display_has_no_marks),
		TEST(places_are_the_users), TEST(no_byte_order_mark_inside), TEST(openmp_is_defined_for_a_reader_who_compiles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
