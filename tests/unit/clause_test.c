/* Tests of translator/clause.c: a reader for each shape of argument, and what it says to a mistake. */
#include "diagnostic_style.h"
#include "translator/pragma.h"

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
static struct pragma_table table;
static const char *const no_flags[] = {NULL};
static const char *const cc[] = {"cc", NULL};
static struct source_options options = {.path = "test.c", .cpp = no_flags, .cc = cc};
static char printed[4096];

static int set_up(void **state)
{
	(void)state;
	diagnostic_set_layout(&(struct diagnostic_layout){.no_option = true});
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

static bool find(const char *directive)
{
	const char *text = arena_printf(&arena, "void f(int n) {\n#pragma omp %s\n{}\n}\n", directive);
	source_release(&source);
	assert_true(source_read(&source, &arena, &options, text, strlen(text)));
	assert_true(source_parse(&source));
	return pragma_find(&source, &table);
}

/* The only clause of the directive. */
static const struct clause *read_clause(const char *directive)
{
	assert_true(find(directive));
	assert_int_equal(table.count, 1);
	assert_non_null(table.items[0].clauses);
	assert_null(table.items[0].clauses->next);
	return table.items[0].clauses;
}

/* That the directive is refused with this message, placed under `token`. */
static void expect_error(const char *directive, const char *message, const char *token)
{
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);
	assert_non_null(file);
	fflush(stderr);
	dup2(fileno(file), STDERR_FILENO);
	bool good = find(directive);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
	fclose(file);
	const char *line = "#pragma omp ";
	const char *expected = arena_printf(&arena, "test.c:2:%d: error: %s\n",
					    (int)(strstr(directive, token) - directive + (long)strlen(line)) + 1, message);
	assert_false(good);
	if (strncmp(printed, expected, strlen(expected)))
		fail_msg("printed %swanted  %s", printed, expected);
}

static void expect_items(const struct clause *clause, const char *expected)
{
	const char *found = "";
	for (const struct clause_item *item = clause->items; item; item = item->next)
		found = arena_printf(&arena, "%s%s%s%s", found, *found ? " " : "", item->name, item->section ? item->section : "");
	assert_string_equal(found, expected);
}

static void expect_text(const char *found, const char *expected)
{
	if (found && expected)
		assert_string_equal(found, expected);
	else
		assert_ptr_equal(found, expected);
}

static void shape_none(void **state)
{
	(void)state;
	const struct clause *clause = read_clause("for nowait");
	assert_int_equal(clause->kind, C_NOWAIT);
	assert_null(clause->argument);
	assert_int_equal(clause->offset, strstr(source.text, "nowait") - source.text);
	expect_error("cancel parallel(1)", "'parallel' takes no argument", "(1)");
}

static void shape_expression(void **state)
{
	(void)state;
	const struct clause *clause = read_clause("parallel num_threads( f(n, \")\") > 1 ? 2 : n )");
	assert_string_equal(clause->expression, "f(n, \")\") > 1 ? 2 : n");
	expect_error("parallel num_threads", "expected '(' after 'num_threads'", "num_threads");
	expect_error("parallel num_threads(", "missing ')' in 'num_threads'", "(");
	expect_error("parallel num_threads()", "expected an expression in 'num_threads'", "num_threads");
	expect_error("parallel num_threads(1", "missing ')' in 'num_threads'", "(");
}

static void shape_constant(void **state)
{
	(void)state;
	assert_string_equal(read_clause("for collapse(2)")->expression, "2");
	assert_null(read_clause("for ordered")->expression);
	assert_string_equal(read_clause("for ordered(1)")->expression, "1");
	expect_error("for collapse", "expected '(' after 'collapse'", "collapse");
}

static void shape_keyword(void **state)
{
	(void)state;
	const struct clause *clause = read_clause("for order(reproducible : concurrent)");
	assert_string_equal(clause->keyword, "concurrent");
	assert_string_equal(clause->modifiers, "reproducible");
	assert_string_equal(read_clause("parallel default( none )")->keyword, "none");
	expect_error("parallel default(none shared)", "expected one word in 'default'", "none");
	expect_error("parallel proc_bind(1)", "expected one word in 'proc_bind'", "1");
}

static void shape_list(void **state)
{
	(void)state;
	expect_items(read_clause("parallel private( a,b , c_1)"), "a b c_1");
	const struct clause *clause = read_clause("parallel firstprivate(a, n)");
	assert_int_equal(clause->items->next->offset, strstr(source.text, "n)\n{") - source.text);
	expect_error("parallel private()", "expected a variable name in 'private'", ")");
	expect_error("parallel private(a,)", "expected a variable name in 'private'", ")");
	expect_error("parallel private(a[1])", "'a[1]' in 'private' is not the name of a variable", "a[");
	expect_error("parallel private(a b)", "'a b' in 'private' is not the name of a variable", "a b");
	expect_error("parallel shared(*a)", "'*a' in 'shared' is not the name of a variable", "*a");
	expect_error("parallel private(3)", "'3' in 'private' is not the name of a variable", "3");
}

static void shape_lastprivate(void **state)
{
	(void)state;
	expect_items(read_clause("for lastprivate(a, b)"), "a b");
	expect_text(table.items[0].clauses->modifiers, NULL);
	expect_items(read_clause("for lastprivate(conditional: a)"), "a");
	expect_text(table.items[0].clauses->modifiers, "conditional");
	expect_error("for lastprivate(sometimes: a)", "unknown modifier 'sometimes' in 'lastprivate'; only 'conditional' is one", "sometimes");
}

static void expect_linear(const char *argument, const char *items, const char *step)
{
	const struct clause *clause = read_clause(arena_printf(&arena, "simd linear(%s)", argument));
	expect_items(clause, items);
	expect_text(clause->expression, step);
}

static void shape_linear(void **state)
{
	(void)state;
	expect_linear("i", "i", NULL);
	expect_linear("i, j : 2 * n", "i j", "2 * n");
	expect_linear("val(i, j) : n", "i j", "n");
	expect_linear("i : step(n + 1)", "i", "n + 1");
	expect_linear("i : val, step(4)", "i", "4");
	expect_linear("i : val", "i", NULL);
	const struct clause *aligned = read_clause("simd aligned(p, q : 64)");
	expect_items(aligned, "p q");
	assert_string_equal(aligned->expression, "64");
	expect_error("simd linear(ref(i) : 1)", "unknown modifier 'ref' in 'linear'; C has only 'val'", "ref");
}

static void expect_reduction(const char *argument, const char *operator, const char *modifiers, const char *items)
{
	const struct clause *clause = read_clause(arena_printf(&arena, "parallel reduction(%s)", argument));
	expect_text(clause->keyword, operator);
	expect_text(clause->modifiers, modifiers);
	expect_items(clause, items);
}

static void shape_reduction(void **state)
{
	(void)state;
	static const char *const operators[] = {"+", "-", "*", "&", "|", "^", "&&", "||", "min", "max", "mine"};
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		expect_reduction(arena_printf(&arena, "%s:a", operators[i]), operators[i], NULL, "a");
	expect_reduction("+ : a, b[0:n], c[:][1:2]", "+", NULL, "a b[0:n] c[:][1:2]");
	expect_reduction("task, + : a", "+", "task", "a");
	expect_error("parallel reduction(a)", "expected 'operator : variables' in 'reduction', such as reduction(+: sum)", "reduction");
	expect_error("parallel reduction(/ : a)", "'/' is not a reduction operator", "/");
	expect_error("parallel reduction(<< : a)", "'<<' is not a reduction operator", "<<");
	expect_error("parallel reduction(+ - : a)", "expected one operator before ':' in 'reduction'", "+");
	expect_error("parallel reduction(: a)", "expected one operator before ':' in 'reduction'", ": a");
	expect_error("parallel reduction(+ :)", "expected a variable name in 'reduction'", ")");
	expect_error("parallel reduction(+ : a + b)", "'a + b' in 'reduction' is not the name of a variable", "a + b");
}

static void expect_allocate(const char *argument, const char *allocator, const char *alignment, const char *items)
{
	const struct clause *clause = read_clause(arena_printf(&arena, "parallel allocate(%s)", argument));
	expect_text(clause->expression, allocator);
	expect_text(clause->alignment, alignment);
	expect_items(clause, items);
}

static void shape_allocate(void **state)
{
	(void)state;
	expect_allocate("a, b", NULL, NULL, "a b");
	expect_allocate("omp_default_mem_alloc : a, b", "omp_default_mem_alloc", NULL, "a b");
	expect_allocate("allocator(heap) : a", "heap", NULL, "a");
	expect_allocate("align(8 * 8), allocator(n ? x : y) : a", "n ? x : y", "8 * 8", "a");
	expect_allocate("align(64) : a", NULL, "64", "a");
	expect_allocate("n ? x : y : a", "n ? x : y", NULL, "a");
	expect_allocate("allocator(1) + 2 : a", "allocator(1) + 2", NULL, "a");
	expect_error("parallel allocate(heap :)", "expected a variable name in 'allocate'", ")");
}

static void expect_allocator(const struct clause_item *item, const char *name, const char *memspace, const char *traits)
{
	expect_text(item->name, name);
	expect_text(item->memspace, memspace);
	expect_text(item->traits, traits);
}

static void shape_uses_allocators(void **state)
{
	(void)state;
	const struct clause *clause = read_clause("target uses_allocators(omp_default_mem_alloc, a(t), b)");
	expect_allocator(clause->items, "a", NULL, "t");
	expect_allocator(clause->items->next, "b", NULL, NULL);
	assert_null(clause->items->next->next);
	clause = read_clause("target uses_allocators(memspace(m), traits(t) : a; omp_thread_mem_alloc; traits(u) : b)");
	expect_allocator(clause->items, "a", "m", "t");
	expect_allocator(clause->items->next, "b", NULL, "u");
	assert_null(read_clause("target uses_allocators(omp_cgroup_mem_alloc)")->items);
	expect_error("target uses_allocators(a b)", "expected an allocator in 'uses_allocators'", "a b");
	expect_error("target uses_allocators(size(t) : a)", "expected memspace(...) or traits(...) before ':' in 'uses_allocators'", "size");
	expect_error("target uses_allocators(omp_const_mem_alloc(t))", "'omp_const_mem_alloc' is predefined: it has its traits already",
		     "omp_const_mem_alloc(t)");
}

static void expect_if(const char *directive, const char *name, const char *expression)
{
	const struct clause *clause = read_clause(directive);
	expect_text(clause->keyword, name);
	expect_text(clause->expression, expression);
}

static void shape_if(void **state)
{
	(void)state;
	expect_if("parallel if(n > 3)", NULL, "n > 3");
	expect_if("parallel if(parallel : n > 3)", "parallel", "n > 3");
	expect_if("parallel if(n ? a : b)", NULL, "n ? a : b");
	expect_if("parallel for if(parallel for : n)", "parallel for", "n");
	expect_if("task if(task_size)", NULL, "task_size");
	expect_if("task if(task)", NULL, "task"); /* a variable of that name */
	expect_error("parallel if(n : 1)", "'n' before ':' in 'if' is not a directive", "n :");
	expect_error("parallel if(parallel :)", "expected an expression in 'if'", "if");
}

static void expect_schedule(const char *argument, const char *modifiers, const char *kind, const char *chunk)
{
	const struct clause *clause = read_clause(arena_printf(&arena, "for schedule(%s)", argument));
	expect_text(clause->modifiers, modifiers);
	expect_text(clause->keyword, kind);
	expect_text(clause->expression, chunk);
}

static void shape_schedule(void **state)
{
	(void)state;
	expect_schedule("static", NULL, "static", NULL);
	expect_schedule(" dynamic , n / 2 ", NULL, "dynamic", "n / 2");
	expect_schedule("guided, f(a, b)", NULL, "guided", "f(a, b)");
	expect_schedule("static, n ? 1 : 2", NULL, "static", "n ? 1 : 2");
	expect_schedule("monotonic, simd : dynamic, 4", "monotonic, simd", "dynamic", "4");
	expect_schedule("nonmonotonic: runtime", "nonmonotonic", "runtime", NULL);
	expect_schedule("auto", NULL, "auto", NULL);
	expect_error("for schedule(statik)", "unknown schedule kind 'statik'; the kinds are static, dynamic, guided, auto and runtime", "statik");
	expect_error("for schedule(fast : static)",
		     "unknown modifier 'fast' in 'schedule'; the modifiers are monotonic, nonmonotonic and simd", "schedule");
	expect_error("for schedule(auto, 4)", "schedule(auto) takes no chunk size", " 4");
	expect_error("for schedule(runtime, n)", "schedule(runtime) takes no chunk size", " n");
	expect_error("for schedule(static,)", "expected an expression in 'schedule'", "schedule");
}

static void shape_raw(void **state)
{
	(void)state;
	const struct clause *clause = read_clause("task affinity( iterator(i = 0:n) : a[i] )");
	assert_string_equal(clause->argument, "iterator(i = 0:n) : a[i]");
	assert_null(clause->items);
}

static void several_clauses(void **state)
{
	(void)state;
	assert_true(find("parallel for private(a), schedule(static) private(b)"));
	const struct clause *clause = table.items[0].clauses;
	assert_int_equal(clause->kind, C_PRIVATE);
	assert_int_equal(clause->next->kind, C_SCHEDULE);
	assert_int_equal(clause->next->next->kind, C_PRIVATE);
	assert_null(clause->next->next->next);
	assert_ptr_equal(clause_find(clause, C_SCHEDULE), clause->next);
	assert_ptr_equal(clause_find(clause, C_PRIVATE), clause);
	assert_null(clause_find(clause, C_IF));
}

static void clauses_that_do_not_belong(void **state)
{
	(void)state;
	expect_error("parallel privte(a)", "unknown clause 'privte' on 'parallel'; did you mean 'private'?", "privte");
	expect_error("parallel qwertzuiop(a)", "unknown clause 'qwertzuiop' on 'parallel'", "qwertzuiop");
	expect_error("parallel schedule(static)", "clause 'schedule' is not allowed on 'parallel'", "schedule");
	expect_error("parallel for nowait", "clause 'nowait' is not allowed on 'parallel for'", "nowait");
	expect_error("for collapse(2) collapse(3)", "clause 'collapse' may appear only once on a directive", "collapse(3)");
	expect_error("parallel private(a),", "expected a clause after ','", ",");
	expect_error("parallel (a)", "expected a clause, found '('", "(");
	expect_error("barrier 1", "expected a clause, found '1'", "1");
}

static void directives_with_arguments(void **state)
{
	(void)state;
	assert_true(find("critical ( name ) hint(0)"));
	assert_string_equal(table.items[0].argument, "name");
	assert_string_equal(read_clause("critical(name) hint(0)")->expression, "0");
	assert_true(find("critical"));
	assert_null(table.items[0].argument);
	assert_true(find("threadprivate(a, b)"));
	assert_string_equal(table.items[0].argument, "a, b");
	expect_error("threadprivate", "expected '(' after 'threadprivate'", "threadprivate");
	expect_error("critical(name", "missing ')' after 'critical ('", "(");
	expect_error("paralel", "unknown directive 'paralel'; did you mean 'parallel'?", "paralel");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(shape_none),      TEST(shape_expression), TEST(shape_constant), TEST(shape_keyword),
		TEST(shape_list),      TEST(shape_lastprivate), TEST(shape_linear),  TEST(shape_reduction),
		TEST(shape_allocate), TEST(shape_uses_allocators),  TEST(shape_if),         TEST(shape_schedule), TEST(shape_raw),
		TEST(several_clauses), TEST(clauses_that_do_not_belong), TEST(directives_with_arguments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
