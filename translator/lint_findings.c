#include "lint_findings.h"

#include <stdlib.h>
#include <string.h>

void findings_init(struct findings *findings, struct source *source)
{
	*findings = (struct findings){.source = source};
}

void findings_release(struct findings *findings)
{
	free(findings->items);
	*findings = (struct findings){0};
}

struct finding *findings_add(struct findings *findings, enum finding_kind kind, unsigned offset, const char *format,
							 ...)
{
	if (findings->count == findings->capacity) {
		findings->capacity = findings->capacity ? 2 * findings->capacity : 16;
		findings->items = realloc(findings->items, findings->capacity * sizeof *findings->items);
		if (!findings->items)
			die("out of memory");
	}
	va_list arguments;
	va_start(arguments, format);
	const char *text = arena_vprintf(findings->source->arena, format, arguments);
	va_end(arguments);
	struct finding *finding = &findings->items[findings->count++];
	*finding = (struct finding){.kind = kind, .offset = offset, .text = text, .order = findings->count};
	return finding;
}

static void add_note(struct findings *findings, unsigned offset, struct fixit fixit, const char *format, va_list arguments)
{
	struct finding_note *note = ARENA_NEW(findings->source->arena, struct finding_note);
	struct finding_note **link = &findings->items[findings->count - 1].notes;

	*note = (struct finding_note){NULL, offset, arena_vprintf(findings->source->arena, format, arguments), fixit};
	while (*link)
		link = &(*link)->next;
	*link = note;
}

void findings_note(struct findings *findings, unsigned offset, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_note(findings, offset, (struct fixit){0}, format, arguments);
	va_end(arguments);
}

void findings_fix(struct findings *findings, unsigned offset, struct fixit fixit, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_note(findings, offset, fixit, format, arguments);
	va_end(arguments);
}

static int compare(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;

	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Whether one of the findings before `index` has the same note. */
static bool note_printed(const struct findings *findings, unsigned index, const struct finding_note *note)
{
	for (unsigned i = 0; i < index; i++)
		for (const struct finding_note *other = findings->items[i].notes; other; other = other->next)
			if (other->offset == note->offset && strcmp(other->text, note->text) == 0)
				return true;
	return false;
}

bool findings_print(struct findings *findings)
{
	struct source *source = findings->source;
	bool good = true;

	if (findings->count)
		qsort(findings->items, findings->count, sizeof *findings->items, compare);
	for (unsigned i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (i && finding->offset == finding[-1].offset)
			continue;
		if (finding->kind == FINDING_ERROR)
			error_at(source, finding->offset, "%s", finding->text);
		else if (!warning_at(source, finding->offset, "%s", finding->text))
			continue;
		good = good && finding->kind == FINDING_WARNING;
		for (const struct finding_note *note = finding->notes; note; note = note->next)
			if (!note_printed(findings, i, note))
				note_fix_at(source, note->offset, note->fixit, "%s", note->text);
	}
	return good;
}
