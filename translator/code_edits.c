#include "code_edits.h"

#include <stdlib.h>
#include <string.h>

void code_edits_add(struct code_edits *edits, unsigned start, unsigned end, const char *with)
{
	for (unsigned i = 0; i < edits->count; i++)
		if (edits->items[i].start == start && edits->items[i].end == end && end > start)
			return;
	if (edits->count == edits->capacity) {
		unsigned capacity = edits->capacity ? 2 * edits->capacity : 64;
		struct code_edit *items = arena_alloc(edits->arena, capacity * sizeof *items);
		if (edits->count)
			memcpy(items, edits->items, edits->count * sizeof *items);
		edits->items = items;
		edits->capacity = capacity;
	}
	edits->items[edits->count] = (struct code_edit){start, end, edits->count, with};
	edits->count++;
}

static int by_place(const void *a, const void *b)
{
	const struct code_edit *one = a, *other = b;
	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	if (one->end != other->end)
		return one->end < other->end ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

void code_edits_write(struct code_edits *edits, const char *code, unsigned start, unsigned end, struct text *out)
{
	if (edits->count)
		qsort(edits->items, edits->count, sizeof *edits->items, by_place);
	for (unsigned i = 0; i < edits->count; i++) {
		const struct code_edit *edit = &edits->items[i];
		if (edit->start < start || edit->end > end)
			continue;
		text_add(out, code + start, edit->start - start);
		text_adds(out, edit->with);
		start = edit->end;
	}
	text_add(out, code + start, end - start);
	edits->count = 0;
}
