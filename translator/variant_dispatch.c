/* variant_dispatch.c - the dispatch construct (OpenMP 5.2, 7.6). */
#include "variant_internal.h"

#include "constant.h"
#include "diagnostic.h"
#include "lower.h"
#include "scan.h"

#include <string.h>

/* The call is the statement, or what is assigned in it. */
static bool is_target_call(const struct source *source, const struct statement *statement, const struct function_call *call)
{
	unsigned start = call->invocation != ~0u ? call->invocation : call->start;
	unsigned before = source_token_at(source, start);
	while (before > 0 && (source->tokens[before - 1].kind == CXToken_Comment || source->tokens[before - 1].skipped))
		before--;
	if (start < statement->start || start >= statement->end)
		return false;
	return start == statement->start || (before > 0 && source_token_is(source, before - 1, "="));
}

const struct pragma *dispatch_of(const struct redirection *r, const struct function_call *call, unsigned *index)
{
	const struct pragma_table *pragmas = r->survey->pragmas;
	for (*index = 0; *index < pragmas->count; ++*index)
		if (pragmas->items[*index].directive.leaves[0] == D_DISPATCH && is_target_call(r->source, &r->survey->statements[*index], call))
			return &pragmas->items[*index];
	return NULL;
}

/* 1 and 0 for a clause that is known to hold or not; -1: that is found out at execution time. */
static int clause_holds(const struct clause *clause)
{
	long long value;
	if (!clause)
		return 0;
	return constant_value(clause->expression, &value) ? value != 0 : -1;
}

struct callee dispatch_choose(struct redirection *r, const struct function_call *call, const struct pragma *dispatch)
{
	const struct clause *novariants = clause_find(dispatch->clauses, C_NOVARIANTS), *nocontext = clause_find(dispatch->clauses, C_NOCONTEXT);
	int none = clause_holds(novariants), plain = clause_holds(nocontext);
	struct callee base = {call->name, NULL};
	if (none > 0)
		return base;
	struct callee inside = plain > 0 ? base : variant_choose(r, call, true);
	struct callee outside = plain == 0 ? inside : variant_choose(r, call, false);
	struct callee chosen = plain > 0 ? outside : inside;
	if (!inside.text || !outside.text)
		return (struct callee){NULL, NULL};
	struct arena *arena = r->source->arena;
	if (plain < 0 && strcmp(inside.text, outside.text))
		chosen = (struct callee){arena_printf(arena, "(%s ? %s : %s)", parenthesised(arena, nocontext->expression), outside.text, inside.text), inside.only};
	if (none < 0 && strcmp(chosen.text, base.text))
		chosen = (struct callee){arena_printf(arena, "(%s ? %s : %s)", parenthesised(arena, novariants->expression), base.text, chosen.text), chosen.only};
	return chosen;
}

static bool names_argument(const struct clause *clause, const char *argument)
{
	for (; clause; clause = clause->next)
		for (const struct clause_item *item = clause->kind == C_IS_DEVICE_PTR || clause->kind == C_HAS_DEVICE_ADDR ? clause->items : NULL; item; item = item->next)
			if (!strcmp(item->name, argument))
				return true;
	return false;
}

static const char *device_of(const struct pragma *dispatch)
{
	const struct clause *device = clause_find(dispatch->clauses, C_DEVICE);
	return device ? device->expression : "omp_get_default_device()";
}

/* An argument for need_device_ptr: its device address where it is mapped, else what it is. */
static bool convert(struct redirection *r, const struct pragma *dispatch, struct text_span span)
{
	struct arena *arena = r->source->arena;
	const char *argument = arena_strndup(arena, r->source->text + span.start, span.end - span.start), *end = argument + strlen(argument);
	if (names_argument(dispatch->clauses, argument))
		return true;
	for (struct lexeme word = scan(argument, end); word.kind != LEX_END; word = scan(word.start + word.length, end)) {
		if (!lexeme_is(word, "(") && !lexeme_is(word, "=") && !lexeme_is(word, "++") && !lexeme_is(word, "--"))
			continue;
		unsupported_at(r->source, span.start, "this expression as an argument that 'adjust_args' makes a device pointer; give it a variable");
		return false;
	}
	rewrite_add(&r->rewrite, span.start, span.end,
		    arena_printf(arena, "omp_get_mapped_ptr(%s, %s) ? omp_get_mapped_ptr(%s, %s) : %s", argument, device_of(dispatch), argument,
				 device_of(dispatch), argument));
	return true;
}

bool dispatch_arguments(struct redirection *r, const struct function_call *call, const struct pragma *dispatch, const struct function_variant *chosen)
{
	const struct clause *interop = clause_find(dispatch->clauses, C_INTEROP);
	bool converts = chosen->appended > 0;
	for (int i = 0; i < chosen->parameter_count; i++)
		converts |= chosen->device_pointers[i];
	if (converts && (clause_holds(clause_find(dispatch->clauses, C_NOVARIANTS)) < 0 || clause_holds(clause_find(dispatch->clauses, C_NOCONTEXT)) < 0)) {
		unsupported_at(r->source, call->name_offset, "'adjust_args' and 'append_args' of a variant that is chosen at execution time");
		return false;
	}
	if (clause_holds(clause_find(dispatch->clauses, C_NOCONTEXT)) > 0)
		return true; /* the arguments change in the context of dispatch only */
	for (int i = 0; i < call->argument_count && i < chosen->parameter_count; i++)
		if (chosen->device_pointers[i] && !convert(r, dispatch, call->arguments[i]))
			return false;
	const struct clause_item *object = interop ? interop->items : NULL;
	struct text text = {0};
	for (int i = 0; i < chosen->appended; i++) {
		text_printf(&text, "%s%s", i + call->argument_count > 0 ? ", " : "", object ? object->name : "omp_interop_none");
		object = object ? object->next : NULL;
	}
	if (object) {
		error_at(r->source, object->offset, "'interop' has more objects than 'append_args' of '%s' adds", chosen->function);
		return false;
	}
	if (text.data)
		rewrite_add(&r->rewrite, call->end - 1, call->end - 1, arena_strdup(r->source->arena, text.data));
	text_release(&text);
	return true;
}

/* `depend` as a taskwait before the call, `device` as the default device during it; nothing else is left of the construct: to
   wait for the call is what nowait allows, too. */
static void put_construct(struct redirection *r, const struct pragma *pragma, const struct statement *statement)
{
	struct source *source = r->source;
	const struct clause *device = clause_find(pragma->clauses, C_DEVICE);
	unsigned first = source_place(source, pragma->start).line, line = pragma->start;
	while (line > 0 && strchr(" \t", source->text[line - 1]))
		line--;
	const char *indent = arena_strndup(source->arena, source->text + line, pragma->start - line);
	struct text text = {0};
	text_printf(&text, "{ %s\n" LINE_IN, variant_comment(source, pragma), first);
	if (device)
		text_printf(&text, "%sint device_before = omp_get_default_device();\n" LINE_ON "%somp_set_default_device(%s);\n" LINE_ON "", indent, first,
			    indent, device->expression, first);
	bool depends = false;
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next) {
		if (clause->kind != C_DEPEND)
			continue;
		text_printf(&text, "%s depend(%s)", depends ? "" : arena_printf(source->arena, "%s#pragma omp taskwait", indent), clause->argument);
		depends = true;
	}
	/* the newline after the pragma is the text's own */
	if (depends)
		text_printf(&text, "\n" LINE_ON, source_place(source, pragma->end).line + 1);
	text.length -= 1;
	rewrite_add(&r->rewrite, pragma->start, pragma->end, arena_strndup(source->arena, text.data, text.length));
	text_release(&text);
	unsigned last = source_place(source, statement->end - 1).line;
	text_printf(&text, "\n");
	if (device)
		text_printf(&text, LINE_ON "%somp_set_default_device(device_before);\n", last, indent);
	text_printf(&text, LINE_OUT "%s}", last, indent);
	rewrite_add(&r->rewrite, statement->end, statement->end, arena_strndup(source->arena, text.data, text.length));
	text_release(&text);
}

bool dispatch_construct(struct redirection *r, unsigned index)
{
	const struct pragma *pragma = &r->survey->pragmas->items[index];
	const struct statement *statement = &r->survey->statements[index];
	bool calls = false;
	for (const struct function_call *call = r->calls; call && statement->found; call = call->next)
		calls |= is_target_call(r->source, statement, call);
	if (!calls) {
		error_at(r->source, pragma->start, "expected a call such as 'f(x);' or 'y = f(x);' after '#pragma omp dispatch'");
		return false;
	}
	if (clause_find(pragma->clauses, C_DEPEND) || clause_find(pragma->clauses, C_DEVICE))
		put_construct(r, pragma, statement);
	else
		rewrite_add(&r->rewrite, pragma->start, pragma->end, variant_comment(r->source, pragma));
	return true;
}
