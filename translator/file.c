/* file.c - renders a whole file: what regions became stands before the function that held them. */
#include "edits.h"
#include "lower.h"
#include "region.h"
#include "target.h"

#include <string.h>

const char *lower_include(struct lowering *lowering)
{
	bool included = lowering->included;
	lowering->included = true;
	return included ? "" : arena_printf(lowering->arena, "%s\n\n", lowering->target->include);
}

/* Appends what the function's regions became, from a line of its own. */
static void put_prologue(struct lowering *lowering, const struct function *function, struct text *out)
{
	struct text hoisted = {0};
	edits_hoisted(lowering, function, &hoisted);
	if (out->length > 0 && out->data[out->length - 1] != '\n')
		text_adds(out, "\n");
	text_adds(out, mark_generated(lowering->arena, function->start));
	text_adds(out, lower_include(lowering));
	if (hoisted.data)
		text_adds(out, hoisted.data);
	if (lowering->prologue.data)
		text_adds(out, lowering->prologue.data);
	text_release(&hoisted);
}

/* Appends what the target, and before it the one that it is based on, puts behind the file. */
static void put_end(struct lowering *lowering, const struct target *target, struct text *out)
{
	if (target->base)
		put_end(lowering, target_named(target->base), out);
	const char *end = target->end_file ? target->end_file(lowering) : "";
	if (!*end)
		return;
	text_adds(out, mark_generated(lowering->arena, lowering->tree->sites[lowering->tree->site_count - 1]->pragma->start));
	text_printf(out, "\n%s%s\n", lower_include(lowering), end);
}

/* Where a function begins for a reader: with the comments right above it, but for one at the top of the file, which is about that. */
static unsigned start_with_comments(const struct source *source, const struct function *function)
{
	unsigned start = function->start;
	for (unsigned t = source_token_at(source, start); t > 0 && source->tokens[t - 1].kind == CXToken_Comment && !source->tokens[t - 1].directive; t--) {
		const struct token *comment = &source->tokens[t - 1];
		unsigned line = comment->start;
		while (line > 0 && (source->text[line - 1] == ' ' || source->text[line - 1] == '\t'))
			line--;
		const char *end = memchr(source->text + comment->end, '\n', start - comment->end);
		bool follows = end && !memchr(end + 1, '\n', (size_t)(source->text + start - end - 1));
		if (comment->skipped || (line > 0 && source->text[line - 1] != '\n') || !follows)
			break;
		start = line;
	}
	return start;
}

bool lower_file(struct lowering *lowering, struct text *out)
{
	struct source *source = lowering->source;
	unsigned at = 0;
	text_adds(out, mark_user(lowering->arena, 0));
	for (const struct function *f = lowering->survey->functions; f; f = f->next) {
		struct text body = {0};
		unsigned start = start_with_comments(source, f);
		start = start < at || start == 0 ? f->start : start;
		lower_text(lowering, NULL, at, start, out);
		lowering->prologue.length = 0;
		if (lowering->prologue.data)
			lowering->prologue.data[0] = '\0';
		lowering->prologue_used = false;
		lower_text(lowering, NULL, f->start, f->end, &body);
		if (lowering->prologue_used)
			put_prologue(lowering, f, out);
		text_adds(out, mark_user(lowering->arena, start));
		lower_text(lowering, NULL, start, f->start, out);
		text_add(out, body.data ? body.data : "", body.length);
		text_release(&body);
		at = f->end;
	}
	lower_text(lowering, NULL, at, source->size, out);
	if (source->errors == 0)
		put_end(lowering, lowering->target, out);
	text_release(&lowering->prologue);
	return source->errors == 0;
}
