/* Tests of translator/polynomial.c. */
#include "translator/polynomial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct polynomials p;
static const struct variable n = {.name = "n", .order = 1}, m = {.name = "m", .order = 2}, i = {.name = "i", .order = 3};

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	p = (struct polynomials){&arena, true};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static const struct polynomial *number(long long value)
{
	return polynomial_constant(&p, value);
}

static const struct polynomial *name(const struct variable *variable)
{
	return polynomial_variable(&p, variable);
}

static const struct polynomial *plus(const struct polynomial *a, const struct polynomial *b)
{
	return polynomial_add(&p, a, b, 1);
}

static const struct polynomial *minus(const struct polynomial *a, const struct polynomial *b)
{
	return polynomial_add(&p, a, b, -1);
}

static const struct polynomial *times(const struct polynomial *a, const struct polynomial *b)
{
	return polynomial_multiply(&p, a, b);
}

static void reads_as(const struct polynomial *a, const char *text)
{
	assert_true(p.good);
	assert_string_equal(polynomial_text(&arena, a), text);
}

static void sums(void **state)
{
	(void)state;
	reads_as(NULL, "0");
	reads_as(number(0), "0");
	reads_as(number(-3), "-3");
	reads_as(plus(name(&n), number(1)), "n + 1");
	reads_as(minus(number(1), name(&n)), "1 - n");
	reads_as(plus(name(&m), name(&n)), "n + m");
	reads_as(minus(plus(name(&n), name(&m)), name(&n)), "m");
	reads_as(polynomial_add(&p, name(&n), name(&n), -3), "-2 * n");
	assert_null(minus(name(&i), name(&i)));
}

static void products(void **state)
{
	(void)state;
	const struct polynomial *row = plus(times(name(&i), name(&n)), name(&m));
	reads_as(row, "n * i + m");
	reads_as(times(minus(name(&n), number(2)), minus(name(&m), number(2))), "n * m - 2 * n - 2 * m + 4");
	reads_as(times(name(&n), name(&n)), "n * n");
	reads_as(times(row, NULL), "0");
	assert_true(polynomial_equal(times(name(&n), name(&m)), times(name(&m), name(&n))));
	assert_false(polynomial_equal(name(&n), plus(name(&n), number(1))));
}

static void splits(void **state)
{
	(void)state;
	const struct polynomial *factor, *rest;
	const struct polynomial *a = plus(plus(times(name(&i), name(&n)), times(name(&i), number(3))), plus(name(&m), number(7)));
	assert_true(polynomial_split(&p, a, &i, &factor, &rest));
	reads_as(factor, "n + 3");
	reads_as(rest, "m + 7");
	assert_false(polynomial_split(&p, times(name(&i), name(&i)), &i, &factor, &rest));
	assert_true(polynomial_split(&p, name(&m), &i, &factor, &rest));
	assert_null(factor);
	assert_true(polynomial_uses(a, &n));
	assert_false(polynomial_uses(rest, &n));
}

static void constants(void **state)
{
	(void)state;
	long long value = 1;
	assert_true(polynomial_is_constant(NULL, &value));
	assert_int_equal(value, 0);
	assert_true(polynomial_is_constant(minus(plus(name(&n), number(5)), name(&n)), &value));
	assert_int_equal(value, 5);
	assert_false(polynomial_is_constant(name(&n), &value));
}

/* What is too large for the form is said to be so, and does not wrap. */
static void multiples(void **state)
{
	(void)state;
	const struct polynomial *more = plus(name(&n), number(1)), *product = polynomial_multiply(&p, more, name(&m));
	assert_true(polynomial_is_multiple(&p, product, more));
	assert_true(polynomial_is_multiple(&p, product, name(&m)));
	assert_false(polynomial_is_multiple(&p, product, name(&n)));
	assert_false(polynomial_is_multiple(&p, plus(product, number(2)), more));
	assert_true(polynomial_is_multiple(&p, NULL, more));
	assert_false(polynomial_is_multiple(&p, number(3), number(2)));
}

static void signs(void **state)
{
	static const struct ctype type = {.class = TYPE_UNSIGNED, .size = 4};
	const struct variable u = {.name = "u", .order = 4, .type = &type};
	(void)state;
	assert_string_equal(polynomial_signed_text(&arena, polynomial_add(&p, number(1), name(&u), -1)), "1 - (long)u");
	assert_string_equal(polynomial_signed_text(&arena, plus(number(1), name(&u))), "u + 1");
}

static void limits(void **state)
{
	(void)state;
	const struct polynomial *large = number(1 << 30);
	assert_true(p.good);
	times(large, large);
	assert_false(p.good);
	p.good = true;
	number(1LL << 40);
	assert_false(p.good);
	p.good = true;
	const struct polynomial *power = times(times(name(&n), name(&n)), times(name(&n), name(&n)));
	assert_true(p.good);
	times(power, name(&m));
	assert_false(p.good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sums, set_up, tear_down),
		cmocka_unit_test_setup_teardown(products, set_up, tear_down),
		cmocka_unit_test_setup_teardown(splits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(constants, set_up, tear_down),
		cmocka_unit_test_setup_teardown(multiples, set_up, tear_down),
		cmocka_unit_test_setup_teardown(signs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(limits, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
