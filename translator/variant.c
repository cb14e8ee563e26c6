#include "variant_internal.h"

#include "diagnostic.h"
#include "normalise.h"
#include "scan.h"

#include <string.h>

static bool is(const struct pragma *pragma, enum directive kind)
{
	return pragma->directive.leaves[0] == kind;
}

/* ---------------------------------------------------------------------------------------------- reading the directives */

static struct function_variant *add_variant(struct redirection *r, const char *base, const char *function, const struct selector *selector, unsigned offset)
{
	struct function_variant **tail = &r->variants, *variant = ARENA_NEW(r->source->arena, struct function_variant);
	*variant = (struct function_variant){.base = base, .function = function, .selector = selector, .offset = offset};
	while (*tail)
		tail = &(*tail)->next;
	*tail = variant;
	return variant;
}

/* adjust_args(need_device_ptr : parameters); nothing, need_device_addr of 6.0 and nothing else change no argument on a host. */
static bool read_adjust(struct redirection *r, struct function_variant *variant, const struct declared_function *base, const struct pragma *pragma,
			const struct clause *clause)
{
	const char *start = pragma->words + clause->argument_at, *end = start + strlen(clause->argument), *colon = scan_find(start, end, ":");
	struct lexeme kind = scan(start, end);
	if (!colon || !(lexeme_is(kind, "need_device_ptr") || lexeme_is(kind, "nothing"))) {
		error_at(r->source, pragma_offset(r->source, pragma, kind.start), "expected 'need_device_ptr : parameters' or 'nothing : parameters' in 'adjust_args'");
		return false;
	}
	for (const char *at = colon + 1, *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		struct lexeme word = scan(at, comma ? comma : end);
		int index = 0;
		while (index < base->parameter_count && !lexeme_is(word, base->parameters[index]))
			index++;
		if (index == base->parameter_count) {
			error_at(r->source, pragma_offset(r->source, pragma, word.start), "'%.*s' in 'adjust_args' is no parameter of '%s'", (int)word.length,
				 word.start, base->name);
			return false;
		}
		if (lexeme_is(kind, "need_device_ptr"))
			variant->device_pointers[index] = true;
	}
	return true;
}

static bool read_append(struct redirection *r, struct function_variant *variant, const struct pragma *pragma, const struct clause *clause)
{
	const char *start = pragma->words + clause->argument_at, *end = start + strlen(clause->argument);
	for (const char *at = start, *comma; at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, end, ",");
		struct lexeme word = scan(at, comma ? comma : end), open = scan(word.start + word.length, end);
		if (!lexeme_is(word, "interop") || !lexeme_is(open, "(")) {
			error_at(r->source, pragma_offset(r->source, pragma, word.start), "expected 'interop(...)' in 'append_args'");
			return false;
		}
		variant->appended++;
	}
	return true;
}

static const struct declared_function *function_after(const struct redirection *r, unsigned offset)
{
	const struct declared_function *function = r->functions;
	while (function && !(function->in_file && function->name_offset > offset))
		function = function->next;
	return function;
}

static bool read_declare_variant(struct redirection *r, const struct pragma *pragma)
{
	const struct clause *match = clause_find(pragma->clauses, C_MATCH);
	const struct declared_function *base = function_after(r, pragma->end);
	struct lexeme name = scan(pragma->argument, pragma->argument + strlen(pragma->argument));
	bool good = true;
	if (!match || !base) {
		error_at(r->source, pragma->start, match ? "expected a function after 'declare variant'" : "'declare variant' needs a 'match' clause");
		return false;
	}
	if (name.kind != LEX_WORD || name.length != strlen(pragma->argument)) {
		error_at(r->source, pragma->start, "'%s' in 'declare variant' is not the name of a function", pragma->argument);
		return false;
	}
	if (survey_lookup(r->survey, pragma->argument, name.length, pragma->start)) {
		error_at(r->source, pragma->start, "'%s' in 'declare variant' is a variable, not a function", pragma->argument);
		return false;
	}
	const char *start = pragma->words + match->argument_at;
	const struct selector *selector = selector_read(r->source, pragma, start, start + strlen(match->argument));
	if (!selector)
		return false;
	struct function_variant *variant = add_variant(r, base->name, pragma->argument, selector, pragma->end);
	variant->parameter_count = base->parameter_count;
	variant->device_pointers = arena_alloc(r->source->arena, (size_t)(base->parameter_count + 1) * sizeof *variant->device_pointers);
	for (const struct clause *clause = pragma->clauses; clause && good; clause = clause->next)
		good = clause->kind == C_ADJUST_ARGS  ? read_adjust(r, variant, base, pragma, clause)
		       : clause->kind == C_APPEND_ARGS ? read_append(r, variant, pragma, clause)
						       : true;
	return good;
}

/* The functions that were renamed between a begin declare variant and its end. */
static bool read_begin(struct redirection *r, unsigned index)
{
	const struct pragma *begin = &r->survey->pragmas->items[index], *end = begin + 1;
	const struct clause *match = clause_find(begin->clauses, C_MATCH);
	const char *start = begin->words + match->argument_at;
	const struct selector *selector = selector_read(r->source, begin, start, start + strlen(match->argument));
	while (!is(end, D_END_DECLARE_VARIANT))
		end++;
	for (const struct declared_function *f = r->functions; f && selector; f = f->next) {
		if (!f->in_file || !f->is_definition || f->name_offset < begin->end || f->name_offset >= end->start)
			continue;
		for (const struct renamed_function *renamed = r->source->renamed; renamed; renamed = renamed->next)
			if (!strcmp(renamed->name, f->name))
				add_variant(r, renamed->base, f->name, selector, f->name_offset);
	}
	return selector != NULL;
}

/* ---------------------------------------------------------------------------------------------- choosing */

/* Whether a condition means the same where the call stands. */
static bool check_condition(struct redirection *r, const struct function_call *call, const char *condition)
{
	const char *end = condition + strlen(condition);
	struct lexeme last = {LEX_END, condition, 0};
	for (struct lexeme word = scan(condition, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		bool other = scan_names_other(last);
		last = word;
		if (word.kind != LEX_WORD || other)
			continue;
		const struct variable *variable = survey_lookup(r->survey, word.start, word.length, call->name_offset);
		if (variable && variable->function) {
			unsupported_at(r->source, call->name_offset, "a call of '%s' where its variant's condition is about another '%.*s'", call->name,
				       (int)word.length, word.start);
			return false;
		}
		if (!variable && !lexeme_is(word, "omp_is_initial_device") && !survey_declares(r->survey, word.start, word.length)) {
			unsupported_at(r->source, call->name_offset, "'%.*s', of which the condition of a variant of '%s' is, at a call", (int)word.length,
				       word.start, call->name);
			return false;
		}
	}
	return true;
}

static void set_context(struct redirection *r, const struct function_call *call, bool dispatched)
{
	context_at(&r->context, r->survey, call->name_offset);
	r->context.asks_device = context_in_target(&r->context) || variant_on_device(r, call->caller);
	for (const struct function_variant *v = r->variants; v; v = v->next) {
		if (!call->caller || strcmp(v->function, call->caller))
			continue;
		context_in_variant(&r->context, v->selector);
		break;
	}
	if (dispatched)
		context_add_dispatch(&r->context);
}

/* Whether the variant's name means the variant where the call is. */
static bool check_name(struct redirection *r, const struct function_call *call, const struct function_variant *v)
{
	if (!v || !survey_lookup(r->survey, v->function, strlen(v->function), call->name_offset))
		return true;
	error_at(r->source, call->name_offset, "a variable hides '%s', which this call of '%s' means", v->function, call->name);
	return false;
}

struct callee variant_choose(struct redirection *r, const struct function_call *call, bool dispatched)
{
	struct arena *arena = r->source->arena;
	int count = 0, all = 1;
	for (const struct function_variant *v = r->variants; v; v = v->next)
		all++;
	struct candidate *candidates = arena_alloc(arena, (size_t)all * sizeof *candidates);
	struct function_variant **found = arena_alloc(arena, (size_t)all * sizeof *found);
	set_context(r, call, dispatched);
	for (struct function_variant *v = r->variants; v; v = v->next) {
		if (strcmp(v->base, call->name) || v->offset > call->name_offset)
			continue;
		found[count] = v;
		candidates[count] = (struct candidate){.selector = v->selector, .matched = selector_match(v->selector, &r->context), .index = count};
		count++;
	}
	candidates[count] = (struct candidate){.matched = {.match = MATCH_ALWAYS}, .index = count};
	count = selector_order(candidates, count + 1);
	const char *text = "";
	for (int i = 0; i < count; i++) {
		struct function_variant *v = found[candidates[i].index];
		if (v)
			v->called = true;
		if (!check_name(r, call, v))
			return (struct callee){NULL, NULL};
		if (count == 1)
			return (struct callee){v ? v->function : call->name, v};
		r->asks |= candidates[i].matched.asks_device;
		if (candidates[i].matched.match == MATCH_WHEN && !check_condition(r, call, candidates[i].matched.condition))
			return (struct callee){NULL, NULL};
		if (v && dispatched && (v->appended > 0 || memchr(v->device_pointers ? v->device_pointers : (bool[]){false}, true,
								  v->device_pointers ? (size_t)v->parameter_count : 1))) {
			unsupported_at(r->source, call->name_offset, "'adjust_args' and 'append_args' of a variant that is chosen at execution time");
			return (struct callee){NULL, NULL};
		}
		const char *name = v ? v->function : call->name;
		text = i + 1 < count ? arena_printf(arena, "%s%s ? %s : ", text, candidates[i].matched.condition, name) : arena_printf(arena, "(%s%s)", text, name);
	}
	return (struct callee){text, NULL};
}

/* ---------------------------------------------------------------------------------------------- redirecting */

static bool redirect(struct redirection *r, const struct function_call *call)
{
	unsigned index;
	const struct pragma *dispatch = dispatch_of(r, call, &index);
	struct callee callee = dispatch ? dispatch_choose(r, call, dispatch) : variant_choose(r, call, false);
	if (!callee.text)
		return false;
	if (!strcmp(callee.text, call->name))
		return true;
	if (call->invocation != ~0u) {
		if (r->expand_count == 0 || r->expand[r->expand_count - 1] != call->invocation)
			r->expand[r->expand_count++] = call->invocation;
		return true;
	}
	rewrite_add(&r->rewrite, call->name_offset, call->name_offset + (unsigned)strlen(call->name), callee.text);
	return !dispatch || !callee.only || dispatch_arguments(r, call, dispatch, callee.only);
}

/* Static functions that nobody calls any more are no mistake of the user's. */
static void mark_unused(struct redirection *r)
{
	for (const struct function_variant *v = r->variants; v; v = v->next) {
		bool base = true, function = !v->called;
		for (const struct function_variant *before = r->variants; before != v; before = before->next) {
			base &= strcmp(before->base, v->base) != 0;
			function &= strcmp(before->function, v->function) != 0;
		}
		for (const struct declared_function *f = r->functions; f && (base || function); f = f->next) {
			bool mine = (base && !strcmp(f->name, v->base)) || (function && !strcmp(f->name, v->function));
			if (!f->in_file || !f->is_static || !mine)
				continue;
			rewrite_add(&r->rewrite, f->start, f->start, "__attribute__((unused)) ");
			if (!strcmp(f->name, v->base))
				base = false;
			else
				function = false;
		}
	}
}

static bool read_directives(struct redirection *r)
{
	bool good = true;
	for (unsigned i = 0; i < r->survey->pragmas->count; i++) {
		const struct pragma *pragma = &r->survey->pragmas->items[i];
		if (is(pragma, D_DECLARE_VARIANT))
			good &= read_declare_variant(r, pragma);
		else if (is(pragma, D_BEGIN_DECLARE_VARIANT))
			good &= read_begin(r, i);
	}
	return good;
}

/* The names of the base functions; also every function's that a dispatch construct may call. */
static const char *const *called_names(const struct redirection *r, bool all)
{
	size_t count = 1;
	for (const struct function_variant *v = r->variants; v; v = v->next)
		count++;
	for (const struct declared_function *f = r->functions; f; f = f->next)
		count++;
	const char **names = arena_alloc(r->source->arena, count * sizeof *names);
	count = 0;
	for (const struct function_variant *v = r->variants; v; v = v->next)
		names[count++] = v->base;
	for (const struct declared_function *f = all ? r->functions : NULL; f; f = f->next)
		names[count++] = f->name;
	return names;
}

static bool redirect_all(struct redirection *r, bool dispatches)
{
	const struct pragma_table *pragmas = r->survey->pragmas;
	unsigned count = 0;
	bool good = true, declares = !survey_declares(r->survey, "omp_is_initial_device", strlen("omp_is_initial_device"));
	variant_find_device_callers(r, survey_calls(r->source, r->context.macros, called_names(r, true)));
	r->calls = survey_calls(r->source, r->context.macros, called_names(r, dispatches));
	for (const struct function_call *call = r->calls; call; call = call->next)
		count++;
	r->expand = arena_alloc(r->source->arena, (count + 1) * sizeof *r->expand);
	for (const struct function_call *call = r->calls; call; call = call->next)
		good &= redirect(r, call);
	for (unsigned i = 0; i < pragmas->count; i++) {
		const struct pragma *pragma = &pragmas->items[i];
		if (is(pragma, D_DISPATCH)) {
			good &= dispatch_construct(r, i);
		} else if (is(pragma, D_DECLARE_VARIANT) || is(pragma, D_BEGIN_DECLARE_VARIANT) || is(pragma, D_END_DECLARE_VARIANT)) {
			const char *comment = variant_comment(r->source, pragma);
			if (r->asks && declares)
				comment = arena_printf(r->source->arena, "%s extern int omp_is_initial_device(void);", comment);
			declares &= !r->asks || r->survey->owners[i];
			rewrite_add(&r->rewrite, pragma->start, pragma->end, comment);
		}
	}
	return good;
}

bool variant_check(const struct survey *survey)
{
	struct redirection r = {.survey = survey, .source = survey->source};
	bool any = false;
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		any |= is(&survey->pragmas->items[i], D_DECLARE_VARIANT);
	if (!any)
		return true;
	r.functions = survey_functions(r.source);
	return read_directives(&r);
}

bool variant_redirect(const struct survey *survey, bool *changed)
{
	struct redirection r = {.survey = survey, .source = survey->source, .rewrite = {.source = survey->source}};
	bool dispatches = false;
	*changed = false;
	for (unsigned i = 0; i < survey->pragmas->count; i++) {
		const struct pragma *pragma = &survey->pragmas->items[i];
		dispatches |= is(pragma, D_DISPATCH);
		*changed |= is(pragma, D_DISPATCH) || is(pragma, D_DECLARE_VARIANT) || is(pragma, D_BEGIN_DECLARE_VARIANT);
	}
	if (!*changed)
		return true;
	r.context = (struct context){.source = r.source, .macros = context_macros(r.source), .pragmas = survey->pragmas};
	r.functions = survey_functions(r.source);
	bool good = read_directives(&r) && redirect_all(&r, dispatches);
	context_release(&r.context);
	if (!good)
		return false;
	if (r.expand_count > 0)
		return normalise_invocations(r.source, r.expand, r.expand_count);
	mark_unused(&r);
	rewrite_apply(&r.rewrite);
	return true;
}
