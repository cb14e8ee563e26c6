/* The command line: options.c and response.c. */
#include "arena.h"
#include "options.h"
#include "response.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static struct options options;

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

/* Reads a command line whose words are separated by single blanks; flags as PPCC_FLAGS. */
static bool read_with(const char *flags, const char *line)
{
	char *words[64], *text = arena_strdup(&arena, line);
	int count = 0;
	for (char *word; (word = strsep(&text, " "));)
		words[count++] = word;
	return options_read(&options, &arena, count, words, flags);
}

static void read_line(const char *line)
{
	assert_true(read_with(NULL, line));
}

static const struct argument *argument(unsigned index)
{
	assert_true(index < options.count);
	return &options.arguments[index];
}

static void assert_argument(unsigned index, enum role role, const char *word, const char *value)
{
	assert_int_equal(argument(index)->role, role);
	assert_string_equal(argument(index)->words[0], word);
	if (value)
		assert_string_equal(argument(index)->value, value);
	else
		assert_null(argument(index)->value);
}

static void openmp_last_counts(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		bool on;
	} lines[] = {
		{"-c a.c", false},
		{"-fopenmp a.c", true},
		{"-fopenmp -fno-openmp a.c", false},
		{"-fno-openmp -fopenmp a.c", true},
		{"-fopenmp=libomp a.c", true},
		{"-fopenmp-simd a.c", false},
		{"-Xclang -fopenmp a.c", true},
		{"-Xpreprocessor -fopenmp a.c", true},
		{"-fopenmp -Xclang -fno-openmp a.c", false},
		{"-fopenmp-version=51 a.c", false},
		{"--pp-emit a.c", true},
		{"--pp-show a.c -fno-openmp", true},
		{"-o -fopenmp a.c", false},
		{"-Wp,-fopenmp a.c", true},
	};
	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		read_line(lines[i].line);
		if (options.openmp != lines[i].on)
			fail_msg("%s", lines[i].line);
	}
}

static void options_from_the_environment(void **state)
{
	(void)state;
	assert_true(read_with("--pp-show '-DX=1 2'", "a.c"));
	assert_false(options.openmp); /* PPCC_FLAGS=--pp-show does not turn OpenMP on */
	assert_non_null(options.own[OWN_SHOW]);
	assert_argument(1, ROLE_PREPROCESS, "-DX=1 2", "X=1 2");
	assert_true(read_with("-fopenmp", "a.c"));
	assert_true(options.openmp);
	assert_true(options.rewritten);
}

static void values(void **state)
{
	(void)state;
	read_line("-DA -D B -I inc -Iinc2 -include h.h -o x -ox2 --param k=1 --param=k=2 -MF d -lm -l c -Xlinker --gc "
			  "-target t --sysroot=/");
	assert_argument(0, ROLE_PREPROCESS, "-DA", "A");
	assert_argument(1, ROLE_PREPROCESS, "-D", "B");
	assert_argument(2, ROLE_PREPROCESS, "-I", "inc");
	assert_argument(3, ROLE_PREPROCESS, "-Iinc2", "inc2");
	assert_argument(4, ROLE_PREPROCESS, "-include", "h.h");
	assert_argument(5, ROLE_OUTPUT, "-o", "x");
	assert_argument(6, ROLE_OUTPUT, "-ox2", "x2");
	assert_argument(7, ROLE_GENERAL, "--param", "k=1");
	assert_argument(8, ROLE_GENERAL, "--param=k=2", "k=2");
	assert_argument(9, ROLE_DEPEND, "-MF", "d");
	assert_argument(10, ROLE_LIBRARY, "-lm", "m");
	assert_argument(11, ROLE_LIBRARY, "-l", "c");
	assert_argument(12, ROLE_LINK, "-Xlinker", "--gc");
	assert_argument(13, ROLE_GENERAL, "-target", "t");
	assert_argument(14, ROLE_GENERAL, "--sysroot=/", "/");
	assert_int_equal(options.count, 15);
	assert_int_equal(options.inputs, 0);
	assert_int_equal(options.libraries, 2);
	assert_string_equal(options.output, "x2");
	read_line("-emit-llvm -undef -isysroot d -iquote q -static -E -MD");
	assert_argument(0, ROLE_GENERAL, "-emit-llvm", NULL); /* not -e mit-llvm */
	assert_argument(1, ROLE_PREPROCESS, "-undef", NULL);  /* not -u ndef */
	assert_argument(2, ROLE_GENERAL, "-isysroot", "d");
	assert_argument(3, ROLE_PREPROCESS, "-iquote", "q");
	assert_argument(4, ROLE_STATIC, "-static", NULL);
	assert_argument(5, ROLE_MODE, "-E", NULL);
	assert_argument(6, ROLE_DEPEND, "-MD", NULL);
	read_line("a.c -o"); /* the back end complains */
	assert_null(options.output);
	assert_int_equal(options.count, 2);
}

static void long_spellings(void **state)
{
	(void)state;
	read_line("--output=x --compile --language c in --define-macro=A=1 --include h.h");
	assert_string_equal(options.output, "x");
	assert_int_equal(options.mode, MODE_OBJECT);
	assert_argument(3, ROLE_INPUT, "in", "in");
	assert_int_equal(argument(3)->language, LANGUAGE_C);
	assert_argument(4, ROLE_PREPROCESS, "-DA=1", "A=1");
	assert_argument(5, ROLE_PREPROCESS, "-include", "h.h");
}

static void modes(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		enum mode mode;
	} lines[] = {
		{"a.c", MODE_LINK},
		{"-c a.c", MODE_OBJECT},
		{"-S a.c", MODE_ASSEMBLY},
		{"-E a.c", MODE_PREPROCESS},
		{"-S -c a.c", MODE_ASSEMBLY},
		{"-c -S a.c", MODE_ASSEMBLY},
		{"-E -c a.c", MODE_PREPROCESS},
		{"-M -c a.c", MODE_PREPROCESS},
		{"-MM a.c", MODE_PREPROCESS},
		{"-MD -c a.c", MODE_OBJECT},
		{"-fsyntax-only a.c", MODE_SYNTAX},
		{"--analyze a.c", MODE_OTHER},
	};
	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		read_line(lines[i].line);
		if (options.mode != lines[i].mode)
			fail_msg("%s", lines[i].line);
	}
	read_line("-### -c a.c");
	assert_true(options.dry_run);
	assert_int_equal(options.mode, MODE_OBJECT);
}

static void languages(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		enum language language;
	} names[] = {
		{"a.c", LANGUAGE_C},           {"d.x/a.c", LANGUAGE_C},
		{"a.b.c", LANGUAGE_C},         {"a.i", LANGUAGE_PREPROCESSED},
		{"a.o", LANGUAGE_OBJECT},      {"a.cpp", LANGUAGE_OTHER},
		{"a.C", LANGUAGE_OTHER},       {"a.S", LANGUAGE_ASSEMBLER},
		{"a.f90", LANGUAGE_FORTRAN},   {"a.h", LANGUAGE_HEADER},
		{"c", LANGUAGE_OBJECT},        {"d.c/a", LANGUAGE_OBJECT},
		{"lib.so.1", LANGUAGE_OBJECT}, {"-", LANGUAGE_OBJECT},
	};
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		read_line(names[i].name);
		if (argument(0)->language != names[i].language)
			fail_msg("%s", names[i].name);
	}
	read_line("-x c one -x none two.o -xc++ three.c -x cpp-output four");
	assert_int_equal(options.inputs, 4);
	assert_int_equal(argument(1)->language, LANGUAGE_C);
	assert_string_equal(argument(1)->forced, "c");
	assert_int_equal(argument(3)->language, LANGUAGE_OBJECT);
	assert_null(argument(3)->forced);
	assert_int_equal(argument(5)->language, LANGUAGE_OTHER);
	assert_int_equal(argument(7)->language, LANGUAGE_PREPROCESSED);
}

static void dependency_options(void **state)
{
	(void)state;
	read_line("-MMD -MP -MF f -MT one -MQ two -c a.c");
	assert_true(options.dependencies.wanted && options.dependencies.no_system && options.dependencies.phony);
	assert_false(options.dependencies.by_preprocessor);
	assert_string_equal(options.dependencies.file, "f");
	assert_int_equal(options.dependencies.target_count, 2);
	assert_string_equal(options.dependencies.targets[1].words[0], "-MQ");
	assert_string_equal(options.dependencies.targets[1].words[1], "two");
	read_line("-Wp,-MD,f.d,-DX -c a.c");
	assert_true(options.dependencies.wanted && options.dependencies.by_preprocessor);
	assert_false(options.dependencies.no_system);
	assert_string_equal(options.dependencies.file, "f.d");
	assert_argument(0, ROLE_DEPEND, "-Wp,-MD,f.d", NULL);
	assert_argument(1, ROLE_PREPROCESS, "-Wp,-DX", NULL);
	read_line("-Xpreprocessor -MD -Xpreprocessor f.d -Xpreprocessor -DY a.c");
	assert_string_equal(options.dependencies.file, "f.d");
	assert_argument(2, ROLE_PREPROCESS, "-Xpreprocessor", "-DY");
	read_line("-M a.c");
	assert_false(options.dependencies.wanted);
}

static void own_options(void **state)
{
	(void)state;
	read_line("--pp-dump=regions --pp-show a.c");
	assert_string_equal(options.own[OWN_DUMP], "regions");
	assert_non_null(options.own[OWN_SHOW]);
	assert_null(options.own[OWN_EMIT]);
	assert_argument(0, ROLE_OWN, "--pp-dump=regions", NULL);
	assert_false(read_with(NULL, "--pp-dump"));
	assert_false(read_with(NULL, "--pp-dump="));
	assert_false(read_with(NULL, "--pp-emit=x"));
	assert_false(read_with(NULL, "--pp-nonsense"));
	assert_false(read_with(NULL, "--pp-"));
}

static void nearest(void **state)
{
	(void)state;
	static const char *const words[] = {"pragmas", "regions", "dataenv", NULL};
	assert_string_equal(options_nearest("pragma", words), "pragmas");
	assert_string_equal(options_nearest("regoins", words), "regions");
	assert_null(options_nearest("something else", words));
	assert_null(options_nearest("", words));
}

static void assert_split(const char *text, ...)
{
	unsigned count, index = 0;
	char **words = response_split(&arena, text, &count);
	va_list expected;
	va_start(expected, text);
	for (const char *word; (word = va_arg(expected, const char *)); index++) {
		assert_true(index < count);
		assert_string_equal(words[index], word);
	}
	va_end(expected);
	assert_int_equal(index, count);
	assert_null(words[count]);
}

static void splitting(void **state)
{
	(void)state;
	assert_split("", NULL);
	assert_split(" \t\n", NULL);
	assert_split("a  b\nc\td\r\n", "a", "b", "c", "d", NULL);
	assert_split("'a b' \"c d\"e f'g'\"h\"", "a b", "c de", "fgh", NULL);
	assert_split("a\\ b \\'c \"d\\\"e\" 'f\\'g'", "a b", "'c", "d\"e", "f'g", NULL);
	assert_split("'' \"\" x", "", "", "x", NULL);
	assert_split("'unclosed word", "unclosed word", NULL);
	assert_split("end\\", "end", NULL);
}

static void response_files(void **state)
{
	(void)state;
	char inner[] = "/tmp/ppcc-inner-XXXXXX", outer[] = "/tmp/ppcc-outer-XXXXXX";
	int inner_fd = mkstemp(inner), outer_fd = mkstemp(outer);
	assert_true(inner_fd >= 0 && outer_fd >= 0);
	assert_true(dprintf(inner_fd, "-c 'a b.c'") > 0);
	assert_true(dprintf(outer_fd, "-fopenmp @%s -O2", inner) > 0);
	close(inner_fd);
	close(outer_fd);
	bool good = read_with(NULL, arena_printf(&arena, "@%s @/no/such/file", outer));
	unlink(inner);
	unlink(outer);
	assert_true(good && options.openmp);
	assert_argument(2, ROLE_INPUT, "a b.c", "a b.c");
	assert_argument(3, ROLE_GENERAL, "-O2", NULL);
	assert_argument(4, ROLE_INPUT, "@/no/such/file", "@/no/such/file");
	assert_false(options.rewritten); /* the back end can read the files itself */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(openmp_last_counts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(options_from_the_environment, set_up, tear_down),
		cmocka_unit_test_setup_teardown(values, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_spellings, set_up, tear_down),
		cmocka_unit_test_setup_teardown(modes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(languages, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dependency_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(own_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nearest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(splitting, set_up, tear_down),
		cmocka_unit_test_setup_teardown(response_files, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
