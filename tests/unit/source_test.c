/* Tests of translator/source.h: reading, tokens, places, and which of libclang's errors count. */
#include "translator/diagnostic.h"
#include "translator/source.h"

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
static struct source_options options = {.path = "test.c", .cpp = no_flags, .cc = no_flags};

static void parse(const char *text)
{
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source));
}

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	source = (struct source){0};
	options = (struct source_options){.path = "test.c", .cpp = no_flags, .cc = no_flags};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	source_release(&source);
	arena_release(&arena);
	return 0;
}

/* The first token that starts at the `count`th place where spelling stands in the text. */
static const struct token *token_of(const char *spelling, int count)
{
	const char *at = source.text;
	while (count-- > 0) {
		at = strstr(at, spelling);
		assert_non_null(at);
		if (count)
			at++;
	}
	unsigned index = source_token_at(&source, (unsigned)(at - source.text));
	assert_true(index < source.token_count);
	assert_int_equal(source.tokens[index].start, at - source.text);
	return &source.tokens[index];
}

static unsigned offset_of(const char *spelling)
{
	const char *at = strstr(source.text, spelling);
	assert_non_null(at);
	return (unsigned)(at - source.text);
}

static void expect_place(const char *spelling, const char *file, unsigned line, unsigned column)
{
	struct place place = source_place(&source, offset_of(spelling));
	assert_string_equal(place.file, file);
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

/* Reads the bytes from a file; returns what source_read does. */
static bool read_bytes(const char *bytes, size_t size)
{
	char path[] = "/tmp/ppcc_source_test_XXXXXX";
	int descriptor = mkstemp(path);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, bytes, size), (ssize_t)size);
	close(descriptor);
	options.path = path;
	bool good = source_read(&source, &arena, &options, NULL, 0);
	unlink(path);
	options.path = "test.c";
	return good;
}

static void reads_files(void **state)
{
	(void)state;
	assert_true(read_bytes("int x;", 6));
	assert_int_equal(source.size, 6);
	assert_string_equal(source.text, "int x;");
	assert_true(read_bytes("", 0));
	assert_int_equal(source.size, 0);
	assert_true(source_parse(&source));
	assert_int_equal(source.token_count, 0);
}

static void refuses_what_is_no_text(void **state)
{
	(void)state;
	assert_false(read_bytes("int\0x;", 6));
	options.path = "/";
	assert_false(source_read(&source, &arena, &options, NULL, 0));
	options.path = "/nonexistent/file.c";
	assert_false(source_read(&source, &arena, &options, NULL, 0));
}

static void knows_directives(void **state)
{
	(void)state;
	parse("/* c */ # define A \\\n  1 /* goes\n on */ + 2\n"
	      "int a = A; # not_first\n"
	      "%:pragma omp barrier // tail \\\n still\n"
	      "const char *s = \"\\\n#no\"; /*\n# neither */ int b;\n");
	assert_true(token_of("#", 1)->directive);
	assert_true(token_of("1", 1)->directive);
	assert_true(token_of("/* goes", 1)->directive);
	assert_true(token_of("2", 1)->directive);
	assert_false(token_of("int a", 1)->directive);
	assert_false(token_of("# not_first", 1)->directive);
	assert_true(token_of("%:", 1)->directive);
	assert_true(token_of("barrier", 1)->directive);
	assert_true(token_of("// tail", 1)->directive);
	assert_false(token_of("const", 1)->directive);
	assert_false(token_of("int b", 1)->directive);
}

static void gives_the_end_of_a_directive(void **state)
{
	(void)state;
	parse("#pragma omp parallel \\\r\n  private(x) /* a\nb */ shared(y)\r\nint z;");
	unsigned end = source_directive_end(&source, 0);
	assert_int_equal(end, offset_of("\r\nint z"));
}

static void knows_skipped_branches(void **state)
{
	(void)state;
	parse("#if 0\nint off;\n#else\nint on;\n#endif\n#ifdef _OPENMP\nint omp;\n#else\nint no;\n#endif\n"
	      "#if _OPENMP == 202111\nint exact;\n#endif\n");
	assert_true(token_of("off", 1)->skipped);
	assert_false(token_of("on;", 1)->skipped);
	assert_false(token_of("omp;", 1)->skipped);
	assert_true(token_of("no;", 1)->skipped);
	assert_false(token_of("exact", 1)->skipped);
	unsigned first = source_program_token(&source, 0);
	assert_int_equal(source.tokens[first].start, offset_of("int on"));
}

static void finds_tokens(void **state)
{
	(void)state;
	parse("int a;\n// c\nint b;");
	assert_int_equal(source_token_at(&source, 0), 0);
	assert_int_equal(source_token_at(&source, 1), 1);
	assert_int_equal(source_token_at(&source, source.size), source.token_count);
	assert_true(source_token_is(&source, 1, "a"));
	assert_false(source_token_is(&source, 1, "ab"));
	assert_false(source_token_is(&source, source.token_count, "a"));
}

static void gives_the_users_places(void **state)
{
	(void)state;
	const char *text = "int a;\n#line 100 \"other.h\"\n  int b;\n/*\n#line 7\n*/ int c;\n# 5\nint d;\n"
	                   "#define TWO(x) x x\n#line 50 \"dir\\\\q.c\"\nTWO(inside)\n#if 0\n#line 9\n#endif\nint e;\n";
	parse(text);
	expect_place("int a", "test.c", 1, 1);
	expect_place("int b", "other.h", 100, 3);
	expect_place("int c", "other.h", 103, 4);
	expect_place("int d", "other.h", 5, 1);
	expect_place("inside", "dir\\q.c", 50, 5);
	expect_place("int e", "dir\\q.c", 54, 1);
	struct place end = source_place(&source, source.size + 10);
	assert_int_equal(end.line, 55);
}

static void gives_places_of_an_unparsed_text(void **state)
{
	(void)state;
	const char *text = "int a;\n#line 100 \"other.h\"\n  int b;\n";
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	expect_place("int a", "test.c", 1, 1);
	expect_place("int b", "other.h", 100, 3);
}

static void keeps_flags_that_matter(void **state)
{
	(void)state;
	static const char *const flags[] = {"-DONE=1", "-D", "TWO=2", "-Wp,-DTHREE=3,-MD,x.d", "-MD", "-MF", "/nonexistent/x.d",
	                                    "-Wall", "-fno-such-flag", "-o", "x.o", "-std=gnu11", "--param", "x=1", "-march=x86-64",
	                                    "-UFOUR", "-fopenmp", NULL};
	options.cpp = flags;
	parse("#if ONE == 1 && TWO == 2 && THREE == 3 && __STDC_VERSION__ == 201112\nint right;\n#endif\n");
	assert_false(token_of("right", 1)->skipped);
	assert_int_equal(clang_getNumDiagnostics(source.unit), 0);
}

static bool in_body(struct source *of, unsigned offset, void *context)
{
	(void)of;
	return offset >= *(unsigned *)context;
}

static void reports_errors_that_matter(void **state)
{
	(void)state;
	parse("int f(void) { return unknown; }\nint g(void) { return 1; }\n");
	unsigned from = offset_of("int g");
	assert_true(source_check_errors(&source, in_body, &from));
	assert_int_equal(source.errors, 0);
	from = 0;
	assert_false(source_check_errors(&source, in_body, &from));
	assert_int_equal(source.errors, 1);
}

static void reports_missing_headers(void **state)
{
	(void)state;
	parse("#include \"no_such_header_anywhere.h\"\nint g(void) { return 1; }\n");
	assert_false(source_check_errors(&source, NULL, NULL));
}

static void accepts_what_gcc_has(void **state)
{
	(void)state;
	parse("_Float128 a; _Float64 b;\n"
	      "int f(void) { return undeclared(1); }\n"
	      "int *g(long x) { return x; }\n"
	      "static inline int h(int n, ...) { return n + __builtin_va_arg_pack_len(); }\n");
	unsigned from = 0;
	assert_true(source_check_errors(&source, in_body, &from));
}

static void parses_a_variant(void **state)
{
	(void)state;
	static const char *const extra[] = {"-DEXTRA", NULL};
	parse("int a;\n");
	const char *text = "#ifndef EXTRA\n#error no\n#endif\n";
	CXTranslationUnit unit = source_parse_text(&source, text, strlen(text), extra);
	assert_non_null(unit);
	assert_int_equal(clang_getNumDiagnostics(unit), 0);
	clang_disposeTranslationUnit(unit);
}

static void reads_preprocessed_files(void **state)
{
	(void)state;
	static const char *const flags[] = {"-Da=b", NULL};
	options.cpp = flags;
	options.preprocessed = true;
	parse("# 1 \"user.c\"\nextern void *m(int) __attribute__((__malloc__ (m, 1)));\nint a;\n#pragma omp barrier\n");
	expect_place("int a", "user.c", 2, 1);
	assert_int_equal(clang_getNumDiagnostics(source.unit), 0);
	assert_true(token_of("barrier", 1)->directive);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(reads_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refuses_what_is_no_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(knows_directives, set_up, tear_down),
		cmocka_unit_test_setup_teardown(gives_the_end_of_a_directive, set_up, tear_down),
		cmocka_unit_test_setup_teardown(knows_skipped_branches, set_up, tear_down),
		cmocka_unit_test_setup_teardown(finds_tokens, set_up, tear_down),
		cmocka_unit_test_setup_teardown(gives_the_users_places, set_up, tear_down),
		cmocka_unit_test_setup_teardown(gives_places_of_an_unparsed_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keeps_flags_that_matter, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reports_errors_that_matter, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reports_missing_headers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(accepts_what_gcc_has, set_up, tear_down),
		cmocka_unit_test_setup_teardown(parses_a_variant, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reads_preprocessed_files, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
