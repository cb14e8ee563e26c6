/* Tests of translator/allocation.c and flow.h: what pointers lead to, told from allocations and calls, and what functions do to memory. */
#include "translator/arena.h"
#include "translator/extents.h"
#include "translator/flow.h"
#include "translator/lower.h"
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
static const char *seen; /* what the observer found out */

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

static void translate_text(const char *text, void (*observe)(void *, struct lowering *, const struct text *))
{
	static const char *const no_flags[] = {NULL}, *const cc[] = {"cc", NULL};
	struct translate_request request = {.source = {.path = "test.c", .cpp = no_flags, .cc = cc, .no_warnings = true}, .text = text, .size = strlen(text),
					    .target = "omp-target", .observe = observe};
	struct text output = {0};
	int kept = dup(STDERR_FILENO);
	seen = "";
	assert_non_null(freopen("/dev/null", "w", stderr)); /* remarks */
	enum translate_result result = translate(&request, &output);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	assert_int_equal(result, TRANSLATED);
	text_release(&output);
}

/* "u r [0:n]; v wf [1:n - 2]" for the first directive's loop, variables by declaration: r, w, f for read, written, filled. */
static void list_extents(void *observer, struct lowering *lowering, const struct text *marked)
{
	const struct statement *statement = lowering->tree->sites[0]->statement;
	struct accesses accesses;
	(void)observer;
	(void)marked;
	assert_true(accesses_of_loop(lowering->survey, statement->start, statement->end, &accesses));
	if (accesses.objection) {
		seen = arena_printf(&arena, "%s", accesses.objection);
		return;
	}
	for (struct extent *e = extents_of(lowering->survey, &accesses, statement->start, statement->end); e; e = e->next)
		if (e->variable->type->class == TYPE_POINTER || e->variable->type->class == TYPE_ARRAY)
			seen = arena_printf(&arena, "%s%s%s %s%s%s %s", seen, *seen ? "; " : "", e->variable->name, e->read ? "r" : "", e->written ? "w" : "",
					    e->filled ? "f" : "", e->section ? e->section : "?");
}

static const char *extents(const char *parameters, const char *loop)
{
	translate_text(arena_printf(&arena, "#include <stdlib.h>\nvoid f(%s)\n{\n%s\n}\n", parameters, loop), list_extents);
	return seen;
}

static void sizes_come_from_allocations(void **state)
{
	(void)state;
	assert_string_equal(extents("int n", "int bytes = n * sizeof(int), *a = NULL, *b; a = malloc(bytes); b = a;\n"
					     "#pragma omp parallel for\nfor (int i = 0; i < n; i++) a[n - 1 - i % 2] = b[0];"),
			    "a w [0:n]; b r [0:(n > 0)]");
	assert_string_equal(extents("int n", "int *a = malloc(n * sizeof *a); a++;\n#pragma omp parallel for\nfor (int i = 0; i < n; i++) a[i % 2] = i;"),
			    "a w ?");
	assert_string_equal(extents("int n", "int *a = malloc(n * sizeof *a); n++;\n#pragma omp parallel for\nfor (int i = 0; i < n; i++) a[i % 2] = i;"),
			    "a w ?");
}

static void parameters_are_what_all_calls_give(void **state)
{
	(void)state;
	const char *callee = "static void f(int k, int *a)\n{\n#pragma omp parallel for\nfor (int i = 0; i < k; i++) a[i %% 3] = i;\n}\n";
	const char *format = arena_printf(&arena, "#include <stdlib.h>\n%svoid g(int n)\n{\nint *x = malloc(n * sizeof *x), *y = malloc(2 * n * sizeof *y);\n%%s\n}\n", callee);
	translate_text(arena_printf(&arena, format, "f(n, x); f(n, x);"), list_extents);
	assert_string_equal(seen, "a w [0:k]");
	translate_text(arena_printf(&arena, format, "f(n, x); f(n, y);"), list_extents);
	assert_string_equal(seen, "a w ?");
	translate_text(arena_printf(&arena, format, "f(n, x + 1);"), list_extents);
	assert_string_equal(seen, "a w ?");
	translate_text(arena_printf(&arena, format, "void (*p)(int, int *) = f; p(n, y); f(n, x);"), list_extents);
	assert_string_equal(seen, "a w ?");
}

/* ---------------------------------------------------------------------------------------------- functions */

static const struct touch *given(const struct flow *flow, const char *callee)
{
	for (const struct touch *touch = flow->touches; touch; touch = touch->next)
		if (touch->kind == TOUCH_GIVE && touch->call->name && !strcmp(touch->call->name, callee))
			return touch;
	const struct touch *found = NULL;
	for (const struct flow *child = flow->children; child && !found; child = child->next)
		found = given(child, callee);
	return found;
}

/* What f does to its argument in `test`: r, w, k(ept), u(nknown), d for freed. */
static void list_effect(void *observer, struct lowering *lowering, const struct text *marked)
{
	struct flow_function *function = flow_of_file(lowering->survey);
	(void)observer;
	(void)marked;
	while (strcmp(function->name, "test") != 0)
		function = function->next;
	const struct touch *touch = given(function->body, "f");
	assert_non_null(touch);
	struct effect e = flow_argument(&arena, touch);
	seen = arena_printf(&arena, "%s%s%s%s%s", e.read ? "r" : "", e.write ? "w" : "", e.kept ? "k" : "", e.unknown ? "u" : "", e.freed ? "d" : "");
}

static const char *effect(const char *function)
{
	translate_text(arena_printf(&arena, "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nint *global, total;\n%s\n"
					    "void test(void)\n{\nint a[4] = {0};\nf(a);\n#pragma omp parallel\n;\n}\n", function), list_effect);
	return seen;
}

static void functions_are_followed(void **state)
{
	(void)state;
	assert_string_equal(effect("void f(int *p) { total += p[1]; }"), "r");
	assert_string_equal(effect("void f(int *p) { p[0] = 1; }"), "w");
	assert_string_equal(effect("void f(int *p) { memset(p, 0, 4); }"), "rw");
	assert_string_equal(effect("void f(int *p) { if (p) printf(\"%d\", p[2]); }"), "r");
	assert_string_equal(effect("void f(int *p) { global = p; }"), "rwk");
	assert_string_equal(effect("int *f(int *p) { return p + 1; }"), "rwk");
	assert_string_equal(effect("void f(int *p) { free(p); }"), "d");
	assert_string_equal(effect("void g(int *q) { (*q)++; }\nvoid f(int *p) { g(p + 1); }"), "rw");
	assert_string_equal(effect("void f(int *p) { if (p[0]) f(p); }"), "rwku");
	assert_string_equal(effect("void f(int *p);"), "rwku");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sizes_come_from_allocations, set_up, tear_down),
		cmocka_unit_test_setup_teardown(parameters_are_what_all_calls_give, set_up, tear_down),
		cmocka_unit_test_setup_teardown(functions_are_followed, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
