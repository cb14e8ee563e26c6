#include "offload.h"

#include "rewrite.h"
#include "target.h"

#include <string.h>

/* ---------------------------------------------------------------------------------------------- marks */

const char *offload_mark(struct lowering *lowering, const struct pragma *pragma, const char *says)
{
	char *mark = arena_printf(lowering->arena, " " MOVED_BEGIN "%d %s", pragma ? pragma->index : -1, says);
	for (char *at = mark + sizeof MOVED_BEGIN; (at = strstr(at, "*/"));)
		*at = '+';
	return arena_printf(lowering->arena, "%s*/", mark);
}

/* ---------------------------------------------------------------------------------------------- refusals */

const char *offload_refused(const struct lowering *lowering, const struct pragma *pragma)
{
	const struct refusal *refusal = lowering->offloading ? lowering->offloading->refusals : NULL;
	while (refusal && refusal->number != pragma->index)
		refusal = refusal->next;
	return refusal ? refusal->why : NULL;
}

void offload_refuse(struct lowering *lowering, const struct pragma *pragma, const char *why)
{
	struct refusal *refusal = ARENA_NEW(lowering->arena, struct refusal);
	*refusal = (struct refusal){lowering->refused, pragma->moved->number, why};
	lowering->refused = refusal;
}

bool offload_take_back(struct source *source, struct offloading *offloading, struct refusal *refused)
{
	if (!refused)
		return false;
	struct refusal **tail = &offloading->refusals;
	while (*tail)
		tail = &(*tail)->next;
	*tail = refused;
	source_set_text(source, offloading->before, offloading->size);
	offloading->done = false;
	return true;
}

/* ---------------------------------------------------------------------------------------------- the text */

/* Text that takes the place of what begins and ends in these lines of the user's. */
static const char *on_lines(struct arena *arena, const char *text, unsigned first, unsigned last)
{
	struct text out = {0};
	text_adds(&out, "");
	for (const char *newline; (newline = strchr(text, '\n')); text = newline + 1) {
		text_add(&out, text, (size_t)(newline - text) + 1);
		text_printf(&out, LINE_ON, strchr(newline + 1, '\n') ? first : last);
	}
	text_adds(&out, text);
	const char *result = arena_strndup(arena, out.data, out.length);
	text_release(&out);
	return result;
}

/* The first line after the offset is the user's line that it was, though lines before it are gone. */
static void count_on(struct lowering *lowering, struct rewrite *rewrite, unsigned offset)
{
	struct source *source = lowering->source;
	const char *newline = strchr(source->text + offset, '\n');
	if (!newline)
		return;
	unsigned next = (unsigned)(newline - source->text) + 1;
	rewrite_add(rewrite, next, next, arena_printf(lowering->arena, LINE_ON, source_place(source, next).line));
}

void offload_loops(struct lowering *lowering, bool *changed)
{
	const struct target *rewriter = NULL, *target = lowering->target;
	struct source *source = lowering->source;
	struct rewrite rewrite = {.source = source};
	for (int i = 0; targets[i] && !rewriter; i++)
		rewriter = targets[i]->rewrite ? targets[i] : NULL;
	if (!rewriter)
		return;
	lowering->target = rewriter;
	rewriter->rewrite(lowering);
	lowering->target = target;
	lowering->offloading->before = source->text;
	lowering->offloading->size = source->size;
	lowering->offloading->done = true;
	for (const struct edit *edit = lowering->edits; edit; edit = edit->next) {
		unsigned first = source_place(source, edit->start).line, last = source_place(source, edit->end).line;
		rewrite_add(&rewrite, edit->start, edit->end, on_lines(lowering->arena, edit->with, first, last));
		if (first != last && !strchr(edit->with, '\n'))
			count_on(lowering, &rewrite, edit->end);
	}
	lowering->edits = NULL;
	*changed = rewrite_apply(&rewrite);
}
