/* Tests of translator/dataenv.h: the sharing of each variable and how it is passed, as --pp-dump=dataenv shows it. */
#include "translator/arena.h"
#include "translator/translate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena arena;
static char printed[4096];

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

/* The listing of the function body; what goes to stderr is in `printed`. */
static enum translate_result translate_body(const char *body, struct text *output)
{
	static const char *const no_flags[] = {NULL}, *const cc[] = {"cc", NULL};
	const char *text = arena_printf(&arena,
		"struct big { char bytes[4096]; };\nint global; static int counter;\n#pragma omp threadprivate(counter)\n"
		"int use(int), see(const int *);\n"
		"int f(int n, int *p, double m[4][4])\n{\nint x = 0, y = 0, i; int a[4] = {0}; static int st; double v[n]; struct big big = {{0}}; volatile int vol = 0; const int k = 3;\n"
		"%s\nreturn x + y + a[0] + st + (int)v[0] + big.bytes[0] + vol + k + counter + *p + (int)m[0][0] + i; }\n", body);
	struct translate_request request = {
		.source = {.path = "test.c", .cpp = no_flags, .cc = cc}, .text = text, .size = strlen(text), .target = "pthread", .dump = DUMP_DATAENV};
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);
	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	enum translate_result result = translate(&request, output);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
	fclose(file);
	return result;
}

/* The lines about one variable, in file order, without its name and with single blanks, joined by " / ". */
static const char *lines_about(const char *listing, const char *variable)
{
	const char *result = "";
	size_t length = strlen(variable);
	for (const char *line = listing; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		if (strncmp(line, "    ", 4) || strncmp(line + 4, variable, length) || line[4 + length] != ' ')
			continue;
		const char *at = line + 4 + length;
		result = arena_printf(&arena, "%s%s", result, *result ? " / " : "");
		for (at += strspn(at, " "); *at && *at != '\n'; at++)
			if (*at != ' ' || at[1] != ' ')
				result = arena_printf(&arena, "%s%c", result, *at);
	}
	return result;
}

static void expect(const char *body, const char *variable, const char *expected)
{
	struct text output = {0};
	if (translate_body(body, &output) != TRANSLATED)
		fail_msg("%s: %s", body, printed);
	const char *found = lines_about(output.data ? output.data : "", variable);
	if (strcmp(found, expected))
		fail_msg("%s:\nfound  %s: %s\nwanted %s", body, variable, found, expected);
	text_release(&output);
}

static void expect_error(const char *body, const char *message)
{
	struct text output = {0};
	assert_int_equal(translate_body(body, &output), FAILED);
	if (!strstr(printed, message))
		fail_msg("%s: printed %s", body, printed);
	text_release(&output);
}

#define P "#pragma omp parallel "
#define FOR "\n#pragma omp for "
#define TASK "\n#pragma omp task "

static void shared_by_default(void **state)
{
	(void)state;
	expect(P "\nx++;", "x", "shared rw- passed: address shared by default (5.1.1)");
	expect(P "\nuse(x);", "x", "shared r-- passed: value shared by default (5.1.1)");
	expect(P "\nsee(&x);", "x", "shared --& passed: address shared by default (5.1.1)");
	expect(P "\nuse(global);", "global", "");
	expect(P "\nuse(counter++);", "counter", "");
	expect(P "\n{ int x = 1; x++; }", "x", "");
}

static void ways_of_passing(void **state)
{
	(void)state;
	expect(P "\na[0] = 1;", "a", "shared -w- passed: elements shared by default (5.1.1)");
	expect(P "\nuse(sizeof a);", "a", "shared --- passed: address shared by default (5.1.1)");
	expect(P "\nv[0] = 1;", "v", "shared -w- passed: elements shared by default (5.1.1)");
	expect(P "\n*p = 1;", "p", "shared r-- passed: value shared by default (5.1.1)");
	expect(P "\nuse(big.bytes[0]);", "big", "shared r-- passed: address shared by default (5.1.1)");
	expect(P "\nuse(vol);", "vol", "shared r-- passed: address shared by default (5.1.1)");
	expect("see(&x);\n" P "\nuse(x);", "x", "shared r-- passed: address shared by default (5.1.1)");
	expect(P "\nuse(st);", "st", "shared r-- passed: address shared by default (5.1.1)");
	expect(P "\nuse(k);", "k", "shared r-- passed: value shared by default (5.1.1)");
}

static void array_parameters_are_pointers(void **state)
{
	(void)state;
	expect(P "\nm[1][1] = 1;", "m", "shared r-- passed: value shared by default (5.1.1)");
}

static void clauses(void **state)
{
	(void)state;
	expect(P "private(x)\nx = 1;", "x", "private -w- passed: - clause");
	expect(P "firstprivate(x)\nx = 1;", "x", "firstprivate -w- passed: value clause");
	expect(P "firstprivate(a)\nuse(a[0]);", "a", "firstprivate r-- passed: elements clause");
	expect(P "shared(x)\nx++;", "x", "shared rw- passed: address clause");
	expect(P "reduction(+ : x)\nx++;", "x", "reduction rw- passed: address clause");
	expect(P "reduction(+ : a)\na[0]++;", "a", "reduction rw- passed: elements clause");
	expect(P FOR "lastprivate(x)\nfor (i = 0; i < n; i++) x = i;", "x",
	       "shared -w- passed: address shared by default (5.1.1) / private +last -w- passed: - clause");
	expect(P FOR "firstprivate(x) lastprivate(x)\nfor (i = 0; i < n; i++) x = i;", "x",
	       "shared rw- passed: address shared by default (5.1.1) / firstprivate+last -w- passed: - clause");
}

static void loop_variables(void **state)
{
	(void)state;
	expect(P FOR "\nfor (i = 0; i < n; i++) use(i);", "i", "private rw- passed: - iteration variable of the loop (5.1.1)");
	expect(P FOR "\nfor (int j = 0; j < n; j++) use(j);", "j", "");
	expect(P FOR "collapse(2)\nfor (i = 0; i < n; i++) for (x = 0; x < n; x++) ;", "x", "private rw- passed: - iteration variable of the loop (5.1.1)");
	expect(P FOR "\nfor (i = 0; i < n; i++) for (x = 0; x < n; x++) ;", "x", "shared rw- passed: address shared by default (5.1.1)");
	expect("#pragma omp simd\nfor (i = 0; i < n; i++) use(i);", "i", "private +last rw- passed: - iteration variable of the loop (5.1.1)");
	expect(P FOR "lastprivate(i)\nfor (i = 0; i < n; i++) use(i);", "i",
	       "shared -w- passed: address shared by default (5.1.1) / private +last rw- passed: - clause");
}

static void default_clause(void **state)
{
	(void)state;
	expect(P "default(private)\nx = 1;", "x", "private -w- passed: - default(private)");
	expect(P "default(firstprivate)\nuse(x);", "x", "firstprivate r-- passed: value default(firstprivate)");
	expect(P "default(shared)\nuse(x);", "x", "shared r-- passed: value default(shared)");
	expect(P "default(none) shared(x)\nx++;", "x", "shared rw- passed: address clause");
	expect(P "default(none) private(i) shared(n)" FOR "\nfor (i = 0; i < n; i++) ;", "i",
	       "private --- passed: - clause / private rw- passed: - iteration variable of the loop (5.1.1)");
	expect_error(P "default(none)\nx++;", "'x' has no declared sharing");
}

static void tasks(void **state)
{
	(void)state;
	expect(TASK "\nuse(x);", "x", "firstprivate r-- passed: value local where the task is made (5.1.1)");
	expect(TASK "\nuse(st);", "st", "shared r-- passed: address static storage duration (5.1.1)");
	expect(TASK "shared(x)\nx++;", "x", "shared rw- passed: address clause");
	expect(TASK "\nuse(a[0]);", "a", "firstprivate r-- passed: value local where the task is made (5.1.1)");
	expect(P TASK "\nuse(x);", "x",
	       "shared r-& passed: address shared by default (5.1.1) / shared r-- passed: address shared by the threads of the team (5.1.1)");
	expect(P "private(x)" TASK "\nuse(x);", "x",
	       "private r-- passed: - clause / firstprivate r-- passed: value private where the task is made (5.1.1)");
	expect(P "\n{ int z = 1;" TASK "\nuse(z); }", "z", "firstprivate r-- passed: value local where the task is made (5.1.1)");
	expect(P FOR "\nfor (i = 0; i < n; i++)" TASK "\nuse(i);", "i",
	       "private rw- passed: - iteration variable of the loop (5.1.1) / firstprivate r-- passed: value private where the task is made (5.1.1)");
	expect(P "\n{" TASK TASK "\nuse(x); }", "x",
	       "shared r-& passed: address shared by default (5.1.1) / shared r-& passed: address shared by the threads of the team (5.1.1)"
	       " / shared r-- passed: address shared by the threads of the team (5.1.1)");
}

static void nested_regions(void **state)
{
	(void)state;
	expect(P "\n" P "\nx++;", "x", "shared rw- passed: address shared by default (5.1.1) / shared rw- passed: address shared by default (5.1.1)");
	expect(P "private(x)\n{ x = 1;\n" P "\nx++; }", "x", "private rw- passed: - clause / shared rw- passed: address shared by default (5.1.1)");
	expect(P "\n" P "private(x)\nx = 1;", "x", "private -w- passed: - clause");
	expect(P "\n" P "firstprivate(x)\nx = 1;", "x", "shared r-- passed: value shared by default (5.1.1) / firstprivate -w- passed: value clause");
}

static void uses_in_clauses(void **state)
{
	(void)state;
	expect(P "\n" P "num_threads(x)\n;", "x", "shared r-- passed: value shared by default (5.1.1)");
	expect(P FOR "schedule(dynamic, x)\nfor (i = 0; i < n; i++) ;", "x", "shared r-- passed: value shared by default (5.1.1)");
	expect(P "reduction(+ : p[0:x])\np[0]++;", "x", ""); /* its value is passed, not the variable */
	expect(P "num_threads(x)\n;", "x", "");
	expect(P "\n{ int z;\n#pragma omp single copyprivate(z)\nz = 1;\n}", "z", "");
}

static void combined_directives(void **state)
{
	(void)state;
	expect("#pragma omp parallel for private(x)\nfor (i = 0; i < n; i++) x = i;", "x", "private -w- passed: - clause");
	expect("#pragma omp parallel for reduction(+ : x)\nfor (i = 0; i < n; i++) x += i;", "x", "reduction rw- passed: address clause");
	expect("#pragma omp parallel for lastprivate(x)\nfor (i = 0; i < n; i++) x = i;", "x",
	       "shared -w- passed: address listed in a clause of an inner part (17.2) / private +last -w- passed: - clause");
}

static void conflicts(void **state)
{
	(void)state;
	expect_error(P "private(x) shared(x)\nx = 1;", "'x'");
	expect_error(P "private(x, x)\nx = 1;", "'x'");
	expect_error(P "private(nothing)\n;", "'nothing'");
	expect_error(P "private(use)\n;", "'use'");
	expect_error(P "private(counter)\n;", "'counter' is threadprivate");
	expect_error(P "reduction(+ : k)\n;", "'k' is const");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(shared_by_default), TEST(ways_of_passing), TEST(array_parameters_are_pointers), TEST(clauses), TEST(loop_variables),
		TEST(default_clause),    TEST(tasks),           TEST(nested_regions),                TEST(uses_in_clauses),
		TEST(combined_directives), TEST(conflicts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
