#include "explain.h"
#include "kept_text.h"
#include "lower.h"
#include "maps.h"
#include "target.h"
#include "view/model.h"

#include <stdlib.h>
#include <string.h>

struct view_text *view_add_text(struct view_model *model, struct view_text **list, const char *id, const char *label, const char *note,
				const char *text, size_t size)
{
	struct view_text *added = ARENA_NEW(&model->arena, struct view_text);
	added->id = arena_strdup(&model->arena, id);
	added->label = arena_strdup(&model->arena, label);
	added->note = arena_strdup(&model->arena, note);
	added->text = arena_strndup(&model->arena, text, size);
	added->size = size;
	for (size_t i = 0; i < size; i++)
		added->line_count += text[i] == '\n' || i + 1 == size;
	added->lines = arena_alloc(&model->arena, (added->line_count + 1) * sizeof *added->lines);
	while (*list)
		list = &(*list)->next;
	*list = added;
	return added;
}

/* ---------------------------------------------------------------------------------------------- lines */

/* What the collector asks while one translation lasts. */
struct asking {
	struct view_collector *collector;
	struct arena *arena;
	struct lowering *lowering;
	unsigned last;  /* line of the file: an expanded macro at its end seems to go on after it */
	bool own_lines; /* the file has #line directives of its own: its lines are not where they say */
};

/* Whether text[i] is in a line that is a #line directive, in any spelling; *number: what it says. */
static bool says_line(const char *line, unsigned *number)
{
	line += strspn(line, " \t");
	if (*line++ != '#')
		return false;
	line += strspn(line, " \t");
	line += strncmp(line, "line", 4) ? 0 : 4;
	line += strspn(line, " \t");
	*number = (unsigned)strtoul(line, NULL, 10);
	return strspn(line, "0123456789") > 0;
}

static unsigned last_line(const struct view_file *file)
{
	unsigned lines = 0;
	for (size_t i = 0; i < file->size; i++)
		lines += file->text[i] == '\n' || i + 1 == file->size;
	return lines;
}

static bool has_line_directives(const struct view_file *file)
{
	unsigned number;
	for (const char *line = file->text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (says_line(line, &number))
			return true;
	}
	return false;
}

/* The file's line that is called `wanted`; 0: none, or more than one. */
static unsigned physical_line(const struct view_file *file, unsigned wanted)
{
	unsigned physical = 1, called = 1, number, found = 0, times = 0;
	for (const char *line = file->text; line; physical++) {
		if (called == wanted && !says_line(line, &number)) {
			found = physical;
			times++;
		}
		called = says_line(line, &number) ? number : called + 1;
		line = strchr(line, '\n');
		line += line ? 1 : 0;
	}
	return times == 1 ? found : 0;
}

/* 0: the place is in another file. */
static unsigned line_of_place(const struct asking *asking, const char *file, unsigned line)
{
	const struct source *source = asking->lowering->source;
	if (asking->own_lines)
		return physical_line(asking->collector->file, line);
	bool here = !file || !strcmp(file, source->name) || !strcmp(file, source->options->path);
	return here && line <= asking->last ? line : 0;
}

static unsigned line_at(const struct asking *asking, unsigned offset)
{
	struct place place = source_place(asking->lowering->source, offset);
	return line_of_place(asking, place.file, place.line);
}

/* ---------------------------------------------------------------------------------------------- regions */

static unsigned line_or_none(const struct asking *asking, unsigned offset)
{
	return offset == NEVER_USED ? 0 : line_at(asking, offset);
}

static const char *copy(const struct asking *asking, const char *text)
{
	return text ? arena_strdup(asking->arena, text) : NULL;
}

static void collect_variables(const struct asking *asking, const struct leaf *leaf, struct view_region *region)
{
	struct view_variable **tail = &region->variables;
	for (const struct explained *row = explain_leaf(asking->lowering->tree, leaf); row; row = row->next) {
		struct view_variable *v = *tail = ARENA_NEW(asking->arena, struct view_variable);
		tail = &v->next;
		v->name = copy(asking, row->variable->name);
		v->type = copy(asking, row->variable->type->spelling);
		v->sharing = row->sharing;
		v->how = row->how;
		v->why = copy(asking, row->why);
		v->section = copy(asking, row->section);
		v->passed = row->passed;
		v->why_line = line_or_none(asking, row->why_at);
		v->declared = row->variable->declared ? line_at(asking, row->variable->declared) : 0;
		v->first_read = line_or_none(asking, row->first_read);
		v->first_write = line_or_none(asking, row->first_write);
	}
}

static void collect_maps(const struct asking *asking, const struct leaf *leaf, struct view_region *region)
{
	struct view_map **tail = &region->maps;
	for (const struct map_item *item = leaf->maps; item; item = item->next) {
		struct view_map *map = *tail = ARENA_NEW(asking->arena, struct view_map);
		tail = &map->next;
		map->item = copy(asking, item->written);
		map->direction = map_kind_name(item->kind);
		map->modifiers = arena_strdup(asking->arena, map_modifier_names(asking->lowering->arena, item->modifiers));
		map->bytes = copy(asking, item->bytes);
		map->how = item->clause ? "explicit" : "implicit";
		if (item->clause) {
			map->why = copy(asking, explain_clause(asking->lowering->source, item->clause));
			map->section = explain_section(item->clause->kind);
			map->why_line = line_at(asking, item->clause->offset);
		} else {
			map->section = copy(asking, explain_rule_section(asking->lowering->source, item->rule, &map->why));
			map->why = copy(asking, map->why);
		}
	}
}

static struct view_region *collect_leaf(const struct asking *asking, const struct leaf *leaf, int id, int parent, int depth)
{
	const struct site *site = leaf->site;
	struct source *source = asking->lowering->source;
	struct view_region *region = ARENA_NEW(asking->arena, struct view_region);
	struct place place = source_place(source, site->pragma->start);
	unsigned head_end = site->loop_count ? site->loops[site->loop_count - 1].header.end : site->pragma->end;
	region->id = id;
	region->parent = parent;
	region->depth = depth;
	region->directive = directive_rows[leaf->kind].spelling;
	region->written = copy(asking, pragma_line(source, site->pragma, true));
	region->combined = site->leaf_count > 1;
	region->file = copy(asking, place.file);
	region->line = line_at(asking, site->pragma->start);
	region->here = region->line != 0;
	region->head_end = line_at(asking, head_end - 1);
	region->end = site->statement->found && site->leaves[0].kind != D_DECLARE_SIMD ? line_at(asking, site->statement->end - 1) : line_at(asking, site->pragma->end - 1);
	region->function = leaf->outlined ? copy(asking, leaf->function) : NULL;
	collect_variables(asking, leaf, region);
	collect_maps(asking, leaf, region);
	return region;
}

/* Sites come in the order of the file, so that the one around a site has its regions already. */
static void collect_regions(const struct asking *asking)
{
	const struct region_tree *tree = asking->lowering->tree;
	struct view_region **tail = &asking->collector->file->regions;
	const struct leaf **leaves = arena_alloc(asking->arena, (tree->site_count * MAX_LEAVES + 1) * sizeof *leaves);
	int *depths = arena_alloc(asking->arena, (tree->site_count * MAX_LEAVES + 1) * sizeof *depths), count = 0;
	for (unsigned i = 0; i < tree->site_count; i++) {
		for (int j = 0; j < tree->sites[i]->leaf_count; j++) {
			const struct leaf *leaf = &tree->sites[i]->leaves[j];
			int parent = count - 1;
			while (parent >= 0 && leaves[parent] != leaf->outer)
				parent--;
			leaves[count] = leaf;
			depths[count] = parent < 0 ? 0 : depths[parent] + 1;
			*tail = collect_leaf(asking, leaf, count, parent, depths[count]);
			tail = &(*tail)->next;
			count++;
		}
	}
}

/* ---------------------------------------------------------------------------------------------- texts */

static void collect_text(const struct asking *asking, const struct text *marked)
{
	struct view_collector *collector = asking->collector;
	struct shown_lines shown = {0};
	struct text text = {0};
	lines_for_display(asking->lowering->source, marked->data, marked->length, &text, &shown);
	struct view_text *added = view_add_text(collector->model, collector->step ? &collector->file->steps : &collector->file->texts, collector->id,
						collector->label, collector->note, text.data ? text.data : "", text.length);
	for (unsigned i = 0; i < shown.count && i + shown.before < added->line_count; i++) {
		int line = shown.lines[i].kind ? (int)line_of_place(asking, shown.lines[i].file, shown.lines[i].line) : 0;
		added->lines[i + shown.before] = shown.lines[i].kind == 'G' ? -line : line;
	}
	text_release(&text);
}

/* The program of a target that keeps the source but for edits of lines; nothing when there are none. */
static void collect_kept(const struct asking *asking)
{
	struct view_collector *collector = asking->collector;
	struct lowering *lowering = asking->lowering;
	struct text text = {0};
	if (!lowering->edits)
		return;
	kept_text(lowering, true, &text);
	struct view_text *added = view_add_text(collector->model, &collector->file->texts, collector->id, collector->label, collector->note, text.data, text.length);
	unsigned offset = 0, line = 0; /* of the source, of the text */
	for (const struct edit *edit = lowering->edits; edit; edit = edit->next) {
		for (; offset < edit->start; offset++)
			if (lowering->source->text[offset] == '\n')
				added->lines[line++] = (int)line_at(asking, offset);
		for (const char *c = edit->with; *c; c++)
			if (*c == '\n')
				added->lines[line++] = -(int)line_at(asking, edit->start);
		if (edit->end > edit->start && lowering->source->text[edit->end] == '\n') /* the edit's last line ends with the source's newline */
			added->lines[line++] = -(int)line_at(asking, edit->start), offset = edit->end + 1;
		offset = offset > edit->end ? offset : edit->end;
	}
	for (; offset < lowering->source->size && line < added->line_count; offset++)
		if (lowering->source->text[offset] == '\n')
			added->lines[line++] = (int)line_at(asking, offset);
	text_release(&text);
}

/* A line of a kernel that is the user's, but for its indentation, is found where the kernel still had marks. */
static void find_kernel_lines(const struct asking *asking, const struct kernel_listing *kernel, struct view_text *added)
{
	struct shown_lines shown = {0};
	struct text marked = {0};
	lines_for_display(asking->lowering->source, kernel->marked, strlen(kernel->marked), &marked, &shown);
	const unsigned *same = view_align(asking->arena, added->text, added->line_count, marked.data ? marked.data : "", shown.before + shown.count);
	for (unsigned i = 0; i < added->line_count; i++) {
		const struct shown_line *line = same[i] > shown.before ? &shown.lines[same[i] - shown.before - 1] : NULL;
		unsigned number = line && line->kind == 'U' ? line_of_place(asking, line->file, line->line) : 0;
		added->lines[i] = number ? (int)number : -(int)line_at(asking, kernel->offset);
	}
	text_release(&marked);
}

static void collect_kernels(const struct asking *asking)
{
	struct view_collector *collector = asking->collector;
	for (const struct kernel_listing *kernel = asking->lowering->kernels; kernel; kernel = kernel->next) {
		struct view_text *added =
			view_add_text(collector->model, &collector->file->texts, arena_printf(asking->arena, "%s-%s", collector->id, kernel->name),
				      arena_printf(asking->arena, "kernel %s", kernel->name),
				      "What the device's compiler gets: the region with all that it needs of the file, macros expanded.",
				      kernel->text, strlen(kernel->text));
		find_kernel_lines(asking, kernel, added);
	}
}

void view_collect(void *observer, struct lowering *lowering, const struct text *marked)
{
	struct view_collector *collector = observer;
	struct asking asking = {collector, &collector->model->arena, lowering, last_line(collector->file), has_line_directives(collector->file)};
	collector->file->has_directives = true;
	if (collector->regions)
		collect_regions(&asking);
	bool base = !lowering->target->base || collector->step;
	if (lowering->target->rewrite)
		collect_kept(&asking);
	else if (base || lowering->kernels)
		collect_text(&asking, marked);
	collect_kernels(&asking);
}
