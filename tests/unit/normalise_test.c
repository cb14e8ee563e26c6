/* Tests of translator/normalise.h: headers spliced in, _Pragma made a directive, macro invocations expanded in place. */
#include "translator/normalise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static struct source source;
static const char *const cc[] = {"cc", NULL};
static const char *const no_flags[] = {NULL};
static struct source_options options;
static char directory[64]; /* where the files of a test are; also the working directory */

static void write_file(const char *name, const char *text)
{
	char *path = arena_strdup(&arena, name), *slash = strchr(path, '/');
	if (slash) {
		*slash = '\0';
		mkdir(path, 0700);
	}
	FILE *file = fopen(name, "wb");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	fclose(file);
}

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	source = (struct source){0};
	options = (struct source_options){.path = "main.c", .cpp = no_flags, .cc = cc};
	strcpy(directory, "/tmp/ppcc_normalise_test_XXXXXX");
	return mkdtemp(directory) && chdir(directory) == 0 ? 0 : -1;
}

static void remove_all(const char *path)
{
	char command[256];
	snprintf(command, sizeof command, "rm -rf '%s'", path);
	assert_int_equal(system(command), 0);
}

static int tear_down(void **state)
{
	(void)state;
	source_release(&source);
	arena_release(&arena);
	assert_int_equal(chdir("/"), 0);
	remove_all(directory);
	return 0;
}

static void parse(const char *text)
{
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source));
}

/* What normalise_pragmas makes of the text. */
static void expect_pragmas(const char *text, const char *expected)
{
	bool changed;
	parse(text);
	assert_true(normalise_pragmas(&source, &changed));
	assert_string_equal(source.text, expected);
	assert_int_equal(changed, strcmp(text, expected) != 0);
}

/* The offsets of each place where one of the names stands as a token of the program. */
static unsigned offsets_of(const char *const *names, unsigned *offsets)
{
	unsigned count = 0;
	for (unsigned i = 0; i < source.token_count; i++)
		for (const char *const *name = names; *name; name++)
			if (!source.tokens[i].directive && source_token_is(&source, i, *name))
				offsets[count++] = source.tokens[i].start;
	return count;
}

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* What expanding all invocations of the names makes of the text after the line "//". */
static void expect_expansion(const char *text, const char *const *names, const char *expected)
{
	unsigned offsets[32];
	parse(text);
	unsigned count = offsets_of(names, offsets);
	assert_true(count > 0);
	assert_true(normalise_invocations(&source, offsets, count));
	const char *start = strstr(source.text, "//\n");
	assert_non_null(start);
	assert_string_equal(start + 3, expected);
}

static void refuse_expansion(const char *text, const char *const *names)
{
	unsigned offsets[32];
	parse(text);
	assert_false(normalise_invocations(&source, offsets, offsets_of(names, offsets)));
	assert_true(source.errors > 0);
	assert_string_equal(source.text, text);
}

static void leaves_plain_files(void **state)
{
	(void)state;
	write_file("plain.h", "int plain;\n#if 0\n#pragma omp barrier\n#endif\n#pragma ompx\n_Pragma(\"GCC diagnostic push\")\n");
	expect_pragmas("#include <stdio.h>\n#include \"plain.h\"\n#define P _Pragma(\"GCC ivdep\")\n"
	               "void f(int n) {\n#pragma omp parallel\n  P for (int i = 0; i < n; i++) ;\n}\n",
	               "#include <stdio.h>\n#include \"plain.h\"\n#define P _Pragma(\"GCC ivdep\")\n"
	               "void f(int n) {\n#pragma omp parallel\n  P for (int i = 0; i < n; i++) ;\n}\n");
}

static void splices_a_header(void **state)
{
	(void)state;
	write_file("h.h", "#ifndef H\n#define H\nvoid h(void) {\n#pragma omp barrier\n}\n#endif");
	expect_pragmas("int a;\n  #include \"h.h\" /* why */ // tail\nint b = __LINE__;\n#include \"h.h\"\n",
	               "int a;\n  \n#line 1 \"h.h\"\n#ifndef H\n#define H\nvoid h(void) {\n#pragma omp barrier\n}\n#endif\n"
	               "#line 3 \"main.c\"\nint b = __LINE__;\n#include \"h.h\"\n");
}

static void splices_the_last_line(void **state)
{
	(void)state;
	write_file("h.h", "#pragma omp threadprivate(a)\n");
	expect_pragmas("int a;\n#include \"h.h\"",
	               "int a;\n#line 1 \"h.h\"\n#pragma omp threadprivate(a)\n#line 3 \"main.c\"");
}

static void splices_nested_headers(void **state)
{
	(void)state;
	write_file("sub/outer.h", "#include \"inner.h\"\n#include \"plain.h\"\nint o = PLAIN;\n");
	write_file("sub/inner.h", "void i(void) {\n%:pragma omp barrier\n}\n");
	write_file("sub/plain.h", "#define PLAIN 1\n");
	write_file("plain.h", "#define PLAIN 2\n");
	expect_pragmas("#include \"sub/outer.h\"\n",
	               "#line 1 \"sub/outer.h\"\n#line 1 \"sub/inner.h\"\nvoid i(void) {\n%:pragma omp barrier\n}\n"
	               "#line 2 \"sub/outer.h\"\n#include \"sub/plain.h\"\nint o = PLAIN;\n#line 2 \"main.c\"\n");
}

static void finds_headers_beside_a_source_elsewhere(void **state)
{
	(void)state;
	options.path = "src/main.c";
	write_file("src/main.c", "");
	write_file("src/h.h", "#include \"p.h\"\n#pragma omp threadprivate(a)\n");
	write_file("src/p.h", "int a;\n");
	write_file("p.h", "float a;\n");
	expect_pragmas("#include \"h.h\"\nint b;\n", "#line 1 \"src/h.h\"\n#include \"p.h\"\n#pragma omp threadprivate(a)\n"
	                                             "#line 2 \"src/main.c\"\nint b;\n");
}

static void finds_headers_of_an_include_directory(void **state)
{
	(void)state;
	static const char *const flags[] = {"-Iinc", NULL};
	options.cpp = flags;
	write_file("inc/h.h", "#include \"p.h\"\n#include <q.h>\n#pragma omp threadprivate(a)\n");
	write_file("inc/p.h", "int a;\n");
	write_file("inc/q.h", "int q;\n");
	write_file("p.h", "float a;\n");
	expect_pragmas("#include <h.h>\n", "#line 1 \"inc/h.h\"\n#include \"inc/p.h\"\n#include <q.h>\n"
	                                   "#pragma omp threadprivate(a)\n#line 2 \"main.c\"\n");
}

static void splices_system_headers_as_such(void **state)
{
	(void)state;
	static const char *const flags[] = {"-isystem", "sys", NULL};
	options.cpp = flags;
	write_file("sys/lib.h", "static inline void lib(void) {\n#pragma omp barrier\n}\n");
	expect_pragmas("#include <lib.h>\nint b;\n",
	               "# 1 \"sys/lib.h\" 3\nstatic inline void lib(void) {\n#pragma omp barrier\n}\n# 2 \"main.c\"\nint b;\n");
}

static void reads_pragma_once_headers_once(void **state)
{
	(void)state;
	write_file("once.h", "#pragma once /* so */\nstatic int once(void) {\n#pragma omp barrier\nreturn 1; }\n");
	write_file("other.h", "#include \"once.h\"\nint other;\n");
	expect_pragmas("#include \"once.h\"\n#include \"other.h\"\n#include \"once.h\"\nint b;\n",
	               "#line 1 \"once.h\"\n\nstatic int once(void) {\n#pragma omp barrier\nreturn 1; }\n#line 2 \"main.c\"\n"
	               "#line 1 \"other.h\"\n\nint other;\n#line 3 \"main.c\"\n\nint b;\n");
}

static void splices_templates(void **state)
{
	(void)state;
	write_file("t.h", "#ifdef A\n#pragma omp barrier\n#else\n;\n#endif\n");
	expect_pragmas("void f(void) {\n#include \"t.h\"\n#define A\n#include \"t.h\"\n}\n",
	               "void f(void) {\n#line 1 \"t.h\"\n#ifdef A\n#pragma omp barrier\n#else\n;\n#endif\n#line 3 \"main.c\"\n"
	               "#define A\n#line 1 \"t.h\"\n#ifdef A\n#pragma omp barrier\n#else\n;\n#endif\n#line 5 \"main.c\"\n}\n");
}

static void splices_headers_that_use_macros(void **state)
{
	(void)state;
	write_file("m.h", "#define STR(x) _Pragma(#x)\n#define BARRIER STR(omp barrier)\n");
	write_file("u.h", "static void u(void) { BARRIER }\n");
	expect_pragmas("#include \"m.h\"\n#include \"u.h\"\nvoid f(void) { BARRIER; }\n",
	               "#include \"m.h\"\n#line 1 \"u.h\"\nstatic void u(void) { \n#line 1\n#pragma omp barrier\n#line 1\n}\n"
	               "#line 3 \"main.c\"\nvoid f(void) { \n#line 3\n#pragma omp barrier\n#line 3\n; }\n");
}

static void keeps_files_and_lines(void **state)
{
	(void)state;
	write_file("h.h", "const char *file = __FILE__;\nint line = __LINE__;\n#pragma omp threadprivate(line)\n");
	expect_pragmas("#line 40 \"a \\\"b\\\".c\"\n#include \"h.h\"\nint here = __LINE__; const char *f = __FILE__;\n",
	               "#line 40 \"a \\\"b\\\".c\"\n#line 1 \"h.h\"\nconst char *file = __FILE__;\nint line = __LINE__;\n"
	               "#pragma omp threadprivate(line)\n#line 41 \"a \\\"b\\\".c\"\nint here = __LINE__; const char *f = __FILE__;\n");
}

static void splices_computed_and_next_includes(void **state)
{
	(void)state;
	static const char *const flags[] = {"-Ione", "-Itwo", NULL};
	options.cpp = flags;
	write_file("one/n.h", "#include_next <n.h>\n#pragma omp threadprivate(n)\n");
	write_file("two/n.h", "int n;\n");
	const char *text = "#define WHICH <n.h>\n#include WHICH\n";
	char expected[512], *path = realpath("two/n.h", NULL);
	snprintf(expected, sizeof expected,
	         "#define WHICH <n.h>\n#line 1 \"one/n.h\"\n#include \"%s\"\n#pragma omp threadprivate(n)\n#line 3 \"main.c\"\n", path);
	free(path);
	expect_pragmas(text, expected);
}

static void makes_operators_directives(void **state)
{
	(void)state;
	expect_pragmas("void f(int n) {\n\t_Pragma(\"omp parallel\") _Pragma(\"omp for\")\n\tfor (int i = 0; i < n; i++) ;\n"
	               "\tif (n) _Pragma( /* c */ \"omp critical (\\\"x\\\")\" ) { n++; }\n\t_Pragma(\"omp barrier\")\n\tn = __LINE__;\n}\n",
	               "void f(int n) {\n\t#pragma omp parallel\n#line 2\n\t#pragma omp for\n"
	               "\tfor (int i = 0; i < n; i++) ;\n\tif (n) \n#line 4\n\t#pragma omp critical (\"x\")\n#line 4\n\t{ n++; }\n"
	               "\t#pragma omp barrier\n\tn = __LINE__;\n}\n");
}

static void expands_macros_with_pragmas(void **state)
{
	(void)state;
	expect_pragmas("#define PRAGMA(x) _Pragma(#x)\n#define FOR(i, n) PRAGMA(omp parallel for) for (int i = 0; i < (n); i++)\n"
	               "#define ID(x) x\n"
	               "void f(int n, int *a) {\n  FOR(k,\n      n) a[k] = __LINE__;\n  ID(FOR(j, n) { a[j] = \";\"[0]; })\n}\n",
	               "#define PRAGMA(x) _Pragma(#x)\n#define FOR(i, n) PRAGMA(omp parallel for) for (int i = 0; i < (n); i++)\n"
	               "#define ID(x) x\n"
	               "void f(int n, int *a) {\n  #pragma omp parallel for\n#line 5\n  for (int k = 0; k < (n); k++)\n"
	               "  a[k] = __LINE__;\n  #pragma omp parallel for\n#line 7\n"
	               "  for (int j = 0; j < (n); j++) { a[j] = \";\"[0]; }\n}\n");
}

static void expands_macros_of_the_command_line(void **state)
{
	(void)state;
	static const char *const flags[] = {"-DPAR=_Pragma(\"omp parallel\")", NULL};
	options.cpp = flags;
	expect_pragmas("void f(void) {\n  PAR ;\n}\n", "void f(void) {\n  #pragma omp parallel\n#line 2\n  ;\n}\n");
}

static void handles_preprocessed_files(void **state)
{
	(void)state;
	options.preprocessed = true;
	expect_pragmas("# 1 \"user.c\"\nvoid f(void) {\n_Pragma(\"omp barrier\")\n}\n",
	               "# 1 \"user.c\"\nvoid f(void) {\n#pragma omp barrier\n}\n");
}

static void sees_the_branches_of_the_back_end(void **state)
{
	(void)state;
	static const char *const gcc[] = {"gcc", NULL};
	bool changed;
	options.cc = gcc;
	write_file("compiler.h", "#if defined(__clang__)\n#define ONE 0\n#elif __GNUC__ > 6\n#define ONE 1\n#endif\n");
	parse("#include <stdio.h>\n#include <stdlib.h>\n#include <complex.h>\n#include \"compiler.h\"\n#if !ONE\nint no;\n#endif\n");
	assert_true(normalise_pragmas(&source, &changed));
	assert_false(changed);
	unsigned index = source_token_at(&source, (unsigned)(strstr(source.text, "int no") - source.text));
	assert_true(source.tokens[index].skipped);
	assert_int_equal(clang_getNumDiagnostics(source.unit), 0);
}

static void expands_in_place(void **state)
{
	(void)state;
	expect_expansion("#define SQ(v) ((v)*(v))\n#define N x\n//\nint f(int x) { return SQ(N + 1) /* kept */ - N; }\n",
	                 NAMES("SQ", "N"), "int f(int x) { return ((x + 1)*(x + 1)) /* kept */ - x; }\n");
}

static void expands_the_outermost(void **state)
{
	(void)state;
	expect_expansion("#define ID(x) x\n#define INC y++\n//\nint f(int y) { return ID(1 + ID(INC)); }\n", NAMES("INC"),
	                 "int f(int y) { return 1 + y++; }\n");
}

static void keeps_lines_of_long_invocations(void **state)
{
	(void)state;
	expect_expansion("#define ADD(a, b) (a + b)\n//\nint f(int y) {\n  y = ADD(y,\n    // why\n    1) + 2;\n"
	                 "  return __LINE__;\n}\n",
	                 NAMES("ADD"), "int f(int y) {\n  y = (y + 1)\n\n  + 2;\n  return __LINE__;\n}\n");
}

static void keeps_tokens_apart(void **state)
{
	(void)state;
	expect_expansion("#define NEG -y\n#define Y y\n#define EMPTY\n//\nint f(int y) { return -NEG-NEG+Y+EMPTY+Y; }\n",
	                 NAMES("NEG", "Y", "EMPTY"), "int f(int y) { return - -y- -y+y+ +y; }\n");
}

static void leaves_strings_alone(void **state)
{
	(void)state;
	expect_expansion("#define SHOW(e) p(#e \"  a;  b\", 'e', e)\nint p(const char *, int, int);\n//\n"
	                 "int f(int y) { return SHOW(y  +  \"SHOW(1)\\n\"[0]); }\n",
	                 NAMES("SHOW"), "int f(int y) { return p(\"y + \\\"SHOW(1)\\\\n\\\"[0]\" \"  a;  b\", 'e', y + \"SHOW(1)\\n\"[0]); }\n");
}

static void keeps_self_references(void **state)
{
	(void)state;
	expect_expansion("#define foo(x) foo((x) + y)\nint (foo)(int);\n#define bar foo\n//\nint f(int y) { return bar(foo(3)); }\n",
	                 NAMES("bar"),
	                 "int f(int y) { return (foo)(((foo)((3) + y)) + y); }\n");
}

static void takes_arguments_from_the_text(void **state)
{
	(void)state;
	expect_expansion("#define F(x) (x + y)\n#define OBJ F\n//\nint f(int y) { return OBJ (y) + OBJ(OBJ(2)); }\n", NAMES("OBJ"),
	                 "int f(int y) { return (y + y) + ((2 + y) + y); }\n");
}

static void keeps_counters(void **state)
{
	(void)state;
	expect_expansion("#define C (y + __COUNTER__)\n//\nint f(int y) { return C; }\nint after = __COUNTER__;\n", NAMES("C"),
	                 "int f(int y) { return \n#if __COUNTER__\n#endif\n#line 3\n(y + 0); }\nint after = __COUNTER__;\n");
}

static void expands_system_macros(void **state)
{
	(void)state;
	expect_expansion("#include <errno.h>\n//\nint f(void) { return errno; }\n", NAMES("errno"),
	                 "int f(void) { return (*__errno_location ()); }\n");
}

static void puts_other_pragmas_on_lines(void **state)
{
	(void)state;
	expect_expansion("#define LOOP(n) _Pragma(\"GCC ivdep\") for (int i = 0; i < n; i++) { s += i; }\n//\n"
	                 "int f(int n, int s) {\n  LOOP(n) return s;\n}\n",
	                 NAMES("LOOP"),
	                 "int f(int n, int s) {\n  #pragma GCC ivdep\n#line 4\n  for (int i = 0; i < n; i++) { s += i; } return s;\n}\n");
}

static void refuses_what_expands_to_itself(void **state)
{
	(void)state;
	refuse_expansion("#define self self\nint f(int self) { return self; }\n", NAMES("self"));
}

static void refuses_object_like_recursion(void **state)
{
	(void)state;
	refuse_expansion("#define y (y + 1)\nint f(int (y)) { return y; }\n", NAMES("y"));
}

static void refuses_arguments_used_twice(void **state)
{
	(void)state;
	refuse_expansion("#define TWICE(x) (x + x)\n#define OBJ TWICE\n#define Y y\nint f(int y) { return OBJ (Y); }\n",
	                 NAMES("Y"));
}

static void refuses_what_is_no_macro(void **state)
{
	(void)state;
	refuse_expansion("int f(int y) { return y; }\n", NAMES("y"));
}

static void expands_pieces(void **state)
{
	(void)state;
	parse("#define NT 4\n#define LIST x, \\\n  y\nvoid f(int x, int y) {\n#pragma omp parallel num_threads(NT) private(LIST)\n  ;\n"
	      "#undef NT\n#define NT (x + __LINE__)\n#pragma omp parallel \\\n   num_threads(NT)\n  ;\n#pragma omp barrier\n}\n");
	const char *const pieces[] = {"parallel num_threads(NT)\n /* c */ if(x)", "barrier", "parallel num_threads(NT) private(LIST)"};
	const char *expanded[3];
	unsigned second = (unsigned)(strstr(source.text, "parallel \\") - source.text);
	unsigned first = (unsigned)(strstr(source.text, "parallel num") - source.text);
	const unsigned offsets[] = {second, second, first};
	assert_true(normalise_expand(&source, offsets, pieces, 3, expanded));
	assert_string_equal(expanded[0], "parallel num_threads((x + 9)) if(x)");
	assert_null(expanded[1]);
	assert_string_equal(expanded[2], "parallel num_threads(4) private(x, y)");
}

static void reports_a_failing_preprocessor(void **state)
{
	(void)state;
	static const char *const broken[] = {"/nonexistent/cc", NULL};
	unsigned offset;
	options.cc = broken;
	parse("#define Y y\nint f(int y) { return Y; }\n");
	assert_int_equal(offsets_of(NAMES("Y"), &offset), 1);
	assert_false(normalise_invocations(&source, &offset, 1));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(leaves_plain_files),
		TEST(splices_a_header),
		TEST(splices_the_last_line),
		TEST(splices_nested_headers),
		TEST(finds_headers_beside_a_source_elsewhere),
		TEST(finds_headers_of_an_include_directory),
		TEST(splices_system_headers_as_such),
		TEST(reads_pragma_once_headers_once),
		TEST(splices_templates),
		TEST(splices_headers_that_use_macros),
		TEST(keeps_files_and_lines),
		TEST(splices_computed_and_next_includes),
		TEST(makes_operators_directives),
		TEST(expands_macros_with_pragmas),
		TEST(expands_macros_of_the_command_line),
		TEST(handles_preprocessed_files),
		TEST(sees_the_branches_of_the_back_end),
		TEST(expands_in_place),
		TEST(expands_the_outermost),
		TEST(keeps_lines_of_long_invocations),
		TEST(keeps_tokens_apart),
		TEST(leaves_strings_alone),
		TEST(keeps_self_references),
		TEST(takes_arguments_from_the_text),
		TEST(keeps_counters),
		TEST(expands_system_macros),
		TEST(puts_other_pragmas_on_lines),
		TEST(refuses_what_expands_to_itself),
		TEST(refuses_object_like_recursion),
		TEST(refuses_arguments_used_twice),
		TEST(refuses_what_is_no_macro),
		TEST(expands_pieces),
		TEST(reports_a_failing_preprocessor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
