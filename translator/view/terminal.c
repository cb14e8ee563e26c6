/* terminal.c - the model as text: the lines with regions, the tree of regions, and a table for each. */
#include "view/model.h"

#include <string.h>

enum { CONTEXT = 1, COLUMNS = 7 };

struct terminal {
	struct text *out;
	bool colour;
};

static void style(const struct terminal *terminal, const char *codes)
{
	if (terminal->colour)
		text_printf(terminal->out, "\033[%sm", codes);
}

/* Control characters of the user's text do not reach the terminal. */
static void put(const struct terminal *terminal, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		bool control = ((unsigned char)text[i] < 0x20 && text[i] != '\t') || text[i] == 0x7F;
		if (text[i] != '\r' || i + 1 < length)
			text_add(terminal->out, control ? "?" : &text[i], 1);
	}
}

static bool covers(const struct view_region *region, unsigned line, unsigned around)
{
	return region->line && region->line <= line + around && line <= region->end + around;
}

/* The ids that begin on the line, or the innermost that the line is in. */
static void put_margin(const struct terminal *terminal, const struct view_file *file, unsigned line)
{
	const struct view_region *inner = NULL;
	struct text ids = {0};
	text_adds(&ids, "");
	for (const struct view_region *region = file->regions; region; region = region->next) {
		if (region->line == line)
			text_printf(&ids, "%s#%d", ids.length ? " " : "", region->id);
		if (covers(region, line, 0))
			inner = region;
	}
	bool begins = ids.length > 0;
	if (!begins && inner)
		text_printf(&ids, "#%d", inner->id);
	style(terminal, begins ? "1;36" : "36");
	text_printf(terminal->out, "%12s ", ids.length ? ids.data : "");
	style(terminal, "0");
	text_adds(terminal->out, inner ? "| " : "  ");
	text_release(&ids);
}

static void put_listing(const struct terminal *terminal, const struct view_file *file)
{
	const char *end = file->text + file->size;
	unsigned number = 1;
	bool gap = false;
	text_adds(terminal->out, "\nSource\n");
	for (const char *line = file->text; line < end; number++) {
		const char *newline = memchr(line, '\n', (size_t)(end - line)), *stop = newline ? newline : end;
		bool shown = false;
		for (const struct view_region *region = file->regions; region && !shown; region = region->next)
			shown = covers(region, number, CONTEXT);
		if (shown) {
			text_adds(terminal->out, gap ? "      ...\n" : "");
			text_printf(terminal->out, "  %5u ", number);
			put_margin(terminal, file, number);
			put(terminal, line, (size_t)(stop - line));
			text_adds(terminal->out, "\n");
		}
		gap = !shown && (gap || number > 1);
		line = stop + (newline != NULL);
	}
}

static void put_tree(const struct terminal *terminal, const struct view_file *file)
{
	text_adds(terminal->out, "\nRegions\n");
	for (const struct view_region *region = file->regions; region; region = region->next) {
		text_printf(terminal->out, "  %*s", 2 * region->depth, "");
		style(terminal, "1;36");
		text_printf(terminal->out, "#%d", region->id);
		style(terminal, "0");
		text_printf(terminal->out, " %s", region->directive);
		if (!region->line)
			text_printf(terminal->out, ", in %s", region->file);
		else if (region->end > region->line)
			text_printf(terminal->out, ", lines %u to %u", region->line, region->end);
		else
			text_printf(terminal->out, ", line %u", region->line);
		if (region->function)
			text_printf(terminal->out, ", becomes %s()", region->function);
		text_adds(terminal->out, "\n");
	}
}

/* Rows of cells, the first of headings; columns as wide as their widest cell. */
static void put_table(const struct terminal *terminal, const char *const (*rows)[COLUMNS], unsigned count)
{
	int widths[COLUMNS] = {0};
	for (unsigned i = 0; i < count; i++)
		for (int j = 0; j < COLUMNS && rows[i][j]; j++)
			if ((int)strlen(rows[i][j]) > widths[j])
				widths[j] = (int)strlen(rows[i][j]);
	for (unsigned i = 0; i < count; i++) {
		text_adds(terminal->out, "  ");
		style(terminal, i == 0 ? "1" : "0");
		for (int j = 0; j < COLUMNS && rows[i][j]; j++) {
			bool last = j + 1 == COLUMNS || !rows[i][j + 1];
			text_printf(terminal->out, "  %-*s", last ? 0 : widths[j], rows[i][j]);
		}
		style(terminal, "0");
		text_adds(terminal->out, "\n");
	}
}

static const char *line_cell(struct arena *arena, unsigned line)
{
	return line ? arena_printf(arena, "line %u", line) : "-";
}

static const char *why_cell(struct arena *arena, const char *how, const char *why, const char *section, unsigned line)
{
	return arena_printf(arena, "%s: %s%s%s%s%s", how, why, section ? " (" : "", section ? section : "", section ? ")" : "",
			    line ? arena_printf(arena, ", line %u", line) : "");
}

static void put_variables(const struct terminal *terminal, struct arena *arena, const struct view_region *region)
{
	unsigned count = 1;
	for (const struct view_variable *v = region->variables; v; v = v->next)
		count++;
	const char *(*rows)[COLUMNS] = arena_alloc(arena, count * sizeof *rows);
	static const char *const headings[COLUMNS] = {"variable", "type", "sharing", "first read", "first write", "why", "passed"};
	memcpy(rows[0], headings, sizeof headings);
	count = 1;
	for (const struct view_variable *v = region->variables; v; v = v->next, count++) {
		const char *cells[COLUMNS] = {v->name, v->type, v->sharing, line_cell(arena, v->first_read), line_cell(arena, v->first_write),
					      why_cell(arena, v->how, v->why, v->section, v->why_line), v->passed ? v->passed : ""};
		memcpy(rows[count], cells, sizeof cells);
	}
	put_table(terminal, (const char *const(*)[COLUMNS])rows, count);
}

static void put_maps(const struct terminal *terminal, struct arena *arena, const struct view_region *region)
{
	unsigned count = 1;
	for (const struct view_map *map = region->maps; map; map = map->next)
		count++;
	const char *(*rows)[COLUMNS] = arena_alloc(arena, count * sizeof *rows);
	static const char *const headings[COLUMNS] = {"mapped", "direction", "bytes", "why"};
	memcpy(rows[0], headings, sizeof headings);
	count = 1;
	for (const struct view_map *map = region->maps; map; map = map->next, count++) {
		const char *cells[COLUMNS] = {map->item, *map->modifiers ? arena_printf(arena, "%s, %s", map->direction, map->modifiers) : map->direction,
					      map->bytes ? map->bytes : "-", why_cell(arena, map->how, map->why, map->section, map->why_line)};
		memcpy(rows[count], cells, sizeof cells);
	}
	put_table(terminal, (const char *const(*)[COLUMNS])rows, count);
}

void view_write_terminal(const struct view_model *model, bool colour, struct text *out)
{
	const struct terminal terminal = {out, colour};
	struct arena arena;
	arena_init(&arena);
	for (const struct view_file *file = model->files; file; file = file->next) {
		style(&terminal, "1");
		text_printf(out, "%s%s", file == model->files ? "" : "\n", file->name);
		style(&terminal, "0");
		text_adds(out, file->regions ? "\n" : ": no OpenMP directives\n");
		if (!file->regions)
			continue;
		put_listing(&terminal, file);
		put_tree(&terminal, file);
		text_adds(out, "\nTables (numbers in parentheses are sections of the OpenMP specification, version 5.2)\n");
		for (const struct view_region *region = file->regions; region; region = region->next) {
			if (!region->variables && !region->maps)
				continue;
			style(&terminal, "1;36");
			text_printf(out, "\n#%d", region->id);
			style(&terminal, "0");
			text_printf(out, " %s%s%s\n", region->directive, region->combined ? " of " : ": ", region->written);
			if (region->variables)
				put_variables(&terminal, &arena, region);
			if (region->maps)
				put_maps(&terminal, &arena, region);
		}
	}
	arena_release(&arena);
}
