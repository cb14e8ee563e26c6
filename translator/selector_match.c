/* selector_match.c - whether a context selector fits a context, and how well (OpenMP 5.2, 7.2 and 7.3). */
#include "selector.h"

#include "constant.h"
#include "diagnostic.h"
#include "macros.h"
#include "scan.h"

#include <ctype.h>
#include <string.h>

/* What a trait selector says of the context; the conditions found so far are in `condition`. */
struct matching {
	const struct context *context;
	const char *condition;
	bool counts_devices, asks_device;
};

struct macros *context_macros(struct source *source)
{
	struct macros *macros = ARENA_NEW(source->arena, struct macros);
	macros_find(macros, source);
	return macros;
}

void context_release(struct context *context)
{
	macros_release(context->macros);
}

static bool defined(const struct context *context, const char *name)
{
	return macro_exists(context->macros, name, strlen(name));
}

/* ---------------------------------------------------------------------------------------------- construct */

/* Whether two texts are the same but for blanks. */
static bool same_text(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += strspn(a, " \t");
		b += strspn(b, " \t");
		if (*a != *b || !*a)
			return *a == *b;
	}
}

/* Each property of simd(...) must be a clause of the directive. */
static bool has_clauses(const struct trait *trait, const struct construct_trait *construct)
{
	for (const struct trait_property *p = trait->properties; p; p = p->next) {
		const char *end = p->text + strlen(p->text);
		struct lexeme name = scan(p->text, end), open = scan(name.start + name.length, end);
		const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
		bool found = false;
		for (const struct clause *clause = construct->clauses; clause && !found; clause = clause->next) {
			if (!lexeme_is(name, clause_rows[clause->kind].spelling) || !close != !clause->argument)
				continue;
			char argument[256] = "";
			if (close && close - open.start - 1 < (long)sizeof argument)
				memcpy(argument, open.start + 1, (size_t)(close - open.start - 1));
			found = !close || same_text(argument, clause->argument);
		}
		if (!found)
			return false;
	}
	return true;
}

static int count_constructs(const struct selector *selector)
{
	int count = 0;
	for (const struct trait *trait = selector->traits; trait; trait = trait->next)
		count += trait->set == SET_CONSTRUCT;
	return count;
}

/* The constructs must be around the place in this order, perhaps with others between them.  Of several ways the innermost
   constructs are taken, which score highest: 2 to the power of their place. */
static bool match_constructs(const struct selector *selector, const struct context *context, long long *score)
{
	int at = context->construct_count;
	for (int number = count_constructs(selector) - 1; number >= 0; number--) {
		const struct trait *trait = selector->traits;
		for (int seen = 0; trait->set != SET_CONSTRUCT || seen++ < number;)
			trait = trait->next;
		do
			at--;
		while (at >= 0 && !(context->constructs[at].kind == trait->construct && has_clauses(trait, &context->constructs[at])));
		if (at < 0)
			return false;
		*score += 1LL << (at < 50 ? at : 50);
	}
	return true;
}

/* ---------------------------------------------------------------------------------------------- device */

static bool match_kind(const char *name)
{
	return !strcmp(name, "host") || !strcmp(name, "cpu") || !strcmp(name, "any");
}

static bool match_arch(const struct context *context, const char *name)
{
	static const struct {
		const char *name, *macro;
	} known[] = {{"x86_64", "__x86_64__"}, {"x86", "__x86_64__"}, {"x86", "__i386__"}, {"i386", "__i386__"}, {"i486", "__i486__"},
		     {"i586", "__i586__"}, {"i686", "__i686__"}, {"ia32", "__i386__"}, {"aarch64", "__aarch64__"}, {"aarch64_be", "__AARCH64EB__"},
		     {"arm", "__arm__"}, {"ppc", "__powerpc__"}, {"ppc64", "__powerpc64__"}, {"ppc64le", "__powerpc64__"},
		     {"riscv32", "__riscv"}, {"riscv64", "__riscv"}, {"loongarch64", "__loongarch64"}, {"s390x", "__s390x__"},
		     {"mips64", "__mips64"}, {"sparcv9", "__sparcv9"}};
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (!strcmp(name, known[i].name) && defined(context, known[i].macro))
			return true;
	return false;
}

/* Compilers name the macro of an extension after it: avx512f is __AVX512F__, sse4.2 is __SSE4_2__. */
static bool match_isa(const struct context *context, const char *name)
{
	char word[64] = "";
	if (strlen(name) >= sizeof word)
		return false;
	for (size_t i = 0; name[i]; i++)
		word[i] = isalnum((unsigned char)name[i]) ? (char)toupper((unsigned char)name[i]) : '_';
	static const char *const shapes[] = {"__%s__", "__ARM_%s", "__ARM_FEATURE_%s", "__riscv_%s"};
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		if (defined(context, arena_printf(context->source->arena, shapes[i], i == 3 ? name : word)))
			return true;
	return false;
}

static void add_condition(struct matching *matching, const char *condition)
{
	struct arena *arena = matching->context->source->arena;
	matching->condition = matching->condition ? arena_printf(arena, "(%s) && (%s)", matching->condition, condition) : condition;
}

/* An expression: true, false, or a condition to test at execution time. */
static bool match_expression(struct matching *matching, const char *expression)
{
	long long value;
	if (constant_value(expression, &value))
		return value != 0;
	add_condition(matching, expression);
	return true;
}

/* Whether the number is that of a device. */
static bool match_number(struct matching *matching, const char *number)
{
	struct arena *arena = matching->context->source->arena;
	const char *end = number + strlen(number);
	struct lexeme first = scan(number, end);
	if (scan(first.start + first.length, end).kind != LEX_END)
		number = arena_printf(arena, "(%s)", number);
	matching->counts_devices = true;
	add_condition(matching, arena_printf(arena, "%s >= -1 && %s <= omp_get_num_devices()", number, number));
	return true;
}

/* Host devices with memory of their own are no hosts: a region finds out where it runs. */
static bool match_place(struct matching *matching, const struct trait *trait, const char *name)
{
	bool host = !strcmp(name, "host");
	if (trait->set != SET_DEVICE || !matching->context->asks_device || (!host && strcmp(name, "nohost")))
		return false;
	matching->asks_device = true;
	add_condition(matching, host ? "omp_is_initial_device()" : "!omp_is_initial_device()");
	return true;
}

/* Whatever the target, the other devices of this program are the host too: its only trait that differs is the number. */
static bool match_device(struct matching *matching, const struct trait *trait)
{
	const struct context *context = matching->context;
	for (const struct trait_property *p = trait->properties; p; p = p->next) {
		bool good;
		if (!strcmp(trait->name, "kind"))
			good = match_place(matching, trait, p->text) || match_kind(p->text);
		else if (!strcmp(trait->name, "arch"))
			good = match_arch(context, p->text);
		else if (!strcmp(trait->name, "isa"))
			good = match_isa(context, p->text);
		else if (!strcmp(trait->name, "device_num"))
			good = match_number(matching, p->text);
		else
			good = false;
		if (!good)
			return false;
	}
	return true;
}

/* ---------------------------------------------------------------------------------------------- implementation, user */

/* A requirement of 6.0 with an argument that is false: it is as if it were not written. */
static bool is_refused(const struct clause *clause)
{
	long long value;
	return clause->expression && constant_value(clause->expression, &value) && value == 0;
}

/* Whether a `requires` directive before the place has the clause, with that argument if one is given. */
static bool required(const struct context *context, const char *name, const char *argument)
{
	const struct pragma_table *table = context->pragmas;
	for (unsigned i = 0; i < table->count && table->items[i].start < context->offset; i++) {
		if (table->items[i].directive.leaves[0] != D_REQUIRES)
			continue;
		for (const struct clause *clause = table->items[i].clauses; clause; clause = clause->next)
			if (!is_refused(clause) && !strcmp(clause_rows[clause->kind].spelling, name) &&
			    (!argument || (clause->argument && same_text(clause->argument, argument))))
				return true;
	}
	return false;
}

static bool match_required(const struct context *context, const char *text)
{
	const char *end = text + strlen(text);
	struct lexeme word = scan(text, end), open = scan(word.start + word.length, end);
	const char *close = lexeme_is(open, "(") ? scan_closing(open.start, end) : NULL;
	struct arena *arena = context->source->arena;
	return required(context, arena_strndup(arena, word.start, word.length),
			close ? arena_strndup(arena, open.start + 1, (size_t)(close - open.start - 1)) : NULL);
}

static bool match_implementation(struct matching *matching, const struct trait *trait)
{
	const struct context *context = matching->context;
	bool vendor = !strcmp(trait->name, "vendor"), requires = !strcmp(trait->name, "requires");
	enum clause_kind clause = openmp_find_clause(trait->name, strlen(trait->name));
	if (!vendor && !requires && strcmp(trait->name, "extension") && (clause == CLAUSE_COUNT || !openmp_accepts(D_REQUIRES, clause))) {
		warning_at(context->source, trait->offset, "ppcc has no implementation trait '%s': the variant is never chosen", trait->name);
		return false;
	}
	if (!trait->properties && !vendor && !requires)
		return required(context, trait->name, NULL);
	for (const struct trait_property *p = trait->properties; p; p = p->next) {
		bool good = vendor ? !strcmp(p->text, "ppcc") : requires ? match_required(context, p->text) : required(context, trait->name, p->text);
		if (!good)
			return false;
	}
	return trait->properties != NULL;
}

static bool match_trait(struct matching *matching, const struct trait *trait)
{
	switch (trait->set) {
	case SET_DEVICE:
	case SET_TARGET_DEVICE: return match_device(matching, trait);
	case SET_IMPLEMENTATION: return match_implementation(matching, trait);
	case SET_USER: return match_expression(matching, trait->properties->text);
	case SET_CONSTRUCT:
	case SET_COUNT: break;
	}
	return true;
}

static long long trait_score(const struct trait *trait, int constructs)
{
	static const char *const weighed[] = {"kind", "arch", "isa"};
	for (int i = 0; i < 3 && trait->set == SET_DEVICE; i++)
		if (!strcmp(trait->name, weighed[i]))
			return 1LL << ((constructs < 50 ? constructs : 50) + i);
	return trait->score > 0 ? trait->score : 0;
}

struct matched selector_match(const struct selector *selector, const struct context *context)
{
	struct matching matching = {.context = context};
	struct matched result = {.match = MATCH_NEVER};
	bool good = context->any_construct || match_constructs(selector, context, &result.score);
	for (const struct trait *trait = selector->traits; trait && good; trait = trait->next) {
		good = match_trait(&matching, trait);
		if (trait->set != SET_CONSTRUCT)
			result.score += trait_score(trait, context->construct_count);
	}
	if (!good)
		return (struct matched){.match = MATCH_NEVER};
	result.match = matching.condition ? MATCH_WHEN : MATCH_ALWAYS;
	result.condition = matching.condition;
	result.counts_devices = matching.counts_devices;
	result.asks_device = matching.asks_device;
	return result;
}

/* ---------------------------------------------------------------------------------------------- several candidates */

static bool has_properties(const struct trait *all, const struct trait *some)
{
	for (const struct trait_property *p = some->properties; p; p = p->next) {
		const struct trait_property *q = all->properties;
		while (q && !same_text(p->text, q->text))
			q = q->next;
		if (!q)
			return false;
	}
	return true;
}

/* Whether all of selector a is in selector b. */
static bool is_subset(const struct selector *a, const struct selector *b)
{
	for (const struct trait *trait = a->traits; trait; trait = trait->next) {
		const struct trait *other = b->traits;
		while (other && !(other->set == trait->set && !strcmp(other->name, trait->name) && has_properties(other, trait)))
			other = other->next;
		if (!other)
			return false;
	}
	return true;
}

/* The final score: 0 for a strict subset of another candidate's selector, else what the traits give plus 1. */
static long long final_score(const struct candidate *candidates, int count, const struct candidate *one)
{
	if (!one->selector)
		return -1;
	for (int i = 0; i < count; i++)
		if (candidates[i].selector && is_subset(one->selector, candidates[i].selector) &&
		    !is_subset(candidates[i].selector, one->selector))
			return 0;
	return one->matched.score + 1;
}

int selector_order(struct candidate *candidates, int count)
{
	int kept = 0;
	for (int i = 0; i < count; i++)
		if (candidates[i].matched.match != MATCH_NEVER)
			candidates[kept++] = candidates[i];
	for (int i = 0; i < kept; i++)
		candidates[i].matched.score = final_score(candidates, kept, &candidates[i]);
	for (int i = 1; i < kept; i++) {
		struct candidate one = candidates[i];
		int at = i;
		for (; at > 0 && candidates[at - 1].matched.score < one.matched.score; at--)
			candidates[at] = candidates[at - 1];
		candidates[at] = one;
	}
	for (int i = 0; i < kept; i++)
		if (candidates[i].matched.match == MATCH_ALWAYS)
			return i + 1;
	return kept;
}
