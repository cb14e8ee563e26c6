/* Tests of translator/openmp.h: the table itself, look-ups in it, and the nearest name to a misspelt one. */
#include "translator/openmp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* words begin with this directive, of these leaves. */
static void expect_directive(const char *words, const char *spelling, int leaf_count, const enum directive *leaves)
{
	struct compound_row found;
	size_t length;
	assert_true(openmp_find_directive(words, &found, &length));
	assert_string_equal(found.spelling, spelling);
	assert_int_equal(found.leaf_count, leaf_count);
	for (int i = 0; i < leaf_count; i++)
		assert_int_equal(found.leaves[i], leaves[i]);
}

#define EXPECT(words, spelling, ...) \
	expect_directive(words, spelling, (int)(sizeof((enum directive[]){__VA_ARGS__}) / sizeof(enum directive)), (enum directive[]){__VA_ARGS__})

static void longest_directive_wins(void **state)
{
	(void)state;
	EXPECT("parallel", "parallel", D_PARALLEL);
	EXPECT("parallel private(for)", "parallel", D_PARALLEL);
	EXPECT("parallel for", "parallel for", D_PARALLEL, D_FOR);
	EXPECT("parallel   for  simd", "parallel for simd", D_PARALLEL, D_FOR, D_SIMD);
	EXPECT("for simd collapse(2)", "for simd", D_FOR, D_SIMD);
	EXPECT("for simdlen(2)", "for", D_FOR);
	EXPECT("parallel fort", "parallel", D_PARALLEL);
	EXPECT("section", "section", D_SECTION);
	EXPECT("sections", "sections", D_SECTIONS);
	EXPECT("declare  reduction(+:int:x)", "declare reduction", D_DECLARE_REDUCTION);
	EXPECT("taskwait", "taskwait", D_TASKWAIT);
}

static void length_is_what_was_written(void **state)
{
	(void)state;
	struct compound_row found;
	size_t length;
	assert_true(openmp_find_directive("parallel   for  simd nowait", &found, &length));
	assert_int_equal(length, strlen("parallel   for  simd"));
	assert_false(openmp_find_directive("paralel for", &found, &length));
	assert_false(openmp_find_directive("parallelfor", &found, &length));
	assert_false(openmp_find_directive("Parallel", &found, &length));
	assert_false(openmp_find_directive("declare", &found, &length));
	assert_false(openmp_find_directive("", &found, &length));
}

static void every_directive_finds_itself(void **state)
{
	(void)state;
	for (int d = 0; d < DIRECTIVE_COUNT; d++)
		EXPECT(directive_rows[d].spelling, directive_rows[d].spelling, (enum directive)d);
	for (int i = 0; openmp_compound(i); i++) {
		const struct compound_row *row = openmp_compound(i);
		expect_directive(row->spelling, row->spelling, row->leaf_count, row->leaves);
		assert_in_range(row->leaf_count, 2, MAX_LEAVES);
	}
}

static void every_clause_finds_itself(void **state)
{
	(void)state;
	for (int c = 0; c < CLAUSE_COUNT; c++)
		assert_int_equal(openmp_find_clause(clause_rows[c].spelling, strlen(clause_rows[c].spelling)), c);
	assert_int_equal(openmp_find_clause("private_", 8), CLAUSE_COUNT);
	assert_int_equal(openmp_find_clause("private_", 7), C_PRIVATE);
	assert_int_equal(openmp_find_clause("priv", 4), CLAUSE_COUNT);
}

/* Every word in a directive's list is a clause, every clause is accepted somewhere, and a compound's leaves are lowered. */
static void table_is_consistent(void **state)
{
	(void)state;
	bool used[CLAUSE_COUNT] = {false};
	for (int d = 0; d < DIRECTIVE_COUNT; d++)
		for (const char *list = directive_rows[d].clauses; list && *list; list += strspn(list, " ")) {
			size_t length = strcspn(list, " ");
			enum clause_kind clause = openmp_find_clause(list, length);
			assert_true(clause < CLAUSE_COUNT);
			assert_true(openmp_accepts((enum directive)d, clause));
			used[clause] = true;
			list += length;
		}
	for (int c = 0; c < CLAUSE_COUNT; c++)
		assert_true(used[c]);
	for (int i = 0; openmp_compound(i); i++)
		for (int j = 0; j < openmp_compound(i)->leaf_count; j++)
			assert_non_null(directive_rows[openmp_compound(i)->leaves[j]].clauses);
}

static void accepts(void **state)
{
	(void)state;
	assert_true(openmp_accepts(D_PARALLEL, C_IF));
	assert_true(openmp_accepts(D_FOR, C_NOWAIT));
	assert_false(openmp_accepts(D_PARALLEL, C_SCHEDULE));
	assert_false(openmp_accepts(D_BARRIER, C_NOWAIT));
	assert_false(openmp_accepts(D_FOR, C_SIMD)); /* the directive of that name, not a clause of for */
	assert_false(openmp_accepts(D_TILE, C_PRIVATE)); /* no lowering */
}

static void expect_nearest(const char *(*nearest)(const char *, size_t), const char *word, const char *expected)
{
	const char *found = nearest(word, strlen(word));
	if (expected && found)
		assert_string_equal(found, expected);
	else
		assert_ptr_equal(found, expected);
}

static void nearest_names(void **state)
{
	(void)state;
	expect_nearest(openmp_nearest_directive, "paralel", "parallel");
	expect_nearest(openmp_nearest_directive, "parallell", "parallel");
	expect_nearest(openmp_nearest_directive, "prallel", "parallel");
	expect_nearest(openmp_nearest_directive, "fro", "for");
	expect_nearest(openmp_nearest_directive, "barier", "barrier");
	expect_nearest(openmp_nearest_directive, "zzzzzzzz", NULL);
	expect_nearest(openmp_nearest_clause, "privat", "private");
	expect_nearest(openmp_nearest_clause, "firstprivte", "firstprivate");
	expect_nearest(openmp_nearest_clause, "shedule", "schedule");
	expect_nearest(openmp_nearest_clause, "no_wait", "nowait");
	expect_nearest(openmp_nearest_clause, "numthreads", "num_threads");
	expect_nearest(openmp_nearest_clause, "xyzzyxyzzy", NULL);
	expect_nearest(openmp_nearest_clause, "a_word_that_is_longer_than_any_that_the_table_could_ever_hold", NULL);
}

static void nearest_looks_at_length_bytes(void **state)
{
	(void)state;
	assert_string_equal(openmp_nearest_clause("nowiat_and_more", 6), "nowait");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(longest_directive_wins),    cmocka_unit_test(length_is_what_was_written),
		cmocka_unit_test(every_directive_finds_itself), cmocka_unit_test(every_clause_finds_itself),
		cmocka_unit_test(table_is_consistent),       cmocka_unit_test(accepts),
		cmocka_unit_test(nearest_names),             cmocka_unit_test(nearest_looks_at_length_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
