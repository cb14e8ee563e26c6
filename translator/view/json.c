/* json.c - the model as JSON; docs/view.md has the schema. */
#include "view/model.h"

#include "diagnostic.h"

#include <string.h>

#define uthash_fatal(message) die("out of memory")
#include <uthash.h>

/* The bytes of the UTF-8 sequence at text[0, left); 0: it is none. */
static size_t sequence(const unsigned char *text, size_t left)
{
	size_t length = text[0] < 0x80 ? 1 : text[0] >= 0xC2 && text[0] < 0xE0 ? 2 : (text[0] & 0xF0) == 0xE0 ? 3 : text[0] >= 0xF0 && text[0] < 0xF5 ? 4 : 0;
	if (length == 0 || length > left)
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((text[i] & 0xC0) != 0x80)
			return 0;
	bool overlong = (text[0] == 0xE0 && text[1] < 0xA0) || (text[0] == 0xF0 && text[1] < 0x90);
	bool outside = (text[0] == 0xED && text[1] > 0x9F) || (text[0] == 0xF4 && text[1] > 0x8F);
	return overlong || outside ? 0 : length;
}

void json_string(struct text *out, const char *text, size_t size)
{
	text_adds(out, "\"");
	for (size_t i = 0; i < size;) {
		size_t length = sequence((const unsigned char *)text + i, size - i), run = i;
		unsigned char c = (unsigned char)text[i];
		if (c == '"' || c == '\\')
			text_printf(out, "\\%c", c);
		else if (c == '\n')
			text_adds(out, "\\n");
		else if (c == '\t')
			text_adds(out, "\\t");
		else if (c < 0x20 || c == 0x7F || c == '<' || c == '&')
			text_printf(out, "\\u%04x", c);
		else if (length == 0)
			text_adds(out, "\\ufffd");
		else
			run = i + length;
		if (run > i)
			text_add(out, text + i, run - i);
		i += length ? length : 1;
	}
	text_adds(out, "\"");
}

/* "name": "text", with what goes before it; a null text is null. */
static void member(struct text *out, const char *before, const char *name, const char *text)
{
	text_printf(out, "%s\"%s\":", before, name);
	if (text)
		json_string(out, text, strlen(text));
	else
		text_adds(out, "null");
}

/* A line number; none is null. */
static void line_member(struct text *out, const char *name, unsigned line)
{
	if (line)
		text_printf(out, ",\"%s\":%u", name, line);
	else
		text_printf(out, ",\"%s\":null", name);
}

static void write_variables(const struct view_region *region, struct text *out)
{
	text_adds(out, ",\"variables\":[");
	for (const struct view_variable *v = region->variables; v; v = v->next) {
		member(out, v == region->variables ? "\n    {" : ",\n    {", "name", v->name);
		member(out, ",", "type", v->type);
		member(out, ",", "sharing", v->sharing);
		member(out, ",", "how", v->how);
		member(out, ",", "why", v->why);
		member(out, ",", "section", v->section);
		line_member(out, "why_line", v->why_line);
		member(out, ",", "passed", v->passed);
		line_member(out, "declared", v->declared);
		line_member(out, "first_read", v->first_read);
		line_member(out, "first_write", v->first_write);
		text_adds(out, "}");
	}
	text_adds(out, "]");
}

static void write_maps(const struct view_region *region, struct text *out)
{
	text_adds(out, ",\"maps\":[");
	for (const struct view_map *map = region->maps; map; map = map->next) {
		member(out, map == region->maps ? "\n    {" : ",\n    {", "item", map->item);
		member(out, ",", "direction", map->direction);
		member(out, ",", "modifiers", map->modifiers);
		member(out, ",", "bytes", map->bytes);
		member(out, ",", "how", map->how);
		member(out, ",", "why", map->why);
		member(out, ",", "section", map->section);
		line_member(out, "why_line", map->why_line);
		text_adds(out, "}");
	}
	text_adds(out, "]");
}

static void write_regions(const struct view_file *file, struct text *out)
{
	text_adds(out, ",\n  \"regions\":[");
	for (const struct view_region *region = file->regions; region; region = region->next) {
		text_printf(out, "%s\n   {\"id\":%d,\"parent\":", region == file->regions ? "" : ",", region->id);
		if (region->parent < 0)
			text_adds(out, "null");
		else
			text_printf(out, "%d", region->parent);
		member(out, ",", "directive", region->directive);
		member(out, ",", "written", region->written);
		text_printf(out, ",\"combined\":%s", region->combined ? "true" : "false");
		member(out, ",", "file", region->file);
		line_member(out, "line", region->line);
		line_member(out, "head_end", region->head_end);
		line_member(out, "end", region->end);
		member(out, ",", "function", region->function);
		write_variables(region, out);
		write_maps(region, out);
		text_adds(out, "}");
	}
	text_adds(out, "]");
}

/* A line that texts have, once for all of them. */
struct shared_line {
	const char *text;
	size_t size;
	unsigned number;
	UT_hash_handle hh;
};

struct shared_lines {
	struct arena arena;
	struct shared_line *table;
	struct text strings; /* as JSON, by number */
	unsigned count;
};

static unsigned number_of(struct shared_lines *lines, const char *text, size_t size)
{
	struct shared_line *line;
	HASH_FIND(hh, lines->table, text, size, line);
	if (line)
		return line->number;
	line = ARENA_NEW(&lines->arena, struct shared_line);
	*line = (struct shared_line){.text = text, .size = size, .number = lines->count++};
	HASH_ADD_KEYPTR(hh, lines->table, line->text, line->size, line);
	text_adds(&lines->strings, line->number ? ",\n" : "");
	json_string(&lines->strings, text, size);
	return line->number;
}

/* The text as the numbers of its lines. */
static void write_rows(struct shared_lines *lines, const struct view_text *text, struct text *out)
{
	const char *at = text->text, *end = at + text->size;
	text_adds(out, ",\n    \"rows\":[");
	for (const char *newline; at; at = newline ? newline + 1 : NULL) {
		newline = memchr(at, '\n', (size_t)(end - at));
		text_printf(out, "%u%s", number_of(lines, at, (size_t)((newline ? newline : end) - at)), newline ? "," : "");
	}
	text_adds(out, "]");
}

/* lines: the texts are written by their numbers; null: as they are. */
static void write_texts(const char *name, const struct view_text *texts, struct shared_lines *lines, struct text *out)
{
	text_printf(out, ",\n  \"%s\":[", name);
	for (const struct view_text *text = texts; text; text = text->next) {
		member(out, text == texts ? "\n   {" : ",\n   {", "id", text->id);
		member(out, ",", "label", text->label);
		member(out, ",", "note", text->note);
		if (lines) {
			write_rows(lines, text, out);
		} else {
			text_adds(out, ",\n    \"text\":");
			json_string(out, text->text, text->size);
		}
		text_adds(out, ",\n    \"lines\":[");
		for (unsigned i = 0; i < text->line_count; i++)
			text_printf(out, "%s%d", i ? "," : "", text->lines[i]);
		text_adds(out, "]}");
	}
	text_adds(out, "]");
}

static void release(struct shared_lines *lines)
{
	HASH_CLEAR(hh, lines->table);
	text_release(&lines->strings);
	arena_release(&lines->arena);
}

void view_write_json(const struct view_model *model, bool packed, struct text *out)
{
	struct shared_lines lines = {.count = 0}, *shared = packed ? &lines : NULL;
	arena_init(&lines.arena);
	text_printf(out, "{\"schema\":1,\n \"generator\":\"ppcc %s\",\n \"target\":\"%s\",\n \"files\":[", PPCC_VERSION, model->target);
	for (const struct view_file *file = model->files; file; file = file->next) {
		member(out, file == model->files ? "\n  {" : ",\n  {", "name", file->name);
		text_adds(out, ",\n  \"source\":");
		json_string(out, file->text, file->size);
		write_regions(file, out);
		write_texts("texts", file->texts, shared, out);
		write_texts("steps", file->steps, shared, out);
		text_adds(out, "}");
	}
	text_adds(out, "],\n \"calls\":[");
	for (const struct view_call *call = model->calls; call; call = call->next) {
		member(out, call == model->calls ? "\n  {" : ",\n  {", "name", call->name);
		member(out, ",", "declaration", call->declaration);
		member(out, ",", "contract", call->contract);
		text_adds(out, "}");
	}
	text_adds(out, "]");
	if (packed)
		text_printf(out, ",\n \"strings\":[%s]", lines.strings.data ? lines.strings.data : "");
	text_adds(out, "}\n");
	release(&lines);
}
