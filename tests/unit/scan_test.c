/* Tests of translator/scan.h: C tokens of clauses and expressions. */
#include "translator/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The tokens of text, each in brackets with a letter for its kind. */
static void expect_tokens(const char *text, const char *expected)
{
	static const char letters[] = {[LEX_WORD] = 'w', [LEX_NUMBER] = 'n', [LEX_STRING] = 's', [LEX_PUNCTUATOR] = 'p'};
	const char *end = text + strlen(text);
	char found[512];
	size_t length = 0;
	found[0] = '\0';
	for (struct lexeme l = scan(text, end); l.kind != LEX_END; l = scan(l.start + l.length, end)) {
		assert_true(l.length > 0 && l.start + l.length <= end);
		length += (size_t)snprintf(found + length, sizeof found - length, "%c[%.*s]", letters[l.kind], (int)l.length, l.start);
		assert_true(length < sizeof found);
	}
	assert_string_equal(found, expected);
}

static void words_and_numbers(void **state)
{
	(void)state;
	expect_tokens("", "");
	expect_tokens(" \t\n", "");
	expect_tokens("x _y2 $z", "w[x]w[_y2]w[$z]");
	expect_tokens("2*n", "n[2]p[*]w[n]");
	expect_tokens("0x1fUL 1.5e-3f .5 0x1p+4 1.", "n[0x1fUL]n[1.5e-3f]n[.5]n[0x1p+4]n[1.]");
	expect_tokens("1-x 1e-x", "n[1]p[-]w[x]n[1e-x]"); /* the second is one preprocessing number, as in C */
	expect_tokens("\xC3\xA9t\xC3\xA9", "w[\xC3\xA9t\xC3\xA9]");
}

static void punctuators(void **state)
{
	(void)state;
	expect_tokens("a<<=b", "w[a]p[<<=]w[b]");
	expect_tokens("a->b.c", "w[a]p[->]w[b]p[.]w[c]");
	expect_tokens("a+++b", "w[a]p[++]p[+]w[b]");
	expect_tokens("a<=b==c", "w[a]p[<=]w[b]p[==]w[c]");
	expect_tokens("f(...)", "w[f]p[(]p[...]p[)]");
	expect_tokens("a<", "w[a]p[<]");
}

static void strings(void **state)
{
	(void)state;
	expect_tokens("\"a)\\\"b\"+1", "s[\"a)\\\"b\"]p[+]n[1]");
	expect_tokens("'\\'' ',' L'x' u8\"s\"", "s['\\'']s[',']s[L'x']s[u8\"s\"]");
	expect_tokens("\"open", "s[\"open]");
	expect_tokens("\"open\\", "s[\"open\\]");
}

static void comments_are_blanks(void **state)
{
	(void)state;
	expect_tokens("a/* b ) */c", "w[a]w[c]");
	expect_tokens("a /**/ /***/ b", "w[a]w[b]");
	expect_tokens("a /*/ b */ c", "w[a]w[c]");
	expect_tokens("a /* open", "w[a]");
	expect_tokens("a // it's ( \n b", "w[a]w[b]");
	expect_tokens("a // to the end", "w[a]");
	expect_tokens("a \\\n b", "w[a]w[b]");
	expect_tokens("a / b", "w[a]p[/]w[b]");
}

static void ends_where_it_is_told(void **state)
{
	(void)state;
	const char *text = "abc<=";
	assert_int_equal(scan(text, text + 2).length, 2);
	assert_int_equal(scan(text + 3, text + 4).length, 1);
	assert_int_equal(scan(text, text).kind, LEX_END);
	assert_false(lexeme_is(scan(text, text), ""));
	assert_true(lexeme_is(scan(text, text + 5), "abc"));
	assert_false(lexeme_is(scan(text, text + 5), "ab"));
	assert_false(lexeme_is(scan(text, text + 5), "abcd"));
}

static void expect_closing(const char *text, long place)
{
	const char *found = scan_closing(text, text + strlen(text));
	assert_int_equal(found ? found - text : -1, place);
}

static void closing_brackets(void **state)
{
	(void)state;
	expect_closing("(a)", 2);
	expect_closing("(a[(b)]{c})d)", 10);
	expect_closing("(\")\" ')' /* ) */)", 16);
	expect_closing("(a", -1);
	expect_closing("((a)", -1);
}

static void expect_found(const char *text, const char *spelling, long place)
{
	const char *found = scan_find(text, text + strlen(text), spelling);
	assert_int_equal(found ? found - text : -1, place);
}

static void find_outside_of_brackets(void **state)
{
	(void)state;
	expect_found("f(a,b),c", ",", 6);
	expect_found("a[i:j]:b", ":", 6);
	expect_found("\":\" ':' x", ":", -1);
	expect_found("a<=b<c", "<", 4);
	expect_found("a==b", "=", -1);
	expect_found("", ",", -1);
	expect_found("word", "word", -1); /* only punctuators */
}

static void trims_blanks(void **state)
{
	(void)state;
	const char *text = " \t a b\n ", *start = text, *end = text + strlen(text);
	scan_trim(&start, &end);
	assert_int_equal(end - start, 3);
	assert_memory_equal(start, "a b", 3);
	start = text, end = text + 3;
	scan_trim(&start, &end);
	assert_ptr_equal(start, end);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_numbers),   cmocka_unit_test(punctuators),
		cmocka_unit_test(strings),             cmocka_unit_test(comments_are_blanks),
		cmocka_unit_test(ends_where_it_is_told), cmocka_unit_test(closing_brackets),
		cmocka_unit_test(find_outside_of_brackets), cmocka_unit_test(trims_blanks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
