#include "rewrite.h"

#include "text.h"

struct replacement {
	struct replacement *next;
	unsigned start, end;
	const char *with;
};

void rewrite_add(struct rewrite *rewrite, unsigned start, unsigned end, const char *with)
{
	struct replacement **place = &rewrite->replacements;
	struct replacement *added = ARENA_NEW(rewrite->source->arena, struct replacement);
	while (*place && (*place)->start <= start)
		place = &(*place)->next;
	*added = (struct replacement){.next = *place, .start = start, .end = end, .with = with};
	*place = added;
}

bool rewrite_apply(struct rewrite *rewrite)
{
	struct source *source = rewrite->source;
	struct text text = {0};
	unsigned at = 0;
	if (!rewrite->replacements)
		return false;
	for (const struct replacement *r = rewrite->replacements; r; r = r->next) {
		text_add(&text, source->text + at, r->start - at);
		text_adds(&text, r->with);
		at = r->end;
	}
	text_add(&text, source->text + at, source->size - at);
	source_set_text(source, text.data, text.length);
	text_release(&text);
	rewrite->replacements = NULL;
	return true;
}
