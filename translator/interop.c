#include "interop.h"

#include "diagnostic.h"
#include "lower.h"
#include "rewrite.h"
#include "scan.h"
#include "variant.h"

#include <string.h>

static bool is_interop(const struct pragma *pragma)
{
	return pragma->directive.leaves[0] == D_INTEROP;
}

/* The object of `init([modifiers,] types : object)`; null after an error.  *synchronises: for targetsync, too. */
static const char *initialised(struct source *source, const struct pragma *pragma, const struct clause *clause, bool *synchronises)
{
	const char *start = pragma->words + clause->argument_at, *end = start + strlen(clause->argument), *colon = scan_find(start, end, ":");
	bool typed = false;
	*synchronises = false;
	for (const char *at = start, *comma; colon && at; at = comma ? comma + 1 : NULL) {
		comma = scan_find(at, colon, ",");
		struct lexeme word = scan(at, comma ? comma : colon);
		bool type = lexeme_is(word, "target") || lexeme_is(word, "targetsync");
		typed |= type;
		*synchronises |= lexeme_is(word, "targetsync");
		if (type || lexeme_is(word, "prefer_type"))
			continue;
		error_at(source, pragma_offset(source, pragma, word.start), "'%.*s' in 'init' is none of target, targetsync and prefer_type", (int)word.length,
			 word.start);
		return NULL;
	}
	if (!typed) {
		error_at(source, clause->offset, "expected 'init(target : object)' or 'init(targetsync : object)'");
		return NULL;
	}
	const char *object = colon + 1;
	scan_trim(&object, &end);
	return arena_strndup(source->arena, object, (size_t)(end - object));
}

/* The calls of one construct; device: its number.  False: an error was printed. */
static bool put_objects(struct source *source, const struct pragma *pragma, const char *indent, unsigned line, const char *device, struct text *text)
{
	bool any = false, synchronises;
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next) {
		const char *object = clause->kind == C_INIT ? initialised(source, pragma, clause, &synchronises) : NULL;
		if (clause->kind == C_INIT && !object)
			return false;
		any |= clause->kind == C_INIT || clause->kind == C_DESTROY || clause->kind == C_USE;
		if (object)
			text_printf(text, LINE_ON "%sppcc_interop_init(&%s, %d, %s);\n", line, indent, object, synchronises, device);
		for (const struct clause_item *item = clause->kind == C_DESTROY || clause->kind == C_USE ? clause->items : NULL; item; item = item->next)
			text_printf(text, clause->kind == C_USE ? LINE_ON "%sppcc_interop_use(%s);\n" : LINE_ON "%sppcc_interop_destroy(&%s);\n", line, indent, item->name);
	}
	if (!any)
		error_at(source, pragma->start, "'interop' needs an 'init', 'use' or 'destroy' clause");
	return any;
}

static bool resolve(const struct survey *survey, struct source *source, struct rewrite *rewrite, const struct pragma *pragma)
{
	struct text text = {0};
	unsigned first = source_place(source, pragma->start).line, line = pragma->start;
	while (line > 0 && strchr(" \t", source->text[line - 1]))
		line--;
	const char *indent = arena_strndup(source->arena, source->text + line, pragma->start - line);
	const struct clause *device = clause_find(pragma->clauses, C_DEVICE);
	bool depends = false;
	text_printf(&text, "{ %s\n" LINE_IN, variant_comment(source, pragma), first);
	for (const struct clause *clause = pragma->clauses; clause; clause = clause->next) {
		if (clause->kind == C_DEPEND)
			text_printf(&text, "%s depend(%s)", depends ? "" : arena_printf(source->arena, "%s#pragma omp taskwait", indent), clause->argument);
		depends |= clause->kind == C_DEPEND;
	}
	if (depends)
		text_adds(&text, "\n");
	const char *number = device ? survey_free_name(survey, "number") : "omp_get_default_device()";
	if (device)
		text_printf(&text, LINE_ON "%sint %s = %s;\n", first, indent, number, device->expression);
	bool good = put_objects(source, pragma, indent, first, number, &text);
	if (device && !clause_find(pragma->clauses, C_INIT))
		text_printf(&text, LINE_ON "%s(void)%s;\n", first, indent, number);
	text_printf(&text, LINE_OUT "%s}", source_place(source, pragma->end).line, indent);
	rewrite_add(rewrite, pragma->start, pragma->end, arena_strndup(source->arena, text.data, text.length));
	text_release(&text);
	return good;
}

bool interop_resolve(const struct survey *survey, bool *changed)
{
	struct rewrite rewrite = {.source = survey->source};
	bool good = true;
	for (unsigned i = 0; i < survey->pragmas->count; i++)
		if (is_interop(&survey->pragmas->items[i]))
			good &= resolve(survey, survey->source, &rewrite, &survey->pragmas->items[i]);
	if (good)
		*changed |= rewrite_apply(&rewrite);
	return good;
}
